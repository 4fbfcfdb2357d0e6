#!/usr/bin/env python3
"""The pages in a browser: they hold together, say what they must, work by keyboard and without a
script, are open to everyone, and neither they nor the fetcher do what hostile text asks for.

usage: eval/browser.py [PART...]      (names of parts; all without one)

Needs the release build and Debian's chromium. Parts on outside material are skipped when
REPLATE_TESTDATA is not set. Prints a line a part; ends with 1 when one fails.
"""
import concurrent.futures
import json
import os
import re
import sys
import time
import xml.etree.ElementTree as ElementTree

import feedparser
from axe_playwright_python.sync_playwright import Axe

import hostile
import pages
from findings import Findings


def links(day, find):
    """Every address that a page links to answers, and a wrong one says so in words."""
    for path, (status, kind, text) in day.site.found.items():
        find.holds(status == 200, f"{path}: status {status}")
        find.holds(len(text) > 0, f"{path}: empty")
    find.holds(len(day.site.found) < pages.Site.LIMIT, "the links have no end")
    for path in ("/nothing-here", "/articles/999", "/articles/1-1/changes/7..9", "/articles/1-1/versions/99", "/?url=http://unknown.example/"):
        status, kind, text = pages.get(day.site.address + path)
        find.holds(status == 404 and kind == "text/html" and "<h1>" in text, f"{path}: status {status}, {kind}")
    return f"{len(day.site.found)} addresses, {len(day.site.pages())} of them pages"


def sound(day, find):
    """At 390 px: nothing wider than the screen, nothing on the console, nothing refused by the policy, no request to others."""
    with day.page(width=390) as page:
        said, others = [], []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: None if request.url.startswith(day.site.address) else others.append(request.url))
        distinct = {day.site.text(path): path for path in reversed(day.site.pages())}.values()
        for path in distinct:
            answer = page.goto(day.site.address + path)
            policy = answer.header_value("content-security-policy") or ""
            find.holds("default-src 'none'" in policy and "unsafe" not in policy, f"{path}: policy {policy!r}")
            opened(page)
            over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            find.holds(over <= 0, f"{path}: {over} px wider than the screen")
            find.holds(not said, f"{path}: console: {said}")
            find.holds(not others, f"{path}: asked for {others}")
            said.clear(), others.clear()
    return f"{len(distinct)} pages, all that differ, at 390 px"


def accessible(day, find):
    """axe-core finds nothing on any kind of page, light and dark, wide and narrow."""
    shown = {name: day.site.address + path for name, path in pages.kinds(day.site).items()}
    shown["no such page"] = day.site.address + "/nothing-here"
    shown["empty front"], shown["empty outlets"] = day.empty + "/", day.empty + "/outlets"
    checks = 0
    for scheme in ("light", "dark"):
        for width in (1280, 390):
            # The policy of the pages would keep out axe-core itself.
            with day.page(width=width, scheme=scheme, bypass_csp=True) as page:
                # Where colours and columns are what they were in another round, one of the rounds is enough.
                once = {"versions", "outlets", "outlet", "about", "version-arabic", "empty outlets"}
                for name, address in shown.items():
                    if name in once and (scheme == "light") != (width == 1280):
                        continue
                    page.goto(address)
                    opened(page)
                    checks += 1
                    for violation in Axe().run(page).response["violations"]:
                        where = [node["target"] for node in violation["nodes"]][:2]
                        find.fails(f"{name} {width} {scheme}: {violation['id']}: {violation['help']} {where}")
    return f"{len(shown)} kinds of pages, {checks} checks, {find.count} violations"


def opened(page):
    """Opens all that is folded."""
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")


