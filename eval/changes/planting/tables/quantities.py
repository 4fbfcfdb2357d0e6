"""Number words, units and what is counted, by language.

NUMBER_WORDS begin with two. NOT_NOUNS, MEASURES: words that end as plural nouns do and are none, or are not counted.
LABELLED: the word before a number that is a name, or not exact. DETERMINERS: after these a noun can do without a number.
"""
from ..patterns import words

NUMBER_WORDS = {
    "en": "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
          "nineteen twenty",
    "de": "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce",
    "fr": "deux trois quatre cinq six sept huit neuf dix onze douze",
    "it": "due tre quattro cinque sei sette otto nove dieci undici dodici",
    "nl": "twee drie vier vijf zes zeven acht negen tien elf twaalf",
}
MORE_NUMBERS = {
    "en": r"one|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|"
          r"half|quarters?|thirds?|double\w*|triple\w*|twice|both|pair|couple|several|first|second|fourth|fifth|once|single",
    "de": r"ein\w{0,2}|hundert\w*|tausend\w*|millionen|milliarden|million|milliarde|dutzend\w*|halb\w*|hälfte|drittel|"
          r"viertel|zweit\w+|erst\w+|beide\w*|mehrere\w*|einmal|zweimal|dreimal|doppelt\w*|zwanzig|dreißig|vierzig|fünfzig",
    "es": r"cien|ciento\w*|mil|miles|millones|mitad|tercio|primer\w*|segund\w*|doble|ambos|una?",
    "fr": r"cent\w*|mille|millions?|milliards?|moitié|tiers|premi\w+|second\w*|double|une?|deuxième",
}
TIME_UNITS = {
    "en": words("years days months weeks hours minutes seconds decades centuries hrs mins nights mornings weekends seasons "
                "evenings quarters"),
    "de": words("Jahre Jahren Tage Tagen Monate Monaten Wochen Stunden Minuten Sekunden Uhr"),
}
UNITS = {
    "de": "Prozent Prozentpunkte Millionen Milliarden Euro Menschen Personen Tote Verletzte Kilometer Meter Grad Punkte "
          "Dollar Mitglieder Stimmen Mitarbeiter Tonnen Staaten Länder Kinder Teilnehmer Besucher",
    "es": "millones euros personas kilómetros metros países puntos dólares muertos heridos vuelos",
    "fr": "millions milliards euros personnes kilomètres pays dollars",
    "it": "milioni miliardi euro persone chilometri metri",
    "nl": "procent miljoen miljard euro mensen kilometer",
    "pl": "mld mln tys. euro zł km proc.",
    "tr": "milyon milyar bin lira kişi ton metre kilometre",
    "ja": "人 円 億円 万人 万円 件 社 カ国 キロ 歳 校",
    "zh": "人 万 亿 元 个 名 项",
    "ar": "مليون مليار دولار ألف شخص",
}
NOT_NOUNS = words("is was has as its this us plus vs percent points others ours his yards does times feet foot minus versus "
                  "miles inches pounds degrees seats acres kilometres kilometers meters metres cents dollars euros tons "
                  "tonnes bits towards sets goes comes perhaps")
MEASURES = words("semanas semaine años jours mois ans anni giorni mesi dagen jaren weken mesos meses días horas heures semaines "
                 "milioni millones milhões")
LABELLED = r"(?:No\.|[Nn]umber|page|chapter|first|last|next|top|previous|level|phase|type|between|than|least|[A-Z]\w*|\d)$"
PLAIN_ADJECTIVES = (r"(?:new|other|main|major|largest|biggest|big|young|local|older|younger|key|more|additional|separate|"
                    r"different|American|British|French|German|[a-z]+(?:al|ic|ive|ous|ian))")
DETERMINERS = {
    "en": "the these those its their his her our all of from in with for by and to other such including against among killed "
          "wounded injured arrested has have had includes include won lost sold bought sent hired employs selected "
          "interviewed found identified involving involved featuring spent took made received scored released added through "
          "across into Mr",
    "de": "die den der diese alle diesen",
    "es": "los las sus estos",
    "fr": "les ces ses leurs",
    "it": "i gli le",
    "nl": "de deze",
}
COUNTABLES = words("companies suspects officers studies states countries students witnesses victims workers lawmakers "
                   "candidates senators players families films projects bills cases schools hospitals buildings vehicles "
                   "homes shops stores agencies banks reports attacks protesters soldiers leaders judges lawyers nations "
                   "cities researchers scientists authors groups products devices models songs albums rounds debates "
                   "meetings emails letters documents videos photos tests trials programs sites")
