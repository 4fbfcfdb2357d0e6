"""RSS 2.0, the profile of the RSS board, and the namespaces that feeds of changes use."""
from . import markup, values, xml
from .xml import ATOM, CONTENT, DC, SY, short

CHANNEL_ONCE = """title link description language copyright managingEditor webMaster pubDate lastBuildDate generator docs cloud ttl image
    rating textInput skipHours skipDays""".split()
CHANNEL_MANY = ["category", "item"]
ITEM_ONCE = "title link description author comments enclosure guid pubDate source".split()
# What says the same in the core and in a namespace.
DOUBLES = [("author", DC + "creator"), ("pubDate", DC + "date"), ("category", DC + "subject"), ("source", DC + "source"), ("guid", ATOM + "id"),
           ("pubDate", ATOM + "published"), ("language", DC + "language"), ("copyright", DC + "rights"), ("webMaster", DC + "publisher")]
WEEK = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def check(report, body):
    """What is wrong with a feed."""
    root = xml.parse(report, body)
    if root is None:
        return
    if not report.holds(root.tag == "rss", "UndefinedElement", "document", root.tag):
        return
    report.holds(root.get("version") == "2.0", "InvalidRSSVersion", "rss", root.get("version"))
    xml.attributes(report, "rss", root, ("version",), ("version",))
    xml.no_text(report, "rss", root)
    channels = root.findall("channel")
    report.holds(len(channels) == 1, "MissingElement" if not channels else "DuplicateElement", "rss", "channel")
    for child in root:
        report.holds(child.tag == "channel", "UndefinedElement", "rss", short(child.tag))
    for one in channels:
        channel(report, one)


def strangers(report, where, names):
    """UndefinedElement: no element without a namespace but those of RSS, and none that a namespace does not have."""
    for name in names:
        if name.startswith(DC):
            report.holds(name[len(DC):] in xml.DUBLIN_CORE, "UndefinedElement", where, short(name))
        elif name.startswith(CONTENT):
            report.holds(name == CONTENT + "encoded", "UndefinedElement", where, short(name))
        elif name.startswith(ATOM):
            known = "author category contributor generator icon id link logo rights subtitle title updated published summary content".split()
            report.holds(name[len(ATOM):] in known, "UndefinedElement", where, short(name))
        elif not name.startswith("{"):
            report.error("UndefinedElement", where, name)
        elif not name.startswith(SY):
            report.warn("UnknownNamespace", where, name)


def channel(report, element):
    """The channel."""
    where = "channel"
    xml.attributes(report, where, element)
    xml.no_text(report, where, element)
    strangers(report, where, xml.counted(report, where, element, CHANNEL_ONCE, CHANNEL_MANY, ("title", "link", "description")))
    names = [child.tag for child in element]
    if "item" in names:
        report.should(all(name == "item" for name in names[names.index("item"):]), "MisplacedItem", where, "")
    doubles(report, where, names, "DuplicateSemantics")
    report.should("language" in names or DC + "language" in names or xml.XML + "lang" in element.attrib, "MissingDCLanguage", where, "")
    xml.own_address(report, where, element.findall(ATOM + "link"), "application/rss+xml")
    guids, number = set(), 0
    for child in element:
        here = f"{where} {short(child.tag)}"
        if child.tag == "item":
            item(report, f"item {number}", child, guids)
            number += 1
        elif child.tag == "image":
            image(report, here, child, element)
        elif child.tag in ("skipHours", "skipDays"):
            skipped(report, here, child)
        elif child.tag == "textInput":
            report.warn("AvoidTextInput", here, "")
        elif child.tag == ATOM + "link":
            xml.link(report, here, child)
        elif child.tag.startswith(ATOM):
            continue
        elif child.tag == "cloud":
            xml.attributes(report, here, child, *[("domain", "port", "path", "registerProcedure", "protocol")] * 2)
        else:
            bare(report, here, child, ("domain",) if child.tag == "category" else ())
            text = xml.leaf(report, here, child)
            plain(report, here, child.tag, text)
    newest = [one.findtext("pubDate") for one in element.findall("item") if one.find("pubDate") is not None]
    built = element.findtext("lastBuildDate")
    if newest and built:
        quiet = type(report)(report.form, report.address, report.now)
        moments = [moment for moment in (values.rfc822(quiet, here, text) for text in newest) if moment]
        last = values.rfc822(quiet, where, built)
        report.holds(not last or not moments or last >= max(moments), "FeedOlderThanEntry", where, built)


def bare(report, where, element, allowed=(), needed=()):
    """UseOfExtensionAttr: elements of the core have no attributes of others."""
    xml.attributes(report, where, element, allowed, needed)
    if not element.tag.startswith("{"):
        for name in element.attrib:
            report.should(not name.startswith("{"), "UseOfExtensionAttr", where, short(name))


def doubles(report, where, names, rule):
    """The same is not said twice."""
    for core, other in DOUBLES:
        report.should(core not in names or other not in names, rule, where, f"{core} and {short(other)}")


