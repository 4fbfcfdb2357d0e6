"""JSON Feed 1.1."""
import codecs
import json

from . import markup, values

TOP = """version title home_page_url feed_url description user_comment next_url icon favicon authors author language expired hubs items""".split()
ITEM = """id url external_url title content_html content_text summary image banner_image date_published date_modified authors author tags
    language attachments""".split()
ADDRESSES = "home_page_url feed_url next_url icon favicon url external_url image banner_image avatar".split()
TEXTS = "title description user_comment summary content_text name".split()


class Twice(ValueError):
    """A name stands twice in an object."""


def once(pairs):
    """An object whose names are each there once."""
    names = [name for name, _ in pairs]
    for name in names:
        if names.count(name) > 1:
            raise Twice(name)
    return dict(pairs)


def no_constant(name):
    """NaN and the infinities, that JSON does not have."""
    raise ValueError(name)


def check(report, body):
    """What is wrong with a feed."""
    report.holds(not body.startswith(codecs.BOM_UTF8), "SyntaxError", "document", "a byte order mark")
    try:
        feed = json.loads(body.decode("utf-8"), object_pairs_hook=once, parse_constant=no_constant)
    except UnicodeDecodeError as error:
        return report.error("UnicodeError", "document", error)
    except Twice as error:
        return report.error("DuplicateName", "document", error)
    except ValueError as error:
        return report.error("SyntaxError", "document", error)
    if not report.holds(isinstance(feed, dict), "SyntaxError", "document", type(feed).__name__):
        return None
    sound(report, "feed", feed)
    report.holds(feed.get("version") == "https://jsonfeed.org/version/1.1", "InvalidVersion", "version", feed.get("version"))
    if report.holds(isinstance(feed.get("title"), str), "MissingElement", "feed", "title"):
        report.should(feed["title"].strip(), "NotBlank", "title", feed["title"])
    shape(report, "feed", feed, TOP)
    report.should("home_page_url" in feed, "MissingRecommendedElement", "feed", "home_page_url")
    if report.should("feed_url" in feed, "MissingSelf", "feed", "feed_url"):
        report.should(feed["feed_url"] == report.address, "SelfDoesntMatchLocation", "feed_url", f"{feed['feed_url']} at {report.address}")
    report.holds("next_url" not in feed or feed["next_url"] != feed.get("feed_url"), "LinkPastEnd", "next_url", feed.get("next_url"))
    report.holds(isinstance(feed.get("expired", False), bool), "InvalidBooleanAttribute", "expired", feed.get("expired"))
    for hub in each(report, "hubs", feed.get("hubs", []), dict):
        report.holds(isinstance(hub.get("type"), str) and isinstance(hub.get("url"), str), "MissingAttribute", "hubs", hub)
    if not report.holds(isinstance(feed.get("items"), list), "MissingElement", "feed", "items"):
        return None
    ids = set()
    for number, one in enumerate(each(report, "items", feed["items"], dict)):
        item(report, f"item {number}", one, ids)
    return None


def sound(report, where, value, extension=False):
    """Every text is text: no half of a pair, and nothing that the format has is there and null."""
    if isinstance(value, dict):
        for name, inner in value.items():
            own = extension or name.startswith("_")
            report.holds(own or inner is not None, "NullValue", f"{where} {name}", "")
            sound(report, f"{where}, a name", name)
            sound(report, f"{where} {name}", inner, own)
    elif isinstance(value, list):
        for inner in value:
            sound(report, where, inner, extension)
    elif isinstance(value, str):
        half = next((c for c in value if 0xd800 <= ord(c) < 0xe000), None)
        report.holds(half is None, "UnicodeError", where, ascii(half))


def each(report, where, value, kind):
    """The members of a list that are of the right kind."""
    if not report.holds(isinstance(value, list), "InvalidValue", where, value):
        return []
    for one in value:
        report.holds(isinstance(one, kind), "InvalidValue", where, one)
    return [one for one in value if isinstance(one, kind)]


def shape(report, where, value, names):
    """The members that feeds and items share, and no member that the format does not have."""
    for name in value:
        if name.startswith("_"):
            report.holds("." not in name and len(name) > 1, "InvalidExtension", where, name)
            report.should(isinstance(value[name], dict), "InvalidExtension", where, f"{name} is no object")
        else:
            report.holds(name in names, "UndefinedElement", where, name)
    report.should("author" not in value or "authors" in value, "Deprecated", where, "author")
    for name in ADDRESSES:
        if name in value:
            if report.holds(isinstance(value[name], str), "InvalidValue", f"{where} {name}", value[name]):
                values.web_address(report, f"{where} {name}", value[name])
    for name in TEXTS:
        if name in value and report.holds(isinstance(value[name], str), "InvalidValue", f"{where} {name}", value[name]):
            values.text_characters(report, f"{where} {name}", value[name])
            bad = markup.NO_TEXT.search(value[name])
            report.should(not bad, "BadCharacters", f"{where} {name}", ascii(bad[0]) if bad else "")
    if "language" in value and report.holds(isinstance(value["language"], str), "InvalidValue", f"{where} language", value["language"]):
        values.language(report, f"{where} language", value["language"])
    if "authors" in value:
        for author in each(report, f"{where} authors", value["authors"], dict):
            report.holds(author.keys() & {"name", "url", "avatar"}, "MissingElement", f"{where} authors", author)
            shape(report, f"{where} authors", author, ("name", "url", "avatar"))
            report.should("name" not in author or str(author["name"]).strip(), "NotBlank", f"{where} authors", author)


def item(report, where, value, ids):
    """One item."""
    shape(report, where, value, ITEM)
    own = value.get("id")
    if report.holds(isinstance(own, str) and own, "MissingElement", where, "id"):
        report.holds(own not in ids, "DuplicateValue", f"{where} id", own)
        ids.add(own)
        if values.scheme(own) in ("urn", "tag", "http", "https"):
            values.address(report, f"{where} id", own)
        report.holds(own == own.strip(), "UnexpectedWhitespace", f"{where} id", own)
    report.holds("content_html" in value or "content_text" in value, "MissingTextualContent", where, "")
    if "content_html" in value and report.holds(isinstance(value["content_html"], str), "InvalidValue", f"{where} content_html", ""):
        said = markup.fragment(report, f"{where} content_html", value["content_html"])
        report.should(said.strip(), "NotBlank", f"{where} content_html", "")
    if "title" in value:
        report.should(str(value["title"]).strip(), "NotBlank", f"{where} title", value["title"])
    times = [values.rfc3339(report, f"{where} {name}", value[name]) if isinstance(value.get(name), str) else None for name in ("date_published", "date_modified")]
    for name in ("date_published", "date_modified"):
        report.holds(isinstance(value.get(name, ""), str), "InvalidRFC3339Date", f"{where} {name}", value.get(name))
    report.holds(None in times or times[0] <= times[1], "UpdatedBeforePublished", where, value.get("date_modified"))
    for tag in each(report, f"{where} tags", value.get("tags", []), str):
        report.should(tag.strip(), "NotBlank", f"{where} tags", tag)
    for one in each(report, f"{where} attachments", value.get("attachments", []), dict):
        right = isinstance(one.get("url"), str) and isinstance(one.get("mime_type"), str)
        if report.holds(right, "MissingAttribute", f"{where} attachments", one):
            values.web_address(report, f"{where} attachments", one["url"])
            values.media_type(report, f"{where} attachments", one["mime_type"])
        for name in ("size_in_bytes", "duration_in_seconds"):
            report.holds(isinstance(one.get(name, 0), (int, float)), "InvalidNonNegativeInteger", f"{where} attachments", one.get(name))
