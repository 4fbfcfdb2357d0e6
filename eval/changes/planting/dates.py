"""Dates and times: others, or the same in other words."""
import re

from .edits import both_ways, swap
from .patterns import alt, before_word, matches, words
from .tables.days import DAY_LEADS, DAYS, MONTHS, SHORT_MONTHS, YEARS

CLOCKS = {"en": r"\b(?:at|around|until|by|after|before) (\d\d?)(?=(?::\d\d)? [ap]\.?m\b)",
          "de": r"\b(?:um|gegen|ab|bis) (\d\d?)(?=(?:[.:]\d\d)? Uhr)", "tr": r"\bsaat (\d\d)(?=[.:]\d\d)",
          "es": r"\ba las (\d\d?)(?=[:.]\d\d| horas)"}
# English months that are no other word.
SURE_MONTHS = tuple(month for month in words(MONTHS["en"]) if month not in ("May", "March"))
# What a weekday with the word before it may be: today, yesterday.
NEAR_DAYS = {("en", "on"): ("today", "yesterday"), ("de", "am"): ("heute", "gestern"), ("es", "el"): ("hoy", "ayer"),
             ("fr", "ce"): ("aujourd’hui",)}
GERMAN_DATE = r" (?:de[sr]|vo[nmr]|i[mn]|auf) "  # behind a weekday, what it is the day of
LAST_YEAR = {"sh": "2018", "polnear": "2015"}  # of the articles of a source
NEVER = "$^"


def weekdays(s, language):
    """The weekday of a sentence that has one, with what leads to it in group 1 and the day in group 2."""
    if language not in DAYS or len(list(matches(r"\b(?:" + alt(DAYS[language]) + r")", s.text))) != 1:
        return
    days = alt(DAYS[language])
    if language in DAY_LEADS:
        yield from matches(r"\b(" + alt(DAY_LEADS[language]) + r") (" + days
                           + r")\b(?=[.,;]| [a-zäöü])(?! (?:and|or|to|through|und|bis|oder)\b)", s.text)
    else:
        yield from matches(r"()(" + days + r")" + ("(?= (?:gün|sabah|akşam))" if language == "tr" else ""), s.text)


def shifted(year, rng):
    """Another year nearby, none that lies ahead of the articles."""
    return str(int(year) + rng.choice([-4, -3, -2, -1, 1] if int(year) < 2016 else [-4, -3, -2, -1]))


def month_days(s, language):
    """Day and month without a year: March 5, 5. März, 5 de marzo. Groups: m, d."""
    if language not in MONTHS or re.search(r"\b(?:Sept?\w*\.? 11|July 4|Jan\w*\.? 6)\b|\d{1,2}(?:st|nd|rd|th)", s.text):
        return
    months = alt(MONTHS[language])
    pattern = rf"\b(?P<d>\d\d?) (?P<m>{months})\b"
    if language == "en":
        short = "|".join(map(re.escape, SHORT_MONTHS.values()))
        pattern = rf"(?P<m>{months}|{short}) (?P<d>\d\d?)(?=[.;]| [a-z])(?! (?:to|and|or|through)\b)"
    elif language == "de":
        pattern = rf"\b(?P<d>\d\d?)\. (?P<m>{months})\b(?! (?:bis|und)\b)"
    elif language in ("es", "pt"):
        pattern = rf"\b(?P<d>\d\d?) de (?P<m>{months})\b"
    found = list(matches(pattern, s.text))
    ranged = r"[–-]$|\b(?:and|to|und|[Bb]is|y|et|a|al)\b.?$"
    if len(found) == 1 and not re.search(ranged, s.text[:found[0].start()].rstrip()[-4:]):
        yield found[0]


def date_changed(a, rng):
    """Weekday, month, day, year and clock time become others; a weekday comes or goes."""
    language = a.language
    month_before = rf"(?:{alt(MONTHS.get(language, 'x'))})\b.{{0,8}}$"
    bare_month = r"\b(?:in|since|last|next|late|early) (" + alt(SURE_MONTHS) + r")\b(?=[.,;]| [a-z])(?!,? \d)"
    for s in a.clean:
        for m in weekdays(s, language):
            new = rng.choice([d for d in words(DAYS[language]) if d != m.group(2)])
            yield swap("date_changed", "weekday", s, m.start(2), m.end(2), new)
            if language == "en" and m.group(1) == "on" and m.start() > 12 and s.text[m.end()] in ".,":
                if before_word(s.text, m.start())[-1:].isalpha():
                    yield from both_ways("date_changed", "date_changed", "weekday gone", s, m.start() - 1, m.end(), "")
        for m in month_days(s, language):
            day, month = m.group("d"), m.group("m")
            others = [str(n) for n in range(10, 29)] if len(day) == 2 else "23456789"
            yield swap("date_changed", "day", s, m.start("d"), m.end("d"), rng.choice([d for d in others if d != day]))
            if not re.search(r"\w+\.$", month):
                new = rng.choice([x for x in words(MONTHS[language]) if x != month])
                yield swap("date_changed", "month", s, m.start("m"), m.end("m"), new)
        years = re.findall(r"(?:19|20)\d\d", s.text)
        for m in matches(YEARS.get(language, NEVER), s.text) if len(years) == 1 else ():
            if not re.search(month_before, s.text[:m.start(1)]):
                yield swap("date_changed", "year", s, m.start(1), m.end(1), shifted(m.group(1), rng))
        for m in matches(bare_month, s.text) if language == "en" else ():
            if len(re.findall(alt(MONTHS["en"]), s.text)) == 1:
                new = rng.choice([x for x in SURE_MONTHS if x != m.group(1)])
                yield swap("date_changed", "month", s, m.start(1), m.end(1), new)
        for m in matches(CLOCKS.get(language, NEVER), s.text):
            hours = range(2, 12) if language == "en" else range(10, 23)
            new = rng.choice([str(n) for n in hours if str(n) != m.group(1)])
            yield swap("date_changed", "clock", s, m.start(1), m.end(1), new)


