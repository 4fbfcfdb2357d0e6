"""The values in feeds: addresses, times, languages, media types, mail addresses."""
import calendar
import datetime as dt
import ipaddress
import re
import urllib.parse

# RFC 3987, section 2.2; private characters only in a query.
UCS = ("\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef"
       + "".join(f"{chr(plane << 16)}-{chr((plane << 16) + 0xfffd)}" for plane in range(1, 14)) + "\U000e1000-\U000efffd")
PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
UNRESERVED, SUB = r"A-Za-z0-9\-._~", r"!$&'()*+,;="
ESCAPED = r"%[0-9A-Fa-f]{2}"


def characters(more, ucs):
    return rf"(?:[{UNRESERVED}{SUB}{more}{UCS if ucs else ''}]|{ESCAPED})*"


def grammar(ucs):
    """An absolute IRI (or, without `ucs`, URI) with its five parts."""
    query = rf"(?:[{UNRESERVED}{SUB}:@/?{UCS + PRIVATE if ucs else ''}]|{ESCAPED})*"
    host = rf"\[[0-9A-Fa-f:.]+\]|{characters('', ucs)}"
    authority = rf"(?:(?P<user>{characters(':', ucs)})@)?(?P<host>{host})(?::(?P<port>[0-9]*))?"
    return re.compile(rf"(?P<scheme>[A-Za-z][A-Za-z0-9+.\-]*):(?://{authority}(?P<path>(?:/{characters(':@/', ucs)})?)"
                      rf"|(?P<rootless>{characters(':@/', ucs)}))(?:\?(?P<query>{query}))?(?:#(?P<fragment>{characters(':@/?', ucs)}))?")


IRI, URI = grammar(True), grammar(False)
URN = re.compile(rf"urn:[A-Za-z0-9][A-Za-z0-9-]{{0,30}}[A-Za-z0-9]:(?:[{UNRESERVED}{SUB}:@/]|{ESCAPED})+(?:\?[+=].+)?(?:#.*)?", re.I)
UUID = re.compile(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.I)
TAG = re.compile(rf"tag:(?:[A-Za-z0-9._-]+@)?[a-z0-9][a-z0-9.-]*,[0-9]{{4}}(?:-[0-9]{{2}}(?:-[0-9]{{2}})?)?:(?:[{UNRESERVED}{SUB}:@/?]|{ESCAPED})*")
TOKEN = r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+"
MEDIA_TYPE = re.compile(rf'{TOKEN}/{TOKEN}(?:\s*;\s*{TOKEN}=(?:{TOKEN}|"[^"]*"))*')
MAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+")
# RFC 5646, with the tags that it takes over from before it.
LANGUAGE = re.compile(r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?P<variants>(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)"
                      r"(?P<extensions>(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*)(?:-x(?:-[a-z0-9]{1,8})+)?|x(?:-[a-z0-9]{1,8})+", re.I)
OLD_LANGUAGES = set("""en-gb-oed i-ami i-bnn i-default i-enochian i-hak i-klingon i-lux i-mingo i-navajo i-pwn i-tao i-tay i-tsu sgn-be-fr
    sgn-be-nl sgn-ch-de art-lojban cel-gaulish no-bok no-nyn zh-guoyu zh-hakka zh-min zh-min-nan zh-xiang""".split())
# What is left of a wrong decoding, and what Unicode has set apart as no characters.
NO_CHARACTERS = re.compile("[\x7f-\x9f\ufffd\ufdd0-\ufdef" + "".join(f"{chr((plane << 16) + 0xfffe)}{chr((plane << 16) + 0xffff)}" for plane in range(17)) + "]")
RFC3339 = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)")
DAYS, MONTHS = "Mon Tue Wed Thu Fri Sat Sun".split(), "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
RFC822 = re.compile(rf"(?:({'|'.join(DAYS)}), )?(\d\d?) ({'|'.join(MONTHS)}) (\d{{2,4}}) (\d\d):(\d\d)(?::(\d\d))?"
                    r" ([+-]\d{4}|UT|GMT|EST|EDT|CST|CDT|MST|MDT|PST|PDT|[A-IK-Z])")


def scheme(text):
    found = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", text)
    return found[1].lower() if found else None


def address_fault(text, ascii_only=False):
    """Why a text is no absolute IRI (URI where `ascii_only`); None if it is one. The name of the rule, then the reason."""
    if not text:
        return "InvalidFullLink", "empty"
    if text != text.strip():
        return "UnexpectedWhitespace", "white space around it"
    kind = scheme(text)
    if kind is None:
        return "InvalidFullLink", "relative"
    if kind == "tag" and not TAG.fullmatch(text):
        return "InvalidTAG", "RFC 4151"
    if kind == "urn" and not URN.fullmatch(text):
        return "InvalidURN", "RFC 8141"
    if text.lower().startswith("urn:uuid:") and not UUID.fullmatch(text):
        return "InvalidURN", "RFC 4122"
    found = (URI if ascii_only else IRI).fullmatch(text)
    if not found:
        if ascii_only and IRI.fullmatch(text):
            return "UriNotIri", "characters beyond ASCII"
        return ("InvalidUriChar" if ascii_only else "InvalidIRI"), "RFC 3986" if ascii_only else "RFC 3987"
    if kind in ("http", "https", "ftp"):
        if not found["host"]:
            return "InvalidFullLink", "no host"
        if found["port"] and int(found["port"]) > 65535:
            return "InvalidFullLink", "no such port"
        if found["host"].startswith("["):
            try:
                ipaddress.IPv6Address(found["host"][1:-1])
            except ValueError:
                return "InvalidFullLink", "no such address"
    return None


