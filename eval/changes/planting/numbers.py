"""Numbers: other ones, more or fewer of them, the same in another form."""
import functools
import re

from .edits import both_ways, swap
from .patterns import LETTER, alt, before_word, matches, words
from .tables.quantities import (
    COUNTABLES, DETERMINERS, LABELLED, MEASURES, MORE_NUMBERS, NOT_NOUNS, NUMBER_WORDS, PLAIN_ADJECTIVES, TIME_UNITS, UNITS)


@functools.lru_cache(None)
def number_tokens(text, language):
    """All that is a number in a text, in figures or words."""
    pattern = r"\d[\d.,]*\d|\d"
    if language in NUMBER_WORDS:
        named = list(words(NUMBER_WORDS[language])) + ([MORE_NUMBERS[language]] if language in MORE_NUMBERS else [])
        pattern += r"|\b(?:" + "|".join(named) + r")\b"
    return tuple(matches(pattern, text, re.I))


def only_number(s, m, language):
    """Whether a number is the only one of its sentence, save a million behind it."""
    return all(m.start() <= t.start() < m.end() for t in number_tokens(s.text, language))


def other_number(text, rng):
    """Another number of the same length, mostly: a figure changed, two figures swapped, the point moved."""
    spots = [i for i, c in enumerate(text) if c.isdigit()]
    if len(spots) == 1:
        return rng.choice([c for c in "23456789" if c != text])
    a, b = spots[0], spots[1]
    ways = []
    if text[a] != text[b] and text[b] != "0":
        ways.append(text[:a] + text[b] + text[a + 1:b] + text[a] + text[b + 1:])
    ways.append(text[:a] + rng.choice([c for c in "123456789" if c != text[a]]) + text[a + 1:])
    if re.fullmatch(r"[1-9]\.[1-9]", text):
        ways.append(text.replace(".", ""))
    return rng.choice(ways)


def counted(s, language):
    """Numbers before a plural noun, the noun in group 2."""
    named = "|".join(words(NUMBER_WORDS[language]))
    if language == "en":
        pattern = r"(?<![\w$£€.,:/–+-])(\d{1,3}(?:,\d{3})*|" + named + r") ([a-z]{3,}s|people|men|women|children)\b(?![-’'])"
    else:
        pattern = r"(?<![\w.,:/–+-])(\d{1,3}(?:\.\d{3})*|" + named + r") ([A-ZÄÖÜ][a-zäöüß]{3,}(?:en|er|e|n|s))\b(?![-’'])"
    for m in matches(pattern, s.text):
        number, noun = m.groups()
        if noun in TIME_UNITS[language] or noun in NOT_NOUNS or noun.endswith("ss") or number in ("0", "1"):
            continue
        lead = before_word(s.text, m.start(1))
        if only_number(s, m, language) and (lead in ("than", "least") or not re.search(LABELLED, lead)):
            yield m


def number_changed(a, rng):
    """Counts, percents, money, decimals, thousands and number words."""
    patterns = {"percent": r"(?<![\w.,$-])(\d{1,2}(?:[.,]\d)?)(?= ?%| per ?cent\b| Prozent\b)",
                "money": r"[$£€](\d[\d,]*(?:\.\d+)?)(?: (?:million|billion|trillion))?(?![\w-])"}
    if a.language in UNITS:
        tail = r"(?=(?:" + alt(UNITS[a.language]) + r"))" if a.wide else r"(?= (?:" + alt(UNITS[a.language]) + r")(?!\w))"
        patterns["unit"] = r"(?<![\w.,-])(\d{1,3}(?:[.,]\d+)?)" + tail
    if a.language == "tr":
        patterns["percent"] = r"\byüzde (\d\d(?:,\d)?)(?= )"
    for s in a.clean:
        for m in counted(s, a.language) if a.language in ("en", "de") else ():
            named, old = words(NUMBER_WORDS[a.language]), m.group(1)
            new = rng.choice([w for w in named if w != old]) if old in named else other_number(old, rng)
            label = "word" if old in named else "thousands" if len(old) > 3 else "count"
            yield swap("number_changed", label, s, m.start(1), m.end(1), new)
        for label, pattern in patterns.items():
            for m in matches(pattern, s.text):
                old = m.group(1)
                if not only_number(s, m, a.language) or before_word(s.text, m.start()) in ("a", "an"):
                    continue
                if not re.search("[2-9]", old):
                    continue
                new = other_number(old, rng)
                if label == "unit" and a.language in ("pl", "ar"):
                    new = other_number(old[0], rng) + old[1:] if len(old) > 1 else old
                if new != old:
                    decimal = re.search(r"\d[.,]\d$", old)
                    yield swap("number_changed", "decimal" if decimal else label, s, m.start(1), m.end(1), new)


def number_planted(a, rng):
    """A small number stands before a plural noun with an article, where the sentence has none."""
    if a.language != "en":
        return
    whole = r"\b(?:all|both|of|most|many|between) (?:the|these|those|its|their|his|her) "
    pattern = r"\b(?:[Tt]he|[Tt]hese|[Tt]hose|its|their|his|her)( )(?:" + alt(COUNTABLES) + r")\b(?![-’'])"
    for s in a.clean:
        found = list(matches(pattern, s.text))
        if len(found) != 1 or number_tokens(s.text, "en") or re.search(whole, s.text[:found[0].end(1)], re.I):
            continue
        number = rng.choice(words("two three four five six seven eight nine ten 11 12"))
        yield from both_ways("number_added", "number_removed", "planted", s, found[0].start(1), found[0].end(1), f" {number} ")


