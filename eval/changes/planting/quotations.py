"""Quotations: other words, speakers and lengths; gone, come, or told without marks."""
import re

from .edits import Edit, both_ways, short, swap
from .misspelling import SPELT, typos
from .numbers import counted, other_number
from .passages import harmless
from .patterns import before_word, compiled, has_word, matches, table, words
from .sentences import Sentence, balanced, cut, quotations
from .tables.doubt import NEGATION
from .tables.names import MEN, NEW_MEN, NEW_WOMEN, WOMEN
from .tables.quantities import NUMBER_WORDS
from .tables.speech import FOREIGN_ROLES, ROLES, SAYING
from .tables.wording import QUOTE_WORDS

CUE = r"(?P<said>s?he said|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)? said|said [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)?)"
GERMAN_CUE = r"[“”\"«], sagte? (?P<said>er|sie|(?:der |die )?[A-ZÄÖÜ][\wäöüß]+(?: [A-ZÄÖÜ][\wäöüß]+)?)(?=[.,])"
CUE_SENTENCE = r"[“\"][^“”\"]{40,}[,?!][”\"] (?:(?:s?he|they) said|said [^“”\",]+|[^“”\",]{3,40} said)\."


def inside(a, least=8):
    """Long quotations: a Sentence-like place that holds the words between the marks."""
    for i, p in enumerate(a.paras):
        spans = quotations(p)
        for n, (start, end) in enumerate(spans):
            text = p[start:end]
            long = len(text) >= 2 * least if a.wide else len(text.split()) >= least
            if long and "‘" not in text and not re.search(r"[\[\]{}<>…]|\.\.\.", text):
                yield Sentence(i, start, end, text, 1000 + n), spans


def sentence_numbers(a, para, at):
    """The sentence of a paragraph that a place is in, as a list of its number."""
    return [x.number for x in a.sentences if x.para == para and x.start <= at < x.end]


def spoken(a, s):
    """Whether a quotation is speech: it begins the paragraph or a verb of saying stands near."""
    p = a.paras[s.para]
    before = p[:max(0, s.start - 1)].rstrip()
    if s.start > 1 and a.wide:
        return p[s.end + 1:s.end + 2] == "と" or before.endswith(("：", "，"))
    near = p[max(0, s.start - 60):s.start] + " | " + p[s.end:s.end + 60]
    lead = before.endswith((".", ":", ",", "!", "?", "»", "“", "”", '"'))
    return s.start <= 1 or lead and has_word(SAYING.get(a.language, r"\w+"), near)


def fits_quote(s, m, old, new):
    """Whether one word can stand for the other in a quotation."""
    lead = before_word(s.text, m.start()).lower()
    if old in ("good", "great") and (not re.match(" [a-z]", s.text[m.end():]) or lead in ("greater", "common", "for", "as")):
        return False
    if lead in ("a", "an", "the", "of") and old in ("want", "need"):
        return False
    return not (lead in ("a", "an") and (old[0] in "aeiou") != (new[0] in "aeiou"))


def quote_changed(a, rng):
    """A word, or a number, in a quotation is another."""
    pairs = table(QUOTE_WORDS[a.language]) if a.language in QUOTE_WORDS else ()
    for s, _ in inside(a):
        for old, new in pairs:
            if old not in s.text:
                continue
            found = list(matches(old if a.wide else r"(?<![\w-])" + old + r"(?![\w’'-])", s.text))
            if len(found) == 1 and fits_quote(s, found[0], old, new):
                yield swap("quote_changed", f"{old} to {new}", s, found[0].start(), found[0].end(), new)
        for m in counted(s, "en") if a.language == "en" else ():
            named = words(NUMBER_WORDS["en"])
            new = rng.choice([w for w in named if w != m.group(1)]) if m.group(1) in named else other_number(m.group(1), rng)
            yield swap("quote_changed", "number in a quotation", s, m.start(1), m.end(1), new, more={"number_changed"})


def quote_typo(a, rng):
    """A word of a quotation is misspelt."""
    if a.language in SPELT:
        for s, _ in inside(a):
            yield from typos("quote_typo", a, s, rng)


