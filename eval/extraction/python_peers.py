"""Python extractors behind one command line, the same as that of the Rust ones (peers/src/main.rs).

  python_peers.py ENGINE IN.jsonl OUT.jsonl         reads {id, url, file}, writes the shape of `replate read --batch`
  python_peers.py --time PASSES ENGINE IN.jsonl     pages in memory first; prints what they cost as one JSON object

A page that an engine fails on is written with an `error`, which counts as empty.
"""
import json
import sys
import time

INLINE = set("a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark nobr q rb rp rt ruby s samp small span strike "
             "strong sub sup time tt u var wbr img label".split())
UNREAD = {"script", "style", "noscript", "template", "head"}


def theirs(text, headline=None, byline=None, published=None):
    return {"headline": headline or None, "bylines": [byline] if byline else [], "published_at": str(published) if published else None,
            "page": "article" if (text or "").strip() else "empty", "body": [{"kind": "paragraph", "text": text or ""}]}


def text_of(root):
    """The text of a tree of lxml's, a line a block, white space collapsed."""
    parts = []

    def walk(node):
        for piece in ([node.text] if node.text else []):
            parts.append(" ".join(piece.splitlines()) if piece.strip() else " ")
        for child in node:
            if isinstance(child.tag, str) and child.tag not in UNREAD:
                block = child.tag not in INLINE
                parts.append("\n" if block else "")
                walk(child)
                parts.append("\n" if block else "")
            if child.tail:
                parts.append(child.tail.replace("\n", " ").replace("\r", " "))
    walk(root)
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def trafilatura_engine(precision):
    import trafilatura

    def work(page, url):
        return trafilatura.bare_extraction(page, url=url, favor_precision=precision, include_comments=False, with_metadata=True)

    def shape(found):
        return theirs(found and found.text, found and found.title, found and found.author, found and found.date)
    return work, shape


def readability_engine():
    import logging
    import lxml.html
    import readability
    logging.disable(logging.CRITICAL)

    def work(page, url):
        document = readability.Document(page, url=url)
        return document.summary(), document.short_title()

    def shape(found):
        summary, title = found
        return theirs(text_of(lxml.html.document_fromstring(summary)) if summary.strip() else "", title)
    return work, shape


def newspaper_engine():
    import logging
    import newspaper
    logging.disable(logging.CRITICAL)

    def work(page, url):
        article = newspaper.Article(url, fetch_images=False)
        article.download(input_html=page)
        article.parse()
        return article

    def shape(found):
        date = found.publish_date
        return theirs(found.text, found.title, "; ".join(found.authors), date.isoformat() if hasattr(date, "isoformat") else date)
    return work, shape


def resiliparse_engine():
    from resiliparse.extract.html2text import extract_plain_text

    def work(page, url):
        return extract_plain_text(page, main_content=True, alt_texts=False, comments=False, list_bullets=False)
    return work, theirs


ENGINES = {
    "trafilatura": lambda: trafilatura_engine(False),
    "trafilatura-precision": lambda: trafilatura_engine(True),
    "readability-lxml": readability_engine,
    "newspaper4k": newspaper_engine,
    "resiliparse": resiliparse_engine,
}


def pages(path):
    with open(path, encoding="utf-8") as f:
        for line in map(json.loads, f):
            with open(line["file"], encoding="utf-8-sig", errors="replace", newline="") as page:
                yield line["id"], line["url"], page.read()


def read(engine, source, target):
    work, shape = ENGINES[engine]()
    with open(target, "w", encoding="utf-8") as out:
        for key, url, page in pages(source):
            try:
                row = shape(work(page, url))
            except Exception as error:  # whatever an engine raises is its answer
                row = {"page": "empty", "error": f"{type(error).__name__}: {error}"[:300]}
            out.write(json.dumps({"id": key, **row}) + "\n")
            out.flush()


def memory(line):
    with open("/proc/self/status", encoding="ascii") as f:
        return next(int(x.split()[1]) * 1024 for x in f if x.startswith(line))


def cost(passes, engine, source):
    held = list(pages(source))
    try:
        with open("/proc/self/clear_refs", "w", encoding="ascii") as f:
            f.write("5")
    except OSError:
        pass  # the peak is then that of the whole process
    before = memory("VmRSS:")
    work, _ = ENGINES[engine]()
    best = [float("inf")] * len(held)
    for _ in range(passes):
        for i, (_, url, page) in enumerate(held):
            begun = time.thread_time()
            try:
                work(page, url)
            except Exception:  # it has had its time
                pass
            best[i] = min(best[i], time.thread_time() - begun)
    print(json.dumps({"pages": len(held), "bytes": sum(len(p.encode()) for _, _, p in held), "passes": passes, "seconds": sum(best),
                      "pages_per_second": len(held) / sum(best), "memory_bytes": max(0, memory("VmHWM:") - before)}))


def main():
    sys.setrecursionlimit(20000)
    args = sys.argv[1:]
    if len(args) == 4 and args[0] == "--time" and args[2] in ENGINES:
        cost(int(args[1]), args[2], args[3])
    elif len(args) == 3 and args[0] in ENGINES:
        read(*args)
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