def reference(day, find):
    """Every element of the reference page stands on the page of every article that has one."""
    stamp = r"\d{1,2} [A-Z][a-z]+ \d{4}, \d\d:\d\d UTC"
    seen = pairs = 0
    with day.page(java_script_enabled=False) as page:
        for path in day.site.pages():
            if not re.fullmatch(pages.ARTICLE, path):
                continue
            page.goto(day.site.address + path)
            facts = page.locator(".facts").inner_text()
            seen += 1

            def says(pattern, what):
                find.holds(re.search(pattern, facts), f"{path}: {what} is missing: {facts!r}")

            says(rf"This article is from .+ and was first published or seen on {stamp}\.", "source and first seen")
            says(rf"won’t be checked again for changes\.|next check for changes (will be|was due) at {stamp}\.", "the next check")
            says(r"You can find the current article at its original source at http://\S+\.example/\S+", "the original")
            says(r"The article has changed (once|\d+ times)|The article has not changed", "how often it changed")
            says(r"There is an Atom feed of changes available", "the feed")
            original = page.locator(".facts a[href^='http://']").first.get_attribute("href")
            find.holds(original in facts, f"{path}: the original's link says another address")
            find.holds(page.locator(f".facts a[href='{path}.atom']").count() == 1, f"{path}: no link to the feed")
            find.holds(page.locator(f"link[rel=alternate][href='{path}.atom']").count() == 1, f"{path}: feed readers do not find the feed")
            listed = page.locator(".versions li").count()
            find.holds(page.locator(f"a[href='{path}/versions']").count() == 1, f"{path}: no list of versions")
            find.holds(page.locator("svg.timeline circle.version").count() >= min(listed, 1), f"{path}: no timeline")
            if listed < 2:
                continue
            pairs += 1
            says(rf"It last changed (over \d+ days?|about .+|\d+ \w+) ago, at {stamp}", "the last change")
            heads = page.locator(".pair > .heads > .cell")
            left, right = heads.nth(0).inner_text(), heads.nth(1).inner_text()
            find.holds(re.search(rf"Version \d+\s+{stamp}", left), f"{path}: left column: {left!r}")
            find.holds(re.search(rf"Version \d+\s+{stamp} \((about )?.+ later\)", right), f"{path}: right column: {right!r}")
            # a headline that stayed stands over both columns
            headline = page.locator(".pair > .row.headline")
            stayed = "equal" in headline.get_attribute("class").split()
            for side in ["both"] if stayed else ["before", "after"]:
                cell = headline.locator(f":scope > .cell.{side}")
                find.holds(cell.is_visible() and cell.inner_text().strip(), f"{path}: no headline, {side}")
            marks = page.locator(".pair ins, .pair del, .pair .moved, .parts ins, .parts del").count()
            find.holds(marks > 0, f"{path}: nothing is marked")
            aligned = page.evaluate("""() => [...document.querySelectorAll('.pair .texts .row')].every(row => {
                const [a, b] = row.querySelectorAll(':scope > .cell.before, :scope > .cell.after');
                return a && b && Math.abs(a.getBoundingClientRect().top - b.getBoundingClientRect().top) < 1 })""")
            find.holds(aligned, f"{path}: the columns are not aligned")
            previous = page.locator("a[rel=prev]").count()
            find.holds(previous == (listed > 2), f"{path}: {listed} versions, {previous} links to a previous change")
            page.goto(day.site.address + path + "/versions")
            find.holds(page.locator(".versions li").count() == listed, f"{path}: the list of versions differs")
    front = day.site.text("/")
    find.holds("<h1>Newest changes</h1>" in front, "no newest changes")
    find.holds('type="application/atom+xml" href="/changes.atom"' in front, "no feed of the newest changes")
    for path in day.site.pages():
        if re.fullmatch(pages.CHANGE, path):
            first, second = map(int, path.rsplit("/", 1)[1].split(".."))
            newer = f'href="{path.rsplit("/", 1)[0]}/{second}..'
            find.holds(('rel="prev"' in day.site.text(path)) == (first > 1), f"{path}: previous")
            find.holds(('rel="next"' in day.site.text(path)) == (newer in day.site.text(path)), f"{path}: next")
    find.holds(seen > 20 and pairs > 15, f"only {seen} articles, {pairs} with changes")
    return f"{seen} articles, {pairs} with two columns"


