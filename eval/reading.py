#!/usr/bin/env python3
"""The reader on outside material that is no extraction set: redesigns, BBC pages, block pages, charsets, the five articles; and its bounds.

usage: eval/reading.py [redesigns|bbc|refused|blocked|charset|articles|bounds ...] [--explain]

Every row prints its figure and the cases that do not hold, by id. Needs REPLATE_TESTDATA and the release build; the
bounds need neither.
"""
import argparse
import codecs
import collections
import html
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
import unicodedata

from batches import DATA, REPLATE, batch, compare, joined, needs_data, read, rows, texts, tokens, unpacked, whole, word_f1


class Row:
    """A figure, and what does not hold."""

    def __init__(self, name, least=1.0):
        self.name, self.least, self.all, self.bad, self.notes = name, least, 0, [], []

    def holds(self, condition, case, said=""):
        self.all += 1
        if not condition:
            self.bad.append(case)
            self.notes.append(f"  {case}: {said}" if said else f"  {case}")
        return condition

    def fine(self):
        return self.all > 0 and self.all - len(self.bad) >= self.least * self.all

    def show(self, explain):
        word = "holds" if self.fine() else "FAILS"
        print(f"{word}  {self.name}: {self.all - len(self.bad)} / {self.all}" + (f" (at least {self.least:.0%})" if self.least else " (no limit)"), flush=True)
        for note in self.notes:
            print(note if explain else note.partition(": ")[0])


