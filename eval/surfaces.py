#!/usr/bin/env python3
"""What is withdrawn is on no surface: not on pages, in feeds, JSON, search, headers, nor in the terminal.

usage: eval/surfaces.py [--store postgres]

Plays the scripted day, serves it, and goes wherever a link, a form, a feed entry, a JSON value or a guess leads. First
an article's words are found on many surfaces; then it is withdrawn, and its words must be nowhere, whoever asks how.
Then the same for one version, by order of a court, after a rebuild from the archive, in a backup; and all is back
when the withdrawal is undone. Needs the release build.
"""
import argparse
import contextlib
import datetime as dt
import gzip
import hashlib
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import urllib.parse

import pages
import serving
import words
from findings import Findings

POSTGRES = os.path.join(pages.ROOT, "eval", "postgres")
REASON = "The outlet asked for it on grounds 7402"
# Where an independent visitor looks without any link.
GUESSES = ["/", "/robots.txt", "/sitemap.xml", "/feed", "/feeds", "/health", "/metrics", "/events", "/search", "/articles", "/changes", "/versions", "/api",
           "/articles.json", "/changes.json", "/changes.atom", "/changes.rss", "/outlets", "/outlets.json", "/about", "/opml", "/feeds.opml", "/withdrawn", "/withdrawals",
           "/favicon.ico", "/.well-known/security.txt", "/timemap", "/llms.txt"]


class Store:
    """A store in a folder, and the commands on it."""

    def __init__(self, folder):
        self.folder = folder

    def run(self, *arguments):
        """A command: (status, output, complaints)."""
        done = subprocess.run([pages.REPLATE, *arguments, "--dir", self.folder], capture_output=True, text=True, errors="replace", stdin=subprocess.DEVNULL)
        return done.returncode, done.stdout, done.stderr

    def must(self, *arguments):
        """A command that must succeed; its output."""
        status, output, complaints = self.run(*arguments)
        if status:
            raise SystemExit(f"`replate {' '.join(arguments)}` ended with status {status}: {output[-500:]}{complaints[-1500:]}")
        return output


def articles(store):
    """All articles with what their versions say, and what only they say."""
    found = []
    for line in store.must("list", "articles", "--format", "json").splitlines():
        listed = json.loads(line)
        listed = listed.get("article", listed)
        timeline = json.loads(store.must("log", listed["id"], "--format", "json"))
        versions = {}
        for version in timeline["versions"]:
            reading = json.loads(store.must("show", f"{listed['id']}@{version['number']}", "--format", "json"))
            reading = reading.get("reading", reading)
            texts = [reading.get("headline"), reading.get("standfirst"), *(block["text"] for block in reading["body"])]
            versions[version["number"]] = "\n".join(text for text in texts if text)
        article = words.Article(listed["id"], listed["url"], versions)
        article.addresses = [listed["url"], *timeline.get("former_addresses", [])]
        article.looks = len(timeline["looks"])
        found.append(article)
    for article in found:
        article.distinguish([text for other in found if other is not article for text in other.versions.values()])
    return found


def chosen(found):
    """The article with the most versions that has a version with words of its own, in letters that part words."""
    good = [article for article in found if len(article.versions) >= 3 and len(article.distinctive) > 40 and article.phrases]
    good = [article for article in good if any(article.only_in(number) for number in sorted(article.versions)[1:-1])]
    if not good:
        raise SystemExit("no article of the day has three versions with words of its own")
    return max(good, key=lambda article: (len(article.addresses), len(article.versions), len(article.distinctive)))


class Visit:
    """Everything that can be seen at one time: surface to (status, headers and body), with what was asked for."""

    def __init__(self):
        self.seen, self.tags = {}, {}

    def note(self, name, status, text, asked="", tag=None):
        self.seen[name] = (status, text, asked)
        if tag:
            self.tags[name] = tag

    def saying(self, wanted, phrases):
        """The surfaces that say something of it: name to what."""
        found = {}
        wanted = frozenset(wanted)
        for name, (_, texts, asked) in self.seen.items():
            heard = set().union(*(words.said(text, wanted, phrases, asked) for text in texts))
            if heard:
                found[name] = sorted(heard)
        return found


