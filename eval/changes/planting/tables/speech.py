"""Who says things, and with which verbs, by language.

SAYING: patterns of verbs and nouns of saying; a sentence that holds one may be reported speech already. LEADS,
TAILS: whose word a sentence is, before and behind it. VERBS: a verb of saying and another as neutral. TONES: verbs of
saying that judge; FOREIGN_TONES: the same for each neutral verb. ROLES: speakers without a name.
"""
from ..patterns import parted, table, words

SAYING = {
    "en": r"said|says?|saying|told|tells?|telling|according|claim\w*|argu\w+|insist\w*|add(?:s|ed|ing)|not(?:es|ed|ing)|"
          r"admit\w*|announc\w+|report\w*|writ\w+|wrote|tweet\w*|ask\w*|believ\w+|think\w*|thought|warn\w*|stat(?:es|ed|ing)|"
          r"explain\w*|suggest\w*|confirm\w*|den(?:y|ies|ied|ying)|testif\w+|call(?:s|ed|ing)|acknowledg\w+|describ\w+|"
          r"declar\w+|sources?|accus\w+|alleg\w+|conced\w+|respon\w+|repl\w+|quot\w+|hear\w*|knows?|finds?|found|shows?|"
          r"showed|promis\w+|pledg\w+|vow\w*|learn\w*|urg\w+|complain\w*|predict\w*|estimat\w*|reveal\w*|comment\w*|"
          r"statement|interview\w*|poll\w*",
    "de": r"sag\w*|erläuter\w*|erklär\w+|mitteil\w*|teil\w+|laut|zufolge|beton\w+|berichte\w*|meint\w*|glaub\w*|"
          r"schr(?:ei|ie)b\w*|warn\w*|behaupt\w+|angaben|hieß|heißt|kündigt\w*|fordert\w*|kritisier\w*|so|sprach\w*|spr[ei]ch\w*|"
          r"nannt\w*|nenn\w*|sei|seien|habe|wolle|solle|könne|müsse|werde|hätten?|wären?|würden?",
    "es": r"dij\w+|dice\w*|según|afirm\w+|asegur\w+|explic\w+|señal\w+|declar\w+|anunci\w+|inform\w+|apunt\w+|cre\w+",
    "fr": r"dit|disent|selon|affirm\w+|déclar\w+|expliqu\w+|annonc\w+|indiqu\w+|estim\w+|assur\w+|rapport\w+|d’après|d'après|"
          r"ajout\w+",
    "it": r"dett\w+|dice|dicono|secondo|afferm\w+|spieg\w+|annunc\w+|dichiar\w+|riferi\w+|sostien\w+",
    "nl": r"zei\w*|zeg\w*|volgens|aldus|meld\w+|verklaar\w+|stel\w+|vind\w+",
    "pl": r"powiedzia\w+|według|mówi\w*|poinformowa\w+|twierdz\w+|zdaniem|podkreśl\w+|oświadczy\w+|doda\w+",
    "tr": r"söyle\w+|göre|dedi\w*|belirt\w+|açıkla\w+|ifade|bildir\w+|kaydet\w+",
}
SOURCES = parted("police,officials,prosecutors,investigators,authorities,analysts,researchers,court documents,"
                 "people familiar with the matter,the company,the ministry,witnesses,experts,the report,local media,"
                 "the organisers,industry insiders,the charity,campaigners,government figures")
GERMAN_SOURCES = parted("die Polizei,die Staatsanwaltschaft,das Ministerium,die Stadtverwaltung,die Feuerwehr,das Unternehmen,"
                        "der Verband")
LEADS = ("Police said ", "Officials said ", "The company said ", "Researchers said ", "Investigators said ",
         "According to the report, ", "According to local media, ", "Analysts say ")
TAILS = {
    "en": [
        ", according to police", ", officials said", ", the company said", ", according to court documents", ", police said",
        ", a spokesman said", ", according to people familiar with the matter", ", researchers said",
        ", according to the report", ", a spokeswoman told reporters", ", the ministry said in a statement",
        ", according to local media", ", investigators said", ", analysts say", ", according to experts",
    ],
    "de": [
        ", teilte die Polizei mit", ", sagte ein Sprecher", ", wie die Behörde mitteilte", ", berichteten Augenzeugen",
        ", wie das Ministerium erklärte", ", teilte das Unternehmen mit", ", sagte eine Sprecherin",
        ", wie es in dem Bericht heißt", ", so die Ermittler", ", sagten Experten",
    ],
    "es": [
        ", según la policía", ", según fuentes oficiales", ", informó la empresa", ", según el informe",
        ", según los expertos",
    ],
    "fr": [
        ", selon la police", ", a indiqué l’entreprise", ", selon le rapport", ", d’après les enquêteurs",
        ", a déclaré un porte-parole",
    ],
    "it": [", secondo la polizia", ", ha detto un portavoce", ", secondo il rapporto", ", secondo gli esperti"],
    "nl": [", volgens de politie", ", aldus een woordvoerder", ", volgens het rapport"],
    "pl": [", poinformowała policja", ", według policji", ", podało ministerstwo"],
}
TONES = words("claimed insisted admitted conceded boasted complained warned acknowledged lamented bragged confessed "
              "maintained fumed")
FOREIGN_TONES = {
    "de": {"sagte": "behauptete,betonte,beklagte,gestand,prahlte,beteuerte,warnte",
           "erklärte": "behauptete,beteuerte,beklagte"},
    "es": {"dijo": "admitió,insistió,reconoció,lamentó,advirtió", "señaló": "admitió,reconoció,lamentó",
           "explicó": "admitió,lamentó,presumió"},
    "fr": {"a déclaré": "a prétendu,a reconnu,a martelé,a admis", "a dit": "a prétendu,a reconnu,a averti",
           "a indiqué": "a reconnu,a prétendu"},
    "it": {"ha detto": "ha ammesso,ha insistito,ha lamentato,ha avvertito", "ha dichiarato": "ha ammesso,ha lamentato"},
    "nl": {"zegt": "beweert,bekent,klaagt", "zei": "beweerde,bekende,klaagde"},
    "pl": {"powiedział": "przyznał,ostrzegł", "mówi": "przyznaje,ostrzega"},
}
VERBS = table("said=stated,says=states,said=remarked,remarked=said,stated=said,said=told reporters,told reporters=said,"
              "added=said,said=added,says=adds,adds=says")
ROLES = parted("a spokesman for the company,a lawyer for the family,a neighbour,a police officer,a government official,"
               "a witness,an industry analyst,a former employee,a senior adviser,a union representative,"
               "a doctor at the hospital,a local shopkeeper,a retired teacher,a campaign aide")
FOREIGN_ROLES = {"de": parted("ein Anwalt der Familie,ein Sprecher der Polizei,eine Nachbarin,ein Augenzeuge,"
                              "ein ehemaliger Mitarbeiter,eine Ärztin der Klinik,ein Vertreter der Gewerkschaft")}
