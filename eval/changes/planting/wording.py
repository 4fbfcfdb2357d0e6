"""A word for another of the same meaning."""
import re

from .edits import swap
from .patterns import before_word, matches, table
from .tables.wording import BOUND, NEXT, SYNONYMS


def synonyms(text, language):
    """Words that have a synonym, as (match, synonym), where an article before them fits both."""
    for old, new in table(SYNONYMS[language]):
        if old not in text:
            continue
        for m in matches(r"(?<![\w’'-])" + old + r"(?![\w’'-])", text):
            lead = before_word(text, m.start()).lower()
            vowel = [w[0] in "aeiouéèh" for w in (old, new)]
            if not (lead in ("a", "an") and vowel[0] != vowel[1]) and not lead.endswith(("’", "'")):
                yield m, new


def fits(s, m, language):
    """Whether a synonym fits for sure: by the words about it in English, not beside a name, not the first word."""
    old, before, after = m.group(), s.text[:m.start()], s.text[m.end():]
    if m.start() == 0 or old in before:
        return False
    if language == "en" and old in BOUND and not re.search(BOUND[old], before.rstrip().lower()):
        return False
    if language == "en" and old in NEXT and not re.match(NEXT[old], after):
        return False
    named = re.search(r"\b[A-Z]\w+ $", before) and m.start() > 12 or re.match(r" [A-Z]", after)
    return language == "de" or not named


def minor_wording(a, rng):
    """A word is a synonym."""
    for s in a.clean if a.language in SYNONYMS else ():
        for m, new in synonyms(s.text, a.language):
            if fits(s, m, a.language):
                yield swap("minor_wording", f"{m.group()} to {new}", s, m.start(), m.end(), new)