def keyboard(day, find):
    """Arrow keys, j k, s i c and ? do what the list of keys says."""
    path = pages.middle(day.site)
    with day.page(timezone_id="Asia/Tokyo") as page:
        def press(key, where):
            page.keyboard.press(key)
            try:
                page.wait_for_url(day.site.address + where, timeout=3000)
            except Exception:
                find.fails(f"{key} leads to {page.url}, not to {where}")

        page.goto(day.site.address + path)
        shown = page.locator("time").first
        find.holds("GMT+9" in shown.inner_text(), f"times are not the reader's: {shown.inner_text()}")
        find.holds("UTC" in (shown.get_attribute("title") or ""), "UTC does not stand by")
        number = int(path.rsplit("..", 1)[1])
        base = path.rsplit("/", 1)[0]
        press("ArrowRight", f"{base}/{number}..{number + 1}")
        press("ArrowLeft", path)
        press("ArrowLeft", f"{base}/{number - 2}..{number - 1}")
        press("ArrowRight", path)
        press("i", f"{path}?view=inline")
        press("c", f"{path}?view=changes")
        press("s", f"{path}?view=side")
        page.goto(day.site.address + pages.changed(day.site))
        places = []
        for key in "jjkj":
            page.keyboard.press(key)
            places.append(page.evaluate("document.activeElement.dataset.hunk === undefined ? null : document.activeElement.id"))
        find.holds(None not in places and places[0] == places[2] != places[1] == places[3], f"j j k j leads to {places}")
        visible = page.evaluate("""() => { const r = document.activeElement.getBoundingClientRect();
            return r.top >= 0 && r.top < innerHeight && getComputedStyle(document.activeElement).outlineStyle !== 'none' }""")
        find.holds(visible, "the difference in focus is not seen")
        page.keyboard.press("?")
        find.holds(page.locator("#help").is_visible(), "? shows no help")
        page.keyboard.press("Escape")
        find.holds(not page.locator("#help").is_visible(), "Escape does not close the help")
        page.goto(day.site.address + "/")
        page.keyboard.press("Tab")
        skip = page.evaluate("[document.activeElement.className, document.activeElement.getBoundingClientRect().top >= 0]")
        find.holds(skip == ["skip", True], f"the first tab stop is {skip}, not the way to the text")
        page.locator("#url").focus()
        page.keyboard.type("sic?")
        find.holds(page.locator("#url").input_value() == "sic?" and page.url == day.site.address + "/", "keys act while one types")
    return "arrows, j k, s i c, ?, tab"


def scriptless(day, find):
    """Without a script: the box finds an article, views and pairs are links, folds open."""
    path = pages.middle(day.site)
    article = path.split("/changes/")[0]
    with day.page(java_script_enabled=False) as page:
        page.goto(day.site.address + article)
        original = page.locator(".facts a[href^='http://']").first.get_attribute("href")
        for pasted in (original, f"  {original}?utm_source=mail#top ", original.replace("http://", "https://www."), original.removeprefix("http://")):
            page.goto(day.site.address + "/")
            page.locator("#url").fill(pasted)
            with page.expect_navigation():
                page.locator("#url").press("Enter")
            find.holds(page.url == day.site.address + article, f"{pasted!r} leads to {page.url}")
        page.goto(day.site.address + "/")
        page.locator("#url").fill("http://unknown.example/news/nothing")
        page.locator(".ask button").click()
        find.holds("unknown.example" in page.locator("main").inner_text(), "an unknown address is not told")
        page.goto(day.site.address + path)
        for name, where in (("Inline", "?view=inline"), ("Changes only", "?view=changes"), ("Side by side", "?view=side")):
            page.locator(".views a", has_text=name).click()
            find.holds(page.url == day.site.address + path + where, f"{name} leads to {page.url}")
        page.locator("a[rel=next]").click()
        page.locator("a[rel=prev]").click()
        find.holds(page.url.startswith(day.site.address + path), "previous and next do not lead back")
        folded = day.site.first(pages.CHANGE, lambda text: '<details class="fold">' in text)
        page.goto(day.site.address + folded)
        page.locator(".fold > summary").first.click()
        find.holds(page.locator(".fold .cell.before").first.is_visible(), "a fold does not open")
    return "the box, the views, previous and next, folds"


def parted(path):
    """A feed's address without its form, and the form: `/search?q=toll`, `atom`."""
    found = re.fullmatch(r"([^?]*)\.(\w+)((?:\?.*)?)", path)
    return found[1] + found[3], found[2]


