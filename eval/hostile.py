"""Hostile text through pages, feeds and the terminal; hostile addresses through the fetcher.

The texts and addresses are outside material (REPLATE_TESTDATA). They are played by a newsroom on this
machine; nothing here ever asks for a public address or a public name.
"""
import concurrent.futures
import contextlib
import html
import html.parser
import ipaddress
import json
import os
import re
import socket
import subprocess
import threading
import time
import unicodedata
import urllib.parse
import xml.etree.ElementTree as ElementTree

import feedparser

import pages

ATOM = "{http://www.w3.org/2005/Atom}"

# A page carries this many payloads: few pages to play and to visit, each of a size that pages have.
GROUP = 150

# What our own templates write; anything else in a page came from somebody's text.
TAGS = set("""html head meta title link script body a header nav main p h1 h2 h3 div span section bdi cite strong em small time
    details summary table thead tbody tr th td ol ul li dl dt dd dialog form label input select option button kbd code footer ins del br
    blockquote svg defs pattern path line rect circle""".split())
ATTRIBUTES = set("""lang charset name content rel href type title src defer class id tabindex aria-label aria-labelledby
    aria-current dir datetime data-hunk data-view role scope reversed open method action for inputmode autocomplete spellcheck
    placeholder required value selected aria-live data-live xmlns width height x y x1 x2 y1 y2 cx cy r d overflow patternunits patterntransform start http-equiv""".split())
FEED_TAGS = set("p strong em small div h2 ins del a br ul li table tbody tr td blockquote".split())
FEED_ATTRIBUTES = {"lang", "dir", "href", "rel"}

# Set before any script of a page runs; a payload that runs is counted, whatever else it does.
TRAP = """(() => {
    let ran = 0;
    for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'])
        window[name] = () => { ran += 1; };
    window.replateRan = () => ran;
})()"""

# All elements and attributes of the document, and all addresses that it links to or loads.
INVENTORY = """() => {
    const tags = new Set(), attributes = new Set(), addresses = new Set();
    for (const e of document.querySelectorAll('*')) {
        tags.add(e.localName);
        for (const a of e.attributes) {
            attributes.add(a.name.toLowerCase());
            if (['href', 'src', 'action', 'formaction', 'data', 'xlink:href'].includes(a.name.toLowerCase())) addresses.add(a.value);
        }
    }
    return [[...tags], [...attributes], [...addresses], document.querySelector('main, body').textContent];
}"""


def material(name):
    """The lines of a file of the collection."""
    with open(os.path.join(os.environ["REPLATE_TESTDATA"], "security", name), encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def payloads():
    """All payloads of the collections, each once."""
    names = ("xss-dompurify.jsonl", "xss-h5sc.jsonl", "xss-payloads.jsonl")
    return list(dict.fromkeys(line["payload"] for name in names for line in material(name)))


def folded(text):
    """A text as it can be compared: what a parser of HTML or a reader of text rightly changes is left out."""
    text = unicodedata.normalize("NFC", text)
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2060\ufeff\ufffd]+", "", text)


# ---------------------------------------------------------------- scripts

# Ends whatever a payload leaves open, so that the payloads after it are read as well.
RESYNC = "\"'>--></script></style></textarea></title></xmp></noscript></iframe></noembed></noframes></select></svg></math></template></table></button></form></object></video>"


def page(head, body):
    return f"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">{head}</head><body><article>{body}</article></body></html>"


