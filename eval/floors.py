#!/usr/bin/env python3
"""Measures quality on outside material and holds it against eval/floors.toml.

usage: eval/floors.py [--raise]

Needs REPLATE_TESTDATA and the release build. Prints a line a figure. With --raise, a figure that is
better than its floor becomes the floor.
"""
import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
REPLATE = os.path.join(ROOT, "target", "release", "replate")
DATA = os.environ.get("REPLATE_TESTDATA", "")


def run(*command):
    return subprocess.run([str(c) for c in command], check=True, capture_output=True, text=True).stdout


def extraction(folder):
    pack = os.path.join(DATA, "extraction")
    score = os.path.join(pack, "score.py")
    sets = "sh,fundus,wcxb,htmldate,mediacloud"
    run(sys.executable, score, "input", pack, folder, "--sets", sets)
    out = os.path.join(folder, "OUT.jsonl")
    with open(out, "w", encoding="utf-8") as f:
        subprocess.run([REPLATE, "read", "--batch", os.path.join(folder, "IN.jsonl")], check=True, stdout=f)
    report = os.path.join(folder, "report.json")
    run(sys.executable, score, "report", pack, out, "--sets", sets, "--json", report)
    with open(report, encoding="utf-8") as f:
        scores = json.load(f)["scores"]
    sh, fundus, clear = scores["sh"]["body"], scores["fundus"], scores["fundus uncontested"]
    return {
        "sh_f1": sh["f1"],
        "sh_exact": sh["exact"],
        "fundus_f1": fundus["body"]["f1"],
        "fundus_exact": clear["body"]["exact"],
        "fundus_authors": clear["author"]["set"],
        "fundus_day": clear["date"]["day"],
        "wcxb_f1": scores["wcxb uncontested"]["body"]["f1"],
        "htmldate_day": scores["htmldate"]["date"]["day"],
        "mediacloud_day": scores["mediacloud"]["date"]["day"],
    }


def replay(folder, kind, source):
    lines = os.path.join(folder, kind + ".jsonl")
    run(sys.executable, os.path.join(DATA, "replay.py"), kind, os.path.join(DATA, source), lines)
    found = json.loads(run(REPLATE, "demo", "--check", "--replay", lines, "--format", "json"))
    return {
        "false_share_of_pairs": found["false"] / max(1, found["same_pairs_whose_bytes_differ"]),
        "false_per_1000_looks": 1000 * found["false"] / max(1, found["looks"]),
        "found_share": found["found"] / max(1, found["changed_pairs"]),
    }


def changes():
    judge = os.path.join(HERE, "changes", "judge.py")
    parts = [option for part in ("planted", "spans", "labelled", "written", "notices", "sentences", "languages", "saves", "marks") for option in ("--only", part)]
    found = json.loads(run(sys.executable, judge, DATA, "--replate", REPLATE, *parts))
    single, mixed = found["planted"]["single"], found["planted"]["mixed"]
    return {
        "planted_recall": single["recall"],
        "planted_exact": single["exact"],
        "mixed_recall": mixed["recall"],
        "mixed_exact": mixed["exact"],
        "spans_token_f1": found["spans"]["replate"]["token_f1"],
        "spans_span_f1": found["spans"]["replate"]["span_f1"],
        "labelled_macro_f1": found["labelled"]["macro_f1"],
        "labelled_stealth_precision": found["labelled"]["stealth"]["precision"],
        "written_macro_f1": found["written"]["macro_f1"],
        "written_stealth_precision": found["written"]["stealth"]["precision"],
        "marks_exact": found["marks"]["exact"],
        "sentences_exact": found["sentences"]["exact"],
        "languages_exact": found["languages"]["exact"],
        "languages_stealth_precision": found["languages"]["stealth_precision"],
        "saves_stealth_precision": found["saves"]["stealth_precision"],
        "notices_precision": found["notices"]["precision"],
        "notices_recall": found["notices"]["recall"],
    }


def speed(folder):
    """Whole articles are those that edits are planted in, two to four at once."""
    planted = run(sys.executable, os.path.join(HERE, "changes", "plant.py"), DATA, "--mixed")
    pairs = os.path.join(folder, "pairs.jsonl")
    with open(pairs, "w", encoding="utf-8") as f:
        f.writelines(planted.splitlines(keepends=True)[:100])
    return json.loads(run(os.path.join(ROOT, "target", "release", "bench"), pairs))


def quotes():
    said = run(sys.executable, os.path.join(HERE, "quotes.py"), DATA, "--replate", REPLATE)
    figures = {}
    for corpus, f1, speaker in re.findall(r"^(\w+): .*? F1 ([\d.]+); speaker of found ([\d.]+)", said, re.M):
        figures[f"{corpus}_direct_f1"], figures[f"{corpus}_speaker"] = float(f1), float(speaker)
    return figures


def main():
    path = os.path.join(HERE, "floors.toml")
    with open(path, encoding="utf-8") as f:
        text = f.read()
    floors = tomllib.loads(text)
    with tempfile.TemporaryDirectory() as folder:
        figures = {
            "extraction": extraction(folder),
            "refetched": replay(folder, "np", "extraction"),
            "terms": replay(folder, "ota", "revisions/ota"),
            "changes": changes(),
            "quotes": quotes(),
            "search": json.loads(run(os.path.join(HERE, "postgres"), os.path.join(ROOT, "target", "release", "bench-search"), "--versions", "10000")),
            "speed": speed(folder),
        }
    bad = 0
    for section, rows in floors.items():
        for name, limit in rows.items():
            figure = figures[section][name]
            good = figure >= limit["floor"] if "floor" in limit else figure <= limit["ceiling"]
            better = figure > limit["floor"] + 0.0005 if "floor" in limit else figure < limit["ceiling"] - 0.0005
            bad += not good
            word = next(iter(limit))
            print(f"{'holds' if good else 'FAILS'}  {section}.{name} = {figure:.4f} ({word} {limit[word]})")
            if better and "--raise" in sys.argv and section not in ("speed", "search"):  # ratios wander with the machine
                new = int(figure * 1000) / 1000 if word == "floor" else (int(figure * 1000) + 1) / 1000
                within = text.index(f"[{section}]")
                text = text[:within] + re.sub(rf"({name} = {{ {word} = )[\d.]+", rf"\g<1>{new:.3f}", text[within:], count=1)
    if "--raise" in sys.argv:
        with open(path, "w", encoding="utf-8") as f:
            f.write(text)
    print("floors: " + ("all hold" if not bad else f"{bad} do not hold"))
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
