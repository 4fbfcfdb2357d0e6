"""Scores quotations against people's annotations.

    eval/quotes.py PACK [--replate BIN | --output FILE] [--half even|odd] [--only polnear|german|reference] [--show N]

PACK holds quotes/polnear-dev.jsonl, quotes/german-dev.jsonl.gz and reference/expected.json. Lines `{id, quotes}` are
read from FILE, or made by `BIN quotes --batch -`. Ids are `polnear/DOC`, `german/DOC`, `reference/NAME`;
`--input` writes the input lines and ends.

Measures, tokens being words and numbers without marks:
- found: a gold direct attribution (German: annotation of type Direct) of which the outputs of kind direct or mixed that
  lie half in it cover, together, its content at IoU >= 0.5, or one output covers one of its spans at IoU >= 0.5.
- precision: outputs of kind direct that have half of their tokens in a gold direct or mixed content and IoU >= 0.5 with it
  or one of its spans, or lie in one that is found. German: direct and mixed outputs against Direct annotations.
- speaker, of the found that have a gold source: the mention or the resolved name shares a token with the gold source.
- exact: of gold direct attributions, those of which each span is one output, token by token.
"""

import argparse
import gzip
import json
import re
import subprocess
import sys
import time
from pathlib import Path

WORD = re.compile(r"\w+")


def lines(path):
    opened = gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else open(path, encoding="utf-8")
    with opened as file:
        return [json.loads(line) for line in file]


def token_starts(text):
    return [m.span() for m in WORD.finditer(text)]


def covered(tokens, spans):
    return {i for i, (a, b) in enumerate(tokens) for s, e in spans if a < e and b > s}


def iou(a, b):
    return len(a & b) / len(a | b) if a | b else 0.0


def documents(pack, only, half):
    """(id, language, text, gold), gold: [{spans, source, kind}]."""
    found = []
    if only in (None, "polnear"):
        for n, d in enumerate(lines(pack / "quotes/polnear-dev.jsonl")):
            gold = [{
                "spans": [(s["start"], s["end"]) for s in a["content"]],
                "source": [(s["start"], s["end"]) for s in a["source"]],
                "kind": "direct" if a["direct"] else "mixed" if a["mixed"] else "indirect",
            } for a in d["attributions"]]
            found.append((n, "polnear/" + d["doc"], "en", d["text"], gold))
    if only in (None, "german"):
        for n, d in enumerate(lines(pack / "quotes/german-dev.jsonl.gz")):
            gold = [{
                "spans": [(s["start"], s["end"]) for s in a["quote"]],
                "source": [(s["start"], s["end"]) for s in a["speaker"]],
                "kind": "direct" if a["type"] == "Direct" else "indirect",
            } for a in d["annotations"]]
            found.append((n, "german/" + d["doc"], "de", d["text"], gold))
    keep = {None: (0, 1), "even": (0,), "odd": (1,)}[half]
    return [d[1:] for d in found if d[0] % 2 in keep]


def judged(text, tokens, gold, quotes, kind):
    """Gold of a kind, whether found, by which outputs, whether exact."""
    outputs = [(q, covered(tokens, [(q["start"], q["end"])])) for q in quotes if q["kind"] in ("direct", "mixed")]
    for a in gold:
        if a["kind"] != kind:
            continue
        want = covered(tokens, a["spans"])
        if not want:
            continue
        inside = [(q, t) for q, t in outputs if t and len(t & want) >= len(t) / 2]
        near = inside or [(q, t) for q, t in outputs if t & want]
        union = set().union(*[t for _, t in near]) if near else set()
        pieces = [covered(tokens, [s]) for s in a["spans"]]
        hit = iou(union, want) >= 0.5 or any(iou(t, p) >= 0.5 for _, t in near for p in pieces if p)
        sets = [t for _, t in outputs]
        yield a, hit, [q for q, _ in near], all(p in sets for p in pieces)


def speaker_is_right(text, tokens, a, quotes):
    source = covered(tokens, a["source"])
    words = {text[tokens[i][0]:tokens[i][1]].casefold() for i in source}
    for q in quotes:
        if q.get("speaker_start") is not None and source & covered(tokens, [(q["speaker_start"], q["speaker_end"])]):
            return True
        if words & {w.casefold() for w in WORD.findall(q.get("speaker") or "")} - {"the", "of", "der", "die", "das"}:
            return True
    return False


def correct(tokens, q, gold, found):
    own = covered(tokens, [(q["start"], q["end"])])
    for a in gold:
        want = covered(tokens, a["spans"])
        if not own or len(own & want) < len(own) / 2:
            continue
        if id(a) in found or iou(own, want) >= 0.5 or any(iou(own, covered(tokens, [s])) >= 0.5 for s in a["spans"]):
            return True
    return False


