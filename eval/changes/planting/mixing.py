"""Two to four edits in one article, in different sentences, so that each can be told from the others."""
import collections
import random

from .cases import case_of
from .patterns import words
from .tables.notices import NOTICES

MIXED = 400  # cases
LANGUAGES = ("en", "de", "es", "fr", "it", "nl", "pl", "tr")
# Edits of words, which can stand beside each other in one paragraph.
SMALL = set(words("number_changed number_added number_removed cosmetic_number date_changed name_changed typo_name title_changed "
                  "hedge_added hedge_removed negation_flip minor_wording typo"))
# Of each of these an article takes one: two together would be a type of their own, or none.
FAMILIES = [{*NOTICES, "notice_changed", "notice_removed"}, {"headline_changed", "headline_cosmetic"},
            {"number_added", "number_removed"}, {"name_added", "name_removed"},
            {"quote_added", "quote_removed", "add_para", "rem_para", "moved_para"}, {"hedge_added", "hedge_removed"},
            {"attrib_added", "attrib_removed"}, {"quote_trimmed", "quote_extended"},
            {"quote_to_paraphrase", "paraphrase_to_quote"}]


def together(edit, others):
    """Whether an edit can stand beside others without a doubt on either."""
    return all(fits(edit, other) for other in others)


def fits(edit, other):
    """Whether two edits can stand beside each other."""
    if any(edit.kind in family and other.kind in family for family in FAMILIES) or edit.expect & other.expect:
        return False
    if edit.sentences & other.sentences:
        return False
    if edit.touched & other.touched and not ({edit.kind, other.kind} <= SMALL and not edit.paras and not other.paras):
        return False
    return not any(abs(i - j) <= 1 for one, two in ((edit, other), (other, edit)) for i in one.paras for j in two.touched
                   if j != "h")


def mixed(found, shelf, seed):
    """Cases of two to four edits, of the types that were planted least so far; half of the time in one paragraph."""
    rng, used = random.Random(f"{seed}/mixed"), collections.Counter()
    able = [a for a in shelf if len(a.paras) >= 8 and a.language in LANGUAGES]
    order, made = [], 0
    while made < MIXED:
        if not order:
            order = rng.sample(able, len(able))
        a = order.pop()
        wanted, chosen = rng.choice([2, 2, 3, 3, 4]), []
        for kind in sorted(found[a.name], key=lambda k: (used[k], rng.random())):
            if len(chosen) == wanted:
                break
            pool = [e for e in found[a.name][kind] if together(e, chosen)]
            if pool:
                near = [e for e in pool if chosen and e.touched & chosen[-1].touched]
                chosen.append(rng.choice(near if near and rng.random() < .5 else pool))
        row = case_of(f"mixed/{made:03}", a, chosen) if len(chosen) >= 2 else None
        if row:
            made += 1
            used.update(row["plan"])
            yield row
