"""The real edit pairs that people labelled, as texts: two versions of a post, of a terms page, of an article.

usage: pairs.py PACK [--ids FILE] > pairs.jsonl

PACK is the folder of test data (REPLATE_TESTDATA). A line a pair, in the order of ids, as `replate compare --batch`
reads it: {id, before: {headline, text}, after: {headline, text}}. Paragraphs are parted by blank lines. Markdown is
set as plain text: marks of headings, emphasis and lists go, links keep their words, pictures go. Pairs whose plain
texts are equal are left out: they differ in markup alone.
"""
import argparse
import gzip
import html
import json
import pathlib
import re

FENCE = re.compile(r"^(```|~~~).*?^\1[^\n]*$", re.S | re.M)
COMMENT = re.compile(r"<!--.*?-->", re.S)
TEMPLATE = re.compile(r"{%.*?%}|{{.*?}}", re.S)
PICTURE = re.compile(r"!\[[^\]]*\](?:\([^()\s]*(?:\s+[\"'][^\"']*[\"'])?\)|\[[^\]]*\])")
LINK = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\])")
REFERENCE = re.compile(r"^\s*\[[^\]]+\]:\s+\S+.*$", re.M)
TAG = re.compile(r"</?[a-zA-Z][^>]*>")
BLOCK_TAG = re.compile(r"</?(?:p|div|li|ul|ol|h[1-6]|blockquote|figure|figcaption|table|tr|section|br|hr)\b[^>]*>", re.I)
OPAQUE = re.compile(r"<(script|style|iframe|svg)\b.*?</\1\s*>", re.S | re.I)
ITEM = re.compile(r"^\s*(?:[-*+]|\d{1,3}[.)])\s+")
EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1(?![\w*])", re.S)


def plain(markdown):
    """Markdown as paragraphs parted by blank lines."""
    text = markdown.replace("\r\n", "\n")
    for pattern in (COMMENT, FENCE, OPAQUE, TEMPLATE, PICTURE, REFERENCE):
        text = pattern.sub("\n\n" if pattern in (FENCE, OPAQUE) else "", text)
    text = BLOCK_TAG.sub("\n\n", text)
    for _ in range(2):
        text = LINK.sub(r"\1", text)
    text = html.unescape(TAG.sub("", text))
    paragraphs, lines = [], []

    def flush():
        if lines:
            paragraphs.append(" ".join(lines))
            lines.clear()

    for line in text.split("\n"):
        if not line.strip() or re.fullmatch(r"\s*([-=*_])(\s*\1){2,}\s*", line):
            flush()
            continue
        head = re.match(r"\s*#{1,6}\s+(.*?)\s*#*$", line)
        if head or ITEM.match(line) or line.lstrip().startswith("|"):
            flush()
        line = head.group(1) if head else ITEM.sub("", line)
        lines.append(re.sub(r"^\s*(?:>\s*)+", "", line).strip())
        if head:
            flush()
    flush()
    joined = (EMPHASIS.sub(r"\2", re.sub(r"\s+", " ", p)).replace("`", "").replace("\\", "").strip() for p in paragraphs)
    return "\n\n".join(p for p in joined if p)


def jsonl(path):
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def pairs(pack):
    """All pairs: {id, before: {text}, after: {text}}, sorted by id."""
    revisions = pathlib.Path(pack) / "revisions"
    found = []
    for row in jsonl(revisions / "18f" / "edits.jsonl.gz"):
        found.append({"id": "18f/" + row["id"].split("@", 1)[1], "before": plain(row["body_before"]), "after": plain(row["body_after"])})
    for row in jsonl(revisions / "ota" / "pairs.jsonl"):
        if row["curated_changed"]:
            sides = [gzip.open(revisions / "ota" / row[side], "rt", encoding="utf-8").read() for side in ("curated_before", "curated_after")]
            found.append({"id": "ota/" + row["id"], "before": plain(sides[0]), "after": plain(sides[1])})
    found = [row for row in found if row["before"] != row["after"]]
    found.sort(key=lambda row: row["id"])
    return [{"id": r["id"], "before": {"text": r["before"]}, "after": {"text": r["after"]}} for r in found]


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("pack")
    args.add_argument("--ids", help="only the pairs whose ids this file lists, a line each (or JSON Lines with `id`)")
    args = args.parse_args()
    wanted = None
    if args.ids:
        lines = [line.strip() for line in open(args.ids, encoding="utf-8") if line.strip()]
        wanted = {json.loads(line)["id"] if line.startswith("{") else line for line in lines}
    for row in pairs(args.pack):
        if wanted is None or row["id"] in wanted:
            print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
