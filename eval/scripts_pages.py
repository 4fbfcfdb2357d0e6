#!/usr/bin/env python3
"""Pages of our own in ten scripts, with what a reader of them would say they are.

usage: eval/scripts_pages.py [ID ...] [--explain] [--out FOLDER]

Some pages hold one thing each (`one.…`). Every language has an article in one of three templates (elements that say what they are; microdata; nameless divs with
dates in words only), a live blog, an article whose body only a script holds, and pages that are no article: a wall, consent,
not found, a bot check, an index, a video. People and places do not exist. Needs the release build alone.
"""
import argparse
import collections
import html
import json
import os
import re
import sys

from batches import joined, read, whole
from scripts_texts import LANGUAGES

# Kinds of expectation whose misses fail the run, and the share that must hold.
# What holds today; the goal for bodies is .95 (not yet: shadow roots, text for those without scripts, marks of <q>).
LEAST = collections.defaultdict(lambda: .9, page=.95, headline=1, body=.92, partial=.9)
AT, LATER = "2026-03-02T09:30:00+02:00", "2026-03-02T14:05:00+02:00"


def e(text):
    return html.escape(text, quote=False)


def shell(t, main, head="", title=None, lang=True):
    """A page with a site's usual furniture around its main part."""
    teasers = "".join(f'<li><a href="/n/{n}">{e(text)}</a></li>' for n, text in enumerate(t["others"][:4]))
    attributes = (f' lang="{t["lang"]}"' if lang else "") + (' dir="rtl"' if t["lang"] in ("ar", "he") else "")
    return (f'<!doctype html><html{attributes}><head><meta charset="utf-8"><title>{e(title or t["headline"])} - {e(t["site"])}</title>{head}</head><body>'
            f'<header><a href="/">{e(t["site"])}</a><nav><ul>{"".join(f"<li><a href=/s/{n}>{e(s)}</a></li>" for n, s in enumerate(t["sections"]))}</ul></nav></header>'
            f'<main>{main}</main><aside><h3>{e(t["more"])}</h3><ul>{teasers}</ul></aside><footer><p>© 2026 {e(t["site"])}</p></footer></body></html>')


def ld(value):
    return f'<script type="application/ld+json">{json.dumps(value, ensure_ascii=False)}</script>'


def article(t):
    """JSON-LD of the article, without its body."""
    return {"@type": "NewsArticle", "headline": t["headline"], "datePublished": AT, "dateModified": LATER, "author": [{"@type": "Person", "name": name} for name in t["authors"]]}


def body_of(t):
    """The blocks of an article, as a reader of the page would list them."""
    p = t["paragraphs"]
    return [("paragraph", p[0]), ("caption", t["caption"]), ("paragraph", p[1]), ("subhead", t["subhead"]), ("paragraph", p[2]), ("list", "\n".join(t["list"])), ("quote", t["quote"]),
            ("table", "\n".join("\t".join(row) for row in t["table"])), ("embed", t["embed"]), ("paragraph", p[3]), ("notice", t["notice"])]


def blocks(t, hint=True):
    """The same in HTML; without hints only elements tell."""
    name = (lambda word: f' class="{word}"') if hint else (lambda word: "")
    out = []
    for kind, text in body_of(t):
        if kind == "paragraph":
            out.append(f"<p>{e(text)}</p>")
        elif kind == "caption":
            out.append(f'<figure><img src="/a.jpg" alt=""><figcaption>{e(text)}</figcaption></figure>')
        elif kind == "subhead":
            out.append(f"<h2>{e(text)}</h2>")
        elif kind == "list":
            out.append("<ul>" + "".join(f"<li>{e(item)}</li>" for item in text.split("\n")) + "</ul>")
        elif kind == "quote":
            out.append(f"<blockquote><p>{e(text)}</p></blockquote>")
        elif kind == "table":
            out.append("<table>" + "".join("<tr>" + "".join(f"<td>{e(cell)}</td>" for cell in row.split("\t")) + "</tr>" for row in text.split("\n")) + "</table>")
        elif kind == "embed":
            out.append(f'<blockquote class="twitter-tweet"><p>{e(text)}</p>&mdash; {e(t["site"])} (@mill) <a href="https://twitter.com/mill/status/1?ref_src=x">March 2, 2026</a></blockquote>')
        else:
            out.append(f"<p{name('correction')}><em>{e(text)}</em></p>")
    return "".join(out)


