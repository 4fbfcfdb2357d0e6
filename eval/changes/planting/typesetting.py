"""Punctuation, quotation marks, capitals and typesetting."""
import re

from .edits import Edit, both_ways, short
from .patterns import alt, first, matches, table
from .sentences import DOUBLE, quotations
from .tables.speech import SAYING
from .tables.wording import AND_BUT, CASES, SCARE, SCARE_MARKS


def punct(a, rng):
    """A mark of punctuation comes, goes or is another."""
    for s in a.clean:
        found = wide_marks(s.text) if a.wide else marks(s.text, a.language)
        if not a.wide and s.end == len(a.paras[s.para]):
            end = len(s.text)
            found += [("full stop gone", end - 1, end, ""), ("full stop to exclamation mark", end - 1, end, "!")]
        for label, start, end, new in found:
            yield from both_ways("punct", "punct", label, s, start, end, new)


def wide_marks(text):
    """A comma of a Japanese or Chinese sentence that can go, as (label, start, end, new)."""
    if "、" not in text and text.count("，") < 2:
        return []
    at = text.find("、") if "、" in text else text.find("，")
    return [("comma gone", at, at + 1, "")]


def marks(text, language):
    """Marks within a sentence that can be others, as (label, start, end, new)."""
    found = []
    if language in AND_BUT:
        found += [("comma before a conjunction", m.start(1), m.end(1), "")
                  for m in matches(r"[a-zà-ÿ](,) (?:" + alt(AND_BUT[language]) + r") [a-zà-ÿ]", text)]
    if language == "en":
        found += [("serial comma", m.end(1), m.end(1), ",")
                  for m in matches(r"[a-z]{3,}, ([a-z]{3,}) and [a-z]{3,}\b", text)]
        found += [("comma behind the opening", m.start(1), m.end(1), "")
                  for m in matches(r"^(?:On|In|At|After|Before|During|For|By|Since|With|Later|Meanwhile|Instead|Still|Then|"
                                   r"However|Now|Today)\b[^,]{0,40}(,) [a-z]", text)]
    found += [("semicolon to comma", m.start(), m.end(), ",") for m in matches(r"(?<=[a-zà-ÿ]);(?= [a-zà-ÿ])", text)]
    found += [("dashes to commas", m.start(), m.end(), ", " + m.group(1) + ", ")
              for m in matches(r" [–—] ([^–—,]{4,80}?) [–—] ", text)]
    if len(re.findall("[–—]", text)) == 1:
        found += [("dash to comma", m.start(), m.end(), ", ") for m in matches(r" [–—] (?=[a-zà-ÿ])", text)]
    found += [("brackets to commas", m.start(), m.end(), ", " + m.group(1) + ", ")
              for m in matches(r" \(([a-zà-ÿ][^(),]{4,60})\) (?=[a-z])", text)]
    return found


def quote_marks(a, rng):
    """Marks of distance stand about a word; the marks of a quotation are of another kind."""
    for s in a.bland(SAYING) if a.language in SCARE else ():
        for m in matches(r"(?<=[a-zäöüßà-ÿ,] )(" + alt(SCARE[a.language]) + r")(?=[.,]| [a-zà-ÿ])", s.text):
            about = rng.choice(SCARE_MARKS[a.language])
            space = " " if a.language == "fr" else ""
            new = about[0] + space + m.group() + space + about[1]
            yield from both_ways("quote_marks", "quote_marks", f"about a word {about}", s, m.start(), m.end(), new)
    kinds = {"“”": ["‘’"] if a.language == "en" else ["«»", "‘’"], '""': ["''"] if a.language == "en" else ["«»"],
             "„“": ["»«", "“”", "«»"], "«»": ["“”", "„“"], "””": ["»»"]}
    for i, p in enumerate(a.paras) if not a.wide else ():
        spans = quotations(p)
        if len(spans) != 1 or sum(p.count(c) for c in DOUBLE) != 2:
            continue
        start, end = spans[0]
        inner, old = p[start:end], p[start - 1] + p[end]
        if inner == inner.strip() and not re.search(r"[’'‘]", inner):
            for new in kinds.get(old, ()):
                yield Edit("quote_marks", f"kind {old} to {new}",
                           [(i, start - 1, end + 1, old[0] + inner + old[1], new[0] + inner + new[1])], places=[(i, 50)],
                           what=f"kind {old} to {new}")


def case(a, rng):
    """A word has another capital."""
    for old, new in table(CASES[a.language]) if a.language in CASES else ():
        for s in a.clean:
            found = list(matches(r"(?<=[a-zà-ÿ] )" + old + r"(?=[.,]| [a-zà-ÿ])", s.text)) if old in s.text else ()
            if len(found) == 1:
                yield from both_ways("case", "case", f"{old} to {new}", s, found[0].start(), found[0].end(), new)


def settings(text):
    """Other typesettings of a text as (label, start, end, new)."""
    found = []
    for m in matches(r"(?<=[a-z])(['’])(?=[a-z])", text):
        found.append(("apostrophe", m.start(), m.end(), "’" if m.group() == "'" else "'"))
    for m in matches(r"(?<=[a-zà-ÿ]) ([–—-]) (?=[a-zà-ÿ])", text):
        found.append(("dash width", m.start(1), m.end(1), {"–": "—", "—": "–", "-": "–"}[m.group(1)]))
    for m in matches(r"(?<=\d) (?=(?:percent|per cent|million|billion|people|Prozent|Euro|Millionen|%|euros|millions|"
                     r"millones)\b)", text):
        found.append(("no-break space", m.start(), m.end(), "\u00a0"))
    m = first(r"(?<=[a-zà-ÿ]{4}[,.]) (?=\w)", text) or first(r"(?<=[a-zà-ÿ]{4}) (?=[a-z]{4})", text)
    if m:
        found.append(("two spaces", m.start(), m.end(), "  "))
    m = first(r"(?<=[a-zà-ÿ]{4})(?=[a-zà-ÿ]{4})", text)
    if m:
        found.append(("soft hyphen", m.start(), m.end(), "\u00ad"))
    return found


def curled(p):
    """The quotation marks of a paragraph curled or made straight; None where that is not certain."""
    spans = quotations(p)
    if not spans or "‘" in p or "«" in p or "„" in p or "「" in p:
        return None
    if '"' in p and "“" not in p:
        for start, end in reversed(spans):
            p = p[:start - 1] + "“" + p[start:end] + "”" + p[end + 1:]
        return p
    return p.replace("“", '"').replace("”", '"') if '"' not in p else None


def cosmetic(a, rng):
    """Another typesetting of the same."""
    for s in a.clean:
        for label, start, end, new in settings(s.text):
            yield from both_ways("cosmetic", "cosmetic", label, s, start, end, new)
    for i, p in enumerate(a.paras):
        new = curled(p)
        if new:
            yield Edit("cosmetic", "curly or straight quotation marks", paras={i: ([p], [new])},
                       what=f"curly or straight marks {short(p)!r}")
