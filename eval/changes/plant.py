"""Plants known, typed edits in real news articles, to measure a program that tells the types of changes.

usage: plant.py PACK [--seed N] [--mixed] > planted.jsonl

PACK is the folder of test data (REPLATE_TESTDATA). Articles: extraction/sh.jsonl, extraction/fundus.jsonl and
quotes/polnear-dev.jsonl. Their texts are read at run time, nothing of them stands here. A line a case:
  id, article      the case, the article that it was made from
  plan             the planted types, in order; types_planted: the same, sorted, each once
  expect           the exact set of types that the change has by docs/change-types.md
  may              types that a second fair reading of that page would add: neither needed nor wrong
  language         of the article
  before, after    {headline, text}; paragraphs are parted by blank lines
  what             a line on each edit
Without --mixed a case holds one edit, up to 120 cases a type, over as many articles as allow. With --mixed 400 cases
hold two to four edits each, in different sentences; expect is their union. A seed gives the same cases again.
The edits stand where their type is certain: word edits outside quotations, numbers where a sentence has no other.
"""
import argparse
import collections
import functools
import gzip
import html
import json
import pathlib
import random
import re

LIMIT, FOREIGN, MIXED, PARAGRAPHS = 120, 40, 400, 30
LETTERS = r"[^\W\d_]"


def words(text):
    return text.split()


def alt(*lists):
    """A pattern of alternatives, longest first."""
    found = [w for group in lists for w in (words(group) if isinstance(group, str) else group)]
    return "|".join(sorted(map(re.escape, found), key=len, reverse=True))


# Words of each language that make a place doubtful

