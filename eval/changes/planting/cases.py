"""All edits that an article allows, and cases: an article before and after some of them."""
import collections
import random

from .attribution import attrib_changed, attrib_gone, attrib_tone
from .dates import date_changed, date_rephrased
from .doubt import hedge_gone, negation_flip
from .headlines import headline_changed, headline_cosmetic
from .misspelling import typo
from .names import name_changed, name_gone, title_changed, typo_name
from .notices import notices
from .numbers import cosmetic_number, number_changed, number_gone, number_planted
from .passages import moved_para, para_gone, reworded, split_merged
from .quotations import quote_changed, quote_gone, quote_length, quote_speaker, quote_told, quote_typo
from .typesetting import case, cosmetic, punct, quote_marks
from .wording import minor_wording

# Their order, and their names, decide which edits a seed gives.
MAKERS = [headline_changed, headline_cosmetic, notices, number_changed, number_gone, number_planted, cosmetic_number, date_changed,
          date_rephrased, name_changed, name_gone, typo_name, title_changed, quote_changed, quote_typo, quote_length, quote_gone,
          quote_speaker, quote_told, attrib_changed, attrib_gone, attrib_tone, hedge_gone, negation_flip, para_gone, moved_para,
          split_merged, reworded, minor_wording, typo, punct, quote_marks, case, cosmetic]


def all_edits(a, seed):
    """All edits that an article allows, by type."""
    found = collections.defaultdict(list)
    for maker in MAKERS:
        for edit in maker(a, random.Random(f"{seed}/{maker.__name__}/{a.name}")):
            if any(s[3] != s[4] for s in edit.spans) or any(x != y for x, y in edit.paras.values()):
                found[edit.kind].append(edit)
    return found


def side(a, edits, after):
    """One version of the article under some edits."""
    spans, paras = collections.defaultdict(list), {}
    for edit in edits:
        for where, start, end, *texts in edit.spans:
            spans[where].append((start, end, texts[after]))
        for i, texts in edit.paras.items():
            paras[i] = texts[after]

    def written(where, text):
        for start, end, new in sorted(spans[where], reverse=True):
            text = text[:start] + new + text[end:]
        return text

    text = [q for i, p in enumerate(a.paras) for q in (paras[i] if i in paras else [written(i, p)])]
    return {"headline": written("h", a.headline), "text": "\n\n".join(text)}


def case_of(name, a, edits):
    """A line of the output; None where the two versions are equal, or a paragraph of one is empty."""
    before, after = side(a, edits, 0), side(a, edits, 1)
    if before == after or not all(before["text"].split("\n\n")) or not all(after["text"].split("\n\n")):
        return None
    plan, expect = [e.kind for e in edits], sorted(set().union(*(e.expect for e in edits)))
    return {"id": name, "article": a.name, "plan": plan, "types_planted": sorted(set(plan)), "expect": expect,
            "may": sorted(set().union(*(e.may for e in edits)) - set(expect)), "language": a.language, "before": before,
            "after": after, "what": [e.what for e in edits]}
