"""HTML inside of feeds: in order, of elements that only say something, without a script, with absolute addresses."""
import html
import html.parser
import re

from . import values

VOID = set("area base br col embed hr img input link meta source track wbr".split())
# SecurityRisk: what readers must take out.
RISKY = set("""script style iframe frame frameset object embed applet meta link base form input button select textarea option isindex
    plaintext xmp noscript noembed noframes template svg math audio video source track portal slot canvas marquee blink title head body html""".split())
ADDRESSES = {"href", "src", "cite", "action", "formaction", "background", "longdesc", "data", "poster", "srcset", "xlink:href", "ping"}
# Elements that close an open paragraph, by the HTML standard (13.1.2.4).
CLOSES_P = set("""address article aside blockquote details dialog div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr
    main menu nav ol p pre search section table ul""".split())
PARENTS = {"li": {"ul", "ol", "menu"}, "tr": {"table", "thead", "tbody", "tfoot"}, "td": {"tr"}, "th": {"tr"}, "tbody": {"table"}, "thead": {"table"},
           "tfoot": {"table"}, "caption": {"table"}, "dt": {"dl", "div"}, "dd": {"dl", "div"}, "figcaption": {"figure"}, "summary": {"details"}}
CHILDREN = {"ul": {"li"}, "ol": {"li"}, "table": {"caption", "colgroup", "thead", "tbody", "tfoot", "tr"}, "tr": {"td", "th"},
            "tbody": {"tr"}, "thead": {"tr"}, "tfoot": {"tr"}}
# What no text may hold, in HTML as in XML. (What else the HTML standard keeps out of texts, 13.1.4, is a BadCharacters.)
NO_TEXT = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
ENTITY = re.compile(r"&(?:#(?P<decimal>[0-9]+);|#[xX](?P<hex>[0-9A-Fa-f]+);|(?P<name>[A-Za-z][A-Za-z0-9]*);)")


