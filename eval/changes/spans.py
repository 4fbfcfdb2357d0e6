"""Which words people mark as edited, and which a diff marks: ours and three others on the same sentence pairs.

usage: spans.py PACK [--replate BIN] [--peers]

PACK is the folder of test data (diff/arxivedits-*.jsonl: pairs of sentences with spans that people marked, as tokens
parted by single spaces; of several readings of a pair the one that a tool agrees with most counts, for each tool).
Prints JSON: for each tool the F1 of marked tokens (both sides, over all pairs) and of whole spans (a span counts if it
is marked from its first token to its last), and how many tokens it marks for one that people did.
`--peers` runs diff-match-patch with semantic clean-up and lxml's htmldiff (from requirements.txt) and jsdiff's
diffWords (node, `diff` from package.json), too.
"""
import argparse
import html
import json
import pathlib
import re
import subprocess
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
JSDIFF = """
const {diffWords} = require(process.argv[1]);
const lines = require('fs').readFileSync(0, 'utf8').split('\\n').filter(l => l);
for (const line of lines) {
  const [before, after] = JSON.parse(line);
  console.log(JSON.stringify(diffWords(before, after).map(p => [p.removed ? -1 : p.added ? 1 : 0, p.value])));
}
"""


def rows(pack):
    for part in ("dev", "train"):
        for line in open(pathlib.Path(pack) / "diff" / f"arxivedits-{part}.jsonl", encoding="utf-8"):
            row = json.loads(line)
            sides = (row["before"], row["after"])
            if all(unicodedata.normalize("NFC", s) == s and re.sub(r"\s+", " ", s).strip() == s for s in sides):
                yield row


def tokens_at(text, ranges):
    """The tokens of a text that ranges of characters touch. White space alone touches none."""
    found, at = set(), 0
    for index, token in enumerate(text.split(" ")):
        if any(start < at + len(token) and at < end for start, end in ranges):
            found.add(index)
        at += len(token) + 1
    return found


def of_parts(before, after, parts):
    """Marked tokens of both sides, from [(-1 removed | 0 kept | 1 added, text)]."""
    ranges, at = ([], []), [0, 0]
    for sign, text in parts:
        for side in (0, 1):
            if sign == 0 or sign == (-1, 1)[side]:
                if sign and text.strip():
                    ranges[side].append((at[side] + len(text) - len(text.lstrip()), at[side] + len(text.rstrip())))
                at[side] += len(text)
    return tokens_at(before, ranges[0]), tokens_at(after, ranges[1])


def spans(marked):
    """Runs of marked tokens, as (first, last)."""
    runs = []
    for index in sorted(marked):
        if runs and runs[-1][1] + 1 == index:
            runs[-1] = (runs[-1][0], index)
        else:
            runs.append((index, index))
    return set(runs)


def ours(pairs, binary):
    lines = [json.dumps({"id": str(i), "before": {"text": b}, "after": {"text": a}}) for i, (b, a) in enumerate(pairs)]
    done = subprocess.run([binary, "compare", "--batch", "-"], input="\n".join(lines) + "\n", capture_output=True, text=True, check=True)
    for line, (before, after) in zip(done.stdout.splitlines(), pairs):
        hunks = json.loads(line)["hunks"]
        cut = lambda text, start, end: (start + len(text[start:end]) - len(text[start:end].lstrip()), start + len(text[start:end].rstrip()))
        yield (tokens_at(before, [cut(before, h["before_start"], h["before_end"]) for h in hunks]),
               tokens_at(after, [cut(after, h["after_start"], h["after_end"]) for h in hunks]))


def match_patch(pairs):
    import diff_match_patch
    engine = diff_match_patch.diff_match_patch()
    engine.Diff_Timeout = 0
    for before, after in pairs:
        parts = engine.diff_main(before, after)
        engine.diff_cleanupSemantic(parts)
        yield of_parts(before, after, parts)


def html_diff(pairs):
    from lxml.html.diff import htmldiff
    for before, after in pairs:
        told = htmldiff(html.escape(before, quote=False), html.escape(after, quote=False))
        marked = [set(), set()]
        at, sign = [0, 0], 0
        for piece in re.split(r"(</?(?:ins|del)>)", told):
            if re.fullmatch(r"</?(?:ins|del)>", piece):
                sign = 0 if piece[1] == "/" else 1 if piece == "<ins>" else -1
                continue
            for word in html.unescape(re.sub(r"<[^>]*>", "", piece)).split():
                for side in (0, 1):
                    if sign == 0 or sign == (-1, 1)[side]:
                        if sign:
                            marked[side].add(at[side])
                        at[side] += 1
        yield tuple(marked)


def js_diff(pairs, package):
    lines = "".join(json.dumps(pair) + "\n" for pair in pairs)
    done = subprocess.run(["node", "-e", JSDIFF, package], input=lines, capture_output=True, text=True, check=True)
    for line, (before, after) in zip(done.stdout.splitlines(), pairs):
        yield of_parts(before, after, json.loads(line))


def figures(found, gold):
    """Token F1, span F1, and marked tokens for one that people marked, each pair held against the reading it fits best."""
    total = {"tokens": [0, 0, 0], "spans": [0, 0, 0]}
    for marked, readings in zip(found, gold):
        def counts(reading):
            tokens = [(side, t) for side in (0, 1) for t in marked[side]], [(side, t) for side in (0, 1) for t in reading[side]]
            runs = [(side, s) for side in (0, 1) for s in spans(marked[side])], [(side, s) for side in (0, 1) for s in spans(reading[side])]
            return [(len(set(a) & set(b)), len(a), len(b)) for a, b in (tokens, runs)]
        best = max((counts(reading) for reading in readings), key=lambda c: 2 * c[0][0] / max(1, c[0][1] + c[0][2]))
        for name, new in zip(("tokens", "spans"), best):
            total[name] = [x + y for x, y in zip(total[name], new)]
    f1 = lambda c: round(2 * c[0] / max(1, c[1] + c[2]), 4)
    return {"token_f1": f1(total["tokens"]), "span_f1": f1(total["spans"]), "marked": round(total["tokens"][1] / total["tokens"][2], 3)}


def gold_of(row):
    readings = []
    for annotation in row["annotations"]:
        sides = (set(), set())
        for edit in annotation["edits"]:
            for side, name in ((0, "before"), (1, "after")):
                sides[side].update(range(*edit[name]) if edit[name] else ())
        readings.append(sides)
    return readings


def measure(pack, binary, peers=False, package=None):
    all_rows = [row for row in rows(pack) if row["annotations"]]
    pairs = [(row["before"], row["after"]) for row in all_rows]
    gold = [gold_of(row) for row in all_rows]
    out = {"pairs": len(pairs), "replate": figures(ours(pairs, binary), gold)}
    if peers:
        out["diff-match-patch"] = figures(match_patch(pairs), gold)
        out["htmldiff"] = figures(html_diff(pairs), gold)
        out["jsdiff"] = figures(js_diff(pairs, package or "diff"), gold)
    return out


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("pack")
    args.add_argument("--replate", default="target/release/replate")
    args.add_argument("--peers", action="store_true")
    args.add_argument("--jsdiff", help="the folder of jsdiff")
    args = args.parse_args()
    print(json.dumps(measure(args.pack, args.replate, args.peers, args.jsdiff), indent=2))


if __name__ == "__main__":
    main()