def date_rephrased(a, rng):
    """The same day or time in other words."""
    for s in a.clean:
        found = [*weekday_forms(s, a.language), *day_forms(s, a.language)]
        if a.language == "en":
            found += english_forms(s, a.name.split("/")[0])
        if a.language == "de":
            found += german_forms(s)
        for label, start, end, new in found:
            yield from both_ways("date_rephrased", "date_rephrased", label, s, start, end, new)


def weekday_forms(s, language):
    """Weekdays as today and yesterday, or shortened, as (label, start, end, new)."""
    for m in weekdays(s, language):
        lead, day = m.group(1), m.group(2)
        if m.start() <= 5 and language != "fr" or language == "de" and re.match(GERMAN_DATE, s.text[m.end():]):
            continue
        for name, new in zip(("today", "yesterday"), NEAR_DAYS.get((language, lead), ())):
            yield f"weekday to {name}", m.start(), m.end(), new
        if language == "en" and lead == "on":
            yield "weekday shortened", m.start(2), m.end(2), {"Tuesday": "Tues.", "Thursday": "Thurs."}.get(day, day[:3] + ".")


def day_forms(s, language):
    """A day and its month in other orders and lengths, as (label, start, end, new)."""
    for m in month_days(s, language):
        month, day = m.group("m"), m.group("d")
        if language == "en":
            long = next((k for k, v in SHORT_MONTHS.items() if v == month), month)
            yield "day first", m.start(), m.end(), f"{day} {long}"
            if month == long:
                yield "ordinal", m.end("d"), m.end("d"), ordinal(day)
            if month in SHORT_MONTHS:
                yield "month shortened", m.start("m"), m.end("m"), SHORT_MONTHS[month]
            elif long != month:
                yield "month in full", m.start("m"), m.end("m"), long
        if language == "de" and not re.match(r" \d{4}", s.text[m.end():]):
            yield "figures", m.start(), m.end(), f"{day}.{month_number(month, language)}."


def ordinal(day):
    return "th" if int(day) in (11, 12, 13) else {"1": "st", "2": "nd", "3": "rd"}.get(day[-1], "th")


def month_number(month, language):
    return words(MONTHS[language]).index(month) + 1


def english_forms(s, source):
    """Whole dates, clock times and years, as (label, start, end, new)."""
    for m in matches(r"\b(" + alt(MONTHS["en"]) + r") (\d\d?), (\d{4})\b", s.text):
        month, day, year = m.groups()
        yield "day first", m.start(), m.end(), f"{day} {month} {year}"
        yield "figures", m.start(), m.end(), f"{year}-{month_number(month, 'en'):02}-{int(day):02}"
    for m in matches(r"(?<![-–:])\b(\d\d?)(:\d\d)? ([ap])\.?m\b(?=,| [a-z])\.?|"
                     r"(?<![-–:])\b(\d\d?)(:\d\d)? ([ap])\.m\.(?= [a-z])", s.text):
        hour, minutes, half = (m.group(1) or m.group(4)), (m.group(2) or m.group(5) or ""), (m.group(3) or m.group(6))
        yield "clock closed up", m.start(), m.end(), f"{hour}{minutes}{half}m"
        yield "24 hours", m.start(), m.end(), f"{int(hour) % 12 + (12 if half == 'p' else 0)}{minutes or ':00'}"
        if not minutes and half == "p" and 6 <= int(hour) <= 9:
            yield "o’clock", m.start(), m.end(), f"{hour} o’clock in the evening"
    for m in matches(r"\b(?:in) ((?:19|20)\d\d)\b(?=[.,;]| [a-z])", s.text):
        if len(re.findall(r"(?:19|20)\d\d", s.text)) == 1 and not re.search(rf"(?:{alt(MONTHS['en'])})\b", s.text):
            yield "the year", m.start(1), m.end(1), "the year " + m.group(1)
    for m in matches(r"(?<=[a-z] )last year\b(?=[.,]| (?:to|by|in|when|as|after|with|that|for)\b)", s.text):
        if source in LAST_YEAR and not re.search(r"\d{4}", s.text):
            yield "last year", m.start(), m.end(), "in " + LAST_YEAR[source]


def german_forms(s):
    """Whole dates, clock times and years, as (label, start, end, new)."""
    for m in matches(r"\b(\d\d?)\. (" + alt(MONTHS["de"]) + r") (\d{4})\b", s.text):
        day, month, year = m.groups()
        yield "figures", m.start(), m.end(), f"{int(day):02}.{month_number(month, 'de'):02}.{year}"
    for m in matches(r"\b(\d\d?) Uhr\b", s.text):
        yield "clock", m.start(), m.end(), f"{m.group(1)}.00 Uhr"
    for m in matches(r"\b[Ii]m Jahre? (\d{4})\b", s.text):
        if m.start() > 4:
            yield "the year", m.start(), m.end(), m.group(1)