def quote_length(a, rng):
    """A quotation loses or gains a sentence or a clause."""
    if a.language not in NEGATION:
        return
    for s, _ in inside(a, 12):
        total, parts, found = len(s.text.split()), cut(s.text), []
        if len(parts) >= 2:
            first_end, second = parts[0][1], parts[1][0]
            rest_end, (last, last_end) = parts[-2][1], parts[-1]
            if s.text[rest_end - 1] == "." and s.text[last:last + 1].isupper():
                final = s.text[-1] if s.text[-1] in ".,!?" else ""
                found.append(("last sentence", rest_end - 1, last_end, final))
            if s.text[first_end - 1] == "." and s.text[second:second + 1].isupper():
                found.append(("first sentence", 0, second, ""))
            if len(parts) >= 3:
                found.append(("middle sentence", second, parts[2][0], ""))
        elif a.language == "en":
            for m in matches(r",? (?:and|because|but|so that|when|while|after|as long as)\b [^,;:]+?([.,!?]?)$", s.text):
                if m.end() == len(s.text):
                    found.append(("last clause", m.start(), m.end(), m.group(1)))
        for label, start, end, new in found:
            gone = s.text[start:end].lstrip(" .,")
            long = 4 <= len(gone.split()) <= total * .6 and total - len(gone.split()) >= 6
            if long and len(s.text[start:].split()) >= 4 and harmless(gone, a.language):
                yield from both_ways("quote_trimmed", "quote_extended", label, s, start, end, new)


def quote_gone(a, rng):
    """A quotation comes or goes: with its paragraph, with its clause, with its sentence."""
    for s, spans in inside(a, 6):
        p = a.paras[s.para]
        if 0 < s.para < len(a.paras) - 1 and spoken(a, s) and s.number == 1000 and len(p) > (25 if a.wide else 60):
            what = f"with its paragraph {short(p)!r}"
            yield Edit("quote_removed", "with its paragraph", paras={s.para: ([p], [])}, more={"rem_para"}, what=what)
            yield Edit("quote_added", "with its paragraph", paras={s.para: ([], [p])}, more={"add_para"}, what=what)
        if a.language == "en":
            yield from clause_gone(a, s)
    if a.language == "en":
        for x in a.sentences:
            near = [y for y in a.sentences if y.para == x.para and y.number != x.number]
            if x.number > 0 and near and re.fullmatch(CUE_SENTENCE, x.text) and all(y in a.clean for y in near):
                gone, what = (x.para, x.start - 1, x.end), f"with its sentence {short(x.text)!r}"
                more = {"places": [(x.para, x.number)], "may": {"reworded"}, "what": what}
                yield Edit("quote_removed", "with its sentence", [(*gone, " " + x.text, "")], **more)
                yield Edit("quote_added", "with its sentence", [(*gone, "", " " + x.text)], **more)


def clause_gone(a, s):
    """The clause with a quotation at the end of a sentence comes or goes: He resigned, saying “it was time.”"""
    p, end = a.paras[s.para], s.end + 1
    m = re.search(r", (?:calling|describing|saying|adding|declaring|labell?ing|writing|tweeting|noting|insisting|arguing)\b"
                  r"[^,.“”\"]{0,40}[“\"]$", p[:s.start])
    if not m or p[end:end + 1] != "." and p[end - 2:end + 1].strip("”\"") not in (".", "’."):
        return
    new = "." if p[s.end - 1] == "." else ""
    number = next(iter(sentence_numbers(a, s.para, m.start())), 0)
    place = Sentence(s.para, m.start(), end, p[m.start():end], number)
    if harmless(re.sub(r".*[“\"]", "", place.text[:-1]) or "x", "xx") and (new or p[end:end + 1] == "."):
        yield from both_ways("quote_removed", "quote_added", "with its clause", place, 0, len(place.text), new)


