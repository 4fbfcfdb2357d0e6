"""Atom 1.0, RFC 4287."""
from . import markup, values, xml
from .xml import ATOM, short

TEXTS = {ATOM + name for name in ("title", "subtitle", "summary", "rights")}
FEED_ONCE = [ATOM + name for name in ("generator", "icon", "id", "logo", "rights", "subtitle", "title", "updated")]
FEED_MANY = [ATOM + name for name in ("author", "category", "contributor", "link", "entry")]
ENTRY_ONCE = [ATOM + name for name in ("content", "id", "published", "rights", "source", "summary", "title", "updated")]
ENTRY_MANY = [ATOM + name for name in ("author", "category", "contributor", "link")]
DELETED = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"
XHTML_DIV = "{http://www.w3.org/1999/xhtml}div"


def check(report, body):
    """What is wrong with a feed."""
    feed = xml.parse(report, body)
    if feed is None:
        return
    if not report.holds(feed.tag == ATOM + "feed", "InvalidNamespace", "document", feed.tag):
        return
    base = feed.get(xml.XML + "base")
    xml.attributes(report, "feed", feed)
    xml.no_text(report, "feed", feed)
    strangers(report, "feed", xml.counted(report, "feed", feed, FEED_ONCE, FEED_MANY, [ATOM + name for name in ("id", "title", "updated")]))
    names = [child.tag for child in feed]
    if ATOM + "entry" in names:
        first = names.index(ATOM + "entry")
        for name in names[first:]:
            report.holds(name == ATOM + "entry", "MisplacedMetadata", "feed", short(name))
    shared(report, "feed", feed, base)
    links = feed.findall(ATOM + "link")
    xml.own_address(report, "feed", links, "application/atom+xml")
    report.should(any(one.get("rel", "alternate") == "alternate" for one in links), "MissingAlternateLink", "feed", "")
    entries = feed.findall(ATOM + "entry")
    if feed.find(ATOM + "author") is None:
        for number, one in enumerate(entries):
            source = one.find(ATOM + "source")
            within = one.find(ATOM + "author") is not None or (source is not None and source.find(ATOM + "author") is not None)
            report.holds(within, "MissingElement", f"entry {number}", "atom:author")
    seen, times = {feed.findtext(ATOM + "id")}, []
    for number, one in enumerate(entries):
        entry(report, f"entry {number}", one, base)
        own = one.findtext(ATOM + "id")
        report.holds(own not in seen, "DuplicateEntries", f"entry {number}", own)
        seen.add(own)
        times.append(one.findtext(ATOM + "updated") or "")
    for number, one in enumerate(feed.findall(DELETED)):
        deleted(report, f"deleted entry {number}", one, seen)
    newest = max(times, default=None)
    if newest and len({len(time) for time in times}) == 1 and all(time.endswith("Z") for time in times):
        # "Modified in a way the publisher considers significant": an entry that is newer says that the feed was.
        report.holds((feed.findtext(ATOM + "updated") or "") >= newest, "FeedOlderThanEntry", "feed updated", newest)


def deleted(report, where, one, entries):
    """RFC 6721: by id and time alone, and of no entry that is there."""
    report.holds(sorted(one.keys()) == ["ref", "when"] and not len(one) and not one.text, "UndefinedElement", where, str(sorted(one.keys())))
    values.address(report, where, one.get("ref"))
    values.rfc3339(report, where, one.get("when"))
    report.holds(one.get("ref") not in entries, "DuplicateEntries", where, one.get("ref"))


def strangers(report, where, names):
    """UndefinedElement: an element of Atom that does not belong there, or one of no namespace."""
    for name in names:
        report.holds(name.startswith("{") and not name.startswith(ATOM), "UndefinedElement", where, short(name))


