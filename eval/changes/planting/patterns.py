"""Lists of words, and patterns made of them. All is kept once made: the same few are asked for in every sentence."""
import functools
import re

LETTER = r"[^\W\d_]"


@functools.lru_cache(None)
def words(text):
    return tuple(text.split())


@functools.lru_cache(None)
def parted(text):
    """Phrases parted by commas."""
    return tuple(text.split(","))


@functools.lru_cache(None)
def table(text):
    """Pairs of old and new, from old=new,old=new."""
    return tuple(tuple(pair.split("=")) for pair in text.split(","))


@functools.lru_cache(None)
def alt(*lists):
    """A pattern of alternatives, longest first."""
    found = [w for group in lists for w in (words(group) if isinstance(group, str) else group)]
    return "|".join(sorted(map(re.escape, found), key=len, reverse=True))


@functools.lru_cache(None)
def compiled(pattern, flags=0):
    return re.compile(pattern, flags)


def matches(pattern, text, flags=0):
    return compiled(pattern, flags).finditer(text)


def first(pattern, text):
    return next(matches(pattern, text), None)


@functools.lru_cache(None)
def has_word(pattern, text):
    return compiled(r"\b(?:" + pattern + r")\b", re.I).search(text) is not None


def has_any(tables, language, text):
    """Whether a text has a word of one of these tables of patterns by language."""
    return any(has_word(t[language], text) for t in tables if language in t)


def like(word, model):
    """A word with the capital of another."""
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


def before_word(text, at):
    """The word before a place."""
    return text[:at].rstrip().rsplit(" ", 1)[-1]