def plain(text):
    """One line of words and marks, without markup."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", html.unescape(re.sub(r"<[^>]*>", "", text)))).strip()


def redesigns():
    """Two captures of an article: the same words are no change of the text, others are told."""
    row, f1 = Row("two captures of one article: told as same or edited"), []
    pairs, pages = {}, {}
    for line in rows("extraction", "redesign.jsonl"):
        for n in (0, 1):
            pages[f"{line['id']}#{n}"] = line["url"], unpacked("extraction", line["captures"][n]["file"])
        pairs[line["id"]] = (f"{line['id']}#0", f"{line['id']}#1", None)
    for line in rows("revisions", "news-sniffer", "pairs.jsonl"):
        if line["text_changed"] is not None:
            for side in ("before", "after"):
                pages[line[side]] = f"http://news.bbc.co.uk/1/hi/{line['id']}.stm", unpacked("revisions", "news-sniffer", line[side])
            pairs[line["id"]] = line["before"], line["after"], line["text_changed"]
    readings = read(pages)
    changes = compare({name: (readings[a], readings[b]) for name, (a, b, _) in pairs.items()})
    for name, (a, b, edited) in pairs.items():
        one, other, change = readings[a], readings[b], changes[name]
        score = word_f1(texts(one), texts(other))
        f1.append(f"{name} {score:.3f}")
        if edited is None:  # of a redesign: by its words
            edited = tokens(whole_text(one)) != tokens(whole_text(other))
        row.holds(change["same"] != edited and one["page"] == other["page"] == "article" and len(tokens(texts(one))) > 50, name, f"same={change['same']} kinds={','.join(change['kinds'])} pages {one['page']}, {other['page']}")
    print("word F1 of the two readings: " + ", ".join(f1))
    return [row]


def whole_text(reading):
    return f"{reading['headline']}\n{reading['standfirst']}\n{texts(reading)}"


def bbc():
    """BBC pages of ten years with what the tests of web-page-parser expect, those of the newest parser."""
    strict, counts, minutes = Row("web-page-parser: titles, days, what is and is not in the text", .95), Row("web-page-parser: number and place of paragraphs (contested)", 0), Row("web-page-parser: dates to the minute, which these pages give without a zone (contested)", 0)
    pages = {os.path.basename(line["file"]): line for line in rows("revisions", "web-page-parser", "pages.jsonl") if line["expect"]}
    readings = read({name: (line["url"], unpacked("revisions", "web-page-parser", line["file"])) for name, line in pages.items()})
    for name, line in pages.items():
        reading, raw = readings[name], plain(unpacked("revisions", "web-page-parser", line["file"]).decode("utf-8", "replace"))
        paragraphs = [plain(block["text"]) for block in reading["body"] if block["kind"] in ("paragraph", "subhead", "quote", "list")]
        told = ([plain(reading["standfirst"])] if reading["standfirst"] else []) + paragraphs
        text = " ".join(told)
        for n, expected in enumerate(line["expect"]):
            if expected["superseded"]:
                continue
            field, op, value = expected["field"], expected["op"], expected["value"]
            if op == "matches" and not re.search(value, raw) and value.isascii():
                continue  # the test puts it into the page
            case = f"{name}#{n} {field} {op} {value!r:.70}"
            if field == "paragraph_count" or field == "paragraph" and op == "equals" and expected["index"]:
                if field == "paragraph":
                    counts.holds(told and plain(value) == told[expected["index"]] if abs(expected["index"]) <= len(told) else False, case, f"is {told[-1:]}")
                    strict.holds(joined(plain(value)) in joined(text), case, "is not in the text")
                else:
                    counts.holds(len(told) == value if op == "equals" else len(told) > value, case, f"{len(told)} paragraphs")
                continue
            if field == "date":
                strict.holds(moment(value)[:10] == (moment(reading["published_at"]) or "")[:10], case, f"is {reading['published_at']}")
                minutes.holds(moment(value) == moment(reading["published_at"]), case, f"is {reading['published_at']}")
            elif field == "date_zone":
                minutes.holds(bool(re.search(r"Z$|[+-]00:00$", reading["published_at"] or "")), case, f"is {reading['published_at']}")
            else:
                got = reading["headline"] or "" if field == "title" else told[0] if field == "paragraph" and told else text
                value, got = (plain(value), plain(got)) if op in ("equals", "contains", "not_contains") else (value, got)
                good = {"equals": value == got, "contains": str(value) in got, "not_contains": str(value) not in got}.get(op)
                if good is None:
                    good = bool(re.search(value, got)) != op.startswith("not_")
                strict.holds(good, case, f"is {got[:90]!r}")
    return [strict, counts, minutes]


def moment(text):
    """Year, month, day, hour and minute in UTC, of the two ways to write it."""
    import datetime as dt
    for form in ("%b %d %H:%M:%S %z %Y", "%a %b %d %H:%M:%S %z %Y"):
        try:
            return dt.datetime.strptime(text or "", form).astimezone(dt.timezone.utc).strftime("%Y-%m-%d %H:%M")
        except ValueError:
            continue
    try:
        return dt.datetime.fromisoformat((text or "").replace("Z", "+00:00")).astimezone(dt.timezone.utc).strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return text


def refused():
    """A page that is no article, in the place of one. It is the later capture without its meta element `Headline`, and whole otherwise: contested."""
    row = Row("news-sniffer's invalid page refused (contested)", 0)
    for line in rows("revisions", "news-sniffer", "pairs.jsonl"):
        if line["text_changed"] is None:
            reading = read({line["id"]: (f"http://news.bbc.co.uk/1/hi/{line['id']}.stm", unpacked("revisions", "news-sniffer", line["after"]))})[line["id"]]
            row.holds(reading["page"] not in ("article", "walled"), line["id"], f"page {reading['page']}, headline {reading['headline']!r}, {len(tokens(texts(reading)))} words, remarks {reading['remarks']}")
    return [row]


# An article of our own, which the block page takes the place of.
OTTERS = "<!doctype html><html lang=en><head><meta charset=utf-8><title>Otters return to the mill</title></head><body><article><h1>Otters return to the mill</h1>" + "".join(f"<p>Paragraph {n} tells how the otters of the old mill came back after many a year, and what the miller of the village said of it to the council on that day.</p>" for n in ("one", "two", "three", "four", "five", "six")) + "</article></body></html>"


def blocked():
    """Block and error pages by status, headers, title and length: played on this machine, after an article was seen at the address.

    Those whose body was not kept get one of their title and a filler of their length.
    """
    no_article, gone, failed, good, named = (Row(name, least) for name, least in (
        ("EDGI 0.0 to 0.25: a block page is not taken for the article", 1), ("EDGI 1.0 with status 404: gone", 1), ("EDGI 0.5, status 5xx: a failure, not gone", 1),
        ("EDGI 1.0 with status 200: not called blocked, gone or failed", 1), ("EDGI 0.0 to 0.25: named blocked or throttled", 0)))
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "otters.html"), "w", encoding="utf-8") as f:
            f.write(OTTERS)
        played, captures = [], {}
        for n, line in enumerate(rows("revisions", "edgi", "snapshot_quality.jsonl")):
            captures[f"http://h{n}.edgi.example/p"] = line
            with open(os.path.join(folder, f"{n}.body"), "wb") as f:
                f.write(unpacked("revisions", "edgi", line["body"]) if line["body"] else made_body(line))
            headers = {name.lower(): ", ".join(value) if isinstance(value, list) else value for name, value in (line["headers"] or {}).items()}
            headers = {name: value for name, value in headers.items() if name not in ("content-length", "transfer-encoding", "content-encoding", "connection", "date", "etag", "last-modified", "location", "retry-after")}
            for when, status, file, head in (("00", 200, "otters.html", {"content-type": "text/html; charset=utf-8"}), ("06", line["status"], f"{n}.body", headers)):
                played.append({"time": f"2026-01-01T{when}:00:00Z", "url": f"http://h{n}.edgi.example/p", "status": status, "headers": head, "file": file})
        with open(os.path.join(folder, "replay.jsonl"), "w", encoding="utf-8") as f:
            f.writelines(json.dumps(each) + "\n" for each in sorted(played, key=lambda each: each["time"]))
        store = os.path.join(folder, "store")
        done = subprocess.run([REPLATE, "demo", "--check", "--replay", os.path.join(folder, "replay.jsonl"), "--keep", store, "--format", "json"], capture_output=True, text=True)
        if done.returncode not in (0, 1):
            raise SystemExit(f"`replate demo --check --replay` ended with status {done.returncode}: {done.stderr[-1000:]}")
        for url, line in captures.items():
            timeline = json.loads(subprocess.run([REPLATE, "log", url, "--dir", store, "--format", "json"], capture_output=True, text=True, check=True).stdout)
            looks = [look for look in timeline["looks"] if look["at"] >= "2026-01-01T06"]
            seen = {look["sighting"] for look in looks}
            failures = {look["failure"] for look in looks} - {None}
            case = f"{line['folder']} {line['id'][:8]} status {line['status']}"
            said = f"title {line['title']!r}: seen as {','.join(sorted(seen))} {','.join(sorted(failures))}; {len(timeline['versions'])} versions"
            if line["score"] <= .25:
                no_article.holds(looks and not seen & {"article", "walled", "unchanged"} and "gone" not in seen and len(timeline["versions"]) == 1, case, said)
                named.holds(seen == {"blocked"} or failures == {"throttled"}, case, said)
            elif line["status"] == 404:
                gone.holds(seen == {"gone"}, case, said)
            elif line["score"] == .5:
                failed.holds(seen == {"error"} and failures, case, said)
            else:
                good.holds(looks and not seen & {"blocked", "gone", "error", "soft_gone", "consent"}, case, said)
    return [no_article, gone, failed, good, named]


def made_body(line):
    """A body for a capture that has none: what its title says; text only where people found it whole."""
    title = html.escape(line["title"] or "")
    text = "".join(f"<p>This is sentence {n} of a page of the office about rivers, roads and the weather of the county; it has a figure of {n * 7} in it.</p>" for n in range(1, 30)) if line["score"] == 1 and line["status"] == 200 else ""
    page = f"<!doctype html><html><head><title>{title}</title></head><body><h1>{title}</h1>{text}"
    filler = max(0, (line["content_length"] or 0) - len(page) - 60)
    page = f"{page}<script>/*{'x' * filler}*/</script></body></html>" if line["media_type"] == "text/html" else "Blocked."[: line["content_length"] or 8]
    return (page if line["content_length"] != 0 else "").encode()


# Where Python names a decoder otherwise than the Encoding Standard.
DECODERS = {"big5": "big5hkscs", "shift_jis": "cp932", "euc-kr": "cp949", "gbk": "gb18030", "windows-874": "cp874", "x-mac-cyrillic": "mac_cyrillic",
            "macintosh": "mac_roman", "iso-8859-9": "cp1254", "ibm866": "cp866", "iso-2022-jp": "iso2022_jp_2", "utf-8": "utf-8-sig"}
TYPES = {"xml": "text/xml", "html": "text/html", "txt": "text/plain", "srt": "text/plain"}
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def charset():
    """Pages decoded as they are labelled: every word beyond ASCII that the reading has is in what Python decodes."""
    found = []
    lines = [line for line in rows("charset", "chardet.jsonl") if line["whatwg_label"] and line["decodes_cleanly"]]
    ways = {"the label in Content-Type": (.95, lambda line, data: (data, f"{TYPES[line['file'].rpartition('.')[2]]}; charset={line['whatwg_label']}")),
            "as stored, no Content-Type": (.95, lambda line, data: (data, None)),
            "as an article, the label in Content-Type": (.95, lambda line, data: (as_article(data, line), f"text/html; charset={line['whatwg_label']}")),
            "as an article, the label in meta": (.95, lambda line, data: (as_article(data, line, "meta"), "text/html")),
            "as an article, no label anywhere": (.9, lambda line, data: (as_article(data, line), "text/html"))}
    for way, (least, served) in ways.items():
        row, nothing, feeds, pages = Row(f"charset, {way}", least), [], {}, {}
        for line in lines:
            data, kind = served(line, unpacked("charset", line["file"]))
            if data:
                pages[line["file"]] = "http://page.example/story", data, kind
        readings = read(pages)
        said = {name: whole(reading) for name, reading in readings.items()}
        feeds = {name: pages[name] for name, reading in readings.items() if reading["page"] == "feed"}
        if feeds:
            with tempfile.TemporaryDirectory() as folder:
                asks = []
                for n, (name, (url, data, kind)) in enumerate(feeds.items()):
                    with open(os.path.join(folder, str(n)), "wb") as f:
                        f.write(data)
                    asks.append({"id": name, "url": url, "file": os.path.join(folder, str(n)), **({"content_type": kind} if kind else {})})
                for name, answer in batch("discover", asks).items():
                    entries = answer.get("entries") or []
                    said[name] = "\n".join(str(text) for text in [answer.get("title"), *(each.get(key) for each in entries for key in ("title", "summary"))] if text)
        by_label = collections.Counter()
        for line in lines:
            name = line["file"]
            if name not in said:
                continue
            own = [word for word in re.findall(r"[^\W\d_]+", loose(said[name])) if not word.isascii()]
            true = decoded(pages[name][1], line["whatwg_label"])
            if not own and re.search(r"[^\W\d_]", re.sub(r"[\x00-\x7f]", "", true)):
                nothing.append(name)
            if not own:
                continue
            strange = [word for word in own if word not in true]
            good = row.holds(len(strange) <= .01 * len(own), name.removeprefix("chardet/files/"), f"{len(strange)} of {len(own)} words are not in the page, such as {strange[:2]}")
            by_label[line["whatwg_label"]] += not good
        if row.bad:
            row.notes.append("  by label: " + ", ".join(f"{label} {n}" for label, n in by_label.most_common() if n))
        row.notes.append(f"  not judged, since nothing beyond ASCII was read: {len(nothing)}: " + " ".join(name.removeprefix("chardet/files/") for name in nothing))
        found.append(row)
    return found


def decoded(data, label):
    codec = DECODERS.get(label, label)
    if label.startswith("utf-16"):
        codec = "utf-16" if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else {"utf-16": "utf-16-le"}.get(label, label)
    text = data.decode(codec, "replace")
    once = html.unescape(text)
    return loose("\n".join([text, re.sub(r"<[^>]*>", "", once), re.sub(r"<[^>]*>", "", html.unescape(once)), once]))


def loose(text):
    return unicodedata.normalize("NFC", INVISIBLE.sub("", text))


def as_article(data, line, declare=None):
    """The texts of a feed as paragraphs of a page, byte for byte. Only where ASCII is ASCII."""
    if re.match(r"utf-16|iso-2022", line["whatwg_label"]):
        return None
    runs = [run.strip() for run in re.findall(rb"[^<>]+", data.replace(b"\xef\xbb\xbf", b"")) if len(run.strip()) > 40 and len(re.findall(rb"[\x80-\xff]", run)) > 8]
    head = f"<meta charset={line['whatwg_label']}>".encode() if declare else b""
    return b"<!doctype html><html><head>" + head + b"<title>Story</title></head><body><article><h1>Story</h1>" + b"".join(b"<p>" + run + b"</p>" for run in runs[:60]) + b"</article></body></html>" if runs else None


def articles():
    """The five articles as text: headline, every line of the body, nothing else."""
    with open(os.path.join(DATA, "reference", "expected.json"), encoding="utf-8") as f:
        expected = json.load(f)["articles"]
    row, other, title = Row("the five articles: every line of the body is in the reading, in its place"), Row("the five articles: no line of anything else is"), Row("the five articles: headline")
    readings = read({name: (f"http://outlet.example/{name}", unpacked("reference", f"{name}.txt"), "text/plain; charset=utf-8") for name in expected})
    for name, truth in expected.items():
        reading, lines = readings[name], unpacked("reference", f"{name}.txt").decode().split("\n")
        title.holds(plain(reading["headline"] or "").rstrip(" |") == plain(truth["title"] or ""), name, f"is {reading['headline']!r}")
        body = joined(f"{reading['standfirst'] or ''}\n{texts(reading)}")
        # A revision tracker's page in a table may as well be read as one: each cell a block.
        at = 0
        for number in truth["article_lines"]:
            words = joined(re.sub(r"\|.*", "", lines[number - 1]) if name == "002" else lines[number - 1])
            if number in truth.get("standfirst_lines", []):
                continue
            place = body.find(words, max(0, at - 1))
            row.holds(place >= 0, f"{name} line {number}", "in another place" if words in body else f"not in the reading: {lines[number - 1][:60]!r} (page {reading['page']})")
            at = place + len(words) if place >= 0 else at
        for number in truth.get("boilerplate_lines", []) + truth.get("byline_lines", []) + truth.get("caption_lines", []):
            words = joined(lines[number - 1])
            if len(tokens(words)) >= 2 or words.strip() in ("Advertisement", "Share"):
                other.holds(words not in joined(texts(reading)), f"{name} line {number}", f"is in the body: {lines[number - 1][:60]!r}")
    return [row, other, title]


# Above the program's base, for a page at the limits.
MOST_CPU, MOST_MB = 1.0, 50
# Pages with more text than can be read; what was left off must be told.
LONG = ("a paragraph of", "a list of", "a table of", "a poem of", "20,000 live", "30,000 sections", "100,000 small", "100,000 times", "200,000 links", "plain text of")


def hostile():
    """Pages that want to hurt: name to bytes, a piece at a time."""
    rng = random.Random(7)
    words = " ".join(f"Sentence {n} of the paragraph tells of rivers and bridges, and of what the council said." for n in range(12))
    article = f"<!doctype html><html><head><title>Bridge</title></head><body><article><h1>Bridge</h1>{''.join(f'<p>{n}. {words}</p>' for n in range(8))}</article></body></html>"
    inside = lambda text: article.replace("</article>", f"{text}</article>").encode()
    paragraph = lambda text: inside(f"<p>{text}</p>")
    yield "nothing", b""
    for n in range(12):
        yield f"random bytes {n}", rng.randbytes(10 ** (n % 6 + 1))
    yield "random bytes after a head", article[:200].encode() + rng.randbytes(2_000_000)
    for n in range(0, len(article), len(article) // 24):
        yield f"truncated at {n}", article.encode()[:n]
    yield "NUL bytes", b"\0" * 1_000_000
    for tag in ("div", "p", "b", "a href=x", "ul><li", "table><tr><td", "blockquote", "font", "svg><g", "select><option", "button", "span"):
        yield f"100,000 nested {tag}", inside(f"<{tag}>" * 100_000)
    yield "100,000 nested, closed", inside("<div>" * 100_000 + "deep" + "</div>" * 100_000)
    yield "misnested a and b, 100,000", inside("<a><b>" * 50_000 + "x" + "</a></b>" * 50_000)
    yield "unclosed p and b, 200,000", inside("<p><b>" * 100_000)
    yield "a paragraph of 10 MB", paragraph(" ".join(f"word{n % 1000}" for n in range(1_250_000)))
    yield "a paragraph of 10 MB in one sentence each", paragraph("The council of the town said so on Monday. " * 230_000)
    yield "a paragraph of 300,000 characters", paragraph("The council of the town said so on Monday. " * 7_000)
    yield "a page of 200 MB", article.encode()[:-30] + b"<p>The council of the town said so on Monday.</p>" * (200_000_000 // 49)
    yield "a page of 200 MB in one script", article.encode()[:-30] + b"<script>" + b"x = 1; " * (200_000_000 // 7)
    yield "1 M attributes", inside("<p " + " ".join(f"a{n}=1" for n in range(1_000_000)) + ">x</p>")
    yield "an attribute of 10 MB", inside(f"<p title='{'x' * 10_000_000}'>x</p>")
    yield "JSON-LD nested 100,000 deep", inside("<script type=application/ld+json>" + '{"a":' * 100_000 + "1" + "}" * 100_000 + "</script>")
    yield "JSON-LD arrays 1 M deep", inside("<script type=application/ld+json>" + "[" * 1_000_000 + "</script>")
    yield "JSON-LD with @graph of 200,000", inside("<script type=application/ld+json>{\"@graph\":[" + ",".join('{"@type":"NewsArticle","headline":"Bridge"}' for _ in range(200_000)) + "]}</script>")
    yield "20,000 JSON-LD scripts", inside("<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Bridge\"}</script>" * 20_000)
    yield "a script state of 8 MB", inside("<script id=__NEXT_DATA__ type=application/json>{\"props\":[" + ",".join('{"body":"<p>' + words[:200] + '</p>"}' for _ in range(30_000)) + "]}</script>")
    yield "a table of 100,000 rows", inside("<table>" + "<tr><td>Ash<td>12<td>34</tr>" * 100_000 + "</table>")
    yield "a row of 200,000 cells", inside("<table><tr>" + "<td>12" * 200_000 + "</tr></table>")
    yield "a list of 200,000 items", inside("<ul>" + "<li>Ash and oak" * 200_000 + "</ul>")
    yield "a list of 200,000 lines with br", inside("<div>" + "The council of the town said so on Monday.<br>" * 200_000 + "</div>")
    yield "a poem of 5,000 lines with br", inside("<p>" + "The council of the town said so on Monday.<br>" * 5_000 + "</p>")
    yield "a table of 4,000 rows", inside("<table>" + "".join(f"<tr><td>Ash {n}<td>{n}<td>{n * 3}</tr>" for n in range(4_000)) + "</table>")
    yield "20,000 live entries", inside("".join(f"<div class=live-entry><time datetime=2026-01-02T03:04:05Z>12:{n % 60:02}</time><p>{n}. The council of the town said so on Monday, again and again.</p></div>" for n in range(20_000)))
    yield "30,000 sections", inside("".join(f"<section><h2>Part {n}</h2><p>{n}. The council of the town said so on Monday, again and again.</p></section>" for n in range(30_000)))
    yield "30,000 articles", "".join(f"<article><h1>Story {n}</h1><p>The council said so.</p></article>" for n in range(30_000)).encode()
    yield "200,000 links", inside("".join(f"<a href=/n/{n}>Story {n} of today</a> " for n in range(200_000)))
    yield "100,000 small paragraphs", inside("<p>The council said so, again.</p>" * 100_000)
    yield "100,000 headings", inside("<h2>Bridges</h2>" * 100_000)
    yield "100,000 h1", inside("<h1>Bridge</h1>" * 100_000)
    yield "100,000 times", inside("<time datetime=2026-01-02T03:04:05Z>2 January</time>" * 100_000)
    yield "100,000 bylines", inside("".join(f"<p class=byline>By Anna Reed{n}</p>" for n in range(100_000)))
    yield "100,000 meta elements", article.replace("<title>", "".join(f"<meta property=article:author content='A. Reed {n}'>" for n in range(100_000)) + "<title>").encode()
    yield "1 M character references", paragraph("&amp;" * 1_000_000)
    yield "1 MB of open character references", paragraph("&am" * 330_000)
    yield "100,000 comments", inside("<!--x-->" * 100_000)
    yield "an open comment of 10 MB", inside("<!--" + "-" * 10_000_000)
    for what, text in (("spaces", " "), ("commas", ","), ("dots", "."), ("one word", "a"), ("By ", "By "), ("colons", "12:"), ("digits", "1"), ("dashes", "-"), ("quotes", "\""), ("brackets", "("), ("updated", "Updated "),
                       ("and", " and "), ("line feeds", "\n"), ("no-break spaces", "\u00a0"), ("combining marks", "\u0301"), ("Arabic", "\u0644"), ("capitals", "A. "), ("at signs", "a@"), ("slashes", "http://")):
        yield f"1 MB of {what}", paragraph(text * (1_000_000 // len(text)))
        yield f"1 MB of {what}, as headline", article.replace("<h1>Bridge", f"<h1>{text * (1_000_000 // len(text))}").encode()
    yield "1 MB of spaces, as title", article.replace("<title>Bridge", "<title>" + " " * 1_000_000 + "x").encode()
    yield "1 MB in a byline", inside(f"<p class=byline>By {'Anna Reed, ' * 90_000}</p>")
    yield "1 MB in a date", inside(f"<time>{'12 January 2026 ' * 60_000}</time>")
    yield "plain text of 1 MB in a line", ("a, " * 333_000).encode()
    yield "plain text of 500,000 lines", b"ab\n" * 500_000


def measured(folder, data, kind="text/html"):
    """(status, CPU seconds, peak MB, seconds, reading or None, complaint) of one page."""
    path = os.path.join(folder, "page.html")
    with open(path, "wb") as f:
        f.write(data)
    command = [REPLATE, "read", path, "--url", "http://outlet.example/news/bridge", "--content-type", kind]
    # A process of its own tells its peak: what a child of ours took before would hide it.
    watch = f"import resource,subprocess,sys\ndone=subprocess.run({command!r},capture_output=True,timeout=20)\nu=resource.getrusage(resource.RUSAGE_CHILDREN)\nprint(done.returncode,u.ru_utime+u.ru_stime,u.ru_maxrss)\nsys.stdout.flush()\nsys.stdout.buffer.write(done.stderr[-300:].replace(b'\\n',b' ')+b'\\n'+done.stdout)"
    begun = time.monotonic()
    done = subprocess.run(["nice", "-n", "5", sys.executable, "-c", watch], capture_output=True)
    took = time.monotonic() - begun
    if done.returncode:
        return None, took, 0, took, None, done.stderr[-200:].decode("utf-8", "replace")
    head, complaint, answer = done.stdout.split(b"\n", 2)
    status, cpu, peak = head.split()
    try:
        reading = json.loads(answer)
    except ValueError:
        reading = None
    return int(status), float(cpu), int(peak) / 1024, took, reading, complaint.decode("utf-8", "replace")


def bounds(only=""):
    """No page crashes the reader, none takes more than the limits, and what it leaves off it tells."""
    calm, told, cheap = Row("bounds: no crash, a reading or a sentence"), Row("bounds: text beyond the limits is told as missing, by a remark, `partial` or a sentence"), Row(f"bounds: at most {MOST_CPU:.0f} s of CPU and {MOST_MB} MB above the base")
    with tempfile.TemporaryDirectory() as folder:
        base = measured(folder, OTTERS.encode())
        print(f"base: {base[1]:.2f} s, {base[2]:.1f} MB")
        for name, data in hostile():
            if only and only not in name:
                continue
            status, cpu, peak, _, reading, complaint = measured(folder, data, "text/plain" if name.startswith("plain") else "text/html")
            said = f"{cpu:6.2f} s {peak - base[2]:7.1f} MB  {len(data):>11,} bytes  {name}: status {status}, " + (f"page {reading['page']}, {len(tokens(texts(reading)))} words, {'; '.join(reading['remarks'])}" if reading else complaint[:150])
            print("  " + said)
            calm.holds(status in (0, 1) and reading is not None or status in (1, 2, 4, 5) and complaint.strip(), name, said)
            if name.startswith(LONG):
                there = len(tokens(re.sub(r"<[^>]*>", " ", data.decode())))
                told.holds(reading is None and complaint.strip() or reading and (reading["partial"] or reading["remarks"] or len(tokens(whole(reading))) > .9 * there), name, f"{len(tokens(whole(reading))) if reading else 0} of {there} words; {said}")
            cheap.holds(cpu <= MOST_CPU and peak - base[2] <= MOST_MB, name, said)
    return [calm, told, cheap]


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parts = [redesigns, bbc, refused, blocked, charset, articles, bounds]
    options.add_argument("parts", nargs="*", help=", ".join(part.__name__ for part in parts))
    options.add_argument("--explain", action="store_true", help="what is said of each case that does not hold")
    options = options.parse_args()
    if unknown := set(options.parts) - {part.__name__ for part in parts}:
        sys.exit(f"no such part: {', '.join(sorted(unknown))}")
    chosen = [part for part in parts if not options.parts or part.__name__ in options.parts]
    if chosen != [bounds]:
        needs_data()
    bad = 0
    for part in chosen:
        begun = time.monotonic()
        for row in part():
            row.show(options.explain)
            bad += not row.fine()
        print(f"        {part.__name__}: {time.monotonic() - begun:.1f} s", flush=True)
    print("reading: " + ("all hold" if not bad else f"{bad} rows do not hold"))
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