def shared(report, where, element, base):
    """What feeds and entries have in common."""
    for child in element:
        here = f"{where} {short(child.tag)}"
        if child.tag in TEXTS:
            said = construct(report, here, child, base)
            if child.tag != ATOM + "rights":
                report.should(said.strip(), "NotBlank", here, said)
        elif child.tag in (ATOM + "id", ATOM + "icon", ATOM + "logo"):
            xml.attributes(report, here, child)
            text = xml.leaf(report, here, child)
            if values.address(report, here, text) and child.tag == ATOM + "id":
                values.canonical(report, here, text)
        elif child.tag in (ATOM + "updated", ATOM + "published"):
            xml.attributes(report, here, child)
            values.rfc3339(report, here, xml.leaf(report, here, child))
        elif child.tag in (ATOM + "author", ATOM + "contributor"):
            person(report, here, child)
        elif child.tag == ATOM + "link":
            xml.link(report, here, child)
        elif child.tag == ATOM + "category":
            xml.attributes(report, here, child, ("term", "scheme", "label"), ("term",))
            report.should(child.get("term", "").strip(), "AttrNotBlank", here, "term")
            if "scheme" in child.attrib:
                values.address(report, here, child.attrib["scheme"])
        elif child.tag == ATOM + "generator":
            xml.attributes(report, here, child, ("uri", "version"))
            xml.leaf(report, here, child)
            if "uri" in child.attrib:
                values.address(report, here, child.attrib["uri"])
            report.should(child.get("version", "1").strip(), "AttrNotBlank", here, "version")
    known = set()
    for one in element.findall(ATOM + "link"):
        if one.get("rel", "alternate") == "alternate":
            kind = one.get("type"), one.get("hreflang")
            report.holds(kind not in known, "DuplicateAtomLink", where, kind)
            known.add(kind)


def entry(report, where, element, base):
    """One entry."""
    xml.attributes(report, where, element)
    xml.no_text(report, where, element)
    strangers(report, where, xml.counted(report, where, element, ENTRY_ONCE, ENTRY_MANY, [ATOM + name for name in ("id", "title", "updated")]))
    base = element.get(xml.XML + "base", base)
    shared(report, where, element, base)
    content, summary = element.find(ATOM + "content"), element.find(ATOM + "summary")
    alternate = any(one.get("rel", "alternate") == "alternate" for one in element.findall(ATOM + "link"))
    if content is None:
        report.holds(alternate, "MissingContentOrAlternate", where, "")
        report.should(summary is not None, "MissingTextualContent", where, "")
    else:
        kind = content.get("type", "text")
        said = construct(report, f"{where} atom:content", content, base, whole=True)
        if "src" in content.attrib or ("/" in kind and not (kind.endswith(("+xml", "/xml")) or kind.startswith("text/"))):
            report.holds(summary is not None, "MissingSummary", where, kind)
        else:
            report.should(said.strip(), "NotBlank", f"{where} atom:content", "")
    published, updated = element.findtext(ATOM + "published"), element.findtext(ATOM + "updated")
    if published and updated:
        quiet = type(report)(report.form, report.address, report.now)
        first, last = (values.rfc3339(quiet, where, text) for text in (published, updated))
        report.holds(not first or not last or first <= last, "UpdatedBeforePublished", where, f"{updated} < {published}")
    source = element.find(ATOM + "source")
    if source is not None:
        xml.attributes(report, f"{where} atom:source", source)
        strangers(report, f"{where} atom:source", xml.counted(report, f"{where} atom:source", source, FEED_ONCE, FEED_MANY[:-1]))
        for name in ("id", "title", "updated"):
            report.should(source.find(ATOM + name) is not None, "MissingSourceElement", where, name)
        shared(report, f"{where} atom:source", source, base)


def construct(report, where, element, base, whole=False):
    """A text, or the content of an entry. Returns what it says."""
    xml.attributes(report, where, element, ("type", "src") if whole else ("type",))
    kind, base = element.get("type", "text"), element.get(xml.XML + "base", base)
    if "src" in element.attrib:
        values.address(report, where, element.attrib["src"])
        report.holds(not len(element) and not element.text, "UnexpectedText", where, element.text)
        values.media_type(report, where, kind)
        return ""
    if kind == "xhtml":
        right = len(element) == 1 and element[0].tag == XHTML_DIV and not (element.text or "").strip() and not (element[0].tail or "").strip()
        if not report.holds(right, "MissingXhtmlDiv", where, [short(child.tag) for child in element]):
            return ""
        return markup.tree(report, where, element[0], base)
    if kind in ("text", "html"):
        text = xml.leaf(report, where, element, blank=True)
        return markup.fragment(report, where, text, base) if kind == "html" else text
    if not whole:
        report.error("InvalidTextType", where, kind)
        return ""
    values.media_type(report, where, kind)
    return element.text or ""


def person(report, where, element):
    """An author."""
    xml.attributes(report, where, element)
    xml.no_text(report, where, element)
    once = [ATOM + name for name in ("name", "uri", "email")]
    strangers(report, where, xml.counted(report, where, element, once, (), [ATOM + "name"]))
    for child in element:
        here = f"{where} {short(child.tag)}"
        if child.tag in once:
            text = xml.leaf(report, here, child)
            if child.tag == ATOM + "uri":
                values.address(report, here, text)
            if child.tag == ATOM + "email":
                values.mail(report, here, text)
