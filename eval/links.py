#!/usr/bin/env python3
"""Finds dead links in the project's Markdown: files that are not there, headings that are not."""
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def anchors(text):
    """The anchors that a forge gives to the headings of a Markdown text."""
    found = set()
    for line in re.findall(r"^#+\s+(.*)$", text, re.M):
        plain = re.sub(r"[`*_]|\[([^\]]*)\]\([^)]*\)", r"\1", line).strip().lower()
        found.add(re.sub(r"\s", "-", re.sub(r"[^\w\s-]", "", plain)))
    return found


def main():
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard", "*.md"], cwd=ROOT, capture_output=True, text=True, check=True)
    dead, seen = [], 0
    for name in listed.stdout.split():
        with open(os.path.join(ROOT, name), encoding="utf-8") as f:
            text = f.read()
        prose = re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.S)
        for target in re.findall(r"\]\(([^)\s]+)\)", prose):
            if re.match(r"[a-z]+:", target):
                continue
            seen += 1
            path, _, anchor = target.partition("#")
            file = os.path.normpath(os.path.join(ROOT, os.path.dirname(name), path)) if path else os.path.join(ROOT, name)
            if not os.path.exists(file):
                dead.append(f"{name}: {target}: no such file")
            elif anchor and file.endswith(".md"):
                with open(file, encoding="utf-8") as f:
                    if anchor not in anchors(f.read()):
                        dead.append(f"{name}: {target}: no such heading")
    print("\n".join(dead) or f"{seen} links, none dead")
    sys.exit(1 if dead else 0)


if __name__ == "__main__":
    main()