SAYING = {
    "en": r"said|says?|saying|told|tells?|telling|according|claim\w*|argu\w+|insist\w*|add(?:s|ed|ing)|not(?:es|ed|ing)|admit\w*|"
          r"announc\w+|report\w*|writ\w+|wrote|tweet\w*|ask\w*|believ\w+|think\w*|thought|warn\w*|stat(?:es|ed|ing)|explain\w*|"
          r"suggest\w*|confirm\w*|den(?:y|ies|ied|ying)|testif\w+|call(?:s|ed|ing)|acknowledg\w+|describ\w+|declar\w+|sources?|"
          r"accus\w+|alleg\w+|conced\w+|respon\w+|repl\w+|quot\w+|hear\w*|knows?|finds?|found|shows?|showed|promis\w+|pledg\w+|"
          r"vow\w*|urg\w+|complain\w*|predict\w*|estimat\w*|reveal\w*|comment\w*|statement|interview\w*|poll\w*",
    "de": r"sag\w*|erklär\w+|mitteil\w*|teil\w+|laut|zufolge|beton\w+|berichte\w*|meint\w*|glaub\w*|schr(?:ei|ie)b\w*|warn\w*|"
          r"behaupt\w+|angaben|hieß|heißt|kündigt\w*|fordert\w*|kritisier\w*|so|sprach\w*|spr[ei]ch\w*|nannt\w*|nenn\w*|sei|seien|"
          r"habe|wolle|solle|könne|müsse|werde|hätten?|wären?|würden?",
    "es": r"dij\w+|dice\w*|según|afirm\w+|asegur\w+|explic\w+|señal\w+|declar\w+|anunci\w+|inform\w+|apunt\w+|cre\w+",
    "fr": r"dit|disent|selon|affirm\w+|déclar\w+|expliqu\w+|annonc\w+|indiqu\w+|estim\w+|assur\w+|rapport\w+|d’après|d'après|ajout\w+",
    "it": r"dett\w+|dice|dicono|secondo|afferm\w+|spieg\w+|annunc\w+|dichiar\w+|riferi\w+|sostien\w+",
    "nl": r"zei\w*|zeg\w*|volgens|aldus|meld\w+|verklaar\w+|stel\w+|vind\w+",
    "pl": r"powiedzia\w+|według|mówi\w*|poinformowa\w+|twierdz\w+|zdaniem|podkreśl\w+|oświadczy\w+|doda\w+",
    "tr": r"söyle\w+|göre|dedi\w*|belirt\w+|açıkla\w+|ifade|bildir\w+|kaydet\w+",
}
HEDGE = {
    "en": r"may|might|could|would|should|likely|unlikely|reported\w*|allege\w*|apparent\w*|possib\w+|probabl\w+|perhaps|seem\w*|appear\w*|"
          r"suspect\w*|unconfirmed|expect\w*|about|around|nearly|almost|roughly|approximately|some|potential\w*|purported\w*|if|whether|"
          r"suppos\w+|presum\w+|maybe|essentially|arguably|largely|mostly",
    "de": r"könnt\w+|dürft\w+|soll\w*|angeblich|offenbar|mutmaßlich\w*|wohl|wahrscheinlich|vermutlich|möglich\w*|vielleicht|etwa|rund|"
          r"fast|anscheinend|wenn|ob|würde\w*|mögl\w+|scheint|scheinbar|voraussichtlich|knapp|gut",
    "es": r"podrí\w+|quizá\w*|presunt\w+|supuest\w+|probable\w*|posible\w*|cerca|casi|si|sería\w*|habría\w*|parece\w*",
    "fr": r"pourrai\w+|peut-être|serai\w+|aurai\w+|probable\w*|environ|près|presque|présumé\w*|semble\w*|si|possible\w*",
    "it": r"potrebb\w+|forse|sarebb\w+|avrebb\w+|probabil\w+|presunt\w+|circa|quasi|se|possibil\w+|sembra\w*",
    "nl": r"zou\w*|mogelijk\w*|vermoedelijk|waarschijnlijk|misschien|ongeveer|bijna|als|lijkt|kan",
    "pl": r"może|mogą|mógł\w*|prawdopodobnie|podobno|rzekom\w+|około|niemal|prawie|jeśli|chyba|by",
    "tr": r"belki|olası|muhtemel\w*|iddia\w*|yaklaşık|sanılan",
}
NEGATION = {
    "en": r"not|\w+n['’]t|never|no|none|nor|neither|without|nobody|nothing|nowhere|cannot|few|hardly|barely|little|lack\w*|fail\w*|refus\w+|"
          r"any\w*|ever|unless|instead|rather",
    "de": r"nicht|kein\w*|nie|niemals|niemand\w*|nichts|ohne|weder|noch|kaum|nirgends|statt|sondern",
    "es": r"no|ni|nunca|jamás|nada|nadie|ningun\w*|ningún|tampoco|sin|sino|sólo|solo|apenas",
    "fr": r"ne|n['’]\w+|pas|jamais|rien|personne|aucun\w*|sans|ni|non|guère",
    "it": r"non|né|mai|nessun\w*|niente|nulla|senza|neanche|nemmeno",
    "nl": r"niet|geen|nooit|niemand|niets|zonder|noch|nauwelijks|maar",
    "pl": r"nie|nigdy|nikt|nic|bez|żad\w+|ani",
    "tr": r"değil\w*|yok\w*|hiç\w*|asla|\w+m[ae]d[ıi]",
}
NUMBER_WORDS = {
    "en": "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty",
    "de": "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce",
    "fr": "deux trois quatre cinq six sept huit neuf dix onze douze",
    "it": "due tre quattro cinque sei sette otto nove dieci undici dodici",
    "nl": "twee drie vier vijf zes zeven acht negen tien elf twaalf",
}
MORE_NUMBERS = {"en": r"one|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|"
                      r"quarters?|thirds?|double\w*|triple\w*|twice|both|pair|couple|several|first|second|fourth|fifth|once|single",
                "de": r"ein\w{0,2}|hundert\w*|tausend\w*|millionen|milliarden|million|milliarde|dutzend\w*|halb\w*|hälfte|drittel|viertel|"
                      r"zweit\w+|erst\w+|beide\w*|mehrere\w*|einmal|zweimal|dreimal|doppelt\w*|zwanzig|dreißig|vierzig|fünfzig",
                "es": r"cien|ciento\w*|mil|miles|millones|mitad|tercio|primer\w*|segund\w*|doble|ambos|una?",
                "fr": r"cent\w*|mille|millions?|milliards?|moitié|tiers|premi\w+|second\w*|double|une?|deuxième"}
DAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday", "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "es": "lunes martes miércoles jueves viernes", "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "it": "lunedì martedì mercoledì giovedì venerdì", "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "tr": "Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi", "ja": "月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日",
    "zh": "星期一 星期二 星期三 星期四 星期五", "ar": "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
}
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "tr": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
}
SHORT_MONTHS = {"January": "Jan.", "February": "Feb.", "August": "Aug.", "September": "Sept.", "October": "Oct.", "November": "Nov.",
                "December": "Dec."}
STOP_WORDS = {
    "en": "the of and to in that was for with his on", "de": "der die und das nicht von mit ist ein den im", "fr": "le les des et est dans une pour du que",
    "es": "el los las que del una por con para es", "it": "il di che della per una gli sono nel alla", "pt": "os do da em uma não para com mais ao",
    "nl": "het een van de en dat niet voor op zijn", "pl": "się nie na że jest do przez oraz od jak", "tr": "ve bir bu için ile olarak da de olan",
    "sv": "och att det som är inte på av för med", "cs": "se že je na ve které jsou by jako pro", "xx": "ya kwa na wa katika ukuthi futhi nga ngoba yang dan",
    "no": "og det som er ikke på av til med har", "lt": "ir kad yra tai su iš į buvo", "vi": "và của là các có không được", "is": "og að er sem til var ekki við",
}

# Places, people, organisations

COUNTRIES = ("France Germany Italy Spain Japan China Brazil Canada Mexico Australia Sweden Norway Poland Egypt Kenya Nigeria Pakistan Thailand "
             "Vietnam Argentina Chile Colombia Portugal Belgium Austria Finland Denmark Switzerland Hungary Romania Bulgaria Greece Turkey "
             "Russia Ukraine Iran Iraq Syria Libya Yemen Qatar Israel Lebanon Venezuela Cuba Peru Malaysia Indonesia Singapore Taiwan Ireland "
             "Scotland Afghanistan").split()
CITIES = ("London Madrid Rome Vienna Brussels Moscow Beijing Tokyo Toronto Chicago Boston Seattle Philadelphia Baltimore Detroit Atlanta Miami "
          "Dallas Denver Phoenix Manchester Birmingham Liverpool Glasgow Edinburgh Dublin Sydney Melbourne Mumbai Karachi Cairo Nairobi Lagos "
          "Johannesburg Berlin Munich Hamburg Frankfurt Amsterdam Copenhagen Stockholm Oslo Helsinki Warsaw Prague Budapest Athens Istanbul "
          "Jerusalem Damascus Baghdad Tehran Kabul Geneva Zurich Milan Barcelona Lisbon Montreal Vancouver Houston Cleveland Pittsburgh").split()
STATES = ("Virginia Ohio Florida Texas California Pennsylvania Michigan Wisconsin Iowa Nevada Colorado Arizona Georgia Kentucky Louisiana "
          "Mississippi Alabama Tennessee Oregon Minnesota Indiana Illinois Missouri Kansas Nebraska Utah Montana Massachusetts Connecticut "
          "Vermont Maine Maryland").split()
