"""Notices to readers, at the top or at the end of an article."""
from .edits import Edit, short
from .tables.notices import NOTICE_LIKE, NOTICE_PAIRS, NOTICES


def beside(a, i, before, after):
    """The paragraphs about a notice at the top (i = 0) or at the end."""
    p = a.paras[i]
    return {i: (before + [p], after + [p]) if i == 0 else ([p] + before, [p] + after)}


def notices(a, rng):
    """A notice comes, goes or says something else. An article that has one already takes no other."""
    if any(NOTICE_LIKE.match(p) for p in a.paras):
        return
    places = ((0, "top"), (len(a.paras) - 1, "end"))
    for kind, wordings in NOTICES.items():
        for n, text in enumerate(wordings.get(a.language, ())):
            for i, where in places:
                what = f"at the {where}: {short(text)!r}"
                yield Edit(kind, f"{a.language} {n}", paras=beside(a, i, [], [text]), may={"add_para"}, what=what)
                yield Edit("notice_removed", f"{kind} {a.language}", paras=beside(a, i, [text], []), may={"rem_para"}, what=what)
    for n, (one, two) in enumerate(NOTICE_PAIRS.get(a.language, ())):
        for i, _ in places:
            for old, new in ((one, two), (two, one)):
                yield Edit("notice_changed", f"{a.language} {n}", paras=beside(a, i, [old], [new]),
                           may={"reworded", "minor_wording"}, what=f"{old!r} -> {new!r}")