def told(group, when):
    """A page that tells its payloads as text: headline, standfirst, byline, caption, metadata, every paragraph."""
    e = html.escape
    lead = group[:4] if when == "morning" else group[4:8]
    ld = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": lead[0], "description": lead[1],
          "author": [{"@type": "Person", "name": lead[2]}], "inLanguage": lead[3], "url": "javascript:alert(1)"}
    head = (f"<title>{e(lead[0])}</title><meta property=\"og:title\" content=\"{e(lead[0])}\"><meta name=\"author\" content=\"{e(lead[2])}\">"
            f"<meta name=\"description\" content=\"{e(lead[1])}\"><link rel=\"canonical\" href=\"javascript:alert(1)\">"
            f"<meta property=\"article:published_time\" content=\"{e(lead[3])}\"><meta property=\"og:url\" content=\"{e(lead[3])}\">"
            "<script type=\"application/ld+json\">" + json.dumps(ld).replace("<", "\\u003c") + "</script>")
    body = [f"<h1>{e(' and '.join(lead))}</h1><p class=\"standfirst\">{e(lead[1])}</p><p class=\"byline\">By {e(lead[2])}</p>",
            f"<figure><img src=\"x.png\" alt=\"{e(lead[3])}\"><figcaption>The reader at work: {e(lead[3])}</figcaption></figure>"]
    for number, payload in enumerate(group):
        follower = f" Later came {e(group[number - 1])}" if when == "evening" else ""
        body.append(f"<p>Line {number} of the list, as the printers had it in the {when}, was {e(payload)}{follower}</p>")
    return page(head, "\n".join(body))


def raw(group, when):
    """A page that carries its payloads as they are, between paragraphs and inside of attributes."""
    body = [f"<h1>What the printers found in the {when}</h1>"]
    for number, payload in enumerate(sorted(group, key=lambda p: "plaintext" in p.lower())):
        attribute = html.escape(payload, quote=True)
        body.append(f"<p>Line {number} of the raw list was set by hand in the {when}, and nobody has read it since then.</p>\n{payload}\n{RESYNC}"
                    f"<p>After it came <a href=\"{attribute}\" title=\"{attribute}\">the note of the {when}</a>, which was shorter than the line.</p>")
    return page(f"<title>What the printers found in the {when}</title>", "\n".join(body))


def recorded(folder, everything):
    """Writes the pages and the replay file; gives its path and how many addresses it has."""
    path, count = os.path.join(folder, "replay.jsonl"), 0
    with open(path, "w", encoding="utf-8") as lines:
        for form in (told, raw):
            for start in range(0, len(everything), GROUP):
                group = everything[start:start + GROUP]
                group += everything[:max(0, 8 - len(group))]
                count += 1
                # The address itself is somebody's text too.
                url = f"http://printers.example/{form.__name__}/{start}?note=" + urllib.parse.quote(group[0], safe="")
                for when, hour in (("morning", "06"), ("evening", "12")):
                    name = f"{form.__name__}-{start}-{when}.html"
                    with open(os.path.join(folder, name), "w", encoding="utf-8", errors="replace") as file:
                        file.write(form(group, when))
                    line = {"time": f"2026-03-02T{hour}:00:00Z", "url": url, "status": 200, "file": name,
                            "headers": {"Content-Type": "text/html; charset=utf-8"}}
                    lines.write(json.dumps(line | ({"truth": "changed"} if when == "evening" else {})) + "\n")
    return path, count


def scripts(day, find):
    """No payload runs, no page asks anybody else for anything, no element or attribute is somebody's text."""
    everything = payloads()
    with pages.folder() as folder:
        store = os.path.join(folder, "store")
        path, addresses = recorded(folder, everything)
        figures = json.loads(pages.played(store, "--replay", path, "--format", "json"))
        find.holds(figures["found"] == figures["changed_pairs"] == addresses,
                   f"{addresses} addresses with a change each, {figures['found']} of {figures['changed_pairs']} found; not {figures['missed_addresses'][:3]}")
        with pages.served(store) as address:
            site = pages.Site(address)
            visited, shown, ran, others = visit(day, site, find)
            fed = feeds(day, site, find)
        controls(store, find)
    text = "".join(shown)
    share = sum(folded(p) in text for p in everything) / len(everything)
    find.holds(share > 0.9, f"only {share:.1%} of the payloads came through to a page, so little was shown")
    return (f"{len(everything)} payloads, {share:.1%} of them shown as text on {visited} pages and in {fed} entries of feeds: "
            f"{ran} executed, {others} requests to others")


