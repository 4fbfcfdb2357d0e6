"""What an edit is, and how one is made of a place in a sentence."""


class Edit:
    """A planted edit: spans (paragraph or "h", start, end, before, after) and whole paragraphs {index: (before, after)}.

    kind: its type; label: which way of making that type, to plant all ways alike often. expect: all types that it has;
    may: those that it may have besides. places: the sentences it stands in, as (paragraph, number).
    """
    __slots__ = ("kind", "label", "spans", "paras", "expect", "may", "what", "touched", "sentences")

    def __init__(self, kind, label, spans=(), paras=None, more=(), may=(), places=(), what=""):
        self.kind, self.label, self.spans, self.paras = kind, label, list(spans), paras or {}
        self.expect, self.may, self.what = {kind, *more}, set(may), f"{kind}: {what or label}"
        self.touched = {s[0] for s in self.spans} | set(self.paras)
        self.sentences = set(places)


def short(text):
    return text if len(text) <= 60 else text[:40] + " … " + text[-15:]


def swap(kind, label, s, start, end, new, old=None, **more):
    """An edit of one place of a sentence: `new` stands in the version after, `old` (or what stands there) before."""
    old = s.text[start:end] if old is None else old
    return Edit(kind, label, [(s.para, s.start + start, s.start + end, old, new)], places=[(s.para, s.number)],
                what=f"{label}: {short(old)!r} -> {short(new)!r}", **more)


def both_ways(there, back, label, s, start, end, new, **more):
    """The same edit there and back: the real text is the version before, or the version after."""
    here = s.text[start:end]
    return [swap(there, label, s, start, end, new, **more), swap(back, label + ", back", s, start, end, here, new, **more)]
