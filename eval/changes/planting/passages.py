"""Paragraphs and sentences: gone, come, moved, split, merged, reworded."""
import re

from .edits import Edit, short
from .patterns import alt, has_any, has_word
from .sentences import balanced, cut, marked, quotations
from .tables.days import DAYS, MONTHS
from .tables.doubt import HEDGE, NEGATION
from .tables.notices import NOTICE_LIKE
from .tables.quantities import MORE_NUMBERS, NUMBER_WORDS
from .tables.speech import SAYING
from .tables.wording import REWORDINGS


def whole(a, i):
    """Whether a paragraph is told by the article itself: long enough, a sentence at its end, no quotation in or about it."""
    p = a.paras[i]
    return (len(p) >= (30 if a.wide else 90) and p.endswith((".", "。")) and not marked(p) and not a.open[i]
            and not NOTICE_LIKE.match(p))


def harmless(text, language):
    """Whether words can go without taking a fact with them."""
    later = re.sub(r"(?:^|[.!?] )\W*\w", "", text)
    if re.search(r"\d", text) or language != "de" and re.search(r"\b(?!I\b)[A-ZÄÖÜ]", later):
        return False
    days = (alt(DAYS.get(language, "xx"), MONTHS.get(language, "xx"))
            + "|today|yesterday|tomorrow|tonight|heute|gestern|morgen|hoy|ayer")
    return not (has_any((HEDGE, NEGATION, MORE_NUMBERS), language, text) or has_word(days, text)
                or has_word(alt(NUMBER_WORDS.get(language, "xx")), text))


def para_gone(a, rng):
    """A paragraph comes or goes."""
    for i, p in enumerate(a.paras):
        if i and whole(a, i):
            label = "end" if i == len(a.paras) - 1 else "middle"
            yield Edit("add_para", label, paras={i: ([], [p])}, what=f"{short(p)!r}")
            yield Edit("rem_para", label, paras={i: ([p], [])}, what=f"{short(p)!r}")


def moved_para(a, rng):
    """A paragraph stands three or more paragraphs further up or down."""
    for i, p in enumerate(a.paras):
        if i and len(p) < 900 and whole(a, i):
            for j, q in enumerate(a.paras):
                if j and abs(i - j) >= 3:
                    yield Edit("moved_para", "down" if i < j else "up",
                               paras={i: ([p], []), j: ([q], [q, p] if i < j else [p, q])}, what=f"{short(p)!r} from {i} to {j}")


def split_merged(a, rng):
    """A paragraph becomes two, or two become one."""
    least = 20 if a.wide else 50
    for i in range(1, len(a.paras)):
        p, q = a.paras[i], a.paras[i - 1]
        if balanced(p) and not a.open[i]:
            for s in [s for s in a.sentences if s.para == i][1:]:
                before, after = p[:s.start].rstrip(), p[s.start:]
                if s.start < least or len(after) < least or any(x <= s.start < y for x, y in quotations(p)):
                    continue
                if (after[0].isupper() or a.wide) and before[-1] in ".。":
                    yield Edit("split", "at a sentence", paras={i: ([p], [before, after])}, what=f"before {short(after)!r}")
        told = not (marked(p + q) or a.open[i] or a.open[i - 1])
        if i > 1 and told and min(len(p), len(q)) >= least and p[-1] in ".。" and q[-1] in ".。":
            joined = q + ("" if a.wide else " ") + p
            yield Edit("merged", "two paragraphs", paras={i - 1: ([q], [joined]), i: ([p], [])}, what=f"before {short(p)!r}")


def reworded(a, rng):
    """A sentence comes or goes that holds no fact; one in other words."""
    for s in a.bland(SAYING, HEDGE, NEGATION) if a.language in NEGATION and a.language != "de" else ():
        near = [x for x in a.sentences if x.para == s.para]
        if s.number > 0 and len(near) >= 3 and len(s.text.split()) >= 10 and harmless(s.text, a.language):
            gone, place = (s.para, s.start - 1, s.end), [(s.para, s.number)]
            yield Edit("reworded", "sentence gone", [(*gone, " " + s.text, "")], places=place,
                       what=f"sentence gone {short(s.text)!r}")
            yield Edit("reworded", "sentence came", [(*gone, "", " " + s.text)], places=place,
                       what=f"sentence came {short(s.text)!r}")
    for i, p in enumerate(a.paras) if a.language == "en" else ():
        if i and whole(a, i) and len(cut(p)) >= 2:
            for n, pair in enumerate(REWORDINGS):
                old, new = pair if rng.random() < .5 else pair[::-1]
                yield Edit("reworded", f"pair {n}", [(i, len(p), len(p), " " + old, " " + new)], places=[(i, 99)],
                           what=f"{old!r} -> {new!r}")
