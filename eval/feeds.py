#!/usr/bin/env python3
"""Feeds are right by the rules of the W3C feed validator, and readers see each change once.

usage: eval/feeds.py [--count N] [--seed N] [--keep FOLDER] [PART...]      (names of parts; all without one)

Made by `eval-feeds` of what nobody would think of; and served, for the scripted day, with everything that HTTP says
of them. Needs the release build. Prints a line a part; ends with 1 when one fails. Two runs with one seed are the same.
"""
import argparse
import collections
import concurrent.futures
import datetime as dt
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import unicodedata
import warnings

import feedparser

import rules
import rules.faults
import serving
from findings import Findings

EVAL_FEEDS = os.path.join(serving.ROOT, "target", "release", "eval-feeds")

# Recommendations that are not followed, each for a reason.
ARGUED = {
    # Many changes may be seen in one instant, and the time of each is true.
    "DuplicateUpdated",
    # What a page says is shown as it is, U+FFFD and what looks like a wrong decoding too.
    "BadCharacters",
}


def moment(text):
    return dt.datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone(dt.timezone.utc)


def folded(text):
    """A title as it can be compared: of what no format can hold, and of white space, nothing is left."""
    text = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", text or "")
    # feedparser mends what looks as if it had been decoded wrongly, where all of a title does, and takes C1 controls for what windows-1252 has there.
    try:
        text = text.strip().encode("latin-1").decode("utf-8")
    except UnicodeError:
        pass
    text = re.sub("[\x80-\x9f]", lambda found: found[0].encode("latin-1").decode("windows-1252", "ignore"), text)
    text = unicodedata.normalize("NFC", re.sub("[\x7f-\x9f]", "", text))
    return re.sub(r"[\s\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]+", "", text)


def entries(form, body):
    """What a reader sees: a list of (id, title, published, updated, address), times in whole seconds."""
    if form == "json":
        shown = json.loads(body)["items"]
        return [(one["id"], one.get("title"), second(one.get("date_published")), second(one.get("date_modified")), one.get("url")) for one in shown]
    with warnings.catch_warnings():
        # The reader warns that it may answer `published` for `updated`.
        warnings.simplefilter("ignore", DeprecationWarning)
        feed = feedparser.parse(body)
        if feed.bozo:
            raise ValueError(f"feedparser: {feed.bozo_exception}")
        return [(one.get("id"), one.get("title"), seconds(one.get("published_parsed")), seconds(dict.get(one, "updated_parsed")), one.get("link")) for one in feed.entries]


def second(text):
    return moment(text).replace(microsecond=0) if text else None


def seconds(parsed):
    return dt.datetime(*parsed[:6], tzinfo=dt.timezone.utc) if parsed else None


def judge_one(folder, number):
    """All that is wrong with the feeds of one number: (errors, warnings, changes, misreadings)."""
    base = os.path.join(folder, f"{number:04}.")
    with open(base + "truth.json", encoding="utf-8", errors="surrogatepass") as file:
        truth = json.load(file)
    now, errors, recommended, wrong = moment(truth["now"]), [], [], []
    for form, address in truth["addresses"].items():
        seen = collections.Counter()
        places = {}
        for name, changes in ((f"earlier.{form}", truth["changes"][len(truth["changes"]) - truth["earlier"]:]), (form, truth["changes"])):
            with open(base + name, "rb") as file:
                body = file.read()
            report = rules.check(form, body, address, now)
            errors += [f"{number:04}.{name}: {line}" for line in report.errors]
            recommended += [f"{number:04}.{name}: {line}" for line in report.warnings if line.split(":")[0] not in ARGUED]
            try:
                shown = entries(form, body)
            except Exception as error:  # whatever a reader fails with, it does not read the feed
                wrong.append(f"{number:04}.{name}: not read: {error}")
                continue
            wrong += [f"{number:04}.{name}: {line}" for line in misread(form, shown, changes)]
            # A reader keeps what it has seen by its id, and shows what is new.
            for own, _, _, _, link in shown:
                if own not in places:
                    seen[own] += 1
                    places[own] = link
                elif places[own] != link:
                    wrong.append(f"{number:04}.{name}: {own} was {places[own]}, is {link}")
        if seen != collections.Counter(change["guid"] for change in truth["changes"]):
            wrong.append(f"{number:04}.{form}: over two fetches {dict(seen)} were seen, {len(truth['changes'])} changes are true")
    return errors, recommended, len(truth["changes"]), wrong