class Walk(html.parser.HTMLParser):
    """Goes through a fragment, element by element."""

    def __init__(self, report, where, base):
        super().__init__(convert_charrefs=False)
        self.report, self.where, self.base, self.open, self.ids, self.said = report, where, base, [], set(), []

    def wrong(self, what):
        self.report.error("NotHtml", self.where, what)

    def handle_starttag(self, tag, attributes):
        self.element(tag, attributes)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        if tag not in VOID:
            self.wrong(f"<{tag}/> does not close itself")
        self.element(tag, attributes)

    def element(self, tag, attributes):
        """One element, where it stands and what it says."""
        if not re.fullmatch(r"[a-z][a-z0-9]*", tag):
            self.wrong(f"no such element: <{tag}>")
        if tag in RISKY:
            self.report.error("SecurityRisk", self.where, f"<{tag}>")
        if tag in CLOSES_P and "p" in self.open:
            self.wrong(f"<{tag}> inside of <p>")
        if tag == "a" and "a" in self.open:
            self.wrong("<a> inside of <a>")
        parent = self.open[-1] if self.open else None
        if tag in PARENTS and parent not in PARENTS[tag]:
            self.wrong(f"<{tag}> inside of <{parent}>")
        if parent in CHILDREN and tag not in CHILDREN[parent]:
            self.wrong(f"<{tag}> inside of <{parent}>")
        names = [name for name, _ in attributes]
        if len(set(names)) < len(names):
            self.wrong(f"<{tag}>: an attribute twice")
        for name, value in attributes:
            self.attribute(tag, name, value if value is not None else "")
        if tag == "img" and "alt" not in names:
            self.wrong("<img> without alt")

    def attribute(self, tag, name, value):
        """One attribute."""
        if name.startswith("on") or name in ("srcdoc", "autofocus"):
            self.report.error("SecurityRiskAttr", self.where, f"{name} on <{tag}>")
        if name == "style":
            self.report.error("DangerousStyleAttr", self.where, value)
        if not re.fullmatch(r"[a-z][a-z0-9:-]*", name):
            self.wrong(f"<{tag}>: no attribute: {name}")
        if name == "id":
            if value in self.ids or not value or re.search(r"\s", value):
                self.wrong(f"id {value!r}")
            self.ids.add(value)
        if name == "dir" and value not in ("ltr", "rtl", "auto"):
            self.wrong(f"dir={value!r}")
        if name in ("lang", "xml:lang") and value:
            values.language(self.report, f"{self.where} lang", value)
        if name == "datetime":
            values.rfc3339(self.report, f"{self.where} datetime", value)
        if name in ADDRESSES:
            self.link(tag, name, value)
        self.text(value)

    def link(self, tag, name, value):
        """An address in the markup."""
        where = f"{self.where} <{tag} {name}>"
        kind = values.scheme(value)
        if kind is None:
            if value.startswith("#"):
                self.report.warn("SameDocumentReference", where, value)
            elif not self.base:
                self.report.error("ContainsRelRef", where, value)
        elif kind not in ("http", "https", "mailto"):
            self.report.error("SecurityRisk", where, value)
        else:
            values.address(self.report, where, value)

    def handle_endtag(self, tag):
        if tag in VOID:
            self.wrong(f"</{tag}> of an element without an end")
        elif self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.wrong(f"</{tag}> while {'/'.join(self.open[-4:]) or 'nothing'} is open")
            while tag in self.open and self.open.pop() != tag:
                pass

    def handle_data(self, text):
        if "<" in text:
            self.wrong(f"a bare < in {text[:60]!r}")
        if self.open and self.open[-1] in CHILDREN and text.strip():
            self.wrong(f"text in <{self.open[-1]}>: {text[:60]!r}")
        self.text(text)

    def text(self, text):
        """Text between tags or in an attribute, references resolved."""
        bad = NO_TEXT.search(text)
        if bad:
            self.wrong(f"U+{ord(bad[0]):04X} in a text")
        self.said.append(text)
        values.text_characters(self.report, self.where, text)

    def handle_entityref(self, name):
        if f"{name};" not in html.entities.html5:
            self.wrong(f"no such entity: &{name};")
        self.said.append(html.unescape(f"&{name};"))

    def handle_charref(self, number):
        code = int(number[1:], 16) if number[0] in "xX" else int(number)
        if code > 0x10ffff or NO_TEXT.match(chr(code)) or (code != 0xfffd and values.NO_CHARACTERS.match(chr(code))) or code == 0x0d:
            self.wrong(f"&#{number};")
        else:
            self.said.append(chr(code))

    def handle_comment(self, text):
        self.wrong("a comment")

    def handle_decl(self, text):
        self.wrong(f"<!{text}>")

    def unknown_decl(self, text):
        self.wrong(f"<![{text}]>")

    def handle_pi(self, text):
        self.wrong(f"<?{text}>")


def fragment(report, where, text, base=None):
    """HTML as text. Returns what it says, without its markup."""
    walk = Walk(report, where, base)
    # The parser of the library lets a reference without its semicolon, and a bare & before a space, go by.
    for found in re.finditer("&", text):
        if not ENTITY.match(text, found.start()):
            walk.wrong(f"a bare & in {text[max(0, found.start() - 20):found.start() + 20]!r}")
            break
    for tag in re.findall(r"<[a-zA-Z][^\s>]*(?:\s[^>]*)?>", text):
        bare = re.sub(r'"[^"]*"|\'[^\']*\'', '""', tag)
        if re.search(r"=(?!\")", bare):
            walk.wrong(f"an attribute without quotation marks: {tag[:60]}")
            break
    walk.feed(text)
    rest = walk.rawdata
    walk.close()
    if "<" in rest:
        walk.wrong(f"a tag without an end: {rest[:60]!r}")
    if walk.open:
        walk.wrong(f"never closed: {'/'.join(walk.open)}")
    return "".join(walk.said)


def tree(report, where, div, base=None):
    """XHTML: the div of an Atom text."""
    walk = Walk(report, where, base)

    def visit(element):
        space, _, name = element.tag.rpartition("}")
        if space != "{http://www.w3.org/1999/xhtml":
            report.error("MisplacedXHTMLContent", where, element.tag)
            return
        walk.element(name, [(key.rpartition("}")[2], value) for key, value in element.attrib.items()])
        walk.open.append(name)
        if element.text:
            walk.text(element.text)
        for child in element:
            visit(child)
            if child.tail:
                walk.text(child.tail)
        walk.open.pop()

    visit(div)
    return "".join(walk.said)
