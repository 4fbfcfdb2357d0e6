"""Names and titles: others, more or fewer, misspelt."""
import collections
import re

from .edits import both_ways, swap
from .misspelling import misspelt
from .patterns import LETTER, alt, before_word, has_word, like, matches, words
from .tables.names import (
    CITIES, COUNTRIES, FIRMS, FOREIGN_PLACES, FOREIGN_TITLES, MEN, NEW_MEN, NEW_WOMEN, NOUNS, PLACE_LEADS, ROLE_WORDS, STATES,
    TITLES, VENUES, WOMEN)
from .tables.speech import SAYING

FULL_NAME = r"(?:" + alt(MEN, WOMEN) + r") (?:[A-Z]\. )?[A-Z][a-zäöüß]{3,}(?:-[A-Z][a-z]+)?"
PERSON = r"(?<=[a-z,;] )(" + FULL_NAME + r")\b(?![-’']|,? [A-ZÄÖÜ]|,? Jr|\.\w)"
NOT_FIRST_NAMES = words("Virginia Victoria Chelsea Christian Mark")  # not for sure: they are places or words, too
PLACES = alt(COUNTRIES, CITIES, STATES)
LONGER_TITLE = (r"\b(?:Vice|vice|former|Former|then|Deputy|deputy|ex|acting|late|Senior|senior|assistant|executive|managing|co|"
                r"First|first|General|Foreign|Prime|Chief|chief|Ex|US|U\.S\.|Attorney|Lt\.|campaign|legal|news|design|art|music|"
                r"opinion|general|film) ?-?$")


def people(s):
    """Full names in the middle of a sentence that holds one such name."""
    found = [m for m in matches(PERSON, s.text) if m.group(1).split()[0] not in NOT_FIRST_NAMES]
    return found if len(found) == 1 else []


def new_person(old, a, rng):
    """Another person, who is not in the article."""
    others = NEW_WOMEN if old.split()[0] in WOMEN else NEW_MEN
    return rng.choice([n for n in others if n.split()[1] not in a.text])


def places_in(s, language):
    """Names of places behind a preposition, as (match, label, list it is from). Group 1 is the name."""
    groups = [("countries", COUNTRIES), ("cities", CITIES), ("states", STATES)]
    if language != "en":
        groups = [("places", words(part)) for part in FOREIGN_PLACES.get(language, "").split(";") if part]
    for label, names in groups:
        if language == "tr":
            pattern = r"\b(" + alt(names) + r")(?=['’](?:da|ya|nın)\b)"
        elif language in PLACE_LEADS:
            alone = r"\b(?=[.,;]| [a-zäöü])(?! (?:and|or|und|oder|y|et|e|en|i)\b)(?!, [A-Z])"
            pattern = r"(?<=[a-zäöüß,] )(?:" + alt(PLACE_LEADS[language]) + r") (" + alt(names) + r")" + alone
        else:
            pattern = r"(" + alt(names) + r")"
        found = list(matches(pattern, s.text))
        if len(found) == 1 and s.text.count(found[0].group(1)) == 1:
            yield found[0], label, names


def name_changed(a, rng):
    """Another person, place or firm."""
    firms = r"(?<=[a-z,] )(" + alt(FIRMS) + r")\b(?=[.,;]| [a-z]|['’]s [a-z])(?! (?:and|or)\b)"
    for s in a.bland(SAYING):
        for m in people(s) if a.language in ("en", "de", "fr", "es", "it", "nl") else ():
            yield swap("name_changed", "person", s, m.start(1), m.end(1), new_person(m.group(1), a, rng))
        for m, label, names in places_in(s, a.language):
            new = rng.choice([n for n in names if n not in s.text and n[:3] != m.group(1)[:3]])
            if a.language == "tr":
                # The ending that stands behind the name has its vowel.
                alike = [n for n in names if n not in s.text and n[-1] in "aı" and m.group(1)[-1] in "aı"]
                if not alike:
                    continue
                new = rng.choice(alike)
            yield swap("name_changed", label, s, m.start(1), m.end(1), new)
        found = list(matches(firms, s.text)) if a.language == "en" else []
        if len(found) == 1 and s.text.count(found[0].group(1)) == 1:
            new = rng.choice([n for n in FIRMS if n not in s.text])
            yield swap("name_changed", "firm", s, found[0].start(1), found[0].end(1), new)


def name_gone(a, rng):
    """A name comes or goes: between commas, behind a noun, a state behind a city."""
    for s in a.clean:
        found = []
        if a.language == "en":
            found = [*printed_names(s), *planted_names(s, a, rng)]
        if a.language == "de" and not has_word(SAYING["de"], s.text):
            places = alt(FOREIGN_PLACES["de"].replace(";", " "))
            for m in matches(r"\b[A-ZÄÖÜ][a-zäöüß]+(?:ung|ion|enz|haus|treffen|wahl|gericht|büro|park|platz|schule|klinik|"
                             r"gipfel|krieg|heit|keit|markt|werk)(en)?( in (?:" + places + r"))(?=[.]| [a-zäöü])"
                             r"(?! (?:und|oder)\b)", s.text):
                found.append(("place behind a noun", m.start(2), m.end(2), ""))
        for label, start, end, new in found[:2]:
            came, went = ("name_added", "name_removed") if new else ("name_removed", "name_added")
            yield from both_ways(came, went, label, s, start, end, new)


