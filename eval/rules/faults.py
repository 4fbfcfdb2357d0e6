"""Right feeds, and every way to break them: the rules must find each, and nothing in the right ones.

A fault is a part of the right feed, what stands in its place, and the rule that must speak.
"""
import datetime as dt

from . import check

NOW = dt.datetime(2026, 3, 2, 12, tzinfo=dt.timezone.utc)
BASE = "https://pond.example/changes."

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>Changes</title><id>https://pond.example/changes.atom</id><updated>2026-03-02T11:00:00Z</updated>
<link rel="self" type="application/atom+xml" href="https://pond.example/changes.atom"/>
<link rel="alternate" type="text/html" href="https://pond.example/"/>
<author><name>Pond</name><uri>https://pond.example/</uri><email>frog@pond.example</email></author>
<generator uri="https://pond.example/" version="1">Pond</generator>
<entry xml:lang="pt-BR"><title type="text">One &lt; two</title><id>urn:pond:change:1</id>
<published>2026-03-02T10:00:00Z</published><updated>2026-03-02T11:00:00.5Z</updated>
<link href="https://pond.example/1"/><category term="a" scheme="https://pond.example/kinds"/>
<summary type="text">A word</summary><content type="html">&lt;p lang="en"&gt;&lt;del&gt;a&lt;/del&gt; &lt;ins&gt;b &amp;amp; c&lt;/ins&gt; &lt;a href="https://pond.example/1"&gt;more&lt;/a&gt;&lt;/p&gt;</content></entry>
<entry><title type="html">Two &lt;em&gt;three&lt;/em&gt;</title><id>tag:pond.example,2026:2</id><updated>2026-03-02T09:00:00+01:00</updated>
<link href="https://pond.example/2"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><ul><li>a</li></ul></div></content></entry>
</feed>"""

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Changes</title><link>https://pond.example/</link><description>What changed</description><language>en</language>
<managingEditor>frog@pond.example (A Frog)</managingEditor><lastBuildDate>Mon, 02 Mar 2026 11:00:00 GMT</lastBuildDate><ttl>60</ttl>
<atom:link rel="self" type="application/rss+xml" href="https://pond.example/changes.rss"/>
<item><title>One</title><link>https://pond.example/1</link><guid isPermaLink="false">urn:pond:change:1</guid>
<pubDate>Mon, 02 Mar 2026 10:00:00 +0000</pubDate><dc:creator>Wilma Sedge</dc:creator><category domain="https://pond.example/kinds">a</category>
<source url="https://pond.example/feed">Pond</source><enclosure url="https://pond.example/1.warc" length="12" type="application/warc"/>
<description>A word</description><content:encoded>&lt;p&gt;&lt;ins&gt;b &amp;amp; c&lt;/ins&gt;&lt;/p&gt;</content:encoded></item>
<item><title>Two</title><link>https://pond.example/2</link><guid>https://pond.example/2</guid><pubDate>02 Mar 2026 09:00:00 GMT</pubDate></item>
</channel></rss>"""

JSON = r"""{"version":"https://jsonfeed.org/version/1.1","title":"Changes","home_page_url":"https://pond.example/",
"feed_url":"https://pond.example/changes.json","next_url":"https://pond.example/changes.json?2","language":"en","authors":[{"name":"Pond"}],
"_pond":{"a.b":null},"items":[
{"id":"urn:pond:change:1","url":"https://pond.example/1","external_url":"https://ledger.example/1","title":"One \ud83d\udc1f","language":"ar",
"content_html":"<p><ins>b &amp; c</ins></p>","summary":"A word","date_published":"2026-03-02T10:00:00Z","date_modified":"2026-03-02T11:00:00Z",
"tags":["a"],"attachments":[{"url":"https://pond.example/1.warc","mime_type":"application/warc","size_in_bytes":12}]},
{"id":"2","content_text":"<b> is text here"}]}"""