def visit(day, site, find):
    """Visits the pages with the policy off, so that the escaping alone has to hold."""
    visited, shown, ran, others = 0, [], 0, []
    paths = [p for p in site.pages() if re.fullmatch(pages.ARTICLE, p) or re.fullmatch(pages.VERSION, p) and p.endswith("/1")
             or p.endswith("?view=inline") or p in ("/", "/outlets", "/outlets/1")]
    with day.page(bypass_csp=True) as page:
        dialogs = []
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        page.add_init_script(TRAP)
        page.route(lambda url: not url.startswith(site.address), lambda route: (others.append(route.request.url), route.abort()))
        for path in paths:
            page.goto(site.address + path)
            tags, attributes, addresses, text = page.evaluate(INVENTORY)
            executed = page.evaluate("window.replateRan()")
            ran += executed
            visited += 1
            if "/versions/" in path:
                shown.append(folded(text))
            find.holds(executed == 0, f"{path}: {executed} payloads ran")
            find.holds(set(tags) <= TAGS, f"{path}: elements {sorted(set(tags) - TAGS)}")
            find.holds(set(attributes) <= ATTRIBUTES, f"{path}: attributes {sorted(set(attributes) - ATTRIBUTES)}")
            wrong = [a for a in addresses if not re.match(r"https?://|/(?!/)|[#?]", a)]
            find.holds(not wrong, f"{path}: addresses {wrong[:5]}")
            find.holds(page.url == site.address + path, f"{path}: went to {page.url}")
        # The trap itself: this one is let in, so that it is known to hear.
        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x:y onerror=alert(1)>')")
        page.wait_for_function("window.replateRan() > 0", timeout=5000)
        find.holds(not set(page.evaluate(INVENTORY)[0]) <= TAGS, "a foreign element is not noticed")
        ran += len(dialogs)
        find.holds(not dialogs, f"dialogs: {dialogs[:5]}")
        find.holds(not others, f"requests to {others[:5]}")
    return visited, shown, ran, len(others)