def feeds(day, find):
    """feedparser reads every feed: one entry and one id a change, the difference inside, in every form the same."""
    entries = 0
    by_change = {}
    ids_of = {}
    for path, (_, kind, text) in day.site.found.items():
        if kind == "application/feed+json":
            own = re.sub(rf"^({pages.ARTICLE})/changes[.]json$", r"\1.json", path)
            ids_of[parted(own)] = [i["id"] for i in json.loads(text)["items"]]
        if kind not in ("application/atom+xml", "application/rss+xml"):
            continue
        feed = feedparser.parse(text.encode("utf-8"), sanitize_html=False)
        find.holds(not feed.bozo, f"{path}: {feed.get('bozo_exception')}")
        ElementTree.fromstring(text)
        ids = [entry.id for entry in feed.entries]
        ids_of[parted(path)] = ids
        find.holds(len(ids) == len(set(ids)), f"{path}: an id twice")
        for entry in feed.entries:
            content = entry.content[0].value
            find.holds(re.search(r"<ins>|<del>|\[(Moved|Split|Merged)", content), f"{path}: {entry.id}: no difference inside: {content[:200]!r}")
            find.holds(entry.link.startswith(day.site.address) and entry.link[len(day.site.address):] in day.site.found, f"{path}: {entry.link}")
            find.holds(by_change.setdefault(entry.id, entry.link) == entry.link, f"{path}: {entry.id} is two changes")
        article = re.fullmatch(rf"({pages.ARTICLE})\.atom", path)
        if article:
            # Pages of any two versions are more than the changes that were recorded.
            recorded = json.loads(day.site.text(article[1] + ".json"))["changes"]
            changes = {f"{article[1]}/changes/{change['from']['number']}..{change['to']['number']}" for change in recorded}
            find.holds(changes <= day.site.found.keys(), f"{article[1]}: no page leads to {sorted(changes - day.site.found.keys())}")
            linked = {entry.link[len(day.site.address):] for entry in feed.entries}
            find.holds(linked == changes, f"{path}: entries {sorted(linked)}, changes {sorted(changes)}")
            entries += len(linked)
    for (path, form), ids in ids_of.items():
        find.holds(ids == ids_of[path, "atom"], f"{path}.{form}: not the changes of the Atom feed")
    forms = [form for _, form in ids_of]
    find.holds(forms.count("atom") == forms.count("rss") == forms.count("json"), f"feeds are missing: {sorted(ids_of)}")
    newest = feedparser.parse(day.site.text("/changes.atom").encode("utf-8"))
    find.holds(len(newest.entries) == min(entries, 50), f"/changes.atom: {len(newest.entries)} entries of {entries} changes")
    find.holds(len(set(by_change.values())) == len(by_change), "two ids for one change")
    return f"{len(newest.entries)} entries in the feed of everything, {entries} in those of articles, all ids unlike"


PARTS = [
    ("links", links), ("sound", sound), ("accessible", accessible), ("reference", reference), ("keyboard", keyboard),
    ("scriptless", scriptless), ("feeds", feeds), ("scripts", hostile.scripts), ("addresses", hostile.addresses),
]


def tried(part, day):
    """Runs a part; gives what it found, its figures and the seconds that it took."""
    find, begun = Findings(), time.monotonic()
    try:
        figures = part(day, find)
    except Exception as error:
        find.fails(f"{type(error).__name__}: {error}")
        figures = "did not come to its end"
    return find, figures, time.monotonic() - begun


def main():
    wanted = sys.argv[1:] or [name for name, _ in PARTS]
    parts = [(name, part) for name, part in PARTS if name in wanted]
    skipped = [name for name, part in parts if part.__module__ == "hostile" and not os.environ.get("REPLATE_TESTDATA")]
    failed = 0
    # The one part without a browser runs beside the others.
    with concurrent.futures.ThreadPoolExecutor(1) as aside, pages.folder() as folder, pages.browser() as chromium:
        beside = {name: aside.submit(tried, part, None) for name, part in parts if name == "addresses" and name not in skipped}
        with pages.day(folder, chromium) as day:
            for name, part in parts:
                if name in skipped:
                    print(f"skipped: REPLATE_TESTDATA: {name}", flush=True)
                    continue
                find, figures, took = beside[name].result() if name in beside else tried(part, day)
                failed += bool(find.count)
                print(f"{'FAILED' if find.count else 'passed'}  {took:5.1f} s  {name}: {figures}", flush=True)
                for line in find.lines():
                    print("        " + line, flush=True)
    print(f"{len(parts) - failed - len(skipped)} passed, {failed} failed, {len(skipped)} skipped")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