CONTENT = '&lt;p lang="en"&gt;'
# What is wrong with HTML: in all three forms the same.
MARKUP = [
    ("<script>x</script>", "SecurityRisk"), ("<iframe></iframe>", "SecurityRisk"), ("<b onclick=\"x\">y</b>", "SecurityRiskAttr"),
    ("<b style=\"x\">y</b>", "DangerousStyleAttr"), ("<a href=\"javascript:x\">y</a>", "SecurityRisk"), ("<a href=\"/y\">y</a>", "ContainsRelRef"),
    ("<a href=\"https://pond.example/a b\">y</a>", "InvalidIRI"), ("<b>", "NotHtml"), ("</b>", "NotHtml"), ("<b><i>x</b></i>", "NotHtml"),
    ("<br/>", None), ("<b/>", "NotHtml"), ("<br></br>", "NotHtml"), ("a < b", "NotHtml"), ("a & b", "NotHtml"), ("&bogus;", "NotHtml"), ("&amp", "NotHtml"),
    ("&#0;", "NotHtml"), ("&#xD800;", "NotHtml"), ("&#x80;", "NotHtml"), ("&#12;", None), ("&#1;", "NotHtml"), ("&nbsp;&#xA0;", None), ("<!-- x -->", "NotHtml"), ("<b x=y>z</b>", "NotHtml"),
    ("<b id=\"a\">x</b><b id=\"a\">y</b>", "NotHtml"), ("<b dir=\"up\">x</b>", "NotHtml"), ("<b lang=\"no such\">x</b>", "InvalidLanguage"),
    ("<li>x</li>", "NotHtml"), ("<ul><b>x</b></ul>", "NotHtml"), ("<p>x<p>y</p></p>", "NotHtml"), ("<img src=\"https://pond.example/a\">", "NotHtml"),
    ("\u0085", "BadCharacters"), ("\ufffd", "BadCharacters"), ("\ufdd0", "BadCharacters"), ("<b", "NotHtml"), ("<time datetime=\"soon\">x</time>", "InvalidRFC3339Date"),
    ("<a href=\"https://pond.example/\"><a href=\"https://pond.example/\">y</a></a>", "NotHtml"), ("<b x=\"1\" x=\"2\">z</b>", "NotHtml"),
]

