"""The rules for feeds, as a checker of our own: Atom 1.0, RSS 2.0 with its profile, JSON Feed 1.1.

A finding carries the name that the W3C feed validator has for it, where it has one. Rules come from RFC 4287 (Atom),
the RSS 2.0 specification and the best practices profile of the RSS board, the JSON Feed 1.1 specification, and what
they stand on: XML 1.0, RFC 3339, RFC 822, RFC 3986, RFC 3987, RFC 4151, RFC 8141, RFC 5646, the HTML standard.
`faults` breaks a right feed in every way that a rule is against, and sees that the rule finds it.
"""
from . import atom, jsonfeed, rss
from .report import Report

FORMS = {"atom": atom, "rss": rss, "json": jsonfeed}
MEDIA_TYPES = {"atom": "application/atom+xml", "rss": "application/rss+xml", "json": "application/feed+json"}


def check(form, body, address, now, content_type=None):
    """What is wrong with a feed of that form (`atom`, `rss`, `json`), served at `address` and fetched at `now`."""
    report = Report(form, address, now)
    if content_type is not None:
        served(report, form, content_type)
    FORMS[form].check(report, body)
    return report


def served(report, form, content_type):
    """The media type that a server says, and its charset."""
    kind, *parameters = [part.strip() for part in content_type.split(";")]
    report.holds(kind == MEDIA_TYPES[form], "UnexpectedContentType", "Content-Type", content_type)
    named = dict(part.lower().split("=", 1) for part in parameters if "=" in part)
    if form == "json":
        # RFC 8259: JSON between systems is UTF-8, and no charset parameter is defined.
        report.holds(named.get("charset", "utf-8").strip('"') == "utf-8", "EncodingMismatch", "Content-Type", content_type)
    else:
        report.holds(named.get("charset", "").strip('"') == "utf-8", "EncodingMismatch", "Content-Type", content_type)
