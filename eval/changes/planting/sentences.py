"""The sentences and the quotations of a paragraph."""
import collections
import functools
import re

DOUBLE = '"“”„«»「」『』'
PAIRS = {"“": "”", "«": "»", "»": "«", "「": "」", '"': '"'}
OPENING = re.compile("[“„«»「\"]")
CLOSING = {"„": re.compile("[“”]")} | {mark: re.compile(end) for mark, end in PAIRS.items()}
ABBREVIATION = re.compile(r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|St|No|vs|etc|Inc|Corp|Co|Jr|Sr|Prof|Rev|Jan|"
                          r"Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec|bzw|ca|Nr|z|B|d|h|u|a|Mio|Mrd|km|[ap]\.m|e\.g|i\.e|approx|"
                          r"Sra?)|\d)\.$")
SENTENCE_END = re.compile(r"[.!?…]+[\"”“»’')\]]*(?=\s|$)|[。！？]+[」』）]*")
Sentence = collections.namedtuple("Sentence", "para start end text number")


def cut(paragraph):
    """The sentences of a paragraph as (start, end)."""
    found, at = [], 0
    for m in SENTENCE_END.finditer(paragraph):
        rest = paragraph[m.end():].lstrip()
        if paragraph[m.start()] == "." and (ABBREVIATION.search(paragraph[at:m.start() + 1]) or rest[:1].islower()) and rest:
            continue
        found.append((at, m.end()))
        at = m.end() + len(paragraph[m.end():]) - len(rest)
    if at < len(paragraph):
        found.append((at, len(paragraph)))
    return found


def marked(text):
    """Whether quotation marks, or what could be such, stand in a text."""
    return any(c in text for c in DOUBLE + "‘‚‹›`[]{}_*|") or bool(re.search(r"(?<!\w)['’]|['’](?![\w])", text))


@functools.lru_cache(None)
def balanced(paragraph):
    """Whether as many quotations end as begin."""
    if paragraph.count('"') % 2 or paragraph.count("«") != paragraph.count("»") or paragraph.count("「") != paragraph.count("」"):
        return False
    opened, curly, closed = (paragraph.count(c) for c in "„“”")
    return (opened == curly + closed) if opened else curly == closed


@functools.lru_cache(None)
def quotations(paragraph):
    """The inner spans of the quotations of a paragraph, none where marks do not pair."""
    if not balanced(paragraph):
        return ()
    found, at = [], 0
    while m := OPENING.search(paragraph, at):
        ends = CLOSING[m.group()].search(paragraph, m.end())
        if not ends or any(c in paragraph[m.end():ends.start()] for c in DOUBLE):
            return ()
        found.append((m.end(), ends.start()))
        at = ends.end()
    return tuple(found)