FAULTS = {
    "atom": [
        ("<?xml version", " <?xml version", "WPBlankLine"), ('version="1.0" encoding', 'version="1.1" encoding', "BadXmlVersion"), ("utf-8", "latin-1", "NonstdEncoding"),
        ('<?xml version="1.0" encoding="utf-8"?>', "", "MissingEncoding"), ("?>", "?><!DOCTYPE feed []>", "InvalidDoctype"),
        ("</feed>", "", "SAXError"), ("One &lt;", "One &nbsp;", "SAXError"), ("One &lt;", "One \x01", "SAXError"), ("One &lt;", "One \ufffe", "SAXError"),
        ("One &lt;", "One &#0;", "SAXError"), ("One &lt;", "One \x80", "BadCharacters"), ("One &lt;", "One \ufffd", "BadCharacters"),
        ("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#", "InvalidNamespace"), ("<title>Changes</title>", "", "MissingElement"),
        ("<title>Changes</title>", "<title> </title>", "NotBlank"), ("<title>Changes</title>", "<title>a</title><title>b</title>", "DuplicateElement"),
        ("<title>Changes</title>", "<title>a<b/></title>", "UndefinedElement"), ("<title>Changes</title>", "<name>a</name><title>b</title>", "UndefinedElement"),
        ("<title>Changes</title>", '<x xmlns=""/><title>b</title>', "UndefinedElement"), ("<title>Changes</title>", "x<title>b</title>", "UnexpectedText"),
        ("<id>https://pond.example/changes.atom</id>", "", "MissingElement"), ("<id>https://pond.example/changes.atom</id>", "<id>/changes</id>", "InvalidFullLink"),
        ("<id>https://pond.example/changes.atom</id>", "<id>HTTPS://pond.example/</id>", "NonCanonicalURI"),
        ("<id>https://pond.example/changes.atom</id>", "<id>https://pond.example</id>", "NonCanonicalURI"),
        *[("<updated>2026-03-02T11:00:00Z</updated>", f'<updated>2026-03-02T11:00:00Z</updated><d:deleted-entry xmlns:d="http://purl.org/atompub/tombstones/1.0" {said}/>', fault) for said, fault in (
            ('ref="urn:pond:gone" when="2026-03-02T11:00:00Z"', None), ('ref="urn:pond:gone"', "UndefinedElement"), ('ref="gone" when="2026-03-02T11:00:00Z"', "InvalidFullLink"),
            ('ref="urn:pond:gone" when="today"', "InvalidRFC3339Date"), ('ref="urn:pond:change:1" when="2026-03-02T11:00:00Z"', "DuplicateEntries"))],
        ("<updated>2026-03-02T11:00:00Z</updated>", "", "MissingElement"), ("<updated>2026-03-02T11:00:00Z", "<updated>2026-03-02T10:59:59Z", None),
        ("2026-03-02T11:00:00Z", "2026-03-02 11:00:00Z", "InvalidRFC3339Date"), ("2026-03-02T11:00:00Z", "2026-03-02T11:00:00", "InvalidRFC3339Date"),
        ("2026-03-02T11:00:00Z", "2026-02-29T11:00:00Z", "InvalidRFC3339Date"), ("2026-03-02T11:00:00Z", "2026-03-02T24:00:00Z", "InvalidRFC3339Date"),
        ("2026-03-02T11:00:00Z", "2026-03-02T12:00:06Z", "ImplausibleDate"), ("2026-03-02T11:00:00Z", "1979-03-02T12:00:00Z", "ImplausibleDate"),
        ('rel="self"', 'rel="related"', "MissingSelf"), ('href="https://pond.example/changes.atom"', 'href="https://pond.example/x"', "SelfDoesntMatchLocation"),
        ('type="application/atom+xml"', 'type="text/html"', "SelfNotAtom"), ('type="application/atom+xml"', 'type="atom"', "InvalidMIMEType"),
        (' href="https://pond.example/"/>', "/>", "MissingHref"), ('href="https://pond.example/"/>', 'href="https://pond.example/"/><link href="https://x.example/" type="text/html"/>', "DuplicateAtomLink"),
        ('rel="alternate"', 'rel="other"', "UnregisteredAtomLinkRel"), ('rel="alternate"', 'rel="alternate" hreflang="e n"', "InvalidLanguage"),
        ('rel="alternate"', 'rel="alternate" x="1"', "UnexpectedAttribute"), ('href="https://pond.example/"/>', 'href="https://pond.example/|"/>', "InvalidIRI"),
        ('href="https://pond.example/"/>', 'href="https://pond.example/ü"/>', None), ('href="https://pond.example/"/>', 'href="http:///a"/>', "InvalidFullLink"),
        ('href="https://pond.example/"/>', 'href="http://[::g]/a"/>', "InvalidIRI"), ('href="https://pond.example/"/>', 'href="http://[1:2]/a"/>', "InvalidFullLink"), ('href="https://pond.example/"/>', 'href="http://a:99999/"/>', "InvalidFullLink"),
        ('href="https://pond.example/"/>', 'href="https://pond.example/%zz"/>', "InvalidIRI"), ('href="https://pond.example/"/>', 'href="https://pond.example/[1]"/>', "InvalidIRI"),
        ('href="https://pond.example/"/>', 'href="https://pond.example/?a=^"/>', "InvalidIRI"),
        ("<name>Pond</name>", "", "MissingElement"), ("<name>Pond</name>", "<name></name>", "NotBlank"), ("frog@pond.example", "frog at pond", "InvalidContact"),
        ("<uri>https://pond.example/</uri>", "<uri>pond</uri>", "InvalidFullLink"), ('version="1">Pond', 'version=" ">Pond', "AttrNotBlank"),
        ('xml:lang="en"', 'xml:lang="english_US"', "InvalidLanguage"), ('xml:lang="pt-BR"', 'xml:lang="de-1996-1996"', "InvalidLanguage"), ('xml:lang="pt-BR"', 'xml:lang="en-a-bb-a-cc"', "InvalidLanguage"),
        ('xml:lang="pt-BR"', 'xml:lang="zh-Hant-TW-x-y"', None), ('xml:lang="pt-BR"', 'xml:lang=""', None),
        ('type="text">One', 'type="plain">One', "InvalidTextType"), ('type="text">One', 'type="xhtml">One', "MissingXhtmlDiv"), ("urn:pond:change:1", "urn:p:change 1", "InvalidURN"),
        ("urn:pond:change:1", "urn:uuid:12", "InvalidURN"), ("urn:pond:change:1", " urn:pond:change:1", "UnexpectedWhitespace"), ("urn:pond:change:1", "tag:pond.example,2026:2", "DuplicateEntries"),
        ("tag:pond.example,2026:2", "tag:pond.example:2", "InvalidTAG"), ("<published>2026-03-02T10", "<published>2026-03-02T12", "UpdatedBeforePublished"),
        ("<id>urn:pond:change:1</id>", "", "MissingElement"), ('term="a"', 'term=""', "AttrNotBlank"), ('term="a" ', "", "MissingAttribute"), ('scheme="https://pond.example/kinds"', 'scheme="kinds"', "InvalidFullLink"),
        ("<ul><li>a</li></ul>", "<script>a</script>", "SecurityRisk"), ("<ul><li>a</li></ul>", "<ul>a</ul>", None), ("<ul><li>a</li></ul>", '<b xmlns="http://x.example/">a</b>', "MisplacedXHTMLContent"),
        ("<ul><li>a</li></ul>", "<b onclick='x'>a</b>", "SecurityRiskAttr"), ("Two &lt;em&gt;three&lt;/em&gt;", "Two &lt;em&gt;three", "NotHtml"),
        ('<summary type="text">', '<content type="text">x</content><summary type="text">', "DuplicateElement"),
        ('<link href="https://pond.example/2"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><ul><li>a</li></ul></div></content>', "", "MissingContentOrAlternate"),
        ('<summary type="text">A word</summary><content type="html">', '<content type="image/png">', "MissingSummary"), ("</feed>", "<subtitle>a</subtitle></feed>", "MisplacedMetadata"),
    ],
    "rss": [
        ('version="2.0"', 'version="0.91"', "InvalidRSSVersion"), ("channel>", "canal>", "MissingElement"), ("<title>Changes</title>", "", "MissingElement"), ("<title>Changes</title>", "<title></title>", "NotBlank"),
        ("<link>https://pond.example/</link>", "", "MissingElement"), ("<link>https://pond.example/</link>", "<link>pond.example</link>", "InvalidFullLink"),
        ("<link>https://pond.example/1</link>", "<link>https://pond.example/ü</link>", "UriNotIri"), ("<link>https://pond.example/1</link>", "<link>https://pond.example/a b</link>", "InvalidUriChar"),
        ("<description>What changed</description>", "", "MissingElement"), ("<language>en</language>", "<language>en_US</language>", "InvalidLanguage"), ("<language>en</language>", "", "MissingDCLanguage"),
        ("<language>en</language>", "<language>en</language><language>en</language>", "DuplicateElement"), ("frog@pond.example (A Frog)", "A Frog", "InvalidContact"), ("frog@pond.example (A Frog)", "frog@pond.example", "MissingRealName"),
        ("Mon, 02 Mar 2026 11", "Tue, 02 Mar 2026 11", "IncorrectDOW"), ("Mon, 02 Mar 2026 11", "Mon, 02 Mar 26 11", "InvalidRFC2822Date"), ("Mon, 02 Mar 2026 11:00:00 GMT", "2026-03-02T11:00:00Z", "InvalidRFC2822Date"),
        ("Mon, 02 Mar 2026 11:00:00 GMT", "Mon, 02 Mar 2026 11:00:00 Z", "ProblematicalRFC822Date"), ("Mon, 02 Mar 2026 11", "Mon, 30 Feb 2026 11", "InvalidRFC2822Date"), ("Mon, 02 Mar 2026 11", "Mon, 02 Mar 2026 14", "ImplausibleDate"),
        ("Mon, 02 Mar 2026 11", "Mon, 02 Mar 2026 09", "FeedOlderThanEntry"), ("<ttl>60", "<ttl>-1", "InvalidPositiveInteger"), ('rel="self"', 'rel="next"', "MissingAtomSelfLink"), ("changes.rss", "x.rss", "SelfDoesntMatchLocation"),
        ("<ttl>60</ttl>", "<blink>60</blink>", "UndefinedElement"), ("<ttl>60</ttl>", '<x:y xmlns:x="http://x.example/"/>', "UnknownNamespace"), ("<ttl>60</ttl>", "<dc:language>en</dc:language>", "DuplicateSemantics"),
        ("<title>One</title>", "<title>One</title><title>Two</title>", "DuplicateElement"), ("<title>One</title>", '<title xml:lang="en">One</title>', "UseOfExtensionAttr"), ("<title>One</title>", "<title type='html'>One</title>", "UnexpectedAttribute"),
        ("<title>Two</title>", "<title/>", "NotBlank"), ("<title>Two</title>", "", "ItemMustContainTitleOrDescription"), ("<guid>https://pond.example/2</guid>", "", "MissingGuid"), ("<guid>https://pond.example/2</guid>", "<guid>2</guid>", "InvalidHttpGUID"),
        ("<guid>https://pond.example/2</guid>", "<guid>urn:x1:2</guid>", "InvalidHttpGUID"), ("<guid>https://pond.example/2</guid>", '<guid isPermaLink="false">2</guid>', "NotSufficientlyUnique"),
        ("<guid>https://pond.example/2</guid>", '<guid isPermaLink="no">https://pond.example/2</guid>', "InvalidBooleanAttribute"), ("<guid>https://pond.example/2</guid>", '<guid isPermaLink="false">urn:pond:change:1</guid>', "DuplicateValue"),
        ("<dc:creator>", "<author>a@b.example (A)</author><dc:creator>", "DuplicateItemSemantics"), ("<dc:creator>Wilma Sedge", "<dc:creator>w@pond.example", "ContainsEmail"), ("dc:creator>", "dc:maker>", "UndefinedElement"),
        (' length="12"', "", "MissingAttribute"), ('length="12"', 'length="x"', "InvalidIntegerAttribute"), ('type="application/warc"', 'type="warc"', "InvalidMIMEType"), ('url="https://pond.example/1.warc"', 'url="/1.warc"', "InvalidURLAttribute"),
        ("<description>A word</description>", "", "NeedDescriptionBeforeContent"), ("</channel>", "<docs>https://pond.example/</docs></channel>", "MisplacedItem"), ('xmlns:dc="http://purl.org/dc/elements/1.1/"', 'xmlns:dc="http://x.example/"', "ReservedPrefix"),
        ("content:", "c:", "SAXError"), ("xmlns:content=", "xmlns:c=", "SAXError"), ("</channel>", "</channel><channel/>", "DuplicateElement"),
        ("<ttl>60</ttl>", "<image><url>https://pond.example/a.png</url><title>x</title><link>https://pond.example/</link></image>", "ImageTitleDoesntMatch"),
        ("<ttl>60</ttl>", "<skipHours><hour>24</hour></skipHours>", "InvalidHour"), ("<ttl>60</ttl>", "<skipDays><day>Caturday</day></skipDays>", "InvalidDay"), ("<ttl>60</ttl>", "stray", "UnexpectedText"),
    ],
    "json": [
        ("version/1.1", "version/1", "InvalidVersion"), ('"title":"Changes",', "", "MissingElement"), ('"Changes"', '""', "NotBlank"), ('"Changes"', "7", "MissingElement"), ('"Changes"', "null", "NullValue"), ('"title":"Changes"', '"title":"Changes","title":"b"', "DuplicateName"),
        ('"Changes"', '"\\ud800"', "UnicodeError"), ('"Changes"', "'Changes'", "SyntaxError"), ('"Changes"', '"a\tb"', "SyntaxError"), ('"Changes"', "NaN", "SyntaxError"), ('"Changes"', '"\\u0001"', "BadCharacters"),
        ("https://pond.example/changes.json\"", "https://x.example/changes.json\"", "SelfDoesntMatchLocation"), ("changes.json?2", "changes.json", "LinkPastEnd"), ("https://pond.example/\"", "/\"", "InvalidFullLink"), ('"language":"en"', '"language":"e"', "InvalidLanguage"),
        ('[{"name":"Pond"}]', "[{}]", "MissingElement"), ('[{"name":"Pond"}]', '{"name":"Pond"}', "InvalidValue"), ('"_pond"', '"pond"', "UndefinedElement"), ('"_pond"', '"_po.nd"', "InvalidExtension"), ('"items":[', '"items":[7,', "InvalidValue"), ('"items":', '"_items":', "MissingElement"),
        ('"id":"urn:pond:change:1"', '"id":1', "MissingElement"), ('"id":"urn:pond:change:1"', '"id":"2"', "DuplicateValue"), ('"id":"urn:pond:change:1",', "", "MissingElement"), ("urn:pond:change:1", "urn:pond:change 1", "InvalidURN"), ("https://ledger.example/1", "javascript:1", "InvalidFullLink"),
        ('"content_text"', '"_text"', "MissingTextualContent"), ('"tags":["a"]', '"tags":[1]', "InvalidValue"), ('"tags":["a"]', '"tags":"a"', "InvalidValue"), ('"language":"ar"', '"language":null', "NullValue"), ("2026-03-02T11:00:00Z", "2026-03-02T09:00:00Z", "UpdatedBeforePublished"),
        ("2026-03-02T10:00:00Z", "Mon, 02 Mar 2026", "InvalidRFC3339Date"), ("2026-03-02T10:00:00Z", "2026-03-02", "InvalidRFC3339Date"), ("2026-03-02T11:00:00Z", "2027-03-02T11:00:00Z", "ImplausibleDate"), ('"mime_type":"application/warc"', '"mime":"x"', "MissingAttribute"),
    ],
}
# Parts that are broken wherever they stand.
EVERYWHERE = {"channel>", "dc:creator>"}
RIGHT = {"atom": ATOM, "rss": RSS, "json": JSON}


