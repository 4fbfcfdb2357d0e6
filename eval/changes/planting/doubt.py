"""How sure a statement is, and whether it is denied."""
import re

from .edits import both_ways
from .patterns import before_word, first, has_word, matches, words
from .tables.doubt import BEFORE_NO_NOT, FOREIGN_HEDGES, HEDGE, HEDGES, NEGATION, PARTICIPLES, PLAIN_NOT, POLAR
from .tables.speech import SAYING

INFINITIVES = "be have take make get go come become help cost lead continue use need give allow include receive see"
AUXILIARY = r"\b(?:is|are|was|were|has|have|had|will|can)\b"
# Before "is", "is" does not tell what something is.
LEANING = r"\b(?:what|which|who|that|how|why|where|here|there|it|this|and|one|thing) $"
COMPLEMENTS = words("a the an in on at under part able available ready enough expected open clear")


def hedge_gone(a, rng):
    """What was sure becomes doubtful, or the other way about."""
    for s in a.bland(HEDGE, NEGATION):
        found = english_hedges(s, rng) if a.language == "en" else foreign_hedges(s, a.language, rng)
        for label, start, end, new in found:
            yield from both_ways("hedge_added", "hedge_removed", label, s, start, end, new)
    for s in a.clean if a.language == "en" else ():
        hedges = list(matches(r"\b(?:" + HEDGE["en"] + r")\b", s.text, re.I))
        m = re.search(r"(?<=[a-z] )(?:reportedly|allegedly|apparently|probably|possibly|likely|perhaps) "
                      r"(?=[a-z]+(?:ed|en|ing|t)\b)", s.text)
        if m and len(hedges) == 1 and not has_word(NEGATION["en"], s.text):
            if before_word(s.text, m.start()) in words("has have had was were is are been who he she they it and be"):
                yield from both_ways("hedge_removed", "hedge_added", "as printed", s, m.start(), m.end(), "")


def english_hedges(s, rng):
    """Places for doubt, as (label, start, end, new)."""
    for m in matches(r"(?<=[a-z] )(?:has|have|had|was|were)( )(?=(?:" + PARTICIPLES + r")\b(?! (?:to|by now)\b))", s.text):
        hedge = rng.choice(HEDGES)
        yield hedge, m.start(1), m.end(1), f" {hedge} "
    for m in matches(r"(?<=[a-z] )will(?= (?:" + "|".join(words(INFINITIVES + " cause")) + r")\b)", s.text):
        lead = s.text[:m.start()]
        singular = not re.search(r"(?:s|they|we|I|you) $", lead) and not has_word("and", lead)
        new = rng.choice(["may", "might", "could", "is likely to" if singular else "may"])
        yield f"will to {new}", m.start(), m.end(), new
    for m in matches(r"(?<=[a-z] )is(?= (?:a|the|an) [a-z]+)", s.text):
        if not re.search(LEANING, s.text[:m.start()], re.I):
            new = rng.choice(["may be", "could be", "is possibly", "is apparently", "is likely"])
            yield "is to may be", m.start(), m.end(), new


def foreign_hedges(s, language, rng):
    """The first place for doubt, as (label, start, end, new)."""
    if language not in FOREIGN_HEDGES or has_word(SAYING[language], s.text):
        return
    pattern, hedges = FOREIGN_HEDGES[language]
    m = first(pattern, s.text)
    if m and language in ("de", "nl"):
        # There the order of words is free, and a hedge fits before a preposition alone.
        follow = r" (?:am|im|in|auf|von|durch|bei|mit|nach|zu|an|vor|für|op|door|bij|met|van|na) [^,]*$"
        if m.start() < 4 or not re.match(follow, s.text[m.end():]):
            return
    if m:
        hedge = rng.choice(words(hedges))
        yield hedge, m.end(), m.end(), " " + hedge


def negation_flip(a, rng):
    """What was said is denied, or the other way about."""
    for s in a.bland(NEGATION, HEDGE) if a.language == "en" else ():
        for m in matches(r"(?<=[a-z] )(was|were|is|are|will|has|have|had|can)(?= ([a-z]+))", s.text):
            verb = m.group(1)
            lead = before_word(s.text, m.start()).lower()
            if lead in BEFORE_NO_NOT or not lead.isalpha() or not takes_not(verb, m.group(2)):
                continue
            if len(list(matches(AUXILIARY, s.text))) != 1:
                continue
            if verb in ("has", "have", "had") and rng.random() < .4:
                yield from both_ways("negation_flip", "negation_flip", "never", s, m.end(), m.end(), " never")
            else:
                new = "not" if verb == "can" else " not"
                yield from both_ways("negation_flip", "negation_flip", verb + " not", s, m.end(), m.end(), new)
    if a.language == "en":
        pattern = r"(?<= )(?:is|are|was|were|will|has|had|have|would|should|could)( not)(?= (?:be|a|the|in|been|[a-z]+ed)\b)"
    elif a.language in PLAIN_NOT:
        pattern = r"(?<=[a-zäöüßñà-ÿ])( " + PLAIN_NOT[a.language] + r")(?= [a-zäöüà-ÿ]+)"
    else:
        return
    for s in a.clean:
        found = list(matches(pattern, s.text))
        if len(found) != 1 or has_word(POLAR[a.language], s.text):
            continue
        if len(list(matches(r"\b(?:" + NEGATION[a.language] + r")\b", s.text, re.I))) == 1:
            yield from both_ways("negation_flip", "negation_flip", "as printed", s, found[0].start(1), found[0].end(1), "")


def takes_not(verb, after):
    """Whether "not" can stand between an English verb and the word after it."""
    if verb in ("will", "can"):
        return after in words(INFINITIVES)
    return bool(re.fullmatch(PARTICIPLES + "|being|be", after)) or verb in ("is", "are", "was", "were") and after in COMPLEMENTS
