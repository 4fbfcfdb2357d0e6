"""The words of articles, and where they are said."""
import html
import json
import re

WORD = re.compile(r"\w+")
# So many words in a row are nobody's but the article's.
GRAM = 5


def words(text):
    """The words of a text, in a row, with a space around each."""
    return f" {' '.join(WORD.findall(text.lower()))} "


def grams(text):
    """All runs of GRAM words."""
    found = WORD.findall(text.lower())
    return {" ".join(found[n:n + GRAM]) for n in range(len(found) - GRAM + 1)}


def shapes(text):
    """A body as words, in all ways to read it: as it is, without its tags, with every text of a JSON value by itself."""
    plain = html.unescape(text)
    yield words(text)
    yield words(plain)
    yield words(re.sub(r"<[^>]*>", "", plain))
    yield words(html.unescape(html.unescape(re.sub(r"<[^>]*>", "", text))))
    # The feed in which markup stands escaped, and text escaped inside of it.
    yield words(re.sub(r"<[^>]*>", "", html.unescape(plain)))
    for value in json_values(text):
        yield words(value)
        yield words(re.sub(r"<[^>]*>", "", html.unescape(value)))


def json_values(text):
    """All texts in a JSON value, in JSON Lines, or in none."""
    values = []
    for part in [text, *text.splitlines()]:
        if part[:1] in "{[":
            try:
                values.append(json.loads(part))
            except ValueError:
                continue
    while values:
        value = values.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            values += [*value.keys(), *value.values()]
        elif isinstance(value, list):
            values += value


class Article:
    """An article as the store has it: its id, its address, what each version says, and what nobody else says."""

    def __init__(self, own, address, versions):
        self.id, self.address, self.versions = own, address, versions
        self.distinctive, self.phrases = set(), []

    def distinguish(self, others):
        """Keeps what is in no text of others."""
        theirs = [words(text) for text in others]
        known = set().union(*map(grams, others)) if others else set()
        self.distinctive = set().union(*map(grams, self.versions.values())) - known
        heads = {text.split("\n", 1)[0] for text in self.versions.values()}
        self.phrases = [words(head) for head in heads if len(WORD.findall(head)) >= 3 and not any(words(head) in text for text in theirs)]

    def only_in(self, number):
        """What only that version says."""
        rest = set().union(*(grams(text) for other, text in self.versions.items() if other != number))
        return (grams(self.versions[number]) & self.distinctive) - rest


KNOWN = {}


def said(text, wanted, phrases=(), asked=""):
    """Which of the wanted runs and phrases a surface says, beside what it was asked for."""
    # Most surfaces are the same at every visit.
    key = hash(text), hash(frozenset(wanted)), tuple(phrases)
    if key not in KNOWN:
        KNOWN[key] = heard(text, wanted, phrases)
    own = words(asked)
    return {run for run in KNOWN[key] if f" {run} " not in own}


def heard(text, wanted, phrases):
    """See `said`."""
    found = set()
    for shape in set(shapes(text)):
        here = shape.split()
        found |= wanted & {" ".join(here[n:n + GRAM]) for n in range(len(here) - GRAM + 1)}
        found |= {phrase.strip() for phrase in phrases if phrase in shape}
    return found