def score(name, docs, outputs, show):
    c = dict.fromkeys("gold hit exact sourced right out good mixed mixed_hit mixed_out mixed_good".split(), 0)
    shown = 0
    german = name == "german"
    for key, _, text, gold in docs:
        quotes = outputs.get(key, [])
        tokens = token_starts(text)
        found = set()
        for a, hit, by, exact in judged(text, tokens, gold, quotes, "direct"):
            c["gold"] += 1
            c["hit"] += hit
            c["exact"] += exact
            if hit:
                found.add(id(a))
                if a["source"]:
                    c["sourced"] += 1
                    ok = speaker_is_right(text, tokens, a, by)
                    c["right"] += ok
                    if not ok and shown < show:
                        shown += 1
                        tell("SPEAKER", key, text, a["spans"], [text[s:e] for s, e in a["source"]], [q["speaker"] for q in by])
            elif shown < show:
                shown += 1
                tell("MISSED", key, text, a["spans"], [text[s:e] for s, e in a["source"]], [text[q["start"]:q["end"]] for q in by])
        for a, hit, _, _ in judged(text, tokens, gold, quotes, "mixed"):
            c["mixed"] += 1
            c["mixed_hit"] += hit
            if hit:
                found.add(id(a))
        for q in quotes:
            kinds = ("direct", "mixed")
            if q["kind"] == "direct" or (german and q["kind"] == "mixed"):
                c["out"] += 1
                ok = correct(tokens, q, [a for a in gold if a["kind"] in kinds], found)
                c["good"] += ok
                if not ok and shown < show:
                    shown += 1
                    tell("WRONG", key, text, [(q["start"], q["end"])], q["kind"], q["speaker"])
            elif q["kind"] == "mixed":
                c["mixed_out"] += 1
                own = covered(tokens, [(q["start"], q["end"])])
                c["mixed_good"] += any(len(own & covered(tokens, a["spans"])) >= len(own) / 2 for a in gold if a["kind"] in kinds)
    p, r = ratio(c["good"], c["out"]), ratio(c["hit"], c["gold"])
    mp, mr = ratio(c["mixed_good"], c["mixed_out"]), ratio(c["mixed_hit"], c["mixed"])
    print(f"{name}: {len(docs)} documents; direct P {p:.3f} ({c['good']}/{c['out']}) R {r:.3f} ({c['hit']}/{c['gold']}) "
          f"F1 {f1(p, r):.3f}; speaker of found {ratio(c['right'], c['sourced']):.3f} ({c['right']}/{c['sourced']}); "
          f"exact {ratio(c['exact'], c['gold']):.3f}" + ("" if german else f"; mixed inside P {mp:.3f} R(IoU) {mr:.3f} F1 {f1(mp, mr):.3f}"))


def tell(what, key, text, spans, *more):
    s, e = spans[0][0], spans[-1][1]
    print(f"{what} {key}\n    …{text[max(0, s - 160):s]!r} [[{text[s:e][:160]!r}]] {text[e:e + 120]!r}\n   ", *more)


def ratio(a, b):
    return a / b if b else 0.0


def f1(p, r):
    return 2 * p * r / (p + r) if p + r else 0.0


def reference(pack, outputs, show):
    articles = json.load(open(pack / "reference/expected.json", encoding="utf-8"))["articles"]
    quotes = found = speakers = wrong = 0
    for name, article in (articles.items() if isinstance(articles, dict) else ((a["id"], a) for a in articles)):
        out = outputs.get("reference/" + name, [])
        spans = {(q["start"], q["end"]): q for q in out if q["kind"] != "indirect"}
        for want in article["quotes"]:
            got = spans.get((want["char_start"], want["char_end"]))
            if want.get("optional"):
                continue
            quotes += 1
            found += got is not None
            said = got and got["speaker"]
            ok = got is not None and is_name(said, want["speaker_resolved"])
            speakers += ok
            if show and not ok:
                print("REFERENCE", name, want["text"][:80], "want", want["speaker_resolved"], "got", got and said)
        for term in article.get("not_quotes", []):
            bad = [q for q in out if q["kind"] != "indirect" and article_text(pack, name)[q["start"]:q["end"]] == term["text"]]
            wrong += len(bad)
    print(f"reference: quotes {found}/{quotes}, speakers {speakers}/{quotes}, terms taken for quotes {wrong}")


def is_name(got, want):
    if want is None or got is None:
        return got == want
    a, b = ({w.casefold() for w in WORD.findall(x)} - {"the"} for x in (got, want))
    return a == b or b <= a or iou(a, b) >= 0.5


def article_text(pack, name):
    return (pack / f"reference/{name}.txt").read_bytes().decode("utf-8")


def main():
    parse = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parse.add_argument("pack", type=Path)
    parse.add_argument("--replate")
    parse.add_argument("--output", type=Path)
    parse.add_argument("--input", action="store_true")
    parse.add_argument("--half", choices=("even", "odd"))
    parse.add_argument("--only", choices=("polnear", "german", "reference"))
    parse.add_argument("--show", type=int, default=0)
    args = parse.parse_args()
    docs = documents(args.pack, args.only, args.half)
    inputs = [{"id": key, "text": text, "language": language} for key, language, text, _ in docs]
    if args.only in (None, "reference"):
        inputs += [{"id": f"reference/{n:03}", "text": article_text(args.pack, f"{n:03}"), "language": "en"} for n in range(5)]
    given = "".join(json.dumps(line) + "\n" for line in inputs)
    if args.input:
        sys.stdout.write(given)
        return
    if args.replate:
        begun = time.monotonic()
        written = subprocess.run([args.replate, "quotes", "--batch", "-"], input=given, capture_output=True, text=True, check=True).stdout
        print(f"{len(inputs) / (time.monotonic() - begun):.0f} pages/s, reading and writing JSON included")
    else:
        written = args.output.read_text("utf-8") if args.output else sys.stdin.read()
    outputs = {line["id"]: line.get("quotes", []) for line in map(json.loads, written.splitlines())}
    for name in ("polnear", "german"):
        own = [d for d in docs if d[0].startswith(name)]
        if own:
            score(name, own, outputs, args.show)
    if args.only in (None, "reference"):
        reference(args.pack, outputs, args.show)


if __name__ == "__main__":
    main()