def visit(store, site, article, known=()):
    """Goes everywhere and asks everything."""
    seen, waiting = Visit(), [*GUESSES, *known, *guesses(article)]
    queries = [phrase.strip() for phrase in article.phrases] + sorted(article.distinctive)[::max(1, len(article.distinctive) // 12)]
    visited = set()
    asked = {}
    for query in queries:
        for form in ("/search?q={}", "/search.atom?q={}", "/search.rss?q={}", "/search.json?q={}", "/?q={}", "/articles?q={}", "/search?q=%22{}%22", "/search?q=removed:%22{}%22", "/search.json?q=added:%22{}%22"):
            path = form.format(urllib.parse.quote(query))
            asked[path] = query
            waiting.append(path)
    while waiting and len(visited) < serving.MOST:
        path = waiting.pop()
        if path in visited or len(path) > 3000:
            continue
        visited.add(path)
        query = asked.get(path) or urllib.parse.unquote_plus(path.partition("?")[2])
        if "event-stream" in stream_kind(site, path):
            # The streams of other articles tell of those alone, and each costs a wait.
            if "article=" in path and f"article={article.id}" not in path:
                continue
            seen.note(path, 200, (listened(site, path),))
            continue
        answer = site.ask(path)
        head = "\n".join(urllib.parse.unquote(value) for name, value in answer.headers.items() if name.lower() != "date")
        seen.note(path, answer.status, (head, unpacked(answer)), query, answer["etag"])
        if answer.kind == "application/json" or answer.kind == "text/html" or answer.kind in serving.FEED_TYPES or answer.status >= 300 or answer.kind.startswith("text/"):
            for link in leads(answer):
                to = site.path(link, path)
                if to and to not in visited:
                    # What a search leads to with its words in the address says them because it was asked.
                    if query and "?" in to and query in urllib.parse.unquote_plus(to):
                        asked[to] = query
                    waiting.append(to)
    if len(visited) >= serving.MOST:
        raise SystemExit("the links have no end")
    terminal(store, article, queries, seen)
    return seen


def unpacked(answer):
    """The text of a body; captures are kept packed."""
    if answer.body[:2] == b"\x1f\x8b":
        with contextlib.suppress(OSError, EOFError):
            return gzip.decompress(answer.body).decode("utf-8", "replace")
    return answer.text


def leads(answer):
    """Whatever may lead on: attributes that look like addresses, JSON values, entries of feeds, texts of scripts, headers."""
    text = answer.text
    found = [link.replace("&amp;", "&").replace("&#38;", "&") for link in re.findall(r"""[\w-]+=["']((?:/|https?://|\?)[^"'<>]*)["']""", text)]
    found += [value for value in words.json_values(text) if re.match(r"/\S*$|https?://\S+$", value)]
    if answer.kind in serving.FEED_TYPES or answer.kind.endswith("xml"):
        found += serving.feed_links(answer)
    if answer.kind in ("text/javascript", "application/javascript", "text/css"):
        found += re.findall(r"""["'(](/[\w./?=-]*)["')]""", text)
    if answer.kind == "text/plain":
        found += re.findall(r"https?://\S+", text)
    return [link for link in [*found, answer["location"], *re.findall(r"<([^>]*)>", answer["link"] or "")] if link]


def stream_kind(site, path):
    """Whether a path is a stream: only its head can be waited for."""
    if not re.search(r"events|stream|live|sse", path):
        return ""
    try:
        return site.ask(path, "HEAD")["content-type"] or ""
    except OSError:
        return ""


def listened(site, path):
    """What a stream says at once: until it is silent for a moment."""
    host = urllib.parse.urlsplit(site.address)
    heard = b""
    with socket.create_connection((host.hostname, host.port), timeout=1) as stream:
        stream.sendall(f"GET {path} HTTP/1.1\r\nHost: {host.netloc}\r\nAccept: text/event-stream\r\nLast-Event-ID: 0\r\nConnection: close\r\n\r\n".encode())
        with contextlib.suppress(TimeoutError):
            stream.settimeout(0.3)
            while len(heard) < 1_000_000:
                more = stream.recv(65536)
                if not more:
                    break
                heard += more
    return heard.decode("utf-8", "replace")


def guesses(article):
    """What somebody asks for who knows the article's id or address."""
    base, last = f"/articles/{article.id}", max(article.versions)
    found = [base, f"{base}/versions", f"{base}/blame", f"{base}.json", f"{base}.csv", f"{base}/looks", f"{base}/looks.csv", f"{base}/timemap", f"{base}/changes", f"{base}/changes.json", f"{base}.atom", f"{base}.rss"]
    for number in range(1, last + 2):
        found += [f"{base}/versions/{number}", f"{base}/versions/{number}/blame", f"{base}/versions/{number}.json", f"{base}/versions/{number}.txt", f"{base}@{number}"]
        found += [f"{base}/changes/{number}..{other}{end}" for other in range(1, last + 2) if other != number for end in ("", ".json", "?view=inline", "?view=changes")]
    for look in range(1, article.looks + 2):
        found += [f"/captures/{article.id}.{look}", f"/captures/{article.id}.{look}.warc.gz", f"{base}/captures/{look}", f"{base}/captures/{look}.warc.gz"]
    for address in article.addresses:
        bare = re.sub(r"^https?://", "", address)
        for spelling in (address, address.replace("http://", "https://"), bare, "www." + bare, f"http://www.{bare}", address + "?utm_source=x", address + "#top", address + "/", address.upper(), address.replace("http://", "HTTP://")):
            found += [f"/?url={urllib.parse.quote(spelling, safe='')}", f"/?url={spelling}".replace("#", "%23"), f"/articles?url={urllib.parse.quote(spelling, safe='')}"]
        found.append(f"/web/{address}")
    return found


def terminal(store, article, queries, seen):
    """What commands print, in every format they have."""
    names = [article.id, *article.addresses]
    commands = [["list", what] for what in ("outlets", "articles")] + [["status"]]
    for name in names:
        commands += [["log", name], ["show", name], ["show", name, "--blame"], ["diff", name]]
        commands += [[verb, f"{name}@{number}"] for number in article.versions for verb in ("show", "diff", "log")]
        commands += [["show", f"{name}@{number}", "--blame"] for number in article.versions]
        commands += [["diff", f"{name}@{one}", f"{name}@{other}"] for one in article.versions for other in article.versions if other == one + 1]
    commands += [["search", query] for query in queries[:4]]
    commands += [["search", f'{side}:"{query}"'] for query in queries[:2] for side in ("removed", "added")]
    for command in commands:
        for style in ([], ["--format", "json"], ["--format", "html"] if command[0] == "diff" else ["--format", "csv"] if command[0] == "log" else ["--format", "text"]):
            status, output, complaints = store.run(*command, *style)
            seen.note("replate " + " ".join(command + style), status, (output + complaints,), command[1] if command[0] == "search" else "")


def about(article, seen):
    """The paths that are about the article alone, and lead to something."""
    own = re.compile(rf"/(?:articles|captures)/{re.escape(article.id)}(?![\d])")
    return [name for name, (status, _, _) in seen.seen.items() if own.match(name) and status == 200]


def nowhere(find, what, seen, wanted, phrases):
    """None of the words is said anywhere."""
    found = seen.saying(wanted, phrases)
    for name, heard in found.items():
        find.fails(f"{what}: {name} (status {seen.seen[name][0]}) says {heard[0]!r}" + (f" and {len(heard) - 1} more" if len(heard) > 1 else ""))


def tombstones(find, what, site, paths, seen, status, reason):
    """In the place of what is withdrawn stands that it is, since when and why; and nobody is told that nothing changed."""
    today = dt.datetime.now(dt.timezone.utc)
    days = {f"{moment.day} {moment:%B %Y}" for moment in (today, today - dt.timedelta(minutes=10))} | {f"{today:%Y-%m-%d}"}
    for path in paths:
        answer = site.ask(path)
        find.holds(answer.status == status, f"{what}: {path}: {answer.status}, not {status}")
        if answer.status == status and answer.kind in ("text/html", "application/json"):
            find.holds(reason in html_text(answer.text), f"{what}: {path}: the reason is not told")
            find.holds(any(day in answer.text for day in days), f"{what}: {path}: the date is not told")
        find.holds("no-store" in (answer["cache-control"] or "") or "max-age" not in (answer["cache-control"] or "") or re.search(r"max-age=\d{1,3}\b", answer["cache-control"]), f"{what}: {path}: kept for long: {answer['cache-control']}")
        if path in seen.tags:
            again = site.ask(path, If_None_Match=seen.tags[path])
            find.holds(again.status != 304, f"{what}: {path}: whoever has read it is told that nothing changed")
        head = site.ask(path, "HEAD")
        find.holds(head.status == status, f"{what}: HEAD {path}: {head.status}")


def html_text(text):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", text)).replace("\\u0020", " ")


def withdrawal(store, site, article, find):
    """A whole article goes, everywhere, and comes back."""
    before = visit(store, site, article)
    saying = before.saying(article.distinctive, article.phrases)
    kinds = {
        "pages": [name for name in saying if name.startswith("/") and "." not in name.rpartition("/")[2].replace("..", "")],
        "feeds": [name for name in saying if re.search(r"\.(atom|rss)(\?|$)", name)],
        "JSON": [name for name in saying if ".json" in name],
        "search": [name for name in saying if name.startswith("/search")],
        "terminal": [name for name in saying if name.startswith("replate ")],
        "search in the terminal": [name for name in saying if name.startswith("replate search")],
        "by address": [name for name in before.seen if name.startswith("/?url=") and before.seen[name][0] in (200, 301, 302, 303, 307, 308)],
    }
    for kind, names in kinds.items():
        find.holds(names, f"before: the words of {article.id} are on no surface of the kind: {kind}")
    own = about(article, before)
    lists = [name for name in saying if name.startswith("/") and name not in own and name in before.tags]

    withdraw(store, article.id, REASON)
    after = visit(store, site, article, known=own)
    nowhere(find, "withdrawn", after, article.distinctive, article.phrases)
    tombstones(find, "withdrawn", site, own, before, 410, REASON)
    for path in lists:
        find.holds(site.ask(path, If_None_Match=before.tags[path]).status != 304, f"withdrawn: {path}: whoever has read it is told that nothing changed")
    for name, (status, _, _) in after.seen.items():
        if name.startswith("replate show ") or name.startswith("replate diff ") or name.startswith("replate log "):
            find.holds(status != 0, f"withdrawn: `{name}` ends with 0")

    rebuilt(store, article, own, find)
    copied(store, article, own, find)

    store.must("withdraw", "--undo", article.id, "--reason", "The outlet changed its mind")
    back = visit(store, site, article, known=own)
    again = back.saying(article.distinctive, article.phrases)
    for name in saying:
        if name in before.seen and not name.startswith("/?") and "q=" not in name:
            find.holds(name in again, f"undone: {name} does not say again what it said")
    for path in own:
        find.holds(back.seen.get(path, (None,))[0] == 200, f"undone: {path}: {back.seen.get(path, (None,))[0]}")

    withdraw(store, article.id, REASON, "--legal")
    legal = visit(store, site, article, known=own)
    nowhere(find, "withdrawn by law", legal, article.distinctive, article.phrases)
    tombstones(find, "withdrawn by law", site, own, before, 451, REASON)
    store.must("withdraw", "--undo", article.id, "--reason", "The order was lifted")
    return f"{len(before.seen)} surfaces, {len(saying)} of them say words of {article.id}; none when it is withdrawn ({len(own)} tombstones)"


def withdraw(store, what, reason, *options):
    store.must("withdraw", what, "--reason", reason, *options)


def version(store, site, article, find):
    """One version goes, and all that only it says; the others stay."""
    number = next(n for n in sorted(article.versions)[1:-1] if article.only_in(n))
    wanted = article.only_in(number)
    rest = article.distinctive - wanted
    before = visit(store, site, article)
    find.holds(before.saying(wanted, ()), f"before: what only version {number} says is on no surface")
    withdraw(store, f"{article.id}@{number}", REASON)
    after = visit(store, site, article, known=about(article, before))
    nowhere(find, f"version {number} withdrawn", after, wanted, ())
    tombstones(find, f"version {number} withdrawn", site, [f"/articles/{article.id}/versions/{number}"], before, 410, REASON)
    find.holds(after.seen[f"/articles/{article.id}"][0] == 200, f"version {number} withdrawn: the article is gone too")
    find.holds(after.saying(rest, ()), f"version {number} withdrawn: the others say nothing any more")
    store.must("withdraw", "--undo", f"{article.id}@{number}", "--reason", "It may be shown")
    back = visit(store, site, article)
    find.holds(set(before.saying(wanted, ())) <= set(back.saying(wanted, ())), f"version {number} undone: not all is back")
    return f"version {number} of {article.id}: {len(wanted)} runs of words that only it says"


def rebuilt(store, article, own, find):
    """Made again of the archive alone, a store has not forgotten what is withdrawn."""
    with tempfile.TemporaryDirectory(prefix="replate-rebuilt-") as other:
        shutil.copytree(os.path.join(store.folder, "archive"), os.path.join(other, "archive"))
        with elsewhere("sqlite"):
            status, output, complaints = Store(other).run("rebuild")
            if not find.holds(status == 0, f"rebuild: status {status}: {output[-300:]}{complaints[-600:]}"):
                return
            with pages.served(other) as address:
                made = serving.Site(address)
                seen = visit(Store(other), made, article, known=own)
                nowhere(find, "rebuilt", seen, article.distinctive, article.phrases)
                find.holds(made.ask(f"/articles/{article.id}").status == 410, "rebuilt: no tombstone")
                find.holds(len(seen.seen) > 500, f"rebuilt: {len(seen.seen)} surfaces, so not all is there")


def copied(store, article, own, find):
    """A backup has not forgotten it either."""
    with tempfile.TemporaryDirectory(prefix="replate-copied-") as folder:
        kept, other = os.path.join(folder, "kept"), os.path.join(folder, "other")
        store.must("backup", kept)
        done = subprocess.run([pages.REPLATE, "restore", kept, "--dir", other, "--store", "sqlite"], capture_output=True, text=True)
        if done.returncode:
            find.fails(f"restore: status {done.returncode}: {done.stderr[-800:]}")
            return
        with elsewhere("sqlite"), pages.served(other) as address:
            nowhere(find, "restored", visit(Store(other), serving.Site(address), article, known=own), article.distinctive, article.phrases)


@contextlib.contextmanager
def elsewhere(address):
    """Another database for the commands that follow."""
    before = os.environ.get("REPLATE_STORE")
    os.environ["REPLATE_STORE"] = address
    try:
        yield
    finally:
        os.environ.pop("REPLATE_STORE") if before is None else os.environ.update(REPLATE_STORE=before)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--store", choices=["sqlite", "postgres"], default="sqlite")
    options = parser.parse_args()
    if options.store == "postgres" and "REPLATE_POSTGRES_FOLDER" not in os.environ:
        os.environ.pop("REPLATE_POSTGRES", None)
        os.execv(POSTGRES, [POSTGRES, sys.executable, *sys.argv])
    os.environ.pop("REPLATE_STORE", None)
    failed, told = 0, []
    with tempfile.TemporaryDirectory(prefix="replate-surfaces-") as folder:
        path = os.path.join(folder, "day")
        if options.store == "postgres":
            os.environ["REPLATE_STORE"] = f"{os.environ['REPLATE_POSTGRES']}?schema=surfaces_{hashlib.sha256(path.encode()).hexdigest()[:12]}"
        pages.played(path)
        store = Store(path)
        article = chosen(articles(store))
        with pages.served(path) as address:
            for part in (withdrawal, version):
                find = Findings()
                what = part(store, serving.Site(address), article, find)
                failed += bool(find.count)
                told.append(what)
                print(f"{'FAILED' if find.count else 'passed'}  {part.__name__}: {what}", flush=True)
                for line in find.lines():
                    print(f"    {line}")
    print(f"{failed} parts failed" if failed else "; ".join(told))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