def misread(form, shown, changes):
    """Where a reader sees something else than what is true."""
    if [one[0] for one in shown] != [change["guid"] for change in changes]:
        yield f"ids {[one[0] for one in shown][:3]} of {len(shown)}, not {[change['guid'] for change in changes][:3]} of {len(changes)}"
        return
    for (own, title, published, updated, link), change in zip(shown, changes):
        seen, moved = second(change["seen"]), second(change["updated"])
        if published != seen:
            yield f"{own}: published {published}, seen {seen}"
        if form != "rss" and updated != moved:
            yield f"{own}: updated {updated}, was {moved}"
        if link != change["url"]:
            yield f"{own}: leads to {link}, not {change['url']}"
        want = folded(change["title"])
        # RSS does not say whether a title is text or HTML: where one looks like markup, readers guess.
        if form == "rss" and re.search("[<&]", change["title"] or ""):
            continue
        if not (title or "").strip():
            yield f"{own}: without a title"
        if not (folded(title).startswith(want) or want.startswith(folded(title).rstrip("…")) and len(folded(title)) > 40):
            yield f"{own}: title {title!r:.200}, headline {change['title']!r:.200}"


def generated(options, find):
    """A thousand feeds of what nobody would think of: not one error, and readers see each change once."""
    with tempfile.TemporaryDirectory(prefix="replate-feeds-") as made:
        folder = options.keep or made
        begun = time.monotonic()
        done = subprocess.run([EVAL_FEEDS, folder, "--count", str(options.count), "--seed", str(options.seed)], capture_output=True, text=True)
        if done.returncode:
            find.fails(f"eval-feeds ended with {done.returncode}: {done.stderr[-1000:]}")
            return "nothing made"
        writing = time.monotonic() - begun
        changes, broken = 0, collections.Counter()
        with concurrent.futures.ProcessPoolExecutor() as pool:
            for errors, recommended, count, wrong in pool.map(judge_one, [folder] * options.count, range(options.count), chunksize=8):
                changes += count
                for line in errors + recommended:
                    broken[re.sub(r"^\d+\.(earlier\.)?", "", line).split(":")[0] + " " + line.split(": ")[1]] += 1
                for line in [*errors, *recommended, *wrong]:
                    find.fails(line)
    if broken:
        find.kept.append("by rule: " + ", ".join(f"{name} {count}" for name, count in broken.most_common(20)))
    return f"seed {options.seed}: {options.count} feeds of {changes} changes in three forms, before and after they grew, written in {writing:.0f} s; {find.count} errors"


def known(options, find):
    """The rules find every fault of a long list, and nothing in feeds without one."""
    faults, missed = rules.faults.missed()
    for line in missed:
        find.fails(line)
    return f"{faults} faults, each found"


def served(options, find):
    """Every feed that is linked from anywhere in the scripted day: right, and answered as HTTP says."""
    with serving.day() as site:
        crawled = serving.crawl(site, find)
        for path in sorted(crawled.feeds):
            serving.feed(site, path, crawled.feeds[path], find)
        serving.discovered(site, crawled, find)
    return f"{len(crawled.feeds)} feeds linked from {len(crawled.pages)} pages, {crawled.links} links for feed readers"


PARTS = [known, generated, served]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--keep", help="write the made feeds into this folder, and leave them there")
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(part.__name__ for part in PARTS))
    options = parser.parse_args()
    options.seed = int.from_bytes(os.urandom(3), "big") if options.seed is None else options.seed
    unknown = set(options.parts) - {part.__name__ for part in PARTS}
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    failed, said = 0, []
    for part in PARTS:
        if options.parts and part.__name__ not in options.parts:
            continue
        find = Findings()
        what = part(options, find)
        failed += bool(find.count)
        said.append(what)
        print(f"{'FAILED' if find.count else 'passed'}  {part.__name__}: {what}", flush=True)
        for line in find.lines():
            print(f"    {line}")
    print(f"{failed} parts failed" if failed else "; ".join(said))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
