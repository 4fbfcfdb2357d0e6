"""A served store as its visitors meet it: answers byte by byte, links followed, feeds asked for again."""
import contextlib
import datetime as dt
import email.utils
import gzip
import html
import html.parser
import http.client
import os
import re
import tempfile
import urllib.parse

import pages
import rules
from pages import ROOT

FEED_TYPES = {kind: form for form, kind in rules.MEDIA_TYPES.items()}
# Far more than the scripted day has; a site that grows beyond it links in circles.
MOST = 6000


@contextlib.contextmanager
def day():
    """The scripted day, served; gives the address."""
    with tempfile.TemporaryDirectory(prefix="replate-served-") as folder:
        path = os.path.join(folder, "day")
        pages.played(path)
        with pages.served(path) as address:
            yield Site(address)


class Answer:
    """An answer, whole."""

    def __init__(self, response):
        self.status, self.headers = response.status, response.headers
        self.body = response.read()

    def __getitem__(self, name):
        return self.headers.get(name)

    @property
    def kind(self):
        """Its media type."""
        return (self["content-type"] or "").split(";")[0].strip()

    @property
    def text(self):
        """Its body as text."""
        return self.body.decode("utf-8", "replace")


class Site:
    """A server under one address. Keeps one connection."""

    def __init__(self, address):
        self.address = address
        self.connection = http.client.HTTPConnection(urllib.parse.urlsplit(address).netloc, timeout=30)

    def ask(self, path, method="GET", body=None, **headers):
        """One request; a second time where the server has closed what was kept open."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        for last in (False, True):
            try:
                self.connection.request(method, path, body=body, headers=named)
                return Answer(self.connection.getresponse())
            except (http.client.HTTPException, ConnectionError):
                self.connection.close()
                if last:
                    raise

    def path(self, link, at="/"):
        """The path of a link on a page, if it stays on this site."""
        try:
            whole = urllib.parse.urldefrag(urllib.parse.urljoin(self.address + at, link))[0]
        except ValueError:
            return None
        return whole[len(self.address):] or "/" if whole == self.address or whole.startswith((self.address + "/", self.address + "?")) else None


class Links(html.parser.HTMLParser):
    """What a page links to: addresses, and those that feed readers look for."""

    def __init__(self, text):
        super().__init__()
        self.found, self.alternates = [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        named = dict(attributes)
        for name in ("href", "src", "action", "cite", "data"):
            if named.get(name):
                self.found.append(named[name])
        if tag == "link" and "alternate" in (named.get("rel") or "").lower().split() and named.get("type") in FEED_TYPES:
            self.alternates.append((named["type"], named.get("href") or "", named.get("title") or ""))


class Crawled:
    """What was found: pages and their texts, feeds and their forms, links for feed readers by page."""

    def __init__(self):
        self.pages, self.feeds, self.alternates = {}, {}, {}

    @property
    def links(self):
        """How many links for feed readers there are."""
        return sum(map(len, self.alternates.values()))


def crawl(site, find):
    """Follows every link from the front page on, of pages and of feeds."""
    crawled, waiting, seen = Crawled(), ["/"], {"/"}
    while waiting and len(seen) < MOST:
        path = waiting.pop()
        answer = site.ask(path)
        if answer.kind in FEED_TYPES:
            crawled.feeds[path] = FEED_TYPES[answer.kind]
            links = feed_links(answer)
        elif answer.kind == "text/html":
            crawled.pages[path] = answer.text
            page = Links(answer.text)
            crawled.alternates[path] = page.alternates
            links = page.found
        else:
            find.holds(not re.search(r"\.(atom|rss)$", path), f"{path}: linked as a feed, is {answer.kind}")
            continue
        find.holds(answer.status == 200, f"{path}: status {answer.status}")
        for link in links:
            to = site.path(link, path)
            if to and to not in seen:
                seen.add(to)
                waiting.append(to)
    find.holds(len(seen) < MOST, "the links have no end")
    return crawled


def feed_links(answer):
    """All addresses in a feed."""
    plain = html.unescape(html.unescape(answer.text)).replace("\\/", "/")
    return re.findall(r"""https?://[^\s"'<>\\]+""", plain)


