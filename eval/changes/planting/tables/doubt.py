"""Words of doubt and of denial, by language.

HEDGE, NEGATION: patterns of words that make a sentence doubtful, or denied, already. FOREIGN_HEDGES: the verb that a
hedge can follow, and hedges. POLAR: words that need the denial beside them.
"""
from ..patterns import words

HEDGE = {
    "en": r"may|might|could|would|should|likely|unlikely|reported\w*|allege\w*|apparent\w*|possib\w+|probabl\w+|perhaps|"
          r"seem\w*|appear\w*|suspect\w*|unconfirmed|expect\w*|about|around|nearly|almost|roughly|approximately|some|"
          r"potential\w*|purported\w*|if|whether|suppos\w+|presum\w+|maybe|essentially|arguably|largely|mostly",
    "de": r"könnt\w+|dürft\w+|soll\w*|angeblich|offenbar|mutmaßlich\w*|wohl|wahrscheinlich|vermutlich|möglich\w*|vielleicht|"
          r"etwa|rund|fast|anscheinend|wenn|ob|würde\w*|mögl\w+|scheint|scheinbar|voraussichtlich|knapp|gut",
    "es": r"podrí\w+|quizá\w*|presunt\w+|supuest\w+|probable\w*|posible\w*|cerca|casi|si|sería\w*|habría\w*|parece\w*",
    "fr": r"pourrai\w+|peut-être|serai\w+|aurai\w+|probable\w*|environ|près|presque|présumé\w*|semble\w*|si|possible\w*",
    "it": r"potrebb\w+|forse|sarebb\w+|avrebb\w+|probabil\w+|presunt\w+|circa|quasi|se|possibil\w+|sembra\w*",
    "nl": r"zou\w*|mogelijk\w*|vermoedelijk|waarschijnlijk|misschien|ongeveer|bijna|als|lijkt|kan",
    "pl": r"może|mogą|mógł\w*|prawdopodobnie|podobno|rzekom\w+|około|niemal|prawie|jeśli|chyba|by",
    "tr": r"belki|olası|muhtemel\w*|iddia\w*|yaklaşık|sanılan",
}
HEDGES = words("allegedly reportedly apparently possibly probably purportedly supposedly seemingly presumably likely")
FOREIGN_HEDGES = {
    "de": (r"\b(?:wurden?|hat|haben|hatten?)\b",
           "angeblich offenbar mutmaßlich vermutlich anscheinend wahrscheinlich möglicherweise"),
    "es": (r"\b(?:fue|fueron)\b(?= \w+[ai]d[ao]s? )", "presuntamente supuestamente probablemente"),
    "it": (r"\b(?:è stat[oa]|sono stat[ie])\b(?= \w+[aiu]t[aoie] )", "presumibilmente probabilmente forse"),
    "fr": (r"\ba été\b(?= \w+é)", "probablement vraisemblablement peut-être"),
    "nl": (r"\b(?:werd|werden)\b", "vermoedelijk mogelijk waarschijnlijk"),
    "pl": (r"\b(?:został|została|zostało)\b", "prawdopodobnie podobno rzekomo"),
}
PARTICIPLES = r"[a-z]{3,}(?:ed|en|wn|lt|ght|ung)"
NEGATION = {
    "en": r"not|\w+n['’]t|never|no|none|nor|neither|without|nobody|nothing|nowhere|cannot|few|hardly|barely|little|lack\w*|"
          r"fail\w*|refus\w+|any\w*|ever|unless|instead|rather",
    "de": r"nicht|kein\w*|nie|niemals|niemand\w*|nichts|ohne|weder|noch|kaum|nirgends|statt|sondern",
    "es": r"no|ni|nunca|jamás|nada|nadie|ningun\w*|ningún|tampoco|sin|sino|sólo|solo|apenas",
    "fr": r"ne|n['’]\w+|pas|jamais|rien|personne|aucun\w*|sans|ni|non|guère",
    "it": r"non|né|mai|nessun\w*|niente|nulla|senza|neanche|nemmeno",
    "nl": r"niet|geen|nooit|niemand|niets|zonder|noch|nauwelijks|maar",
    "pl": r"nie|nigdy|nikt|nic|bez|żad\w+|ani",
    "tr": r"değil\w*|yok\w*|hiç\w*|asla|\w+m[ae]d[ıi]",
}
PLAIN_NOT = {"de": "nicht", "es": "no", "it": "non", "nl": "niet", "pl": "nie"}
BEFORE_NO_NOT = words("as than that which who what how why where it there here and or but when while do does did")
POLAR = {
    "en": r"any\w*|ever|yet|but|only|just|even|either|at all|until|longer|nor|much|enough",
    "de": r"erst|nur|mehr|noch|gar|zuletzt|einmal|sondern|auch|überhaupt|unbedingt|so|ganz|ob|aber|mal|immer|allein|weniger|"
          r"zu|eher|mag",
    "es": r"nada|nadie|ningun\w*|ningún|tampoco|nunca|sino|solo|sólo|ni|más|obstante|todo|aún|todavía|ya|hay",
    "it": r"solo|più|ancora|nessun\w*|nulla|niente|mai|né|ma|neanche|appena|anche|tutto",
    "nl": r"alleen|meer|maar|zo|ook|eens|enkel|nog|te|zelfs|geen",
    "pl": r"tylko|już|ma|żad\w+|nic|nikt|ani|jeszcze|lecz|ale|zbyt",
}