class Inventory(html.parser.HTMLParser):
    """What elements, attributes and addresses an entry's HTML has."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.attributes, self.addresses = set(), set(), set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.addresses |= {value or "" for name, value in attrs if name in ("href", "src")}


def feeds(day, site, find):
    """Entries hold our own elements only, and nothing runs in a reader that shows them without any care."""
    count = 0
    with day.page(bypass_csp=True) as page:
        page.add_init_script(TRAP)
        page.goto(day.empty + "/about")
        for path, (_, kind, text) in site.found.items():
            if kind != "application/atom+xml":
                continue
            find.holds(not feedparser.parse(text.encode("utf-8")).bozo, f"{path} cannot be read")
            for entry in ElementTree.fromstring(text).iter(ATOM + "entry"):
                count += 1
                content = entry.findtext(ATOM + "content")
                found = Inventory(content)
                find.holds(found.tags <= FEED_TAGS, f"{path}: elements {sorted(found.tags - FEED_TAGS)}")
                find.holds(found.attributes <= FEED_ATTRIBUTES, f"{path}: attributes {sorted(found.attributes - FEED_ATTRIBUTES)}")
                wrong = [a for a in found.addresses if not re.match(r"https?://", a)]
                find.holds(not wrong, f"{path}: addresses {wrong[:5]}")
                if path == "/changes.atom":
                    continue
                page.evaluate("content => { document.body.innerHTML = content }", content)
                tags = set(page.evaluate("[...document.body.querySelectorAll('*')].map(e => e.localName)"))
                find.holds(tags <= FEED_TAGS, f"{path}: a browser reads elements {sorted(tags - FEED_TAGS)}")
        find.holds(page.evaluate("window.replateRan()") == 0, "a payload ran in a feed's entry")
    return count


def controls(store, find):
    """No text of a page reaches the terminal as a control sequence."""
    listed = subprocess.run([pages.REPLATE, "list", "articles", "--dir", store, "--format", "json"], capture_output=True, check=True)
    for line in listed.stdout.splitlines()[:6]:
        for command in (["log"], ["show"]):
            said = subprocess.run([pages.REPLATE, *command, "--dir", store, json.loads(line)["url"]], capture_output=True)
            wild = re.findall(rb"[\x00-\x08\x0b-\x1f\x7f]", said.stdout + said.stderr)
            find.holds(said.returncode == 0 and not wild, f"{command[0]}: status {said.returncode}, control characters {set(wild)}")


# ---------------------------------------------------------------- addresses

# The ports that Replate connects to; what it must not reach would stand there.
PORTS = (80, 443, 8080, 8443)


def number(host):
    """The IPv4 address that a host spells in any form that browsers read; `None`: a name; "bad": neither."""
    labels = host.removesuffix(".").split(".")
    if not re.fullmatch(r"[0-9]+|0[xX][0-9a-fA-F]*", labels[-1]):
        return None
    try:
        values = [int(v[2:] or "0", 16) if v[:2].lower() == "0x" else int(v, 8 if v[0] == "0" else 10) for v in labels]
        *high, low = values
        if len(values) > 4 or any(v > 255 for v in high) or low >= 256 ** (5 - len(values)):
            return "bad"
        return ipaddress.IPv4Address(sum(v << (24 - 8 * i) for i, v in enumerate(high)) + low)
    except (ValueError, IndexError):
        return "bad"


def private(url):
    """Whether an address names its host by a number that is not public. Names and public numbers are not for us to ask."""
    found = re.match(r"https?://([^/\\?#]*)", url, re.I)
    if not found or not url.isascii():
        return False
    host = found[1].rpartition("@")[2]
    if host.startswith("["):
        try:
            address = ipaddress.IPv6Address(host[1:].partition("]")[0])
        except ValueError:
            return True
        inside = address.ipv4_mapped or (ipaddress.IPv4Address(address.packed[12:]) if address in ipaddress.IPv6Network("64:ff9b::/96") else None)
        return not (inside or address).is_global
    spelled = number(host.partition(":")[0])
    return spelled == "bad" or spelled is not None and not spelled.is_global


def closed():
    """Addresses with a private number, of all collections and of every spelling."""
    urls = [line["url"] for line in material("ssrf-urls.jsonl")]
    urls += [f"http://{line['host']}/" for line in material("ssrf-ipv4-spellings.jsonl") if line["ipv4"]]
    for line in material("ssrf-addresses.jsonl"):
        host = line.get("ip") or line["network"].partition("/")[0]
        urls += [f"http://[{host}]/", f"http://[{host}]:8080/"] if ":" in host else [f"http://{host}/", f"http://[::ffff:{host}]/", f"http://[64:ff9b::{host}]/"]
    # Those that lead to the listeners, where a filter that fails is seen at once.
    urls += [f"{scheme}://{host}:{port}/story" for port, scheme in zip(PORTS, ("http", "https", "http", "https"))
             for host in ("127.0.0.1", "127.1", "0", "[::1]", "[::ffff:7f00:1]", "user@127.0.0.1", "2130706433", "127.0.0.1.")]
    return list(dict.fromkeys(url for url in urls if private(url)))


@contextlib.contextmanager
def listeners():
    """Listens on the ports wherever they are free; yields the ports and a list that grows with every connection."""
    reached, open_sockets, ports = [], [], []
    for port in PORTS:
        for family, host in ((socket.AF_INET, "0.0.0.0"), (socket.AF_INET6, "::1")):
            one = socket.socket(family)
            one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                one.bind((host, port))
            except OSError:
                one.close()
                continue
            one.listen()
            open_sockets.append(one)
            ports.append(port)
            threading.Thread(target=accept, args=(one, reached), daemon=True).start()
    try:
        yield sorted(set(ports)), reached
    finally:
        for one in open_sockets:
            # A close alone would leave the thread waiting.
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()


def accept(listener, reached):
    with contextlib.suppress(OSError):
        while True:
            peer, address = listener.accept()
            reached.append((listener.getsockname()[1], address[0]))
            peer.close()


def addresses(_day, find):
    """No private address is connected to: named by a person, by a redirect, or by an entry of a feed."""
    urls = closed()
    with pages.folder() as folder, listeners() as (ports, reached):
        find.holds(ports, "none of the ports could be listened on")
        for port in ports[:1]:
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
        find.holds(not ports or wait_for(lambda: len(reached) == 1), "the listeners do not hear")
        reached.clear()

        def add(numbered):
            place = os.path.join(folder, f"add-{numbered[0] % 8}")
            done = subprocess.run([pages.REPLATE, "add", "--dir", place, numbered[1]], capture_output=True, text=True, timeout=30)
            return numbered[1], done.returncode, done.stderr.strip()

        # A folder has one holder, so each of the folders is used by one thread.
        slices = [[n for n in enumerate(urls) if n[0] % 8 == i] for i in range(8)]
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            answers = [answer for part in pool.map(lambda part: [add(n) for n in part], slices) for answer in part]
        for url, status, said in answers:
            # 5: refused by rule; 2 and 4: no address that anybody could connect to.
            find.holds(status in (2, 4, 5) and said, f"add {url}: status {status}: {said}")
        refused = sum(status == 5 for _, status, _ in answers)
        find.holds(not reached, f"added addresses were connected to: {reached[:5]}")
        redirected = led_away(folder, urls, find)
        find.holds(not reached, f"redirects or entries of feeds were connected to: {reached[:5]}")
        return (f"{len(urls)} private addresses added, {refused} refused with status 5; {redirected}: {len(reached)} connections on the ports {', '.join(map(str, ports))}")


def wait_for(condition, pause=0.1):
    """Asks 30 times, so that a slow machine has its time."""
    for _ in range(30):
        if condition():
            return True
        time.sleep(pause)
    return False


def led_away(folder, urls, find):
    """Plays pages that redirect to the addresses, and a feed whose entries are the addresses."""
    path, store = os.path.join(folder, "replay.jsonl"), os.path.join(folder, "led")
    items = "".join(f"<item><title>Entry {i}</title><link>{html.escape(url)}</link></item>" for i, url in enumerate(urls))
    with open(os.path.join(folder, "entries.xml"), "w", encoding="utf-8") as file:
        file.write(f"<rss version=\"2.0\"><channel><title>Led away</title><link>http://away.example/</link>{items}</channel></rss>")
    with open(path, "w", encoding="utf-8") as lines:
        for i, url in enumerate(urls):
            lines.write(json.dumps({"time": "2026-03-02T06:00:00Z", "url": f"http://away.example/{i}", "status": (301, 302, 303, 307, 308)[i % 5],
                                    "headers": {"Location": url}}) + "\n")
        lines.write(json.dumps({"time": "2026-03-02T06:00:00Z", "url": "http://away.example/entries.xml", "status": 200, "file": "entries.xml",
                                "headers": {"Content-Type": "application/rss+xml"}}) + "\n")
    with newsroom(path) as address:
        figures = json.loads(pages.played(store, "--replay", path, "--newsroom", address, "--format", "json"))
        find.holds(figures["looks"] >= len(urls) and figures["versions"] == 0, f"redirects: {figures['looks']} looks, {figures['versions']} versions")
        def within(*command):
            return subprocess.run([pages.REPLATE, "demo", "--newsroom", address, "--", *command], capture_output=True, text=True, timeout=60)
        fed = os.path.join(folder, "fed")
        added = within("add", "--feed", "--dir", fed, "http://away.example/entries.xml")
        find.holds(added.returncode == 0, f"the feed was not added: {added.stderr}")
        watcher = subprocess.Popen([pages.REPLATE, "demo", "--newsroom", address, "--", "watch", "--dir", fed],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        def counted(what):
            said = subprocess.run([pages.REPLATE, "status", "--dir", fed], capture_output=True, text=True).stdout
            return int((re.search(rf"{what} +(\d+)", said) or [0, 0])[1])
        # Entries of one host come a second apart, so a few of them may still wait.
        most = wait_for(lambda: counted("looks") >= 100, 1.0)
        watcher.terminate()
        watcher.wait(timeout=10)
        find.holds(most, f"only {counted('looks')} looks at {counted('articles')} entries of the feed")
        find.holds(counted("versions") == 0, "an entry of the feed was read")
    return f"{figures['looks']} looks at redirects to them, {counted('looks')} at entries of a feed"



@contextlib.contextmanager
def newsroom(path):
    """A newsroom that plays a replay file; gives its address."""
    process = subprocess.Popen([pages.REPLATE, "newsroom", "--replay", path, "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, text=True)
    try:
        yield re.search(r"http://[\d.:]+", process.stdout.readline())[0]
    finally:
        process.terminate()
        process.wait(timeout=10)
