"""What Atom and RSS share: the XML they are written in."""
import codecs
import re
import xml.etree.ElementTree as ElementTree

from . import values

XML = "{http://www.w3.org/XML/1998/namespace}"
ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
DC = "{http://purl.org/dc/elements/1.1/}"
SY = "{http://purl.org/rss/1.0/modules/syndication/}"
DUBLIN_CORE = set("""title creator subject description publisher contributor date type format identifier source language relation
    coverage rights""".split())
# The prefixes that readers know these by.
PREFIXES = {"http://purl.org/rss/1.0/modules/content/": "content", "http://purl.org/dc/elements/1.1/": "dc",
            "http://www.w3.org/2005/Atom": "atom", "http://purl.org/rss/1.0/modules/syndication/": "sy", "http://purl.org/dc/terms/": "dcterms",
            "http://purl.org/syndication/thread/1.0": "thr", "http://purl.org/syndication/history/1.0": "fh"}
# RFC 4287, and the registry of link relations.
RELATIONS = set("""alternate appendix archives author bookmark canonical chapter collection contents copyright current describedby edit
    edit-media enclosure first glossary help hub icon index item last latest-version license memento next next-archive original
    predecessor-version prev prev-archive previous related replies search section self service start stylesheet subsection
    successor-version tag terms-of-service timegate timemap up version-history via working-copy working-copy-of""".split())


def parse(report, body):
    """The tree of a document that is well-formed, in UTF-8, and says no more than XML; None if it is not."""
    if not report.holds(isinstance(body, bytes) and body, "SAXError", "document", "empty"):
        return None
    report.holds(not body.startswith(codecs.BOM_UTF8), "SAXError", "document", "a byte order mark before the declaration")
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        report.error("UnicodeError", "document", error)
        return None
    report.holds(not re.match(r"\s+<\?xml", text), "WPBlankLine", "document", text[:20])
    declared = re.match(r'<\?xml version="([^"]*)"(?: encoding="([^"]*)")?(?: standalone="(?:yes|no)")?\s*\?>', text)
    if report.should(declared, "MissingEncoding", "document", text[:60]):
        report.holds(declared[1] == "1.0", "BadXmlVersion", "document", declared[1])
        report.should(declared[2] and declared[2].lower() == "utf-8", "NonstdEncoding", "document", declared[2])
    report.holds("<!DOCTYPE" not in re.sub(r"<!\[CDATA\[.*?\]\]>|<!--.*?-->", "", text, flags=re.S), "InvalidDoctype", "document", "a DOCTYPE")
    report.holds(not re.search(r"<\?(?!xml[ -])", re.sub(r"<!\[CDATA\[.*?\]\]>", "", text, flags=re.S)), "UnexpectedText", "document", "a processing instruction")
    builder = Builder(report)
    parser = ElementTree.XMLParser(target=builder)
    try:
        parser.feed(body)
        return parser.close()
    except ElementTree.ParseError as error:
        report.error("SAXError", "document", f"{error}: {around(body, error.position)}")
        return None


class Builder(ElementTree.TreeBuilder):
    """Builds the tree, and notes under which prefixes namespaces go."""

    def __init__(self, report):
        super().__init__()
        self.report = report

    def start_ns(self, prefix, address):
        """A namespace is declared."""
        known = PREFIXES.get(address)
        right = not known or prefix == known or (known == "atom" and not prefix)
        self.report.should(right, "NonstdPrefix", f"xmlns:{prefix}", address)
        taken = {name: space for space, name in PREFIXES.items()}.get(prefix)
        self.report.should(taken in (None, address), "ReservedPrefix", f"xmlns:{prefix}", address)
        if address:
            values.address(self.report, f"xmlns:{prefix}", address, rule="InvalidNamespace")