def missed():
    """What the rules do not find, or find where nothing is. Returns the number of faults and the lines."""
    lines, faults = [], 0
    for form, right in RIGHT.items():
        whole = check(form, right.encode(), BASE + form, NOW)
        lines += [f"{form}: a right feed: {line}" for line in whole.errors + whole.warnings]
        place = {"atom": CONTENT, "rss": "&lt;p&gt;", "json": '"content_html":"<p>'}[form]
        every = list(FAULTS[form])
        for markup, rule in MARKUP:
            text = markup.replace("\\", "\\\\").replace('"', '\\"') if form == "json" else markup.replace("&", "&amp;").replace("<", "&lt;")
            every.append((place, place + text, rule))
        for part, broken, rule in every:
            faults += 1
            if part not in right:
                lines.append(f"{form}: nothing to break: {part!r}")
                continue
            found = check(form, right.replace(part, broken, -1 if part in EVERYWHERE else 1).encode("utf-8", "surrogatepass"), BASE + form, NOW).rules()
            if rule is None and part == "<updated>2026-03-02T11:00:00Z":
                rule = "FeedOlderThanEntry" if "FeedOlderThanEntry" in found else None
            if (rule not in found) if rule else found:
                lines.append(f"{form}: {broken[:90]!r}: wants {rule}, says {sorted(found)}")
    for content_type, form, rule in [("text/xml", "atom", "UnexpectedContentType"), ("application/rss+xml", "rss", "EncodingMismatch"), ("application/json", "json", "UnexpectedContentType"),
                                     ("application/atom+xml; charset=latin1", "atom", "EncodingMismatch"), ("application/atom+xml; charset=utf-8", "atom", None), ("application/feed+json", "json", None)]:
        faults += 1
        found = check(form, RIGHT[form].encode(), BASE + form, NOW, content_type).rules()
        if (rule not in found) if rule else found:
            lines.append(f"{form} as {content_type}: wants {rule}, says {sorted(found)}")
    return faults, lines