def plain(report, where, name, text):
    """The elements that hold a text, by name."""
    if name in ("link", "docs", "comments"):
        values.web_address(report, where, text, ascii_only=True)
    elif name in ("pubDate", "lastBuildDate"):
        values.rfc822(report, where, text)
    elif name in ("managingEditor", "webMaster", "author"):
        values.mail(report, where, text, named=True)
    elif name in ("language", DC + "language"):
        values.language(report, where, text)
    elif name == DC + "date":
        values.rfc3339(report, where, text)
    elif name == "ttl":
        report.holds(text.isascii() and text.isdigit() and int(text) > 0, "InvalidPositiveInteger", where, text)
    elif name == DC + "creator":
        report.should(not values.MAIL.fullmatch(text), "ContainsEmail", where, text)
    elif name == SY + "updatePeriod":
        report.holds(text in ("hourly", "daily", "weekly", "monthly", "yearly"), "InvalidUpdatePeriod", where, text)
    elif name == SY + "updateFrequency":
        report.holds(text.isascii() and text.isdigit() and int(text) > 0, "InvalidPositiveInteger", where, text)


def item(report, where, element, guids):
    """One item."""
    bare(report, where, element)
    xml.no_text(report, where, element)
    once = [*ITEM_ONCE, CONTENT + "encoded", DC + "date", DC + "language"]
    strangers(report, where, xml.counted(report, where, element, once, ["category"]))
    names = [child.tag for child in element]
    report.holds("title" in names or "description" in names, "ItemMustContainTitleOrDescription", where, "")
    report.should("guid" in names, "MissingGuid", where, "")
    report.should("link" in names, "MissingItemLink", where, "")
    doubles(report, where, names, "DuplicateItemSemantics")
    if CONTENT + "encoded" in names:
        described = "description" in names and names.index("description") < names.index(CONTENT + "encoded")
        report.should(described, "NeedDescriptionBeforeContent", where, "")
    for child in element:
        here = f"{where} {short(child.tag)}"
        if child.tag == "guid":
            guid(report, here, child, guids)
        elif child.tag == "enclosure":
            bare(report, here, child, *[("url", "length", "type")] * 2)
            values.web_address(report, here, child.get("url", ""), ascii_only=True, rule="InvalidURLAttribute")
            report.holds(child.get("length", "").isdigit(), "InvalidIntegerAttribute", here, child.get("length"))
            values.media_type(report, here, child.get("type", ""))
        elif child.tag == "source":
            bare(report, here, child, *[("url",)] * 2)
            xml.leaf(report, here, child)
            values.web_address(report, here, child.get("url", ""), ascii_only=True, rule="InvalidURLAttribute")
        elif child.tag == "category":
            bare(report, here, child, ("domain",))
            xml.leaf(report, here, child)
        elif child.tag in ("description", CONTENT + "encoded"):
            bare(report, here, child)
            markup.fragment(report, here, xml.leaf(report, here, child))
        elif child.tag == ATOM + "link":
            xml.link(report, here, child)
        elif child.tag in (ATOM + "updated", ATOM + "published"):
            values.rfc3339(report, here, xml.leaf(report, here, child))
        elif not child.tag.startswith(ATOM):
            bare(report, here, child)
            plain(report, here, child.tag, xml.leaf(report, here, child))


def guid(report, where, element, guids):
    """The id of an item."""
    bare(report, where, element, ("isPermaLink",))
    text = xml.leaf(report, where, element)
    permanent = element.get("isPermaLink", "true")
    report.holds(permanent in ("true", "false"), "InvalidBooleanAttribute", where, permanent)
    if permanent != "false":
        values.web_address(report, where, text, ascii_only=True, rule="InvalidHttpGUID")
    else:
        report.should(not (text.isdigit() and len(text) < 9), "NotSufficientlyUnique", where, text)
        if values.scheme(text) in ("urn", "tag"):
            values.address(report, where, text)
    report.holds(text == text.strip(), "UnexpectedWhitespace", where, text)
    report.holds(text not in guids, "DuplicateValue", where, text)
    guids.add(text)


def image(report, where, element, parent):
    """The picture of a channel."""
    bare(report, where, element)
    once = ["url", "title", "link", "width", "height", "description"]
    strangers(report, where, xml.counted(report, where, element, once, (), once[:3]))
    for name in ("url", "link"):
        if element.find(name) is not None:
            values.web_address(report, f"{where} {name}", element.findtext(name), ascii_only=True)
    report.should(element.findtext("link") == parent.findtext("link"), "ImageLinkDoesntMatch", where, element.findtext("link"))
    report.should(element.findtext("title") == parent.findtext("title"), "ImageTitleDoesntMatch", where, element.findtext("title"))
    for name, most in (("width", 144), ("height", 400)):
        text = element.findtext(name, "1")
        report.holds(text.isdigit() and 1 <= int(text) <= most, f"Invalid{name.capitalize()}", where, text)


def skipped(report, where, element):
    """Hours or days at which nothing comes."""
    hours = element.tag == "skipHours"
    said = [child.text or "" for child in element]
    for child in element:
        report.holds(child.tag == ("hour" if hours else "day"), "UndefinedElement", where, short(child.tag))
    right = (lambda text: text.isdigit() and int(text) < 24) if hours else (lambda text: text in WEEK)
    for text in said:
        report.holds(right(text), "InvalidHour" if hours else "InvalidDay", where, text)
    report.holds(len(set(said)) == len(said), "NotEnoughHoursInTheDay" if hours else "EightDaysAWeek", where, said)
