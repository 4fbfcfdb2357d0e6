"""Who a statement is from, and in which tone it is reported."""
import re

from .edits import Edit, both_ways, swap
from .patterns import alt, compiled, matches, parted, words
from .quotations import inside, sentence_numbers
from .tables.doubt import HEDGE, NEGATION
from .tables.speech import FOREIGN_TONES, GERMAN_SOURCES, LEADS, SAYING, SOURCES, TAILS, TONES, VERBS

SAID = r"\b(?:" + SAYING["en"] + r")\b"
PASSIVE = r"\b(?:is|are|was|were|been|be|has|have|had|being|to|{more}) $"
OPENINGS = words("The A An In On At He She They It This These Its Their His Her Two Three Many More Most Der Die Das Ein Eine Es "
                 "Er Sie Am Im In El La Los Las Un Una En Le Les L’ Il La Lo I Gli De Het Een W Na Po")
# Tones that need more behind them than a full stop.
WORDY_TONES = words("bragged confessed fumed complained lamented")
QUOTE_TONES = words("claimed insisted admitted conceded boasted complained warned lamented fumed")


def attrib_changed(a, rng):
    """Another source, or another verb of saying that means the same."""
    if a.language == "en":
        source = (r"\b(?:according to |, )(" + alt(SOURCES) + r")(?= said\.|[.,] )|"
                  r"\b[Aa]ccording to (" + alt(SOURCES) + r")(?=[.,])")
        for s in a.clean:
            for m in matches(source, s.text):
                n = 1 if m.group(1) else 2
                new = rng.choice([x for x in SOURCES if x != m.group(n)])
                yield swap("attrib_changed", "source", s, m.start(n), m.end(n), new)
            if len(re.findall(SAID, s.text)) != 1:
                continue
            for old, new in VERBS:
                found = list(matches(r"(?<=[a-z] )" + old + r"(?= (?:that|the|it|he|she|they)\b)", s.text))
                if len(found) == 1 and not re.search(PASSIVE.format(more="will"), s.text[:found[0].start()]):
                    yield swap("attrib_changed", f"{old} to {new}", s, found[0].start(), found[0].end(), new)
    if a.language in ("en", "de"):
        for s in a.bland(SAYING, HEDGE, NEGATION):
            if a.language == "en":
                one, two = (f", according to {source}" for source in rng.sample(SOURCES, 2))
            else:
                one, two = (f", teilte {source} mit" for source in rng.sample(GERMAN_SOURCES, 2))
            at = len(s.text) - 1
            yield swap("attrib_changed", "source at the end", s, at, at, two, one)


def statement(s):
    """Whether a sentence states something by itself, not leaning on the one before."""
    first = s.text.split()[0]
    return first in OPENINGS or first[0].isupper() and s.number == 0


def attrib_gone(a, rng):
    """What was told plainly is now somebody's word, or the other way about."""
    for s in a.bland(SAYING, HEDGE, NEGATION) if a.language in TAILS else ():
        if statement(s) and not re.search(r"\b(?:I|we|you|my|our)\b", s.text, re.I):
            tail = rng.choice(TAILS[a.language])
            at = len(s.text) - 1
            yield from both_ways("attrib_added", "attrib_removed", tail.strip(", ") + " behind", s, at, at, tail)
            if a.language == "en" and s.text.split()[0] in words("The A An He She They It This These Many Its Their"):
                lead = rng.choice(LEADS)
                yield from both_ways("attrib_added", "attrib_removed", lead.strip() + " before", s, 0, 1,
                                     lead + s.text[0].lower())
    for s in a.bland(HEDGE, NEGATION) if a.language == "en" else ():
        m = re.search(r", (?:according to (?:the )?[a-z]+(?: [a-z]+)?|[a-z]+(?: [a-z]+)? said)(?=\.$)", s.text)
        if m and len(re.findall(SAID, s.text)) == 1:
            yield from both_ways("attrib_removed", "attrib_added", "as printed", s, m.start(), m.end(), "")


def attrib_tone(a, rng):
    """A neutral verb of saying becomes one that judges, and back."""
    lead = r"(?<=[a-z] )" if a.language == "en" else r"(?<=\w )"
    follow = r"(?= (?:that |the |it |he |she |they |his |her )|,? (?:dass|que|che|dat|że) |\.$)"
    verbs = {"said": TONES} if a.language == "en" else {k: parted(v) for k, v in FOREIGN_TONES.get(a.language, {}).items()}
    for s in a.clean:
        for old, tones in verbs.items():
            found = list(matches(lead + old + follow, s.text))
            if len(found) == 1 and not re.search(PASSIVE.format(more="As|as"), s.text[:found[0].start()]):
                tone = rng.choice(tones)
                if s.text[found[0].end():] == "." and tone in WORDY_TONES:
                    tone = "claimed"
                yield from both_ways("attrib_tone", "attrib_tone", f"{old} to {tone}", s, found[0].start(), found[0].end(), tone)
    for s, spans in inside(a, 6) if a.language == "en" else ():
        m = compiled(r"[,?!][”\"] (?:s?he|[A-Z]\w+(?: [A-Z]\w+)?) (said)(?=\.)").match(a.paras[s.para], s.end - 1)
        if m and len(spans) == 1:
            tone = rng.choice(QUOTE_TONES)
            at, label = (s.para, m.start(1), m.end(1)), f"behind a quotation: {tone}"
            places = [(s.para, number) for number in sentence_numbers(a, s.para, m.start(1))]
            yield Edit("attrib_tone", label, [(*at, "said", tone)], places=places, what=f"'said' -> {tone!r} behind a quotation")
            yield Edit("attrib_tone", label + ", back", [(*at, tone, "said")], places=places,
                       what=f"{tone!r} -> 'said' behind a quotation")