def full(t, **more):
    return {"page": "article", "headline": t["headline"], "standfirst": t["standfirst"], "bylines": t["authors"], "published_at": AT, "updated_at": LATER, "language": t["lang"], "body": body_of(t), "partial": False, **more}


def plain_article(t):
    main = (f'<article><h1>{e(t["headline"])}</h1><p class="standfirst">{e(t["standfirst"])}</p><p class="byline">{e(t["by"])}</p>'
            f'<p><time datetime="{AT}" pubdate>{e(t["date"])}</time> <span>{e(t["updated"])} <time datetime="{LATER}" class="updated">14:05</time></span></p>{blocks(t)}</article>')
    return shell(t, main), full(t)


def microdata(t):
    authors = "".join(f'<span itemprop="author" itemscope itemtype="https://schema.org/Person"><a itemprop="name" rel="author" href="/p/{n}">{e(name)}</a></span> ' for n, name in enumerate(t["authors"]))
    main = (f'<article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">{e(t["headline"])}</h1><h2 itemprop="description">{e(t["standfirst"])}</h2><div>{authors}</div>'
            f'<meta itemprop="datePublished" content="{AT}"><meta itemprop="dateModified" content="{LATER}"><div itemprop="articleBody">{blocks(t)}</div></article>')
    return shell(t, main), full(t)


