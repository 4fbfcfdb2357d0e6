"""Headlines: with a kicker, a clause, another number, word, place or person; typeset otherwise."""
import re

from .edits import both_ways, swap
from .misspelling import misspelt
from .names import PLACES, new_person
from .numbers import number_tokens, other_number
from .patterns import LETTER, alt, before_word, first, has_any, has_word, like, matches, table, words
from .sentences import DOUBLE, Sentence
from .tables.doubt import HEDGE, NEGATION
from .tables.names import CITIES, COUNTRIES, MEN, STATES, SURNAMES, WOMEN
from .tables.speech import SAYING
from .tables.wording import CLAUSES, KICKERS, SYNONYMS
from .typesetting import curled, settings

# Words whose synonyms fit wherever a headline has them.
SURE_SYNONYMS = words("huge workers firm firms cars doctors jobs quickly difficult important famous wealthy residents kids goals "
                      "mistake dangers frequently shops lawmakers supporters opponents major completely serious strange powerful "
                      "nations plan talks players images photos entire")
NAMED_NUMBERS = words("top a an iphone galaxy ios march may no.")  # before a number that is part of a name
QUANTITY = (r"(?<![\w.,:/–-])(?!(?:19|20)\d\d)(\d{1,4}(?:[.,]\d+)?)(?![\w.,:/-])"
            r"(?= ?(?:%|percent|per cent|million|billion|people|dead|hurt|injured|Prozent|Millionen|Milliarden|Euro|Tote|"
            r"[a-z]{3,}s\b|households|[A-Z][a-z]{3,}s\b|人|億|万|kişi|milyon)|"
            r"(?<=(?: to|han|ast|rly|out| of) \d\d)(?= as | after | in |$))")


def headline(a):
    """The headline as a sentence by itself."""
    return Sentence("h", 0, len(a.headline), a.headline, 0)


def headline_changed(a, rng):
    """The headline says more, less or something else."""
    h, s = a.headline, headline(a)
    if not (8 if a.wide else 20) <= len(h) <= 160:
        return
    for kicker in KICKERS.get(a.language, ()) if ":" not in h and "|" not in h else ():
        yield swap("headline_changed", "kicker", s, 0, 0, kicker, more={"minor_wording"})
        yield swap("headline_changed", "kicker gone", s, 0, 0, "", kicker, more={"minor_wording"})
    if re.search("[" + DOUBLE + "‘]", h) or re.search(r"(?<!\w)['’]|['’](?!\w)", h):
        return
    if h[-1].isalnum() and "|" not in h and " - " not in h and not re.search(r"\b(?:as|amid|while)\b", h):
        for clause in CLAUSES.get(a.language, ()):
            if ":" not in h or not clause.startswith(":"):
                yield swap("headline_changed", "clause", s, len(h), len(h), clause, more={"reworded"})
                yield swap("headline_changed", "clause gone", s, len(h), len(h), "", clause, more={"reworded"})
    for m in matches(QUANTITY, h) if len(number_tokens(h, a.language)) == 1 else ():
        number, lead = m.group(1), before_word(h, m.start())
        if number not in ("0", "1") and re.search("[2-9]", number) and not re.match("[A-Z]", lead):
            if lead.lower() not in NAMED_NUMBERS:
                new = other_number(number, rng)
                yield swap("headline_changed", "number", s, m.start(1), m.end(1), new, more={"number_changed"})
    if a.language == "en" and not has_word(SAYING["en"], h):
        yield from synonym(s)
        yield from other_names(a, s, rng)


def synonym(s):
    """A word of an English headline is a synonym."""
    low = s.text.lower()
    for old, new in table(SYNONYMS["en"]):
        m = first(r"(?<![\w’'-])" + old + r"(?![\w’'-])", low) if old in SURE_SYNONYMS else None
        if m and before_word(low, m.start()) not in ("a", "an", "steve"):
            yield swap("headline_changed", "synonym", s, m.start(), m.end(), like(new, s.text[m.start():]), more={"minor_wording"})


def other_names(a, s, rng):
    """A place, a surname, a person of an English headline is another."""
    h = s.text
    found = list(matches(r"\b(" + PLACES + r")\b", h))
    after = r"$|[.:;]| [a-z]| (?:As|After|To|In|And|For|On|Over|With|Amid|Is|Are|Was|Will|Has|By|At|That)\b"
    if len(found) == 1 and re.search(r"\b(?:in|from|to|for|on|of|across|against) $", h[:found[0].start()], re.I):
        name, end = found[0].group(), found[0].end()
        if re.match(after, h[end:]):
            group = next(g for g in (COUNTRIES, CITIES, STATES) if name in g)
            new = rng.choice([n for n in group if n not in h and n[:3] != name[:3]])
            yield swap("headline_changed", "place", s, found[0].start(), end, new, more={"name_changed"})
    found = list(matches(r"\b(" + alt(SURNAMES) + r")\b(?=[ ,:]|$)(?! (?:Tower|Hotel|University|Foundation|Organization|Global|"
                         r"Jr))", h))
    if len(found) == 1 and before_word(h, found[0].start()) not in MEN + WOMEN + ("Rodham",):
        new = rng.choice([n for n in SURNAMES if n not in h and n not in a.text])
        yield swap("headline_changed", "surname", s, found[0].start(), found[0].end(), new, more={"name_changed"})
    found = [m for m in matches(r"\b(?:" + alt(MEN, WOMEN) + r") [A-Z][a-z]{3,}\b(?=[ ,:]|$)", h)
             if re.search(m.group() + r"[,.]? ?[a-z]", a.text)]
    if len(found) == 1 and not re.match(r" (?:Jr|Show|House|Administration|[A-Z][a-z]+ (?:Act|Show))", h[found[0].end():]):
        new = new_person(found[0].group(), a, rng)
        yield swap("headline_changed", "person", s, found[0].start(), found[0].end(), new, more={"name_changed"})


def headline_cosmetic(a, rng):
    """The headline is typeset otherwise, or a misspelling in it is mended."""
    h, s = a.headline, headline(a)
    if len(h) < 15 or a.language in ("ja", "zh", "ar"):
        return
    for label, start, end, new in settings(h):
        yield from both_ways("headline_cosmetic", "headline_cosmetic", label, s, start, end, new, may={"cosmetic"})
    new = curled(h)
    if new:
        yield swap("headline_cosmetic", "curly or straight quotation marks", s, 0, len(h), new, may={"cosmetic"})
    found = [m for m in matches(rf"(?<![\w’'-]){LETTER}{{7,}}(?![\w’'-])", h)
             if a.common[m.group().lower()] >= 2 and m.group().lower() not in a.names
             and (a.language != "de" or m.group()[0].islower())]
    if found:
        m = rng.choice(found)
        wrong = misspelt(m.group(), a.vocabulary, rng)
        if wrong and not has_any((SAYING, HEDGE, NEGATION), a.language, m.group()):
            yield swap("headline_cosmetic", "misspelling mended", s, m.start(), m.end(), m.group(), wrong, may={"typo"})
