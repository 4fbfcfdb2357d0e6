"""What the browser tests and the screenshots share: a store of the scripted day, a server on it, a browser."""
import contextlib
import os
import re
import subprocess
import tempfile
import urllib.error
import urllib.request

from playwright.sync_api import sync_playwright

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
REPLATE = os.path.join(ROOT, "target", "release", "replate")

# Debian's chromium, with everything off that would speak to the network by itself.
CHROMIUM = "/usr/bin/chromium"
SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync"]


@contextlib.contextmanager
def folder():
    """An empty folder that is removed at the end."""
    with tempfile.TemporaryDirectory(prefix="replate-browser-") as path:
        yield path


def played(path, *options):
    """Plays the scripted day (or what the options say) into the folder `path`; returns what was printed."""
    done = subprocess.run([REPLATE, "demo", "--check", "--keep", path, *options], capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"`replate demo --check` ended with status {done.returncode}:\n{done.stdout[-2000:]}{done.stderr}")
    return done.stdout


def emptied(path):
    """A store in which nothing is watched: the refusal to add a private address has made it."""
    subprocess.run([REPLATE, "add", "--dir", path, "http://127.0.0.1/"], capture_output=True, check=False)
    return path


@contextlib.contextmanager
def served(path, *options):
    """Serves the store in `path` on a free port; gives the address, without a slash at its end."""
    command = [REPLATE, "serve", "--dir", path, "--listen", "127.0.0.1:0", *options]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        line = server.stdout.readline()
        address = re.search(r"http://[\d.]+:\d+", line)
        if not address:
            raise SystemExit(f"`replate serve` did not say where it serves: {line!r}")
        yield address[0]
    finally:
        server.terminate()
        server.wait(timeout=10)


@contextlib.contextmanager
def browser():
    """A headless chromium."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        try:
            yield chromium
        finally:
            chromium.close()


def get(address):
    """Status, media type and text of an address; errors too."""
    try:
        with urllib.request.urlopen(address, timeout=20) as answer:
            return answer.status, answer.headers.get_content_type(), answer.read().decode("utf-8", "replace")  # captures are no text
    except urllib.error.HTTPError as error:
        return error.code, error.headers.get_content_type(), error.read().decode("utf-8", "replace")


class Site:
    """A served store, crawled: what is at every address that its pages link to."""

    # Far more than the scripted day has; a site that grows beyond it links in circles.
    LIMIT = 3000

    def __init__(self, address):
        self.address = address
        self.found = {}
        waiting = ["/"]
        while waiting and len(self.found) < self.LIMIT:
            path = waiting.pop()
            if path in self.found:
                continue
            self.found[path] = get(address + path)
            _, kind, text = self.found[path]
            if kind == "text/html":
                links = re.findall(r'\s(?:href|src)="(/[^"#]*)', text)
                waiting += [re.sub(r"&(?:amp|#38);", "&", link) for link in links]

    def pages(self):
        """The paths of all HTML pages, in order."""
        return sorted(path for path, (_, kind, _) in self.found.items() if kind == "text/html")

    def text(self, path):
        """The body at a path."""
        return self.found[path][2]

    def first(self, pattern, holds=lambda text: True):
        """The first page whose path matches the pattern wholly and whose text holds what is asked."""
        for path in self.pages():
            if re.fullmatch(pattern, path) and holds(self.text(path)):
                return path
        raise SystemExit(f"no page of the site matches {pattern}")


ARTICLE = r"/articles/[\d-]+"
CHANGE = r"/articles/[\d-]+/changes/\d+\.\.\d+"
VERSION = r"/articles/[\d-]+/versions/\d+"
BLAME = r"/articles/[\d-]+(?:/versions/\d+)?/blame"


def kinds(site):
    """A path for every kind of page that the site has: name to path."""
    rtl = lambda text: 'dir="rtl"' in text
    busy = max((p for p in site.pages() if re.fullmatch(ARTICLE, p) and not rtl(site.text(p))), key=lambda p: site.text(p).count("<circle"))
    return {
        "front": "/",
        "article": busy,
        "article-arabic": site.first(ARTICLE, lambda text: rtl(text) and 'id="newest"' in text),
        "change": changed(site),
        "change-inline": changed(site) + "?view=inline",
        "change-only": changed(site) + "?view=changes",
        "change-arabic": site.first(CHANGE, rtl),
        "version": site.first(VERSION),
        "version-arabic": site.first(VERSION, rtl),
        "versions": busy + "/versions",
        "blame": wordy(site),
        "blame-arabic": site.first(ARTICLE, lambda text: rtl(text) and 'id="newest"' in text) + "/blame",
        "outlets": "/outlets",
        "outlet": site.first(r"/outlets/\d+"),
        "outlet-arabic": site.first(r"/outlets/\d+", rtl),
        "refused": site.first(r"/outlets/\d+") + "/refused",
        "about": "/about",
    }


def changed(site):
    """The change with the most kinds of rows, and one after it: it shows most of what a change page can say."""
    def variety(path):
        text = site.text(path)
        return len(set(re.findall(r'<div class="row (\w+)', text))), 'rel="next"' in text, text.count("data-hunk"), path
    return max((p for p in site.pages() if re.fullmatch(CHANGE, p) and 'dir="rtl"' not in site.text(p)), key=variety)


def wordy(site):
    """The blame with the most kinds of marks."""
    def variety(path):
        text = site.text(path)
        return len(set(re.findall(r'class="stretch[^"]*"', text))) + sum(word in text for word in ("changed in", "missing in", 'id="gone"')), path
    return max((p for p in site.pages() if re.fullmatch(BLAME, p) and 'dir="rtl"' not in site.text(p)), key=variety)


def middle(site):
    """A change with one before it and one after it."""
    def between(text):
        return 'rel="prev"' in text and 'rel="next"' in text
    return site.first(CHANGE, between)


class Day:
    """The scripted day, served; an empty store, served; and a browser to see them with."""

    def __init__(self, chromium, site, empty):
        self.chromium, self.site, self.empty = chromium, site, empty

    @contextlib.contextmanager
    def page(self, width=1280, scheme="light", **options):
        """A page of a fresh browser profile, in the reader's time zone UTC if none is given."""
        options = {"timezone_id": "UTC", "viewport": {"width": width, "height": 900}, "color_scheme": scheme, **options}
        context = self.chromium.new_context(**options)
        try:
            yield context.new_page()
        finally:
            context.close()


@contextlib.contextmanager
def day(path, chromium):
    """Plays the scripted day below `path` and serves it."""
    full, none = os.path.join(path, "day"), os.path.join(path, "none")
    played(full)
    with served(full) as address, served(emptied(none)) as empty:
        yield Day(chromium, Site(address), empty)