def around(body, position):
    """What stands at a place of the document."""
    lines = body.split(b"\n")
    line = lines[min(position[0], len(lines)) - 1]
    return ascii(line[max(0, position[1] - 40):position[1] + 40].decode("utf-8", "replace"))


def short(tag):
    """The name of an element as people write it."""
    for space, name in ((ATOM, "atom:"), (CONTENT, "content:"), (DC, "dc:"), (SY, "sy:"), (XML, "xml:")):
        if tag.startswith(space):
            return name + tag[len(space):]
    return tag


def attributes(report, where, element, allowed=(), needed=()):
    """No attributes but those, and all that are needed. Those of XML itself are right everywhere in Atom."""
    for name, value in element.attrib.items():
        if name == XML + "lang":
            if value:
                values.language(report, f"{where} xml:lang", value)
        elif name == XML + "base":
            values.address(report, f"{where} xml:base", value)
        elif name.startswith("{"):
            report.should(name.startswith(XML), "UseOfExtensionAttr", where, name)
        else:
            report.holds(name in allowed, "UnexpectedAttribute", where, name)
    for name in needed:
        report.holds(name in element.attrib, "MissingAttribute", where, name)


def leaf(report, where, element, blank=False):
    """The text of an element that holds only text."""
    for child in element:
        report.error("UndefinedElement", where, short(child.tag))
    text = element.text or ""
    if not blank:
        report.should(text.strip(), "NotBlank", where, text)
    values.text_characters(report, where, text)
    return text


def no_text(report, where, element):
    """An element that holds only elements."""
    for text in [element.text, *[child.tail for child in element]]:
        report.holds(not (text or "").strip(), "UnexpectedText", where, text)


def counted(report, where, element, once=(), many=(), needed=()):
    """Cardinalities: elements that are there once at most, those that may repeat, those that must be there."""
    names = [child.tag for child in element]
    for name in needed:
        report.holds(name in names, "MissingElement", where, short(name))
    for name in once:
        report.holds(names.count(name) <= 1, "DuplicateElement", where, short(name))
    return [name for name in dict.fromkeys(names) if name not in once and name not in many]


def link(report, where, element):
    """An Atom link."""
    attributes(report, where, element, ("href", "rel", "type", "hreflang", "title", "length"), ())
    if not report.holds("href" in element.attrib, "MissingHref", where, ""):
        return
    values.address(report, f"{where} href", element.attrib["href"])
    relation = element.get("rel", "alternate")
    report.should(relation.strip(), "AttrNotBlank", f"{where} rel", relation)
    if values.scheme(relation):
        values.address(report, f"{where} rel", relation)
    else:
        report.should(relation in RELATIONS, "UnregisteredAtomLinkRel", where, relation)
    if "type" in element.attrib:
        values.media_type(report, f"{where} type", element.attrib["type"])
    if "hreflang" in element.attrib:
        values.language(report, f"{where} hreflang", element.attrib["hreflang"])
    if "title" in element.attrib:
        report.should(element.attrib["title"].strip(), "AttrNotBlank", f"{where} title", "")
    if "length" in element.attrib:
        report.holds(element.attrib["length"].isdigit(), "InvalidNonNegativeInteger", f"{where} length", element.attrib["length"])
    report.should(not (element.text or "").strip() and not len(element), "AtomLinkNotEmpty", where, element.text)


def own_address(report, where, links, kind):
    """MissingSelf, SelfDoesntMatchLocation: a feed names the address under which it stands."""
    own = [one for one in links if one.get("rel") == "self"]
    if not report.should(own, "MissingSelf" if kind == "application/atom+xml" else "MissingAtomSelfLink", where, ""):
        return
    report.should(len(own) == 1, "DuplicateAtomLink", where, "rel=self twice")
    report.should(own[0].get("href") == report.address, "SelfDoesntMatchLocation", where, f"{own[0].get('href')} at {report.address}")
    report.should(own[0].get("type") in (None, kind), "SelfNotAtom", where, own[0].get("type"))