def number_gone(a, rng):
    """The number before a plural noun comes or goes: the 12 states, the states."""
    if a.language not in DETERMINERS:
        return
    noun = {"de": r"[A-ZÄÖÜ][a-zäöüß]{3,}(?:en|er|e|n|s)",
            "en": r"(?:" + PLAIN_ADJECTIVES + r" )?(?:[a-z]{3,}s|people|men|women|children)",
            "it": r"[a-zà-ú]{3,}[ie]", "nl": r"[a-z]{3,}(?:en|s)"}.get(a.language, r"[a-zà-ú]{3,}s")
    pattern = (r"(?<!\w)(?:" + alt(DETERMINERS[a.language]) + r") ((?:\d{1,3}(?:[.,]\d{3})*|" + alt(NUMBER_WORDS[a.language])
               + r") )(?:" + noun + r")\b(?![-’'])")
    units = TIME_UNITS.get(a.language, ()) + NOT_NOUNS + words(UNITS.get(a.language, ""))
    for s in a.clean:
        for m in matches(pattern, s.text, re.I):
            last, lead = m.group().rsplit(" ", 1)[-1], s.text[:m.start(1)]
            if last in units or last.endswith("ss") or m.group(1).strip() in ("0", "1") or not only_number(s, m, a.language):
                continue
            if last in MEASURES or last[0].isupper() and a.language != "de":
                continue
            if a.language == "en" and last != "people":
                # "by 3 points" says nothing without its number.
                if re.search(r"\b(?:by|to|between) $", lead):
                    continue
                if re.search(r"\b(?:from|for) $", lead) and last in ("games", "points", "goals"):
                    continue
            yield from both_ways("number_removed", "number_added", "before a noun", s, m.start(1), m.end(1), "")


def cosmetic_number(a, rng):
    """The same quantity in another form."""
    named = words(NUMBER_WORDS.get(a.language, ""))
    for s in a.clean:
        found = []
        for m in counted(s, a.language) if a.language in ("en", "de") else ():
            if m.group(1) in named:
                found.append(("word to figures", m.start(1), m.end(1), str(named.index(m.group(1)) + 2)))
            elif m.group(1).isdigit() and int(m.group(1)) <= len(named) + 1:
                found.append(("figures to word", m.start(1), m.end(1), named[int(m.group(1)) - 2]))
        found += english_forms(s, named) if a.language == "en" else foreign_forms(s, a.language)
        for label, start, end, new in found:
            if all(start - 12 <= t.start() <= end for t in number_tokens(s.text, a.language)):
                yield from both_ways("cosmetic_number", "cosmetic_number", label, s, start, end, new)


def english_forms(s, named):
    """Percents, thousands, money and millions, as (label, start, end, new)."""
    for m in matches(r"(?<![\w.,$])(\d[\d.]*)( per ?cent|%)(?= (?:of|in|and|on|for|from|to)\b|[.,])", s.text):
        yield "percent", m.start(2), m.end(2), "%" if " " in m.group(2) else " percent"
    for m in matches(r"(?<![\w.,$£€])(\d{1,3}),(\d{3}) (?=[a-z]+s\b|people)", s.text):
        yield "comma", m.start(1), m.end(2), m.group(1) + m.group(2)
        if m.group(2) == "000" and int(m.group(1)) in range(2, 21):
            yield "thousands", m.start(1), m.end(2), named[int(m.group(1)) - 2] + " thousand"
    for m in matches(r"[$£](\d+(?:\.\d)?) (million|billion)\b(?!-)", s.text):
        yield "money letter", m.end(1), m.end(2), {"million": "m", "billion": "bn"}[m.group(2)]
        yield "money figures", m.start(1), m.end(2), in_full(m.group(1), 6 if m.group(2) == "million" else 9)
    for m in matches(r"(?<![\w.,$£€])(\d+(?:\.\d)?) million\b(?!-)", s.text):
        yield "million", m.start(), m.end(), in_full(m.group(1), 6)


def in_full(number, zeros):
    """1.5 with 6 zeros as 1,500,000."""
    whole, _, part = number.partition(".")
    return f"{int((whole + part).ljust(len(whole) + zeros, '0')):,}"


def foreign_forms(s, language):
    """Percents and the mark between thousands, as (label, start, end, new)."""
    if language == "de":
        for m in matches(r"(?<![\w.,])\d[\d.,]*( Prozent\b| ?%)", s.text):
            yield "percent", m.start(1), m.end(1), " %" if "P" in m.group(1) else " Prozent"
    if language in ("de", "es", "it", "nl", "tr"):
        for m in matches(r"(?<![\w.,])(\d{1,3})(\.)(\d{3})(?= " + LETTER + r"{3,})", s.text):
            yield "separator", m.start(2), m.end(2), " "
