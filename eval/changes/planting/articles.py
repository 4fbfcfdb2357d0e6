"""The articles of the test data that edits are planted in."""
import collections
import gzip
import html
import json
import pathlib
import re

from .patterns import LETTER, has_any, words
from .sentences import Sentence, balanced, cut, marked, quotations
from .tables.days import DAYS
from .tables.wording import STOP_WORDS

PARAGRAPHS = 30  # that are read of an article
SCRIPTS = {"ja": "[\u3040-\u30ff]", "ko": "[\uac00-\ud7af]", "zh": "[\u4e00-\u9fff]", "ar": "[\u0600-\u06ff]", "hi": "[\u0900-\u097f]"}
KNOWN = set(DAYS) | {"pl", "pt", "ru", "uk"}


class Article:
    """A text with its language, headline, paragraphs and sentences.

    clean: the sentences that edits of words may stand in; open: whether a paragraph may be a quotation without marks.
    What other articles of the language tell of its words, `learn` adds: common (how often a word stands in them),
    vocabulary (their words in lower case), names (words of the headline that are mostly names).
    """

    def __init__(self, name, headline, text):
        self.name, self.headline = name, tidy(headline)
        self.paras = [p for p in map(tidy, re.split(r"\n\s*\n", text)) if p][:PARAGRAPHS]
        self.language = guess(" ".join(self.paras))
        self.wide = self.language in ("ja", "zh")
        self.text = "\n".join(self.paras)
        self.sentences = [Sentence(i, a, b, p[a:b], n) for i, p in enumerate(self.paras) for n, (a, b) in enumerate(cut(p))]
        self.open = [self.after_colon(i) for i in range(len(self.paras))]
        self.clean = [s for s in self.sentences if self.is_clean(s)]

    def after_colon(self, i):
        """Whether a paragraph may be a quotation that is set off without marks."""
        return i > 0 and (self.paras[i - 1].rstrip().endswith((":", "：")) or not balanced(self.paras[i - 1]))

    def is_clean(self, s):
        """Whether a sentence is whole and stands outside quotations."""
        text, paragraph = s.text, self.paras[s.para]
        if self.open[s.para] or marked(text) or not balanced(paragraph) or not re.match(LETTER, text) or text[0].islower():
            return False
        if any(a <= s.start < b for a, b in quotations(paragraph)) or "http" in text or "@" in text or "#" in text:
            return False
        if self.wide:
            return text.endswith("。") and 15 <= len(text) <= 200
        whole = text.endswith(".") and not text.endswith("..") and ":" not in text
        return whole and 45 <= len(text) <= 330 and len(text.split()) >= 7

    def bland(self, *tables):
        """The clean sentences without the words of these tables."""
        return [s for s in self.clean if not has_any(tables, self.language, s.text)]


def tidy(text):
    return re.sub(r"\s+", " ", re.sub("[\u00ad\u200b\ufeff\u200e\u200f]", "", text or "")).strip()


def guess(text):
    """The language by its script, or by its commonest words; xx where neither is sure."""
    for name, span in SCRIPTS.items():
        if len(re.findall(span, text)) > len(text) / 20:
            return name
    if len(re.findall("[\u0400-\u04ff]", text)) > len(text) / 4:
        return "uk" if re.search("[іїє]", text) else "ru"
    bag = collections.Counter(re.findall(r"\w+", text.lower()))
    scores = sorted(((sum(bag[w] for w in words(STOP_WORDS[name])), name) for name in STOP_WORDS), reverse=True)
    sure = scores[0][0] * 20 >= sum(bag.values()) and scores[1][0] * 2 <= scores[0][0]
    return scores[0][1] if sure else "xx"


def lines(path):
    with open(path, encoding="utf-8") as rows:
        return [json.loads(row) for row in rows]


def page_title(path):
    """The headline that a page gives for sharing; none where it gives none."""
    with gzip.open(path, "rt", encoding="utf-8", errors="replace") as page:
        head = page.read(200000)
    m = re.search(r"<meta[^>]*property=[\"']og:title[\"'][^>]*>", head)
    m = m and re.search(r"content=(\"[^\"]*\"|'[^']*')", m.group())
    return html.unescape(m.group(1)[1:-1]) if m else ""


def articles(pack):
    """All articles of the pack that can be used."""
    pack, found = pathlib.Path(pack), []
    for row in lines(pack / "extraction" / "sh.jsonl"):
        found.append(Article("sh/" + row["id"][:12], page_title(pack / "extraction" / row["file"]), row["truth"]["body"]))
    for row in lines(pack / "extraction" / "fundus.jsonl"):
        found.append(Article("fundus/" + row["id"], row["truth"].get("title"), row["truth"]["body"]))
    for row in lines(pack / "quotes" / "polnear-dev.jsonl"):
        headline, _, body = row["text"].partition("\n\n")
        found.append(Article("polnear/" + row["doc"], headline.strip().rstrip("."), body.replace("ABSTRACT.\n\n", "", 1)))
    shelf = [a for a in found if is_usable(a)]
    learn(shelf)
    return shelf


def is_usable(a):
    """Whether an article is in a language that is known, long enough, and no paragraph stands in it twice."""
    least = 3 if a.language in ("ja", "zh", "ar") else 5
    return a.language in KNOWN and len(a.paras) >= least and len(set(a.paras)) == len(a.paras)


def learn(shelf):
    """Gives each article the words of its language, the frequent ones, and those that are mostly names."""
    bags = collections.defaultdict(collections.Counter)
    for a in shelf:
        bags[a.language].update(re.findall(LETTER + "+", a.text))
    vocabularies = {language: {w.lower() for w in bag} for language, bag in bags.items()}
    for a in shelf:
        a.common, a.vocabulary = bags[a.language], vocabularies[a.language]
        a.names = {w.lower() for w in re.findall(r"[A-Z]\w+", a.headline) if a.common[w] > 2 * a.common[w.lower()]}
