"""Which edits are planted one at a time."""
import collections
import random

from .cases import case_of

LIMIT = 120  # cases of a type
FOREIGN = 40  # of them in other languages than English, at most half of those in German


def picked(kind, found, order, rng):
    """Up to LIMIT edits of a type: rarest labels first, an article again only when all have had their turn."""
    chosen, taken = [], set()
    uses, labels, foreign = collections.Counter(), collections.Counter(), collections.Counter()
    for turn in range(4):
        for a in order:
            native = a.language == "en"
            if uses[a.name] > turn or len(chosen) >= LIMIT or not found[a.name][kind]:
                continue
            if not native and (sum(foreign.values()) >= FOREIGN or a.language == "de" and foreign["de"] >= FOREIGN // 2):
                continue
            pool = [e for e in found[a.name][kind] if e not in taken]
            if not pool:
                continue
            rng.shuffle(pool)
            edit = min(pool, key=lambda e: (labels[e.label], labels[e.label.removesuffix(", back")]))
            chosen.append((a, edit))
            taken.add(edit)
            uses[a.name] += 1
            labels[edit.label] += 1
            foreign[a.language] += 0 if native else 1
    return chosen


def singles(found, shelf, seed):
    """Cases of one edit each, type by type. First come the articles of rarer languages, and those with rare labels."""
    for kind in sorted({k for edits in found.values() for k in edits}):
        rng, number = random.Random(f"{seed}/{kind}"), 0
        total = collections.Counter(e.label for edits in found.values() for e in edits[kind])
        order = rng.sample(shelf, len(shelf))
        order.sort(key=lambda a: (a.language in ("en", "de"), all(total[e.label] > LIMIT for e in found[a.name][kind])))
        for a, edit in picked(kind, found, order, rng):
            row = case_of(f"{kind}/{number:03}", a, [edit])
            if row:
                number += 1
                yield row