def printed_names(s):
    """Names in an English sentence that it can do without, as (label, start, end, "")."""
    for m in matches(r"(?:\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Mm]y)|['’]s) (?:[a-z-]+ ){0,3}[a-z]{4,}"
                     r"(, ([A-Z][a-z]+ (?:[A-Z]\. )?[A-Z][a-z]{2,}),)(?= (?!and\b|or\b|the\b)[a-z])", s.text):
        if not re.search(PLACES, m.group(2)):
            yield "name between commas", m.start(1), m.end(1), ""
    for m in matches(r"\b(?:" + NOUNS + r")( (?:in|from|near|outside|across) (?:" + PLACES
                     + r"))(?=[.]| (?:that|which|when|after|before|to|on|and|with|where|for|as|was|were|is|are|has|have|had|by|"
                     r"at|during)\b)(?! (?:and|to) [A-Z])", s.text):
        if not re.search(r"\b(?:interest|faith|confidence)\w*$", s.text[:m.start(1)]):
            yield "place behind a noun", m.start(1), m.end(1), ""
    for m in matches(r"\b(?:" + alt(CITIES) + r"|[A-Z][a-z]+(?:ton|ville|burg|field|land))(, (?:" + alt(STATES, COUNTRIES)
                     + r"),)(?= (?!and\b|or\b)[a-z])", s.text):
        yield "state behind a city", m.start(1), m.end(1), ""


def planted_names(s, a, rng):
    """Names and places for those that an English sentence leaves unnamed, as (label, start, end, new)."""
    roles = alt(ROLE_WORDS)
    for m in matches(r"(?<=[a-z] )the (" + roles + r")(?= (?:was|is|has|had|will|did|told|said|who)\b)|"
                     r"^The (" + roles + r")(?= (?:was|is|has|had|will|did|told|said)\b)", s.text):
        role = m.group(1) or m.group(2)
        name = new_person("Mary X" if role in ("spokeswoman", "widow") else "John X", a, rng)
        yield "name planted", m.end(), m.end(), f", {name},"
    m = re.search(r"\b(?:a|the|an|this) (?:[a-z-]+ )?(?:" + alt(VENUES)
                  + r")(?=\.$| (?:on|where|when|after|with|last|before|this|during)\b)", s.text)
    if m and not re.search(r"\b(?:in|at|near|outside|from) (?:the )?[A-Z]", s.text):
        yield "place planted", m.end(), m.end(), " in " + rng.choice([c for c in CITIES if c not in a.text])


def typo_name(a, rng):
    """A name whose right spelling stands elsewhere in the article, or a place, was misspelt in the version before."""
    if a.language == "de":
        full = r"(?<=[a-zäöüß,] )(?:" + alt(MEN, WOMEN) + r") ([A-Z][a-zäöüß]{5,})\b(?!-)"
    elif a.language in ("en", "fr", "es", "it", "nl", "tr", "pl"):
        full = rf"(?<=[a-zà-ÿ,] )[A-Z]{LETTER}{{2,}} ([A-Z][a-zà-ÿ]{{5,}})\b(?!-)(?! [A-Z])"
    else:
        return
    times = collections.Counter(re.findall(r"\w+", a.text))
    for s in a.clean:
        found = [("surname", m) for m in matches(full, s.text)
                 if not re.search("(?:can|ese|ish|ean|ians?|tic|day|mas|ber|ary)$", m.group(1))
                 and times[m.group(1)] >= 2]
        if a.language == "en" and not found:
            found = [("place", m) for m, _, _ in places_in(s, "en") if len(m.group(1)) >= 6]
        for label, m in found[:1]:
            wrong = misspelt(m.group(1), a.vocabulary, rng)
            if wrong and s.text.count(m.group(1)) == 1:
                yield swap("typo_name", label, s, m.start(1), m.end(1), m.group(1), wrong)


def title_changed(a, rng):
    """A title before a name is another that the same person could have."""
    for s in a.clean:
        for old, new in TITLES if a.language == "en" else FOREIGN_TITLES.get(a.language, ()):
            m = title(s, a.language, old) if old in s.text else None
            if not m or a.language != "en" and s.text.split()[0] == old and new[0].islower():
                continue
            lead = before_word(s.text, m.start())
            if new.startswith("former") and (lead[:1].isupper() or lead in ("incumbent", "current", "sitting", "new", "next")):
                continue
            if lead in ("a", "an") and (new[0] in "aeiou") != (old[0] in "aeiou"):
                continue
            yield swap("title_changed", f"{old} to {new}", s, m.start(1), m.end(1), like(new, "X") if m.start() == 0 else new)


def title(s, language, name):
    """Where a title stands before a name, if it does once and is no part of a longer title."""
    if language != "en":
        who = r"[A-ZÄÖÜİŞÇ][a-zà-ÿışğ]+ [A-ZÄÖÜİŞÇ][a-zà-ÿışğ]+"
    elif name[0].islower():
        who = r"(?:" + alt(MEN, WOMEN) + r") [A-Z][a-z]+"
    else:
        who = r"(?:[A-Z]\. )?[A-Z][a-z]+(?: [A-Z][a-z]+)?"
    found = list(matches(r"(?<![-\w])(" + re.escape(name) + r") (?=" + who + r"\b)", s.text))
    return found[0] if len(found) == 1 and not re.search(LONGER_TITLE, s.text[:found[0].start()]) else None