def nameless(t):
    """Classes that say nothing, dates and names in words, JSON-LD in a graph behind one that is broken, no language named."""
    graph = {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": t["site"]}, {"@type": "BreadcrumbList", "itemListElement": []}, {**article(t), "datePublished": None, "dateModified": None}]}
    main = (f'<div class="c1"><h1 class="c2">{e(t["headline"])}</h1><div class="c3">{e(t["standfirst"])}</div><div class="c4">{e(t["by"])}</div><div class="c5">{e(t["date"])}</div>'
            f'<div class="c6">{blocks(t, hint=False)}</div></div>')
    return shell(t, main, head='<script type="application/ld+json">{"@type": "NewsArticle", "headline": "x,}</script>' + ld(graph), lang=False), full(t, published_at=AT[:10], updated_at=None)


def streamed(t):
    """React puts the parts of a page in place at once; until then they stand hidden at its end."""
    inner = f'<article><h1>{e(t["headline"])}</h1><p class="standfirst">{e(t["standfirst"])}</p>{"".join(f"<p>{e(p)}</p>" for p in t["paragraphs"])}</article>'
    return (f'<!doctype html><html lang="{t["lang"]}"><head><meta charset="utf-8"><title>{e(t["headline"])}</title></head><body><!--$?--><template id="B:0"></template><!--/$-->'
            f'<div hidden id="S:0">{inner}</div><script>$RC("B:0","S:0")</script></body></html>'), {"page": "article", "headline": t["headline"], "standfirst": t["standfirst"], "body": [("paragraph", p) for p in t["paragraphs"]]}


def live(t):
    entries = "".join(f'<article class="entry" id="e{n}"><time datetime="2026-03-02T{hour}:15:00+02:00">{hour}:15</time><h3>{e(t["live"][n][0])}</h3><p>{e(t["live"][n][1])}</p></article>' for n, hour in enumerate(("12", "11", "10")))
    graph = ld({"@context": "https://schema.org", **article(t), "@type": "LiveBlogPosting", "coverageStartTime": AT, "liveBlogUpdate": [{"@type": "BlogPosting", "headline": head, "articleBody": text} for head, text in t["live"]]})
    main = f'<article><h1>{e(t["headline"])}</h1><p class="standfirst">{e(t["standfirst"])}</p><div class="liveblog">{entries}</div></article>'
    return shell(t, main, head=graph), {"page": "article", "headline": t["headline"], "standfirst": t["standfirst"], "published_at": AT, "bylines": t["authors"], "kinds": ["live_entry"] * 3, "texts": [text for pair in t["live"] for text in pair]}


def stored(t):
    """The body only in the state that a script starts from; each language has another framework."""
    story = {"headline": t["headline"], "subheadline": t["standfirst"], "published": AT, "authors": [{"name": name} for name in t["authors"]]}
    text = [{"type": "text", "content": p} for p in t["paragraphs"]]
    markup = "".join(f"<p>{e(p)}</p>" for p in t["paragraphs"])
    way = ("next", "fusion", "state", "nuxt")[sorted(LANGUAGES).index(t["lang"]) % 4]
    dump = lambda value: json.dumps(value, ensure_ascii=t["lang"] in ("ru", "ja")).replace("</", "<\\/")
    script = {"next": lambda: f'<script id="__NEXT_DATA__" type="application/json">{dump({"props": {"pageProps": {"article": {**story, "body": markup}}}, "page": "/[id]"})}</script>',
              "fusion": lambda: f'<script>window.Fusion=window.Fusion||{{}};Fusion.globalContent={dump({"type": "story", "headlines": {"basic": t["headline"]}, "description": {"basic": t["standfirst"]}, "first_publish_date": AT, "content_elements": text})};Fusion.spa=false;</script>',
              "state": lambda: f'<script>window.__INITIAL_STATE__={dump({"article": {"data": {**story, "content": text}}})};</script>',
              "nuxt": lambda: f'<script>window.__INITIAL_STATE__=JSON.parse({json.dumps(dump({"post": {**story, "blocks": text}}))});</script>'}[way]()
    head = f'<meta property="og:title" content="{html.escape(t["headline"])}"><meta property="article:published_time" content="{AT}">'
    return f'<!doctype html><html lang="{t["lang"]}"><head><meta charset="utf-8"><title>{e(t["headline"])}</title>{head}</head><body><div id="root"></div>{script}</body></html>', {"page": "article", "headline": t["headline"], "published_at": AT, "texts": t["paragraphs"], "way": way}


def walled(t):
    main = f'<article><h1>{e(t["headline"])}</h1><p class="standfirst">{e(t["standfirst"])}</p><p>{e(t["paragraphs"][0])}</p><div class="box"><h3>{e(t["wall"][0])}</h3><p>{e(t["wall"][1])}</p><a href="/login">{e(t["wall"][2])}</a></div></article>'
    return shell(t, main), {"page": "walled", "headline": t["headline"], "partial": True, "texts": [t["paragraphs"][0]], "not": [t["wall"][1]]}


def consent(t):
    main = f'<div class="dialog"><h1>{e(t["consent"][0])}</h1><p>{e(t["consent"][1])}</p><button>{e(t["consent"][2])}</button><button>{e(t["consent"][3])}</button></div>'
    return f'<!doctype html><html lang="{t["lang"]}"><head><meta charset="utf-8"><title>{e(t["site"])}</title></head><body>{main}</body></html>', {"page": "consent"}


def soft_gone(t):
    return shell(t, f'<h1>{e(t["gone"][0])}</h1><p>{e(t["gone"][1])}</p>', title=t["gone"][0]), {"page": "soft_gone"}


def blocked(t):
    return f'<!doctype html><html lang="{t["lang"]}"><head><meta charset="utf-8"><title>{e(t["bot"][0])}</title></head><body><div><h1>{e(t["bot"][0])}</h1><p>{e(t["bot"][1])}</p><div id="challenge"></div></div></body></html>', {"page": "blocked"}


def index(t):
    cards = "".join(f'<div><h2><a href="/2026/03/02/story-{n}">{e(head)}</a></h2><p>{e(t["paragraphs"][n % 4][:70])}</p></div>' for n, head in enumerate(t["others"] * 2))
    return shell(t, f'<h1>{e(t["sections"][0])}</h1>{cards}', title=t["sections"][0]), {"page": "index"}


def video(t):
    graph = ld({"@context": "https://schema.org", "@type": "VideoObject", "name": t["headline"], "description": t["standfirst"], "uploadDate": AT, "contentUrl": "https://outlet.example/v.mp4"})
    return shell(t, f'<h1>{e(t["headline"])}</h1><video controls src="/v.mp4" poster="/v.jpg"></video><p>{e(t["standfirst"])}</p>', head=graph), {"page": "video"}


def single():
    """Pages with one thing each that readers see, in English: id to (page, expectations)."""
    t = {"lang": "en", **LANGUAGES["en"]}
    three, head = "".join(f"<p>{e(p)}</p>" for p in t["paragraphs"][:3]), t["headline"]
    def story(inside, pre="", h1=head, **more):
        return shell(t, f"<article><h1>{e(h1)}</h1>{pre}{three}{inside}</article>", title=h1, **more)
    not_free = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": head, "isAccessibleForFree": False}
    state = {"article": {"headline": head, "body": three}}
    bare = lambda body, head_="": f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{e(head)}</title>{head_}</head><body>{body}</body></html>'
    dumped = json.dumps(state).replace("</", "<\\/")
    found = {
        "subhead in a span": (story(f'<span class="cross-head">Legal battles feared</span><p>{e(t["paragraphs"][3])}</p>'), {"body": [*(("paragraph", p) for p in t["paragraphs"][:3]), ("subhead", "Legal battles feared"), ("paragraph", t["paragraphs"][3])]}),
        "standfirst that no description repeats": (story("", pre=f'<div class="sc-x">{e(t["standfirst"])}</div>'), {"standfirst": t["standfirst"]}),
        "standfirst named by its attribute": (shell(t, f'<div><h1>{e(head)}</h1></div><div data-gu-name="standfirst"><p>{e(t["standfirst"])}</p></div><div class="article-body">{three}</div>'), {"standfirst": t["standfirst"]}),
        "quotation element": (story("<p>The mayor said <q>the bridge is shut</q> and went home by the long way on Monday night.</p>"), {"texts": ["the bridge is shut"], "marks": "[\"“]the bridge is shut[\"”]"}),
        "lines set as they are": (story("<pre>Timetable\n08:00 Mill\n09:00 Ashford</pre>"), {"texts": ["09:00 Ashford"]}),
        "shadow root in the markup": (bare(f'<article><h1>{e(head)}</h1><div><template shadowrootmode="open">{three}</template></div></article>'), {"page": "article", "texts": t["paragraphs"][:3]}),
        "text for those without scripts": (bare(f'<div id="app"></div><noscript><article><h1>{e(head)}</h1>{three}</article></noscript>'), {"page": "article", "texts": t["paragraphs"][:3]}),
        "the rest hidden behind a wall": (story(f'<span class="paywall">...</span><div class="paywall" hidden><p>{e(t["paragraphs"][3])}</p></div>'), {"partial": True}),
        "hidden text": (story('<p hidden>The secret plan was a circus.</p><div style="display:none"><p>The secret plan was a zoo.</p></div>'), {"not": ["The secret plan was a circus.", "The secret plan was a zoo."]}),
        "an article about a missing page": (story("", h1="Page not found: how the county lost its website"), {"page": "article"}),
        "an article about a check": (story("", h1="Verify you are human: the long war on bots"), {"page": "article"}),
        "an article about subscriptions": (story("<p>Readers who wish to continue reading must subscribe to the paper, the publisher of the Courier said on Monday, and 4 crowns a month is the price.</p>"), {"page": "article", "partial": False, "texts": ["4 crowns a month is the price."]}),
        "a list of tweets in a box": (story(f'<div class="story-feature"><h2>Live tweets</h2><ul><li>Otters resurface http://t.co/GZ</li><li>Weir shut http://t.co/ab</li></ul><p>Content from Twitter. Learn more about content from Twitter.</p></div><p>{e(t["paragraphs"][3])}</p>'), {"texts": [t["paragraphs"][3]], "not": ["Content from Twitter. Learn more about content from Twitter."]}),
        "a second article behind the first": (shell(t, f'<article><h1>{e(head)}</h1>{three}</article><article><h1>Otters seen near the weir</h1><p>Walkers saw seven otters near the weir on Sunday, and a heron with them.</p><p>They had last been seen there in 1998, the county said.</p></article>'), {"headline": head, "texts": t["paragraphs"][:3], "not": ["Walkers saw seven otters near the weir on Sunday"]}),
        "a time with its zone in words": (story("", pre='<p class="date">Published 2 March 2026 09:30 EST</p>'), {"published_at": "2026-03-02T09:30:00-05:00"}),
        "a state of Apollo's": (bare(f'<div id="app"></div><script>window.__APOLLO_STATE__={dumped}</script>'), {"page": "article", "texts": t["paragraphs"][:3]}),
        "a state loaded before": (bare(f'<div id="app"></div><script>window.__PRELOADED_STATE__ = {dumped};</script>'), {"page": "article", "texts": t["paragraphs"][:3]}),
        "JSON-LD with its body alone": (bare('<div id="app"></div>', ld({**not_free, "isAccessibleForFree": True, "articleBody": "\n\n".join(t["paragraphs"])})), {"page": "article", "texts": t["paragraphs"]}),
        "a paragraph twice": (story("<p>No comment.</p><p>The mayor was asked a second time.</p><p>No comment.</p>"), {"body": [*(("paragraph", p) for p in t["paragraphs"][:3]), ("paragraph", "No comment."), ("paragraph", "The mayor was asked a second time."), ("paragraph", "No comment.")]}),
        "names in JSON-LD by reference": (story("", head=ld({"@context": "https://schema.org", "@graph": [{"@type": "Person", "@id": "#a", "name": "Ada Reed"}, {"@type": "Person", "@id": "#t", "name": "Tom Brook"}, {**article(t), "@type": ["NewsArticle", "Article"], "author": [{"@id": "#a"}, {"@id": "#t"}]}]})), {"bylines": t["authors"], "published_at": AT}),
    }
    for code, by, names in (("he", "מאת: דנה נחל ורון גשר", None), ("ar", "بقلم سامي النهري وليلى الجسر", None), ("ja", "川村直子、橋本健", None), ("zh", "记者：李河、王桥", None), ("ko", "김강수·이다리 기자", None), ("th", "โดย สมชาย ริมน้ำ, มาลี สะพานทอง", None), ("hi", "अनिल नदीवाल, मीरा सेतुवाल", None), ("ru", "Анна Рекова, Павел Бродов", None)):
        own = {"lang": code, **LANGUAGES[code]}
        found[f"names in a line, {code}"] = shell(own, f'<article><h1>{e(own["headline"])}</h1><p class="byline">{e(by)}</p>{"".join(f"<p>{e(p)}</p>" for p in own["paragraphs"])}</article>'), {"bylines": names or own["authors"]}
    for code, date in (("ar", "٢ مارس ٢٠٢٦"), ("hi", "२ मार्च २०२६"), ("th", "๒ มีนาคม ๒๕๖๙"), ("ja", "令和8年3月2日"), ("ar", "2 آذار 2026"), ("ko", "2026. 3. 2."), ("el", "2 Μαρ 2026"), ("ru", "2 марта 2026 г."), ("zh", "2026/03/02"), ("he", "2 במרץ 2026")):
        own = {"lang": code, **LANGUAGES[code]}
        found[f"a date, {date}"] = shell(own, f'<article><h1>{e(own["headline"])}</h1><div class="c5">{date}</div>{"".join(f"<p>{e(p)}</p>" for p in own["paragraphs"])}</article>'), {"published_at": AT[:10]}
    return {f"one.{name}": page for name, page in found.items()}


def table():
    """All pages: id to (page, expectations)."""
    found = single()
    for n, (code, t) in enumerate(LANGUAGES.items()):
        makers = [plain_article, microdata, nameless] if code in ("en", "ru", "ar", "ja") else [(plain_article, microdata, nameless)[n % 3]]
        makers += [streamed] if code in ("en", "he") else []
        for make in [*makers, live, stored, walled, consent, soft_gone, blocked, index, video]:
            found[f"{code}.{make.__name__}"] = make({"lang": code, **t})
    return found


def checks(reading, expected):
    """(what, whether it holds, what is said) of one page."""
    body = [(block["kind"], block["text"]) for block in reading["body"]]
    said = whole(reading)
    for what, value in expected.items():
        got = reading.get(what)
        if what in ("page", "headline", "standfirst", "partial"):
            yield what, got == value, f"{got!r}, not {value!r}"
        elif what == "language":
            yield what, (got or "").partition("-")[0] == value, f"{got!r}, not {value!r}"
        elif what == "bylines":
            yield what, got == value, f"{got}, not {value}"
        elif what.endswith("_at"):
            yield what, (got or "")[:len(value)].replace("Z", "+00:00") == value if value else got is None or value is None, f"{got}, not {value}"
        elif what == "body":
            for kind in sorted({kind for kind, _ in value}):
                texts = [text for k, text in value if k == kind]
                # Who posted it, and when, may stand behind a post.
                # A post whose words the page itself holds is a quotation with its source.
                posts = [text for k, text in value if k == "embed"]
                own = [text for k, text in body if k == kind or kind == "embed" and k == "quote" and any(p in text for p in posts)]
                own = [next((t for t in texts if t in text), text) if kind == "embed" else text for text in own]
                own = [text for text in own if kind != "quote" or not any(p in text for p in posts)]
                yield f"body.{kind}", own == texts, f"{kind}: {[t[:60] for t in own]}, not {[t[:60] for t in texts]}; they are {[k for k, b in body for t in texts if joined(t) in joined(b)]}"
            own, texts = ([text for kind, text in blocks if kind != "embed"] for blocks in (body, value))
            post = next((text for kind, text in value if kind == "embed"), None)
            own = [text for text in own if not post or post not in text]
            yield "body", own == texts, f"more: {[text[:80] for text in own if text not in texts][:3]}, fewer: {[text[:80] for text in texts if text not in own][:3]}"
        elif what == "kinds":
            yield "body.live_entry", [kind for kind, _ in body] == value, f"{[kind for kind, _ in body]}, not {value}"
        elif what == "texts":
            missing = [text for text in value if joined(text) not in joined(said)]
            yield "body", not missing, f"missing {missing[:2]}"
        elif what == "marks":
            yield "body", bool(re.search(value, said)), f"no {value} in {said[-120:]!r}"
        elif what == "not":
            yield "body", not any(joined(text) in joined(said) for text in value), f"says {value}"


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    options.add_argument("ids", nargs="*")
    options.add_argument("--explain", action="store_true")
    options.add_argument("--out", help="write the pages into this folder too")
    options = options.parse_args()
    pages = {name: page for name, page in table().items() if not options.ids or any(i in name for i in options.ids)}
    if options.out:
        os.makedirs(options.out, exist_ok=True)
        for name, (page, _) in pages.items():
            with open(os.path.join(options.out, name.replace("/", "-") + ".html"), "w", encoding="utf-8") as f:
                f.write(page)
    readings = read({name: ("https://outlet.example/news/" + re.sub(r"\W+", "-", name), page.encode(), "text/html; charset=utf-8") for name, (page, _) in pages.items()})
    counts, misses = collections.defaultdict(lambda: [0, 0]), []
    for name, (_, expected) in pages.items():
        for what, holds, said in checks(readings[name], expected):
            counts[what][0] += bool(holds)
            counts[what][1] += 1
            misses += [] if holds else [(name, what, said)]
    bad = 0
    for what, (good, all_of) in sorted(counts.items()):
        least = LEAST[what]
        bad += good < least * all_of
        print(f"{'holds' if good >= least * all_of else 'FAILS'}  {what}: {good} / {all_of} (at least {least:.0%})")
    for name, what, said in misses:
        print(f"  {name} {what}" + (f": {said}" if options.explain else ""))
    print(f"{len(pages)} pages in {len(LANGUAGES)} languages: " + ("all hold" if not bad else f"{bad} kinds of expectation do not hold"))
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