def feed(site, path, form, find):
    """One feed: right by the rules, and answered as HTTP says (RFC 9110, 9111)."""
    whole = site.ask(path)
    now = dt.datetime.now(dt.timezone.utc)
    find.holds(whole.status == 200, f"{path}: status {whole.status}")
    report = rules.check(form, whole.body, site.address + path, now, whole["content-type"])
    for line in report.errors + [line for line in report.warnings if not line.startswith(("DuplicateUpdated", "BadCharacters"))]:
        find.fails(f"{path}: {line}")
    find.holds(whole["x-content-type-options"] == "nosniff", f"{path}: may be taken for another type")
    tag, modified = whole["etag"], whole["last-modified"]
    if not tag or not re.fullmatch(r'(W/)?"[\x21\x23-\x7e\x80-\xff]*"', tag):
        find.fails(f"{path}: ETag {tag!r}")
        return
    later = site.ask(path)
    if later["etag"] != tag:
        find.fails(f"{path}: another ETag at every request: {first_difference(whole.text, later.text)}")
        return
    unmarked = tag.removeprefix("W/")
    for asked in (tag, unmarked, f"W/{unmarked}", f'"other", {tag}', "*"):
        for method in ("GET", "HEAD"):
            again = site.ask(path, method, If_None_Match=asked)
            find.holds((again.status, again.body) == (304, b""), f"{path}: {method} If-None-Match: {asked}: {again.status}, {len(again.body)} bytes")
            find.holds(again["etag"] == tag, f"{path}: {method} {again.status} with ETag {again['etag']}, was {tag}")
            for name in ("cache-control", "vary", "expires", "content-location"):
                find.holds(again[name] == whole[name], f"{path}: {method} 304 says {name}: {again[name]}, 200 says {whole[name]}")
            find.holds(again["content-length"] in (None, str(len(whole.body))), f"{path}: {method} 304 with Content-Length {again['content-length']}")
    for asked in ('"other"', '""', unmarked.strip('"') or "x"):
        other = site.ask(path, If_None_Match=asked)
        find.holds((other.status, other.body) == (200, whole.body), f"{path}: If-None-Match: {asked}: {other.status}")
    if modified:
        moment = email.utils.parsedate_to_datetime(modified)
        find.holds(moment <= now, f"{path}: Last-Modified {modified} has yet to come")
        again = site.ask(path, If_Modified_Since=modified)
        find.holds((again.status, again.body) == (304, b""), f"{path}: If-Modified-Since: {modified}: {again.status}")
        before = email.utils.format_datetime(moment - dt.timedelta(seconds=1), usegmt=True)
        find.holds(site.ask(path, If_Modified_Since=before).status == 200, f"{path}: If-Modified-Since: {before}: not 200")
        find.holds(site.ask(path, If_Modified_Since=modified, If_None_Match='"other"').status == 200, f"{path}: If-None-Match must go before If-Modified-Since")
    find.holds(site.ask(path, If_Modified_Since="yesterday").status == 200, f"{path}: If-Modified-Since: yesterday: not 200")
    head = site.ask(path, "HEAD")
    find.holds((head.status, head.body) == (200, b""), f"{path}: HEAD: {head.status}, {len(head.body)} bytes")
    for name in {name.lower() for name in [*whole.headers, *head.headers]} - {"date", "connection", "transfer-encoding"}:
        find.holds(head[name] == whole[name], f"{path}: HEAD says {name}: {head[name]}, GET says {whole[name]}")
    packed = site.ask(path, Accept_Encoding="gzip")
    if packed["content-encoding"] == "gzip":
        find.holds(gzip.decompress(packed.body) == whole.body, f"{path}: packed it is another")
        find.holds("accept-encoding" in (packed["vary"] or "").lower(), f"{path}: packed without Vary")
        find.holds(packed["etag"] != tag or tag.startswith("W/"), f"{path}: packed under the same strong ETag")
    find.holds(site.ask(path, "POST", body=b"").status == 405, f"{path}: POST is answered")


def first_difference(one, other):
    """Where two texts begin to differ."""
    place = next((n for n, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))
    return f"{one[max(0, place - 60):place + 20]!r}, then {other[max(0, place - 60):place + 20]!r}"


def discovered(site, crawled, find):
    """Every page leads feed readers to feeds that are there, named, of the type that the link says."""
    for path, alternates in crawled.alternates.items():
        find.holds(alternates or not re.fullmatch(r"/|/outlets/\d+|/articles/[\d-]+", path), f"{path}: leads to no feed")
        find.holds(len(set(alternates)) == len(alternates), f"{path}: a feed twice")
        titles = [title for _, _, title in alternates]
        find.holds(all(title.strip() for title in titles), f"{path}: a feed without a title")
        for kind, link, _ in alternates:
            to = site.path(link, path)
            find.holds(to in crawled.feeds and crawled.feeds[to] == FEED_TYPES[kind], f"{path}: leads to {link} as {kind}, which is {crawled.feeds.get(to)}")