def address(report, where, text, ascii_only=False, rule=None):
    """An absolute address. Returns whether it is one."""
    fault = address_fault(text, ascii_only)
    if fault:
        report.error(rule or fault[0], where, f"{text} ({fault[1]})")
    return not fault


def web_address(report, where, text, ascii_only=False, rule=None):
    """An absolute address of the web."""
    if address(report, where, text, ascii_only, rule):
        report.holds(scheme(text) in ("http", "https"), rule or "InvalidFullLink", where, text)


def canonical(report, where, text):
    """NonCanonicalURI: an id that others may spell in another way is not the same for ever."""
    found = IRI.fullmatch(text)
    if not found:
        return
    right = found["scheme"] == found["scheme"].lower()
    right = right and all(e == e.upper() and not re.fullmatch(f"[{UNRESERVED}]", urllib.parse.unquote(e)) for e in re.findall(ESCAPED, text))
    if found["host"] is not None:
        right = right and found["host"] == found["host"].lower() and found["port"] != "" and found["path"] != ""
        right = right and (found["scheme"], found["port"]) not in (("http", "80"), ("https", "443"))
        right = right and not any(part in (".", "..") for part in found["path"].split("/"))
    report.should(right, "NonCanonicalURI", where, text)


def rfc3339(report, where, text):
    """A time as Atom and JSON Feed have it; the moment, or None."""
    found = RFC3339.fullmatch(text or "")
    moment = None
    if found:
        year, month, day, hour, minute, second = map(int, found.groups()[:6])
        zone = found[8]
        offset = 0 if zone == "Z" else (1 if zone[0] == "+" else -1) * (int(zone[1:3]) * 60 + int(zone[4:]))
        in_range = 1 <= month <= 12 and 1 <= year and 1 <= day <= calendar.monthrange(year, month)[1] and hour < 24 and minute < 60 and second <= 60
        if in_range and abs(offset) < 24 * 60:
            fraction = dt.timedelta(seconds=float(found[7] or 0))
            try:
                moment = dt.datetime(year, month, day, hour, minute, 0, tzinfo=dt.timezone.utc) + dt.timedelta(seconds=second, minutes=-offset) + fraction
            except OverflowError:
                moment = None
    if report.holds(moment, "InvalidRFC3339Date", where, text):
        report.plausible(moment, where, text)
    return moment


def rfc822(report, where, text):
    """A time as RSS has it; the moment, or None."""
    found = RFC822.fullmatch(text or "")
    if not report.holds(found, "InvalidRFC2822Date", where, text):
        return None
    name, day, month, year, hour, minute, second, zone = found.groups()
    report.should(zone == "GMT" or zone[0] in "+-", "ProblematicalRFC822Date", where, text)
    if not report.holds(len(year) == 4, "InvalidRFC2822Date", where, f"{text} (the year in full)"):
        return None
    report.should(hour != "24", "UseZeroForMidnight", where, text)
    offset = int(zone[:3]) * 60 + int(zone[0] + zone[3:]) if zone[0] in "+-" else 0
    try:
        moment = dt.datetime(int(year), MONTHS.index(month) + 1, int(day), int(hour), int(minute), int(second or 0), tzinfo=dt.timezone.utc)
    except ValueError:
        report.error("InvalidRFC2822Date", where, text)
        return None
    report.holds(name in (None, DAYS[moment.weekday()]), "IncorrectDOW", where, text)
    moment -= dt.timedelta(minutes=offset)
    report.plausible(moment, where, text)
    return moment


def language(report, where, text):
    """A language tag, RFC 5646."""
    found = LANGUAGE.fullmatch(text)
    right = text.lower() in OLD_LANGUAGES or bool(found)
    if found and found["variants"] is not None:
        variants = found["variants"].lower().split("-")[1:]
        singletons = [part for part in (found["extensions"] or "").lower().split("-") if len(part) == 1]
        right = len(set(variants)) == len(variants) and len(set(singletons)) == len(singletons)
    report.holds(right, "InvalidLanguage", where, text)


def media_type(report, where, text):
    """A media type, RFC 6838."""
    report.holds(MEDIA_TYPE.fullmatch(text), "InvalidMIMEType", where, text)


def mail(report, where, text, named=False):
    """A mail address; in RSS with a name behind it."""
    found = re.fullmatch(r"(\S+)(?: \((.+)\))?", text)
    right = found and MAIL.fullmatch(found[1]) and (named or not found[2])
    report.holds(right, "InvalidContact", where, text)
    if right and named:
        report.should(found[2], "MissingRealName", where, text)


def text_characters(report, where, text):
    """BadCharacters: what is left of a wrong decoding, and what no text has."""
    bad = NO_CHARACTERS.search(text)
    report.should(not bad, "BadCharacters", where, ascii(text[max(0, bad.start() - 20):bad.end() + 20]) if bad else "")