def quote_speaker(a, rng):
    """The cue behind a quotation names another speaker: roles without a name, or full names."""
    if a.language not in ("en", "de"):
        return
    for s, spans in inside(a, 6):
        if a.language == "en":
            m = compiled(r"[,?!][”\"] " + CUE + r"\.").match(a.paras[s.para], s.end - 1)
        else:
            m = compiled(GERMAN_CUE).match(a.paras[s.para], s.end)
        if not m or len(spans) > 1:
            continue
        at = (s.para, m.start("said"), m.end("said"))
        places = [(s.para, number) for number in sentence_numbers(a, s.para, m.start("said"))]
        if a.language == "en":
            old, new = (f"said {who}" for who in rng.sample(ROLES, 2))
        else:
            old, new = rng.sample(FOREIGN_ROLES["de"], 2)
        yield Edit("quote_speaker_changed", "role", [(*at, old, new)], places=places, may={"attrib_changed"},
                   what=f"{old!r} -> {new!r}")
        if a.language == "en":
            names = rng.sample([n for n in NEW_MEN + NEW_WOMEN if n.split()[1] not in a.text], 2)
            old, new = (f"said {who}" for who in names)
            yield Edit("quote_speaker_changed", "full name", [(*at, old, new)], places=places,
                       may={"attrib_changed", "name_changed"}, what=f"{old} -> {new}")


# What a quotation may begin with, to be told with no other change than of persons.
FIRST_WORDS = words("the it we i this that there they he she these those our my in a an people what you when our its his her "
                    "their if as for all some many most every both")
# Verbs behind "I" that stay as they are behind "he".
FIRST_PERSON = r"(?:am|was|have|had|did|got|saw|went|knew|thought|felt|made|took|came|will|[a-z]+ed)\b"
UNTOLD = (r"\blike,|\b(?:you|your|yours|me|mine|myself|ourselves|tomorrow|yesterday|today|here|now|ago|let['’]s|gonna|please|may|"
          r"can|could|might|should|would)\b|\w['’](?:ll|d)\b|[;:—–?!…()]|\. ")
PERSONS = [(r"\bI['’]m\b|\bI am\b", "{he} was"), (r"\bI['’]ve\b|\bI have\b", "{he} had"), (r"\bI was\b", "{he} was"),
           (r"\bI do\b", "{he} did"), (r"\bI\b", "{he}"), (r"\bmy\b", "{his}"), (r"\bwe['’]re\b|\bwe are\b", "they were"),
           (r"\bwe['’]ve\b|\bwe have\b", "they had"), (r"\bwe\b", "they"), (r"\bour\b", "their"), (r"\bus\b", "them"),
           (r"\bthere['’]s\b|\bthere is\b", "there was"), (r"\bit['’]s\b|\bit is\b", "it was"),
           (r"\bthat['’]s\b|\bthat is\b", "that was"), (r"\bthis is\b", "this was"), (r"\bthey['’]re\b", "they were")]


def told(quote, who, cue):
    """What somebody said, told without marks; None where that needs more than a change of persons."""
    text = " " + quote + " "
    first = quote.split()[0]
    if re.search(UNTOLD, text, re.I):
        return None
    if first.lower() not in FIRST_WORDS and not re.match(r"(?:I|[Ww]e|[Ii]t|[Tt]here|[Tt]hey)['’]", first):
        return None
    he = None
    if cue.startswith(("she ", "he ")):
        he = cue.split()[0]
    elif who.split()[0] in MEN + WOMEN:
        he = "she" if who.split()[0] in WOMEN else "he"
    if re.search(r"\b(?:I|my)\b", text) and not he or re.search(r"\bI (?!" + FIRST_PERSON + r")", text):
        return None
    his = {"he": "his", "she": "her", None: "their"}[he]
    if first != "I" and not first.startswith(("I’", "I'")):
        text = " " + quote[0].lower() + quote[1:] + " "
    for pattern, new in PERSONS:
        text = re.sub(pattern, new.format(he=he, his=his), text)
    text = text.strip()
    return None if re.search(r"\bI\b|['’](?:re|ve|m)\b", text) else text


def quote_told(a, rng):
    """Speech in marks becomes a told sentence, and back."""
    for s in a.sentences if a.language == "en" else ():
        m = re.fullmatch(r"[“\"]([^“”\"]{30,}),[”\"] " + CUE + r"\.", s.text)
        if not m or not balanced(a.paras[s.para]) or len(m.group(1).split()) < 7:
            continue
        cue = m.group("said")
        who = cue[5:] if cue.startswith("said ") else cue[:-5]
        text = told(m.group(1), who, cue)
        if text and cut(m.group(1)) == [(0, len(m.group(1)))]:
            yield from both_ways("quote_to_paraphrase", "paraphrase_to_quote", "told", s, 0, len(s.text),
                                 f"{who[0].upper() + who[1:]} said that {text}.")
