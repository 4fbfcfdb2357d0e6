"""Plants known, typed edits in real news articles, to measure a program that tells the types of changes.

usage: plant.py PACK [--seed N] [--mixed] > planted.jsonl

PACK is the folder of test data (REPLATE_TESTDATA). Articles: extraction/sh.jsonl, extraction/fundus.jsonl and
quotes/polnear-dev.jsonl. Their texts are read at run time, nothing of them stands here. A line a case:
  id, article      the case, the article that it was made from
  plan             the planted types, in order; types_planted: the same, sorted, each once
  expect           the exact set of types that the change has by docs/change-types.md
  may              types that a second fair reading of that page would add: neither needed nor wrong
  language         of the article
  before, after    {headline, text}; paragraphs are parted by blank lines
  what             a line on each edit
Without --mixed a case holds one edit, up to 120 cases a type, over as many articles as allow. With --mixed 400 cases
hold two to four edits each, in different sentences; expect is their union. A seed gives the same cases again.
The edits stand where their type is certain: word edits outside quotations, numbers where a sentence has no other.
How they are made and chosen: planting/.
"""
import argparse
import gc
import json

from planting.articles import articles
from planting.cases import all_edits
from planting.choosing import singles
from planting.mixing import mixed


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("pack")
    args.add_argument("--seed", type=int, default=1)
    args.add_argument("--mixed", action="store_true", help="two to four edits a case")
    args = args.parse_args()
    gc.disable()  # some 200,000 edits, none of which refers to itself: to look for cycles costs a third of the time
    shelf = articles(args.pack)
    found = {a.name: all_edits(a, args.seed) for a in shelf}
    for row in (mixed if args.mixed else singles)(found, shelf, args.seed):
        print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
