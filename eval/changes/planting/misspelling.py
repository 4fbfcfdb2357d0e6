"""Slips of the keys in common words."""
from .edits import swap
from .patterns import has_any, matches
from .tables.doubt import HEDGE, NEGATION
from .tables.quantities import MORE_NUMBERS, NUMBER_WORDS
from .tables.speech import SAYING

SPELT = ("en", "de", "fr", "es", "it", "nl", "pl", "tr")  # languages whose words a letter more or less makes none


def misspelt(word, vocabulary, rng):
    """A slip of the keys inside a word: letters swapped, lost or doubled. None where all slips are words."""
    ways = []
    for i in range(2, len(word) - 2):
        if word[i] != word[i + 1]:
            ways.append(word[:i] + word[i + 1] + word[i] + word[i + 2:])
        ways.append(word[:i] + word[i + 1:])
        if word[i - 1] != word[i] != word[i + 1] and word[i] in "lmnprst":
            ways.append(word[:i] + word[i] + word[i:])
    ways = [w for w in ways if w.lower() not in vocabulary and w != word]
    return rng.choice(ways) if ways else None


def plain_words(s, a):
    """Lower-case words that may be misspelt, clear of those that carry another type."""
    for m in matches(r"(?<![\w’'-])[a-zà-ÿğışœ]{7,}(?![\w’'-])", s.text):
        word = m.group()
        if a.common[word] >= 2 and s.text.count(word) == 1 and word not in NUMBER_WORDS.get(a.language, ""):
            if not has_any((SAYING, HEDGE, NEGATION, MORE_NUMBERS), a.language, word):
                yield m


def typos(kind, a, s, rng, made=False):
    """A misspelling that is mended, and with `made` the same one coming."""
    found = list(plain_words(s, a))
    if found:
        m = rng.choice(found)
        wrong = misspelt(m.group(), a.vocabulary, rng)
        if wrong:
            yield swap(kind, "mended", s, m.start(), m.end(), m.group(), wrong)
            if made:
                yield swap(kind, "mended made", s, m.start(), m.end(), wrong)


def typo(a, rng):
    """A common word is misspelt."""
    if a.language in SPELT:
        for s in a.clean:
            yield from typos("typo", a, s, rng, made=rng.random() < .3)