FIRMS = "Google Facebook Microsoft Amazon Toyota Samsung Netflix Uber Nissan Volkswagen Boeing Airbus Walmart Verizon Huawei Sony Nokia Siemens".split()
MEN = ("James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark Donald Steven Paul Andrew "
       "Joshua Kenneth Kevin Brian George Edward Ronald Timothy Jason Jeffrey Ryan Jacob Gary Nicholas Eric Jonathan Stephen Larry Justin Scott "
       "Brandon Benjamin Samuel Gregory Frank Alexander Raymond Patrick Jack Dennis Jerry Peter Adam Henry Nathan Douglas Zachary Kyle Walter "
       "Simon Martin Tony Tim Mike Tom Bill Bob Jim Joe Steve Chris Dan Greg Jeff Ben Matt Nick Ted Mitt Barack Bernie Rudy Newt Harry Alan Neil "
       "Ian Graham Keith Craig Philip Roger Stuart Boris Jeremy Vladimir Emmanuel Sergei Ivan Carlos Juan Luis Miguel Jose Ali Mohammed Marco "
       "Antonio Hans Klaus Jürgen Wolfgang Olaf Friedrich Christian Markus Stefan Thorsten Jens Uwe Ulrich Andreas Florian Sebastian").split()
WOMEN = ("Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Nancy Lisa Betty Margaret Sandra Ashley Kimberly Emily Donna "
         "Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Laura Helen Sharon Cynthia Kathleen Amy Angela Anna Ruth Brenda Pamela Nicole "
         "Katherine Virginia Catherine Christine Samantha Debra Janet Rachel Carolyn Emma Maria Heather Diane Julie Joyce Victoria Kelly Hillary "
         "Chelsea Melania Ivanka Kellyanne Megan Kate Jane Anne Theresa Nicola Priti Kamala Nikki Alexandra Olivia Sophie Charlotte Alice Claire "
         "Annalena Ursula Sahra Katrin Petra Sabine Monika Claudia Susanne Julia Ricarda Saskia Franziska Heike Birgit Nadine").split()
NEW_MEN = ("Gerald Whitcombe,Malcolm Ferris,Leonard Ashby,Victor Langdon,Trevor Holcomb,Arthur Pennell,Howard Castell,Desmond Rourke,"
           "Clifford Yates,Russell Maddox,Wendell Price,Alastair Boyd").split(",")
NEW_WOMEN = ("Harriet Lowell,Beatrice Colton,Marianne Tilley,Josephine Wark,Rosalind Pike,Lorraine Haskell,Sylvia Brandt,Daphne Mercer,"
             "Eleanor Voss,Imogen Thackeray,Frances Delaney,Gloria Rowntree").split(",")
FOREIGN_PLACES = {
    "de": "Frankreich Spanien Italien Polen Österreich Dänemark Schweden Norwegen Russland China Japan Kanada Mexiko Brasilien Ungarn Griechenland "
          "Belgien Portugal Ägypten Israel Berlin Hamburg München Köln Frankfurt Stuttgart Leipzig Dresden Paris London Rom Wien Brüssel Moskau "
          "Bayern Hessen Sachsen Thüringen Brandenburg Niedersachsen Venezuela Indien",
    "es": "Francia Italia Alemania Portugal Rusia China Polonia Suecia México Argentina Madrid Barcelona Sevilla Valencia Málaga Bruselas Londres",
    "fr": "France Italie Espagne Allemagne Russie Chine Pologne Suède Norvège Grèce Belgique",
    "it": "Francia Spagna Germania Russia Cina Polonia Svezia Roma Milano Napoli Torino Bologna Bruxelles Londra",
    "nl": "Frankrijk Spanje Italië Duitsland Rusland China Polen België Amsterdam Rotterdam Brussel Antwerpen",
    "pl": "Francji Niemczech Hiszpanii Szwecji Norwegii Rosji Syrii Danii Austrii", "ja": "フランス ドイツ イタリア スペイン ロシア ブラジル カナダ",
    "zh": "法国 德国 意大利 西班牙 俄罗斯 巴西 加拿大", "ar": "فرنسا ألمانيا إيطاليا إسبانيا روسيا تركيا",
    "tr": "Almanya İspanya İtalya Polonya Rusya Romanya Avusturya Ukrayna",
}
PLACE_LEADS = {"en": "in from to across near outside throughout into", "de": "in nach aus bei", "es": "en de desde", "fr": "en", "it": "in a da",
               "nl": "in uit naar", "pl": "w we"}
# (Edits and tables go on below.)
