"""Runs `replate read --batch` and `replate compare --batch` from outside, and finds texts in raw pages."""
import collections
import gzip
import html
import html.parser
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
REPLATE = os.environ.get("REPLATE_BIN") or os.path.join(ROOT, "target", "release", "replate")
DATA = os.environ.get("REPLATE_TESTDATA", "")
TEXT_KINDS = ("paragraph", "subhead", "quote", "list", "live_entry")
BLOCKS = set("""p div li blockquote h1 h2 h3 h4 h5 h6 td th section article main body figcaption figure aside nav footer header button
    ul ol dd dt form label pre table tr""".split())
OPAQUE = set("script style noscript template textarea title svg iframe select object head".split())


def needs_data():
    """Ends with 77, as a part that cannot run here, where there is no outside material."""
    if not DATA:
        print("skipped: REPLATE_TESTDATA is not set")
        sys.exit(77)


def rows(*path):
    """The lines of a JSON Lines file of the outside material."""
    with open(os.path.join(DATA, *path), encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def unpacked(*path):
    """The bytes of a file of the outside material."""
    path = os.path.join(DATA, *path)
    with (gzip.open(path) if path.endswith(".gz") else open(path, "rb")) as f:
        return f.read()


def batch(stage, lines):
    """What a stage answers to the lines: id to object."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as f:
        for line in lines:
            f.write(json.dumps(line) + "\n")
        f.flush()
        done = subprocess.run([REPLATE, stage, "--batch", f.name, "--jobs", "1"], capture_output=True)
    if done.returncode not in (0, 1):
        raise SystemExit(f"`replate {stage} --batch` ended with status {done.returncode}: {done.stderr[-2000:].decode(errors='replace')}")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    if [answer["id"] for answer in answers] != [line["id"] for line in lines]:
        raise SystemExit(f"`replate {stage} --batch` did not answer line by line")
    return {answer["id"]: answer for answer in answers}


def read(pages):
    """Readings of pages: {id: (url, bytes)} or {id: (url, bytes, content type)}."""
    with tempfile.TemporaryDirectory() as folder:
        lines = []
        for n, (name, page) in enumerate(pages.items()):
            with open(os.path.join(folder, f"{n}.html"), "wb") as f:
                f.write(page[1])
            lines.append({"id": name, "url": page[0], "file": os.path.join(folder, f"{n}.html")})
            if len(page) > 2 and page[2]:
                lines[-1]["content_type"] = page[2]
        return batch("read", lines)


def compare(pairs):
    """Changes of pairs of readings: {id: (before, after)}."""
    return batch("compare", [{"id": name, "before": before, "after": after} for name, (before, after) in pairs.items()])


def tokens(text):
    return re.findall(r"\w+", re.sub("[\u00ad\u200b-\u200f\u2060\ufeff]", "", unicodedata.normalize("NFC", text or "")))


def joined(text):
    """The words of a text, with a space around each."""
    return " " + " ".join(tokens(text)) + " "


def texts(reading, kinds=TEXT_KINDS):
    """The text of a reading's blocks, by line."""
    return "\n".join(block["text"] for block in reading.get("body") or [] if block["kind"] in kinds)


def whole(reading):
    """All that a reading says."""
    return "\n".join([reading.get("headline") or "", reading.get("standfirst") or "", texts(reading, TEXT_KINDS + ("notice", "caption", "table", "embed"))])


def word_f1(a, b):
    """F1 of the bags of lower-case words."""
    a, b = (collections.Counter(tokens(text.lower())) for text in (a, b))
    common = sum((a & b).values())
    return 1.0 if a == b else 2 * common / max(1, sum(a.values()) + sum(b.values()))


class Places(html.parser.HTMLParser):
    """Where text, JSON-LD and meta elements stand in a raw page."""

    def __init__(self, page):
        super().__init__(convert_charrefs=False)
        self.page, self.stack, self.opaque, self.hidden = page, [], [], []
        self.nodes = []  # [start, end, names of the open block elements, number of the innermost one]
        self.json_ld = []  # (start, end)
        self.metas = []  # (attributes, start, end)
        self.lines = [0, *(m.end() for m in re.finditer("\n", page))]
        self.scripts, self.opened, self.ids = [], 0, []
        self.feed(page)
        self.close()

    def at(self):
        line, column = self.getpos()
        return self.lines[line - 1] + column

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "meta":
            start = self.at()
            self.metas.append((attrs, start, start + len(self.get_starttag_text())))
        elif tag in OPAQUE:
            self.opaque.append(tag)
            self.scripts.append(tag == "script" and "ld+json" in (attrs.get("type") or "").lower())
        elif tag == "body":
            self.opaque, self.scripts = [], []
        if tag in BLOCKS:
            if tag in ("p", "li") and self.stack and self.stack[-1] == tag:
                self.leave()
            self.opened += 1
            self.stack.append(tag)
            self.ids.append(self.opened)
            # What a script of React's puts in place at once (`S:1`) is no secret.
            self.hidden.append("hidden" in attrs and not re.match(r"S:\w+$", attrs.get("id") or ""))

    def leave(self):
        self.ids.pop()
        self.hidden.pop()
        return self.stack.pop()

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag in OPAQUE and tag in self.opaque:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if tag in self.opaque:
            while self.opaque:
                self.scripts.pop()
                if self.opaque.pop() == tag:
                    break
        if tag in BLOCKS and tag in self.stack:
            while self.leave() != tag:
                pass

    def note(self, length):
        start = self.at()
        if self.opaque:
            if self.opaque[-1] == "script" and self.scripts[-1]:
                self.json_ld.append((start, start + length))
            return
        if any(self.hidden):
            return
        if self.nodes and self.nodes[-1][1] == start:
            self.nodes[-1][1] = start + length
        else:
            self.nodes.append([start, start + length, tuple(self.stack), self.ids[-1] if self.ids else 0])

    def handle_data(self, data):
        self.note(len(data))

    def handle_charref(self, name):
        self.reference(len(name) + 2)

    def handle_entityref(self, name):
        self.reference(len(name) + 1)

    def reference(self, length):
        end = self.at() + length
        self.note(length + (self.page[end:end + 1] == ";"))

    def text(self, node):
        return html.unescape(self.page[node[0]:node[1]])
