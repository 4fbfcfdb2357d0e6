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
          r"vow\w*|learn\w*|urg\w+|complain\w*|predict\w*|estimat\w*|reveal\w*|comment\w*|statement|interview\w*|poll\w*",
    "de": r"sag\w*|erläuter\w*|erklär\w+|mitteil\w*|teil\w+|laut|zufolge|beton\w+|berichte\w*|meint\w*|glaub\w*|schr(?:ei|"
          r"ie)b\w*|warn\w*|behaupt\w+|angaben|hieß|heißt|kündigt\w*|fordert\w*|kritisier\w*|so|sprach\w*|spr[ei]ch\w*|"
          r"nannt\w*|nenn\w*|sei|seien|habe|wolle|solle|könne|müsse|werde|hätten?|wären?|würden?",
    "es": r"dij\w+|dice\w*|según|afirm\w+|asegur\w+|explic\w+|señal\w+|declar\w+|anunci\w+|inform\w+|apunt\w+|cre\w+",
    "fr": r"dit|disent|selon|affirm\w+|déclar\w+|expliqu\w+|annonc\w+|indiqu\w+|estim\w+|assur\w+|rapport\w+|d’après|d'après|"
          r"ajout\w+",
    "it": r"dett\w+|dice|dicono|secondo|afferm\w+|spieg\w+|annunc\w+|dichiar\w+|riferi\w+|sostien\w+",
    "nl": r"zei\w*|zeg\w*|volgens|aldus|meld\w+|verklaar\w+|stel\w+|vind\w+",
    "pl": r"powiedzia\w+|według|mówi\w*|poinformowa\w+|twierdz\w+|zdaniem|podkreśl\w+|oświadczy\w+|doda\w+",
    "tr": r"söyle\w+|göre|dedi\w*|belirt\w+|açıkla\w+|ifade|bildir\w+|kaydet\w+",
}
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
NUMBER_WORDS = {
    "en": "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
          "nineteen twenty",
    "de": "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce",
    "fr": "deux trois quatre cinq six sept huit neuf dix onze douze",
    "it": "due tre quattro cinque sei sette otto nove dieci undici dodici",
    "nl": "twee drie vier vijf zes zeven acht negen tien elf twaalf",
}
MORE_NUMBERS = {"en": r"one|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|"
                      r"dozens?|half|quarters?|thirds?|double\w*|triple\w*|twice|both|pair|couple|several|first|second|fourth|"
                      r"fifth|once|single",
                "de": r"ein\w{0,2}|hundert\w*|tausend\w*|millionen|milliarden|million|milliarde|dutzend\w*|halb\w*|hälfte|"
                      r"drittel|viertel|zweit\w+|erst\w+|beide\w*|mehrere\w*|einmal|zweimal|dreimal|doppelt\w*|zwanzig|dreißig|"
                      r"vierzig|fünfzig",
                "es": r"cien|ciento\w*|mil|miles|millones|mitad|tercio|primer\w*|segund\w*|doble|ambos|una?",
                "fr": r"cent\w*|mille|millions?|milliards?|moitié|tiers|premi\w+|second\w*|double|une?|deuxième"}
DAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
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
SHORT_MONTHS = {"January": "Jan.", "February": "Feb.", "August": "Aug.", "September": "Sept.", "October": "Oct.",
                "November": "Nov.",
                "December": "Dec."}
STOP_WORDS = {
    "en": "the of and to in that was for with his on", "de": "der die und das nicht von mit ist ein den im",
    "fr": "le les des et est dans une pour du que",
    "es": "el los las del una con y en es", "it": "il di che della per una gli sono nel alla",
    "pt": "os do da em uma não com mais ao é você",
    "nl": "het een van dat niet voor op zijn aan ook", "pl": "się nie na że jest do przez oraz od jak",
    "tr": "ve bir bu için ile olarak olan daha çok",
    "sv": "och att det som är inte på av för med", "cs": "se že je na ve které jsou by jako pro",
    "xx": "ya kwa na wa katika ukuthi futhi nga ngoba yang dan",
    "no": "og det som er ikke på av til med har", "lt": "ir kad yra tai su iš į buvo", "vi": "và của là các có không được",
    "is": "og að er sem til var ekki við",
}

# Places, people, organisations

COUNTRIES = ("France Germany Italy Spain Japan China Brazil Canada Mexico Australia Sweden Norway Poland Egypt Kenya Nigeria "
             "Pakistan Thailand Vietnam Argentina Chile Colombia Portugal Belgium Austria Finland Denmark Switzerland Hungary "
             "Romania Bulgaria Greece Turkey Russia Ukraine Iran Iraq Syria Libya Yemen Qatar Israel Lebanon Venezuela Cuba "
             "Peru Malaysia Indonesia Singapore Taiwan Ireland Scotland Afghanistan").split()
CITIES = ("London Madrid Rome Vienna Brussels Moscow Beijing Tokyo Toronto Chicago Boston Seattle Philadelphia Baltimore "
          "Detroit Atlanta Miami Dallas Denver Phoenix Manchester Birmingham Liverpool Glasgow Edinburgh Dublin Sydney "
          "Melbourne Mumbai Karachi Cairo Nairobi Lagos Johannesburg Berlin Munich Hamburg Frankfurt Amsterdam Copenhagen "
          "Stockholm Oslo Helsinki Warsaw Prague Budapest Athens Istanbul Jerusalem Damascus Baghdad Tehran Kabul Geneva "
          "Zurich Milan Barcelona Lisbon Montreal Vancouver Houston Cleveland Pittsburgh").split()
STATES = ("Virginia Ohio Florida Texas California Pennsylvania Michigan Wisconsin Iowa Nevada Colorado Arizona Georgia "
          "Kentucky Louisiana Mississippi Alabama Tennessee Oregon Minnesota Indiana Illinois Missouri Kansas Nebraska Utah "
          "Montana Massachusetts Connecticut Vermont Maine Maryland").split()
FIRMS = words("Google Facebook Microsoft Amazon Toyota Samsung Netflix Uber Nissan Volkswagen Boeing Airbus Walmart Verizon "
              "Huawei Sony Nokia Siemens")
MEN = ("James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark Donald "
       "Steven Paul Andrew Joshua Kenneth Kevin Brian George Edward Ronald Timothy Jason Jeffrey Ryan Jacob Gary Nicholas Eric "
       "Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Frank Alexander Raymond Patrick Jack Dennis Jerry "
       "Peter Adam Henry Nathan Douglas Zachary Kyle Walter Simon Martin Tony Tim Mike Tom Bill Bob Jim Joe Steve Chris Dan "
       "Greg Jeff Ben Matt Nick Ted Mitt Barack Bernie Rudy Newt Harry Alan Neil Ian Graham Keith Craig Philip Roger Stuart "
       "Boris Jeremy Vladimir Emmanuel Sergei Ivan Carlos Juan Luis Miguel Jose Ali Mohammed Marco Antonio Hans Klaus Jürgen "
       "Wolfgang Olaf Friedrich Christian Markus Stefan Thorsten Jens Uwe Ulrich Andreas Florian Sebastian").split()
WOMEN = ("Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Nancy Lisa Betty Margaret Sandra Ashley "
         "Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Laura Helen Sharon Cynthia Kathleen Amy "
         "Angela Anna Ruth Brenda Pamela Nicole Katherine Virginia Catherine Christine Samantha Debra Janet Rachel Carolyn "
         "Emma Maria Heather Diane Julie Joyce Victoria Kelly Hillary Chelsea Melania Ivanka Kellyanne Megan Kate Jane Anne "
         "Theresa Nicola Priti Kamala Nikki Alexandra Olivia Sophie Charlotte Alice Claire Annalena Ursula Sahra Katrin Petra "
         "Sabine Monika Claudia Susanne Julia Ricarda Saskia Franziska Heike Birgit Nadine").split()
SURNAMES = words("Trump Clinton Obama Sanders Biden Pence Kaine McConnell Netanyahu Putin Merkel Macron Christie Romney "
                 "Bloomberg Giuliani Schumer Pelosi Rubio")
NEW_MEN = ("Gerald Whitcombe,Malcolm Ferris,Leonard Ashby,Victor Langdon,Trevor Holcomb,Arthur Pennell,Howard Castell,Desmond "
           "Rourke,Clifford Yates,Russell Maddox,Wendell Price,Alastair Boyd").split(",")
NEW_WOMEN = ("Harriet Lowell,Beatrice Colton,Marianne Tilley,Josephine Wark,Rosalind Pike,Lorraine Haskell,Sylvia Brandt,"
             "Daphne Mercer,Eleanor Voss,Imogen Thackeray,Frances Delaney,Gloria Rowntree").split(",")
FOREIGN_PLACES = {
    "de": "Frankreich Spanien Italien Polen Österreich Dänemark Schweden Norwegen Russland China Japan Kanada Mexiko Brasilien "
          "Ungarn Griechenland Belgien Portugal Ägypten Israel Venezuela;Berlin Hamburg München Köln Frankfurt Stuttgart "
          "Leipzig Dresden Paris London Rom Wien Brüssel Moskau;Bayern Hessen Sachsen Thüringen Brandenburg Niedersachsen",
    "es": "Francia Italia Alemania Portugal Rusia China Polonia Suecia México Argentina;Madrid Barcelona Sevilla Valencia "
          "Málaga Bruselas Londres",
    "fr": "France Italie Espagne Allemagne Russie Chine Pologne Suède Norvège Grèce Belgique",
    "it": "Francia Spagna Germania Russia Cina Polonia Svezia;Roma Milano Napoli Torino Bologna Bruxelles Londra",
    "nl": "Frankrijk Spanje Italië Duitsland Rusland China Polen België;Amsterdam Rotterdam Brussel Antwerpen",
    "pl": "Francji Niemczech Hiszpanii Szwecji Norwegii Rosji Syrii Danii Austrii", "ja": "フランス ドイツ イタリア スペイン ロシア ブラジル カナダ",
    "zh": "法国 德国 意大利 西班牙 俄罗斯 巴西 加拿大", "ar": "فرنسا ألمانيا إيطاليا إسبانيا روسيا تركيا",
    "tr": "Almanya İspanya İtalya Polonya Rusya Romanya Avusturya Ukrayna",
}
PLACE_LEADS = {"en": "in from to across near outside throughout into", "de": "in nach aus bei", "es": "en de desde", "fr": "en",
               "it": "in a da",
               "nl": "in uit naar", "pl": "w we"}

# Notices: type, language, wordings

NOTICES = {
    "notice_correction": {
        "en": ["Correction: An earlier version of this article misstated the age of one of the people involved. It has been "
               "corrected.",
               "This article was amended to correct the spelling of a name in the third paragraph. We apologise for the error.",
               "An earlier version of this story incorrectly described the role of the committee. The error has been fixed.",
               "CORRECTION: A previous version of this report gave the wrong location for the meeting.",
               "Correction: Because of an editing error, an earlier version of this article misidentified the agency that "
               "issued the order.",
               "This story has been corrected to reflect that the hearing took place in the morning, not in the afternoon.",
               "Corrects an earlier version of this story, which gave the wrong name for the organisation.",
               "A previous version of this article contained an incorrect figure for the company’s revenue. We regret the error.",
               "Correction appended: The original version of this article misspelled the surname of the author of the study.",
               "Due to an error, an earlier version of this article wrongly attributed a remark to the deputy mayor. This has "
               "been corrected.",
               "Correction: This post originally misstated when the law took effect. The text has been corrected.",
               "An earlier version of this piece said the group was a charity; that was wrong. It is a company."],
        "de": ["Korrektur: In einer früheren Fassung dieses Artikels war das Alter eines Beteiligten falsch angegeben. Wir "
               "haben den Fehler korrigiert.",
               "Berichtigung: In einer ersten Version dieses Textes hieß es, die Sitzung habe am Vormittag stattgefunden. Das "
               "war falsch.",
               "In einer früheren Version war der Name der Behörde falsch geschrieben. Wir bitten, den Fehler zu entschuldigen."],
        "fr": ["Correction : une version précédente de cet article comportait une erreur sur l’âge de l’un des témoins.",
               "Rectificatif : contrairement à ce que nous avions écrit par erreur, la réunion s’est tenue le matin."],
        "es": ["Corrección: una versión anterior de este artículo indicaba por error la edad de uno de los implicados.",
               "Fe de errores: en una versión anterior de esta noticia el nombre del organismo era incorrecto."],
        "it": ["Correzione: una versione precedente di questo articolo riportava in modo errato l’età di uno dei testimoni.",
               "Errata corrige: nella prima versione dell’articolo il nome dell’ente era sbagliato."],
        "pt": ["Correção: uma versão anterior desta reportagem informava de forma errada a idade de um dos envolvidos."],
        "nl": ["Correctie: in een eerdere versie van dit artikel stond de leeftijd van een van de betrokkenen verkeerd vermeld."],
        "pl": ["Sprostowanie: w poprzedniej wersji artykułu błędnie podaliśmy wiek jednego z uczestników. Za błąd przepraszamy."],
        "tr": ["Düzeltme: Bu haberin önceki halinde tanıklardan birinin yaşı yanlış yazılmıştı. Hata düzeltildi."],
        "ru": ["Исправление: в предыдущей версии статьи был неверно указан возраст одного из участников."],
        "uk": ["Виправлення: у попередній версії статті було неправильно вказано вік одного з учасників."],
        "ja": ["【訂正】記事の当初の版で関係者の年齢に誤りがありました。おわびして訂正します。"],
        "zh": ["更正：本文此前版本中一名当事人的年龄有误，现予更正。"],
        "ar": ["تصحيح: ورد في نسخة سابقة من هذا المقال خطأ في عمر أحد المشاركين، وقد جرى تصحيحه."]},
    "notice_clarification": {
        "en": ["Clarification: This article has been revised to make clear that the figures refer to households, as readers "
               "may have understood otherwise.",
               "This story has been updated to clarify the terms of the agreement.",
               "CLARIFICATION: An earlier version of this story may have left the impression that the company was a party to "
               "the lawsuit.",
               "Clarification: The headline of this article has been reworded to make its meaning clearer.",
               "This article has been clarified to note that the survey covered full-time employees only.",
               "Clarification: The wording of the second paragraph has been changed to avoid a misunderstanding about the role "
               "of the agency.",
               "This post has been edited to clarify how the fund is financed.",
               "A clarification has been made to this article: the ban applies to new buildings only.",
               "Clarifies that the statement was issued on behalf of the family.",
               "Clarification: We have made clearer in this article which of the two programmes the minister was describing."],
        "de": ["Klarstellung: Wir haben im Text deutlich gemacht, dass sich die Zahlen auf Haushalte beziehen, um "
               "Missverständnisse zu vermeiden.",
               "Zur Klarstellung: Die Überschrift wurde präzisiert, weil sie missverstanden werden konnte."],
        "fr": ["Clarification : l’article précise désormais que les chiffres concernent les ménages, afin d’éviter tout "
               "malentendu."],
        "es": ["Aclaración: el texto precisa ahora que las cifras se refieren a los hogares, para evitar malentendidos."],
        "it": ["Chiarimento: il testo ora precisa che i dati si riferiscono alle famiglie, per evitare equivoci."],
        "pt": ["Esclarecimento: o texto agora precisa que os números se referem aos domicílios, para evitar mal-entendidos."],
        "nl": ["Verduidelijking: in de tekst staat nu duidelijker dat de cijfers over huishoudens gaan, om misverstanden te "
               "voorkomen."],
        "pl": ["Wyjaśnienie: doprecyzowaliśmy, że dane dotyczą gospodarstw domowych, aby uniknąć nieporozumień."],
        "tr": ["Açıklık getirme: Yanlış anlaşılmayı önlemek için metinde rakamların haneleri kapsadığı netleştirildi."],
        "ru": ["Уточнение: в тексте пояснено, что данные относятся к домохозяйствам, чтобы избежать недоразумений."],
        "uk": ["Уточнення: у тексті пояснено, що дані стосуються домогосподарств, щоб уникнути непорозумінь."],
        "ja": ["【補足】誤解を避けるため、数字が世帯を対象としたものであることを明確にしました。"],
        "zh": ["澄清：为避免误解，本文已明确有关数字以家庭为单位。"], "ar": ["توضيح: جرى توضيح أن الأرقام تخص الأسر تفاديا لأي سوء فهم."]},
    "notice_update": {
        "en": ["Update: This story has been updated to include a statement from the company.",
               "UPDATE, 4:15 p.m.: This article has been updated with comments from the mayor’s office.",
               "This is a developing story and will be updated.", "This is a breaking news story. Check back for updates.",
               "Updated with additional details from the court hearing.", "This article has been updated to include reaction "
                                                                          "from opposition leaders.",
               "Update: After publication, the agency sent the following reply, which has been added to the article.",
               "This story is developing. More details will be added as they become available.",
               "Update: This post has been updated with new information about the schedule.",
               "This story was updated on Friday evening with more background on the project.",
               "UPDATE: A response from the union has been added to this report.",
               "Last updated at 18:30 with the results of the vote."],
        "de": ["Update: Wir haben den Artikel um eine Stellungnahme des Unternehmens ergänzt.",
               "Dieser Artikel wird laufend aktualisiert.", "Aktualisierung: Der Text wurde am Abend um weitere Einzelheiten "
                                                            "ergänzt."],
        "fr": ["Mise à jour : cet article a été complété avec la réaction de l’entreprise.",
               "Article mis à jour à 18 h 30 avec de nouveaux éléments."],
        "es": ["Actualización: esta noticia se ha ampliado con la respuesta de la empresa.",
               "Noticia en desarrollo. Habrá ampliación."],
        "it": ["Aggiornamento: l’articolo è stato integrato con la replica dell’azienda.", "Notizia in aggiornamento."],
        "pt": ["Atualização: esta reportagem foi atualizada com a resposta da empresa."],
        "nl": ["Update: dit artikel is aangevuld met een reactie van het bedrijf."],
        "pl": ["Aktualizacja: uzupełniliśmy tekst o stanowisko firmy."],
        "tr": ["Güncelleme: Habere şirketin açıklaması eklendi."], "ru": ["Обновление: в материал добавлен ответ компании."],
        "uk": ["Оновлення: у матеріал додано відповідь компанії."], "ja": ["【更新】会社側のコメントを追加しました。"],
        "zh": ["更新：本文已补充公司的回应。"], "ar": ["تحديث: أضيف رد الشركة إلى هذا الخبر."]},
    "notice_retraction": {
        "en": ["Retraction: This article has been retracted because its central claims could not be substantiated.",
               "We have retracted this story. It did not meet our standards.",
               "This article has been withdrawn at the request of the editors.",
               "RETRACTION: We withdraw the statement in the second paragraph of this article and apologise for publishing it.",
               "The editors have retracted a section of this article after concerns were raised about its sourcing.",
               "This report is retracted. The documents on which it was based are not authentic.",
               "Retraction: The newspaper retracts the allegation made in this article against the charity.",
               "We have withdrawn part of this report because the account it relied on was fabricated.",
               "Editor’s note: This story has been retracted.",
               "This piece has been retracted in full after an internal review."],
        "de": ["Widerruf: Wir ziehen diesen Artikel zurück, weil sich seine zentrale Aussage nicht belegen lässt.",
               "Die Redaktion hat diesen Beitrag zurückgezogen. Die Darstellung hält einer Überprüfung nicht stand."],
        "fr": ["Rétractation : cet article a été retiré, car ses affirmations centrales n’ont pu être établies."],
        "es": ["Retractación: hemos retirado este artículo porque sus afirmaciones centrales no pudieron comprobarse."],
        "it": ["Ritrattazione: questo articolo è stato ritirato perché le sue tesi centrali non hanno trovato riscontro."],
        "pt": ["Retratação: esta reportagem foi retirada porque suas afirmações centrais não puderam ser comprovadas."],
        "nl": ["Intrekking: dit artikel is ingetrokken omdat de kern ervan niet onderbouwd bleek."],
        "pl": ["Wycofanie: redakcja wycofała ten artykuł, ponieważ jego główne tezy nie znalazły potwierdzenia."],
        "tr": ["Bu haber geri çekilmiştir; temel iddiaları doğrulanamadı."],
        "ru": ["Редакция отозвала эту статью: её главные утверждения не подтвердились."],
        "uk": ["Редакція відкликала цю статтю: її головні твердження не підтвердилися."],
        "ja": ["【撤回】内容の中核が裏付けられなかったため、この記事を撤回しました。"], "zh": ["撤稿声明：因核心内容无法证实，本文现予撤回。"],
        "ar": ["سحب: سحبت هيئة التحرير هذا المقال لأن مضمونه الأساسي لم يثبت."]},
    "notice_editors_note": {
        "en": ["Editor’s note: This article contains descriptions of violence that some readers may find distressing.",
               "Editor's note: The author of this article is a shareholder in the company.",
               "Editors’ note: This article is part of a series on local government.",
               "Editor’s note: We are withholding the names of the children in this story to protect their privacy.",
               "EDITOR'S NOTE: This essay first appeared in our print magazine.",
               "A note from the editors: Comments on this article are moderated.",
               "Editor’s note: This interview was conducted in two sessions and edited for length.",
               "Note to readers: The reporter’s travel was paid for by the newspaper.",
               "Editor’s Note: The views expressed in this commentary are those of the author.",
               "Note from the newsroom: This story was produced in partnership with a non-profit newsroom."],
        "de": ["Anmerkung der Redaktion: Dieser Artikel enthält Schilderungen von Gewalt, die belastend sein können.",
               "Hinweis der Redaktion: Die Autorin ist Mitglied des Vereins, über den sie hier schreibt."],
        "fr": ["Note de la rédaction : cet article contient des descriptions de violences."],
        "es": ["Nota de la redacción: este artículo contiene descripciones de violencia."],
        "it": ["Nota della redazione: questo articolo contiene descrizioni di violenze."],
        "pt": ["Nota da redação: esta reportagem contém descrições de violência."],
        "nl": ["Noot van de redactie: dit artikel bevat beschrijvingen van geweld."],
        "pl": ["Od redakcji: artykuł zawiera opisy przemocy."],
        "tr": ["Editörün notu: Bu yazı şiddet içeren anlatımlar barındırmaktadır."],
        "ru": ["От редакции: статья содержит описания насилия."],
        "uk": ["Від редакції: стаття містить описи насильства."], "ja": ["【編集部より】この記事には暴力の描写が含まれます。"],
        "zh": ["编者按：本文含有对暴力的描写。"], "ar": ["ملاحظة المحرر: يتضمن هذا المقال أوصافا لأعمال عنف."]},
}
NOTICE_PAIRS = {
    "en": [("Correction: An earlier version of this article misstated the age of the chairman.",
            "Correction: An earlier version of this article misstated the age and the job of the chairman."),
           ("Correction: An earlier version of this story misspelled the name of the hospital.",
            "Correction: An earlier version of this story gave the wrong address for the hospital."),
           ("Update: This story has been updated with a comment from the company.",
            "Update: This story has been updated with comments from the company and the union."),
           ("Editor’s note: This article contains descriptions of violence.",
            "Editor’s note: This article contains graphic descriptions of sexual violence."),
           ("Clarification: This article has been revised to make clear how the fund is financed.",
            "Clarification: This article has been revised to make clear how the fund is financed and who manages it."),
           ("This article was amended to correct the title of the report.",
            "This article was amended to correct the title of the report and the name of its publisher."),
           ("This story has been corrected to give the right location of the factory.",
            "This story has been corrected to give the right location and owner of the factory."),
           ("We have retracted part of this story because its sourcing was inadequate.",
            "We have retracted part of this story because a source fabricated documents."),
           ("Update: A response from the ministry has been added.", "Update: A full response from the ministry and the "
                                                                    "governor has been added."),
           ("Editor's note: The author is a former employee of the bank.",
            "Editor's note: The author is a shareholder of the bank."),
           ("CORRECTION: A previous version of this report misidentified the owner of the boat.",
            "CORRECTION: A previous version of this report misidentified the captain of the boat.")],
    "de": [("Korrektur: In einer früheren Fassung war das Alter des Vorsitzenden falsch angegeben.",
            "Korrektur: In einer früheren Fassung waren das Alter und der Beruf des Vorsitzenden falsch angegeben."),
           ("Anmerkung der Redaktion: Dieser Artikel enthält Schilderungen von Gewalt.",
            "Anmerkung der Redaktion: Dieser Artikel enthält drastische Schilderungen sexueller Gewalt."),
           ("Update: Der Artikel wurde um eine Stellungnahme der Firma ergänzt.",
            "Update: Der Artikel wurde um Stellungnahmen der Firma und der Gewerkschaft ergänzt.")],
    "fr": [("Correction : une version précédente de cet article donnait un âge erroné pour le président.",
            "Correction : une version précédente de cet article donnait un âge et un métier erronés pour le président.")],
    "es": [("Corrección: una versión anterior de este artículo indicaba mal la edad del presidente.",
            "Corrección: una versión anterior de este artículo indicaba mal la edad y el cargo del presidente.")],
    "it": [("Correzione: una versione precedente di questo articolo riportava male l’età del presidente.",
            "Correzione: una versione precedente di questo articolo riportava male l’età e la professione del presidente.")],
    "nl": [("Correctie: in een eerdere versie stond de leeftijd van de voorzitter verkeerd.",
            "Correctie: in een eerdere versie stonden de leeftijd en het beroep van de voorzitter verkeerd.")],
    "pl": [("Sprostowanie: w poprzedniej wersji błędnie podaliśmy wiek prezesa.",
            "Sprostowanie: w poprzedniej wersji błędnie podaliśmy wiek i zawód prezesa.")],
    "tr": [("Düzeltme: Haberin önceki halinde başkanın yaşı yanlıştı.",
            "Düzeltme: Haberin önceki halinde başkanın yaşı ve mesleği yanlıştı.")],
    "ja": [("【訂正】会長の年齢に誤りがありました。", "【訂正】会長の年齢と職業に誤りがありました。")],
    "zh": [("更正：此前版本中主席的年龄有误。", "更正：此前版本中主席的年龄和职业有误。")],
    "ar": [("تصحيح: ورد خطأ في عمر الرئيس.", "تصحيح: ورد خطأ في عمر الرئيس ومهنته.")],
}

# Words for words

SYNONYMS = {
    "en": "began=started,begin=start,purchased=bought,purchase=buy,huge=enormous,large=big,workers=employees,firm=company,"
          "firms=companies,car=vehicle,cars=vehicles,doctors=physicians,street=road,kids=children,jobs=positions,"
          "method=approach,quickly=rapidly,rapidly=swiftly,gathered=assembled,chose=selected,helped=assisted,help=assist,"
          "received=got,obtained=got,difficult=tough,important=significant,famous=well-known,wealthy=rich,"
          "residents=inhabitants,fight=battle,goal=target,goals=targets,aim=goal,choice=decision,mistake=error,mistakes=errors,"
          "danger=risk,dangers=risks,area=region,areas=regions,attempt=effort,attempts=efforts,build=construct,"
          "built=constructed,ended=concluded,entire=whole,frequently=often,fear=anxiety,shop=store,shops=stores,journey=trip,"
          "increasingly=progressively,worldwide=globally,lawmakers=legislators,supporters=backers,opponents=critics,"
          "remains=stays,major=key,recent=latest,home=house,film=movie,movie=film,trip=journey,pictures=photographs,"
          "photos=images,images=pictures,show=program,happened=occurred,happen=occur,completely=totally,totally=entirely,"
          "wonderful=marvelous,hard=tough,serious=grave,strange=odd,strong=powerful,powerful=strong,usually=normally,"
          "normally=usually,often=frequently,currently=presently,nation=country,country=nation,nations=countries,"
          "countries=nations,plan=scheme,plans=schemes,rules=regulations,talks=negotiations,money=funds,crowd=throng,"
          "fans=supporters,players=athletes,battle=struggle,struggle=fight,focus=concentrate,create=produce,created=produced",
    "de": "häufig=oft,begann=startete,begannen=starteten,schnell=rasch,erneut=abermals,derzeit=momentan,ständig=dauernd,"
          "rasch=schnell,deutlich=klar,Beginn=Anfang,Arbeitsplätze=Jobs,Autos=Fahrzeuge,Bevölkerung=Einwohnerschaft,"
          "Risiko=Wagnis,oft=häufig,Mitarbeiter=Beschäftigte,Ziel=Anliegen,sofort=unverzüglich,kürzlich=neulich,"
          "völlig=komplett,bekommen=erhalten",
    "es": "inicio=comienzo,comenzó=empezó,empezó=comenzó,rápidamente=velozmente,coche=vehículo,trabajadores=empleados,"
          "grave=serio,compañía=empresa,empresa=compañía,terminó=acabó,hijos=niños,obtener=lograr",
    "fr": "commencé=débuté,rapidement=vite,souvent=fréquemment,entreprise=société,société=compagnie,"
          "salariés=employés,début=commencement,actuellement=présentement,important=majeur",
    "it": "iniziato=cominciato,spesso=frequentemente,rapidamente=velocemente,azienda=impresa,importante=rilevante",
    "nl": "begon=startte,vaak=dikwijls,snel=vlug,bedrijf=onderneming,werknemers=personeelsleden",
    "pl": "często=nieraz,szybko=prędko,ważne=istotne,firma=spółka,rozpoczął=zaczął",
    "tr": "önemli=mühim,büyük=kocaman,yeniden=tekrar,tekrar=yeniden,hızlı=süratli,şehir=kent,kent=şehir,öğrenci=talebe,"
          "yıl=sene,cevap=yanıt",
}
QUOTE_WORDS = {
    "en": "good=great,great=good,big=huge,important=vital,people=families,country=region,strong=tough,happy=pleased,"
          "proud=grateful,government=administration,community=neighborhood,world=planet,family=team,team=squad,problem=crisis,"
          "issue=question,money=power,bad=terrible,terrible=awful,beautiful=lovely,children=students,want=need,need=want,"
          "story=picture,life=work,job=task,real=genuine,wrong=unfair,best=finest,history=culture,future=economy,"
          "system=process,business=industry,women=workers,men=soldiers,friends=neighbors,house=garden,water=food,school=college",
    "de": "immer=oft,gut=stark,wichtig=richtig,schlecht=schlimm,viel=genug,Menschen=Leute,schnell=gemeinsam,klar=offen,"
          "groß=schwer,schwierig=gefährlich,einfach=leicht,Zeit=Kraft,Land=Volk,Arbeit=Aufgabe,Welt=Gesellschaft,"
          "wirklich=tatsächlich",
    "es": "siempre=mucho,importante=necesario,gente=sociedad,país=pueblo,trabajo=esfuerzo,bien=mejor,mucho=siempre,"
          "grave=triste,mundo=país,vida=historia",
    "fr": "toujours=souvent,beaucoup=toujours,important=essentiel,gens=citoyens,pays=monde,travail=combat,bien=mieux,"
          "monde=pays,vie=ville,temps=courage",
    "it": "sempre=spesso,importante=grande,paese=mondo,lavoro=impegno,bene=meglio,mondo=paese,vita=storia,persone=famiglie",
    "nl": "altijd=vaak,goed=sterk,belangrijk=nodig,mensen=kinderen,werk=geld,land=volk",
    "tr": "büyük=önemli,güzel=iyi,önemli=büyük,iyi=güzel,ülke=millet",
    "pl": "zawsze=często,dobrze=lepiej,ważne=trudne,ludzie=obywatele,kraju=świecie", "ja": "非常に=とても,大切=必要,問題=課題,社会=国民",
    "zh": "重要=关键,国家=社会,发展=进步",
    "ar": "كبير=مهم,مهم=كبير,كبيرة=مهمة",
}
CASES = {
    "en": "president=President,government=Government,internet=Internet,parliament=Parliament,court=Court,prime minister=Prime "
          "Minister,mayor=Mayor,senate=Senate,congress=Congress,constitution=Constitution,web=Web,cabinet=Cabinet,"
          "church=Church,bill=Bill,council=Council,minister=Minister,ministry=Ministry,governor=Governor,federal=Federal,"
          "department=Department,army=Army,board=Board,university=University,navy=Navy,state=State,police=Police,earth=Earth,"
          "committee=Committee,commission=Commission,company=Company,city=City",
    "es": "gobierno=Gobierno,estado=Estado,presidente=Presidente,ministro=Ministro,congreso=Congreso,internet=Internet,"
          "ejecutivo=Ejecutivo",
    "fr": "état=État,président=Président,gouvernement=Gouvernement,internet=Internet,ministre=Ministre,république=République",
    "it": "governo=Governo,presidente=Presidente,ministro=Ministro,parlamento=Parlamento,stato=Stato,internet=Internet",
    "nl": "internet=Internet,minister=Minister,kabinet=Kabinet,premier=Premier",
    "pl": "prezydent=Prezydent,rząd=Rząd,sejm=Sejm,internet=Internet",
    "tr": "bakan=Bakan,cumhurbaşkanı=Cumhurbaşkanı,meclis=Meclis,devlet=Devlet,vali=Vali",
}
SCARE = {
    "en": "reform deal solution victory freedom luxury experts elite natural secret safe normal free fair traditional historic "
          "independent gifts friends heroes security progress peace improvements democracy luck magic success crisis "
          "revolution justice truth popular smart special perfect modern healthy quality community strategy conversation "
          "breakthrough partnership miracle agreement transparency efficiency innovation sustainable affordable exclusive "
          "radical extreme".split(),
    "de": "Reform Lösung Freiheit Erfolg Experten Sicherheit Fortschritt Frieden Freunde Krise Wunder Partnerschaft Innovation "
          "Strategie Hilfe Elite Tradition Demokratie Verrat Skandal Volk Wahrheit freie neue sichere".split(),
    "es": "reforma solución libertad victoria expertos seguridad progreso paz amigos crisis milagro éxito".split(),
    "fr": "réforme solution liberté victoire experts sécurité progrès paix amis crise miracle succès".split(),
    "it": "riforma soluzione libertà vittoria esperti sicurezza progresso pace amici crisi miracolo successo".split(),
}
SCARE_MARKS = {"en": ["“”", "‘’", '""'], "de": ["„“", "»«"], "es": ["«»", "“”"], "fr": ["«»"], "it": ["«»", "“”"]}
TITLES = [("President", "former President"), ("President", "Vice President"), ("Senator", "Representative"), ("Sen.", "Rep."),
          ("Sen.", "former Sen."),
          ("Rep.", "Sen."), ("Rep.", "former Rep."), ("Gov.", "former Gov."), ("Gov.", "Lt. Gov."), ("Mayor", "Deputy Mayor"),
          ("Mayor", "former Mayor"),
          ("Prime Minister", "former Prime Minister"), ("Prime Minister", "Deputy Prime Minister"),
          ("Foreign Minister", "Finance Minister"),
          ("Gen.", "Lt. Gen."), ("Gen.", "Col."), ("Judge", "Justice"), ("Professor", "Associate Professor"),
          ("Attorney General", "former Attorney General"),
          ("Secretary of State", "former Secretary of State"), ("CEO", "chairman"), ("CEO", "founder"), ("CEO", "former CEO"),
          ("chief executive", "chairman"), ("chairman", "deputy chairman"), ("chairman", "former chairman"),
          ("president", "vice president"),
          ("director", "deputy director"), ("founder", "co-founder"), ("co-founder", "founder"), ("manager", "assistant manager"),
          ("coach", "assistant coach"), ("editor", "deputy editor"), ("professor", "lecturer"), ("lawyer", "campaigner"),
          ("attorney", "adviser"),
          ("spokesman", "adviser"), ("spokesman", "chief of staff"), ("spokeswoman", "adviser"),
          ("spokeswoman", "campaign manager"), ("analyst", "strategist"),
          ("economist", "analyst"), ("strategist", "pollster"), ("candidate", "nominee"), ("nominee", "candidate"),
          ("secretary", "undersecretary"),
          ("producer", "director"), ("captain", "vice-captain"), ("leader", "deputy leader"), ("leader", "former leader"),
          ("host", "producer"),
          ("reporter", "editor"), ("journalist", "photographer"), ("minister", "deputy minister"),
          ("ambassador", "former ambassador")]
FOREIGN_TITLES = {
    "de": [("Präsident", "Ex-Präsident"), ("Präsident", "Vizepräsident"), ("Bundeskanzler", "Altkanzler"),
           ("Kanzler", "Ex-Kanzler"), ("Minister", "Ex-Minister"),
           ("Bürgermeister", "Altbürgermeister"), ("Außenminister", "Innenminister"), ("Innenminister", "Justizminister"),
           ("Außenministerin", "Umweltministerin"),
           ("Sprecher", "Geschäftsführer"), ("Sprecherin", "Geschäftsführerin"), ("Geschäftsführer", "Vorstand"),
           ("Parteichef", "Generalsekretär"),
           ("Generalsekretär", "Fraktionschef"), ("Trainer", "Co-Trainer"), ("Professor", "Privatdozent"),
           ("Direktor", "Vizedirektor"), ("Chef", "Vizechef"),
           ("Leiter", "Sprecher"), ("Leiterin", "Sprecherin"), ("Präsidentin", "Vizepräsidentin"),
           ("Vorsitzende", "Sprecherin"), ("Kandidat", "Abgeordneter"),
           ("Abgeordnete", "Staatssekretärin"), ("Staatschef", "Ex-Staatschef"), ("Regierungschef", "Ex-Regierungschef"),
           ("Autor", "Verleger")],
    "es": [("presidente", "expresidente"), ("ministro", "exministro"), ("ministra", "exministra"), ("alcalde", "exalcalde"),
           ("director", "subdirector"), ("entrenador", "exentrenador")],
    "fr": [("président", "ex-président"), ("ministre", "ex-ministre"), ("directeur", "ex-directeur"), ("maire", "ex-maire"),
           ("patron", "ex-patron")],
    "it": [("presidente", "vicepresidente"), ("ministro", "viceministro"), ("sindaco", "vicesindaco"), ("premier", "ex premier")],
    "nl": [("president", "oud-president"), ("minister", "oud-minister"), ("premier", "oud-premier"),
           ("burgemeester", "oud-burgemeester")],
    "pl": [("prezydent", "były prezydent"), ("minister", "wiceminister"), ("premier", "wicepremier"), ("prezes", "wiceprezes")],
    "tr": [("Bakanı", "Bakan Yardımcısı"), ("Başkanı", "Başkan Yardımcısı")],
}
SOURCES = ("police,officials,prosecutors,investigators,authorities,analysts,researchers,court documents,people familiar with "
           "the matter,the company,the ministry,witnesses,experts,the report,local media,the organisers,industry insiders,the "
           "charity,campaigners,government figures").split(",")
TAILS = {
    "en": [", according to police", ", officials said", ", the company said", ", according to court documents", ", police said",
           ", a spokesman said",
           ", according to people familiar with the matter", ", researchers said", ", according to the report",
           ", a spokeswoman told reporters",
           ", the ministry said in a statement", ", according to local media", ", investigators said", ", analysts say",
           ", according to experts"],
    "de": [", teilte die Polizei mit", ", sagte ein Sprecher", ", wie die Behörde mitteilte", ", berichteten Augenzeugen",
           ", wie das Ministerium erklärte",
           ", teilte das Unternehmen mit", ", sagte eine Sprecherin", ", wie es in dem Bericht heißt", ", so die Ermittler",
           ", sagten Experten"],
    "es": [", según la policía", ", según fuentes oficiales", ", informó la empresa", ", según el informe",
           ", según los expertos"],
    "fr": [", selon la police", ", a indiqué l’entreprise", ", selon le rapport", ", d’après les enquêteurs",
           ", a déclaré un porte-parole"],
    "it": [", secondo la polizia", ", ha detto un portavoce", ", secondo il rapporto", ", secondo gli esperti"],
    "nl": [", volgens de politie", ", aldus een woordvoerder", ", volgens het rapport"],
    "pl": [", poinformowała policja", ", według policji", ", podało ministerstwo"],
}
TONES = words("claimed insisted admitted conceded boasted complained warned acknowledged lamented bragged confessed maintained "
              "fumed")
FOREIGN_TONES = {
    "de": {"sagte": "behauptete,betonte,beklagte,gestand,prahlte,beteuerte,warnte", "erklärte": "behauptete,beteuerte,beklagte"},
    "es": {"dijo": "admitió,insistió,reconoció,lamentó,advirtió", "señaló": "admitió,reconoció,lamentó",
           "explicó": "admitió,lamentó,presumió"},
    "fr": {"a déclaré": "a prétendu,a reconnu,a martelé,a admis", "a dit": "a prétendu,a reconnu,a averti",
           "a indiqué": "a reconnu,a prétendu"},
    "it": {"ha detto": "ha ammesso,ha insistito,ha lamentato,ha avvertito", "ha dichiarato": "ha ammesso,ha lamentato"},
    "nl": {"zegt": "beweert,bekent,klaagt", "zei": "beweerde,bekende,klaagde"},
    "pl": {"powiedział": "przyznał,ostrzegł", "mówi": "przyznaje,ostrzega"},
}
VERBS = [("said", "stated"), ("says", "states"), ("said", "remarked"), ("remarked", "said"), ("stated", "said"),
         ("said", "told reporters"), ("told reporters", "said"), ("added", "said"), ("said", "added"), ("says", "adds"),
         ("adds", "says")]
HEDGES = words("allegedly reportedly apparently possibly probably purportedly supposedly seemingly presumably likely")
FOREIGN_HEDGES = {
    "de": (r"\b(?:wurden?|hat|haben|hatten?)\b", "angeblich offenbar mutmaßlich vermutlich anscheinend wahrscheinlich "
                                                 "möglicherweise"),
    "es": (r"\b(?:fue|fueron)\b(?= \w+[ai]d[ao]s? )", "presuntamente supuestamente probablemente"),
    "it": (r"\b(?:è stat[oa]|sono stat[ie])\b(?= \w+[aiu]t[aoie] )", "presumibilmente probabilmente forse"),
    "fr": (r"\ba été\b(?= \w+é)", "probablement vraisemblablement peut-être"),
    "nl": (r"\b(?:werd|werden)\b", "vermoedelijk mogelijk waarschijnlijk"),
    "pl": (r"\b(?:został|została|zostało)\b", "prawdopodobnie podobno rzekomo"),
}
PLAIN_NOT = {"de": "nicht", "es": "no", "it": "non", "nl": "niet", "pl": "nie"}
ROLES = ("a spokesman for the company,a lawyer for the family,a neighbour,a police officer,a government official,a witness,an "
         "industry analyst,a former employee,a senior adviser,a union representative,a doctor at the hospital,a local "
         "shopkeeper,a retired teacher,a campaign aide").split(",")
FOREIGN_ROLES = {"de": "ein Anwalt der Familie,ein Sprecher der Polizei,eine Nachbarin,ein Augenzeuge,ein ehemaliger "
                       "Mitarbeiter,eine Ärztin der Klinik,ein Vertreter der Gewerkschaft".split(",")}
CLAUSES = {"en": [": Key questions answered by experts", " - live updates, latest reaction and video",
                  ": full timeline, pictures and background",
                  ", drawing sharp criticism and warm praise", ", prompting fresh debate among local residents",
                  ": main points, reactions and background explained", " – video, photos and expert analysis",
                  ": inside story, key players and background"],
           "de": [": Die wichtigsten Fragen, Antworten und Hintergründe im Überblick",
                  " – heftige Kritik, wachsender Druck, offene Fragen"]}
KICKERS = {"en": ["Exclusive: ", "Watch: ", "Analysis: ", "Live: ", "Breaking: ", "Video: ", "Explainer: ", "Opinion: "],
           "de": ["Exklusiv: ", "Liveticker: ", "Analyse: ", "Video: "],
           "fr": ["Analyse : ", "Vidéo : "], "es": ["Análisis: ", "Vídeo: "], "it": ["Analisi: ", "Video: "],
           "nl": ["Analyse: ", "Video: "], "pl": ["Analiza: "],
           "tr": ["Analiz: "], "ja": ["【独自】", "【動画】"], "ar": ["تحليل: "], "zh": ["【独家】"]}
REWORDINGS = [
    ("The building stands on a busy corner near the old market.", "Shoppers on their way to the stalls pass its brick walls."),
    ("Builders cleared the site and laid the foundations.", "Crews dug trenches there and poured concrete."),
    ("The decision has divided opinion in the area.", "Neighbours disagree sharply over whether the step was wise."),
    ("Volunteers handed out blankets and hot drinks.", "Helpers gave shivering families soup, coats and shelter."),
    ("The road was closed while crews cleared the debris.", "Traffic came to a standstill as workers removed fallen branches."),
    ("Tickets sold out quickly.", "Fans snapped up every available seat in a rush at the box office."),
    ("The dispute has dragged on through the courts.", "Judges have been weighing the quarrel in a long series of hearings."),
    ("The board pays scant attention to local needs.", "Managers overlook what residents want from their services."),
    ("The new rules come into force next to a wider package of reforms.",
     "Stricter limits form part of broad legislation overhauling the sector."),
    ("Demand has grown steadily with falling prices.", "Cheaper models have tempted more and more buyers."),
    ("Heavy rain turned the fields to mud.", "Downpours left farmland soaked and impassable."),
    ("The family moved to the coast when she was a child.", "Her parents brought her to a seaside town during early childhood."),
    ("Investors reacted calmly to the news.", "Trading stayed quiet after the announcement reached markets."),
    ("The founders met at university and built the business together.",
     "Fellow students at college, they later launched the venture jointly.")]
PARTICIPLES = r"[a-z]{3,}(?:ed|en|wn|lt|ght|ung)"

# Articles, sentences, quotations

DOUBLE = '"“”„«»「」『』'
PAIRS = {"“": "”", "«": "»", "»": "«", "「": "」", '"': '"'}
ABBREVIATION = re.compile(r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|St|No|vs|etc|Inc|Corp|Co|Jr|Sr|Prof|Rev|Jan|"
                          r"Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec|bzw|ca|Nr|z|B|d|h|u|a|Mio|Mrd|km|[ap]\.m|e\.g|i\.e|approx|Ms|Sra?|"
                          r"Gov)|\d)\.$")
SENTENCE_END = re.compile(r"[.!?…]+[\"”“»’')\]]*(?=\s|$)|[。！？]+[」』）]*")
NOTICE_LIKE = re.compile(r"\W*(?:correct|update|editor|clarif|retract|note\b|an earlier version|this (?:article|story)|"
                         r"korrektur|anmerkung|hinweis)", re.I)
Sentence = collections.namedtuple("Sentence", "para start end text number")


@functools.lru_cache(None)
def grasp(pattern, flags=0):
    return re.compile(pattern, flags)


def has_word(pattern, text):
    return grasp(r"\b(?:" + pattern + r")\b", re.I).search(text) is not None


def cut(paragraph):
    """The sentences of a paragraph as (start, end)."""
    found, at = [], 0
    for m in SENTENCE_END.finditer(paragraph):
        rest = paragraph[m.end():].lstrip()
        if paragraph[m.start()] == "." and (ABBREVIATION.search(paragraph[at:m.start() + 1]) or rest[:1].islower()) and rest:
            continue
        found.append((at, m.end()))
        at = m.end() + len(paragraph[m.end():]) - len(rest)
    if at < len(paragraph):
        found.append((at, len(paragraph)))
    return found


def marked(text):
    """Whether quotation marks, or what could be such, stand in a text."""
    return any(c in text for c in DOUBLE + "‘‚‹›`[]{}_*|") or bool(re.search(r"(?<!\w)['’]|['’](?![\w])", text))


def balanced(paragraph):
    if paragraph.count('"') % 2 or paragraph.count("«") != paragraph.count("»") or paragraph.count("「") != paragraph.count("」"):
        return False
    opened, curly, closed = (paragraph.count(c) for c in "„“”")
    return (opened == curly + closed) if opened else curly == closed


def quotations(paragraph):
    """The inner spans of the quotations of a paragraph, none where marks do not pair."""
    if not balanced(paragraph):
        return []
    found, at = [], 0
    while True:
        m = re.compile("[“„«»「\"]").search(paragraph, at)
        if not m:
            return found
        mark = m.group()
        ends = re.compile("[“”]" if mark == "„" else re.escape(PAIRS.get(mark, "”"))).search(paragraph, m.end())
        if not ends or any(c in paragraph[m.end():ends.start()] for c in DOUBLE):
            return []
        found.append((m.end(), ends.start()))
        at = ends.end()


class Article:
    """A text with its language, headline and paragraphs."""

    def __init__(self, name, headline, text):
        self.name, self.headline = name, tidy(headline)
        self.paras = [p for p in map(tidy, re.split(r"\n\s*\n", text)) if p][:PARAGRAPHS]
        self.language = guess(" ".join(self.paras))
        self.text = "\n".join(self.paras)
        self.sentences = [Sentence(i, a, b, p[a:b], n) for i, p in enumerate(self.paras) for n, (a, b) in enumerate(cut(p))]
        self.open = [self.after_colon(i) for i in range(len(self.paras))]
        self.clean = [s for s in self.sentences if self.is_clean(s)]
        self.wide = self.language in ("ja", "zh")

    def after_colon(self, i):
        """Whether a paragraph may be a quotation that is set off without marks."""
        return i > 0 and (self.paras[i - 1].rstrip().endswith((":", "：")) or not balanced(self.paras[i - 1]))

    def is_clean(self, s):
        """Whether a sentence is whole and stands outside quotations."""
        text = s.text
        if self.open[s.para] or marked(text) or not balanced(self.paras[s.para]) or not re.match(r"[^\W\d_]",
                text) or text[0].islower():
            return False
        if any(a <= s.start < b for a, b in quotations(self.paras[s.para])) or "http" in text or "@" in text or "#" in text:
            return False
        if self.language in ("ja", "zh"):
            return text.endswith("。") and 15 <= len(text) <= 200
        whole = text.endswith(".") and not text.endswith("..") and ":" not in text
        return whole and 45 <= len(text) <= 330 and len(text.split()) >= 7

    def bland(self, *tables):
        """The clean sentences without the words of these tables."""
        return [s for s in self.clean if not any(has_word(t[self.language], s.text) for t in tables if self.language in t)]


def tidy(text):
    return re.sub(r"\s+", " ", re.sub("[\u00ad\u200b\ufeff\u200e\u200f]", "", text or "")).strip()


def guess(text):
    """The language by its script, or by its commonest words."""
    for name, span in (("ja", "[\u3040-\u30ff]"), ("ko", "[\uac00-\ud7af]"), ("zh", "[\u4e00-\u9fff]"),
                       ("ar", "[\u0600-\u06ff]"), ("hi", "[\u0900-\u097f]")):
        if len(re.findall(span, text)) > len(text) / 20:
            return name
    if len(re.findall("[\u0400-\u04ff]", text)) > len(text) / 4:
        return "uk" if re.search("[іїє]", text) else "ru"
    bag = collections.Counter(re.findall(r"\w+", text.lower()))
    scores = sorted(((sum(bag[w] for w in words(STOP_WORDS[name])), name) for name in STOP_WORDS), reverse=True)
    sure = scores[0][0] * 20 >= sum(bag.values()) and scores[1][0] * 2 <= scores[0][0]
    return scores[0][1] if sure else "xx"


def lines(path):
    with open(path, encoding="utf-8") as rows:
        return [json.loads(row) for row in rows]


def page_title(path):
    """The headline that a page gives for sharing; none where it gives none."""
    with gzip.open(path, "rt", encoding="utf-8", errors="replace") as page:
        head = page.read(200000)
    m = re.search(r"<meta[^>]*property=[\"']og:title[\"'][^>]*>", head)
    m = m and re.search(r"content=(\"[^\"]*\"|'[^']*')", m.group())
    return html.unescape(m.group(1)[1:-1]) if m else ""


def articles(pack):
    """All articles of the pack that can be used."""
    pack, found = pathlib.Path(pack), []
    for row in lines(pack / "extraction" / "sh.jsonl"):
        found.append(Article("sh/" + row["id"][:12], page_title(pack / "extraction" / row["file"]), row["truth"]["body"]))
    for row in lines(pack / "extraction" / "fundus.jsonl"):
        found.append(Article("fundus/" + row["id"], row["truth"].get("title"), row["truth"]["body"]))
    for row in lines(pack / "quotes" / "polnear-dev.jsonl"):
        headline, _, body = row["text"].partition("\n\n")
        found.append(Article("polnear/" + row["doc"], headline.strip().rstrip("."), body.replace("ABSTRACT.\n\n", "", 1)))
    known = set(DAYS) | {"pl", "pt", "ru", "uk"}
    return [a for a in found if a.language in known and len(a.paras) >= (3 if a.language in ("ja", "zh", "ar") else 5)
            and len(set(a.paras)) == len(a.paras)]


# Edits

class Edit:
    """A planted edit: spans (paragraph or "h", start, end, before, after) and whole paragraphs {index: (before, after)}."""

    def __init__(self, kind, label, spans=(), paras=None, more=(), may=(), places=(), what=""):
        self.kind, self.label, self.spans, self.paras = kind, label, list(spans), paras or {}
        self.expect, self.may, self.what = {kind, *more}, set(may), f"{kind}: {what or label}"
        self.touched = {s[0] for s in self.spans} | set(self.paras)
        self.sentences = set(places)


def short(text):
    return text if len(text) <= 60 else text[:40] + " … " + text[-15:]


def swap(kind, label, s, start, end, new, old=None, **more):
    """An edit of one place of a sentence: `new` stands in the version after, `old` (or what stands there) before."""
    here = s.text[start:end]
    old = here if old is None else old
    return Edit(kind, label, [(s.para, s.start + start, s.start + end, old, new)], places=[(s.para, s.number)],
                what=f"{label}: {short(old)!r} -> {short(new)!r}", **more)


def both_ways(there, back, label, s, start, end, new, **more):
    """The same edit there and back: the real text is the version before, or the version after."""
    here = s.text[start:end]
    return [swap(there, label, s, start, end, new, **more), swap(back, label + ", back", s, start, end, here, new, **more)]


def like(word, model):
    """A word with the capital of another."""
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


def matches(pattern, text, flags=0):
    return grasp(pattern, flags).finditer(text)


def table(text):
    return [pair.split("=") for pair in text.split(",")]


# Numbers

def number_tokens(text, language):
    named = NUMBER_WORDS.get(language, "").split()
    extra = MORE_NUMBERS.get(language)
    pattern = r"\d[\d.,]*\d|\d" + (r"|\b(?:" + "|".join(named) + (("|" + extra) if extra else "") + r")\b" if named else "")
    return [m for m in matches(pattern, text, re.I)]


def only_number(s, m, language):
    """Whether a number is the only one of its sentence, save a million behind it."""
    return all(m.start() <= t.start() < m.end() for t in number_tokens(s.text, language))


def other_number(text, rng):
    """Another number of the same length, mostly: a figure changed, two figures swapped, the point moved."""
    spots = [i for i, c in enumerate(text) if c.isdigit()]
    if len(spots) == 1:
        return rng.choice([c for c in "23456789" if c != text])
    a, b = spots[0], spots[1]
    ways = []
    if text[a] != text[b] and text[b] != "0":
        ways.append(text[:a] + text[b] + text[a + 1:b] + text[a] + text[b + 1:])
    ways.append(text[:a] + rng.choice([c for c in "123456789" if c != text[a]]) + text[a + 1:])
    if re.fullmatch(r"[1-9]\.[1-9]", text):
        ways.append(text.replace(".", ""))
    return rng.choice(ways)


TIME_UNITS = {"en": words("years days months weeks hours minutes seconds decades centuries hrs mins nights mornings weekends "
                          "seasons evenings quarters"),
              "de": words("Jahre Jahren Tage Tagen Monate Monaten Wochen Stunden Minuten Sekunden Uhr")}
NOT_NOUNS = words("is was has as its this us plus vs percent points others ours his yards does times feet foot minus versus "
                  "miles inches pounds degrees seats acres kilometres kilometers meters metres cents dollars euros tons tonnes "
                  "bits towards sets goes comes perhaps")
UNITS = {
    "de": "Prozent Prozentpunkte Millionen Milliarden Euro Menschen Personen Tote Verletzte Kilometer Meter Grad Punkte Dollar "
          "Mitglieder Stimmen Mitarbeiter Tonnen Staaten Länder Kinder Teilnehmer Besucher",
    "es": "millones euros personas kilómetros metros países puntos dólares muertos heridos vuelos",
    "fr": "millions milliards euros personnes kilomètres pays dollars",
    "it": "milioni miliardi euro persone chilometri metri", "nl": "procent miljoen miljard euro mensen kilometer",
    "pl": "mld mln tys. euro zł km proc.",
    "tr": "milyon milyar bin lira kişi ton metre kilometre", "ja": "人 円 億円 万人 万円 件 社 カ国 キロ 歳 校", "zh": "人 万 亿 元 个 名 项",
    "ar": "مليون مليار دولار ألف شخص"}
LABELLED = r"(?:No\.|[Nn]umber|page|chapter|first|last|next|top|previous|level|phase|type|between|than|least|[A-Z]\w*|\d)$"


def before_word(text, at):
    return text[:at].rstrip().rsplit(" ", 1)[-1]


def counted(s, language):
    """Numbers before a plural noun, the noun in group 2."""
    if language == "en":
        named = "|".join(words(NUMBER_WORDS["en"]))
        pattern = r"(?<![\w$£€.,:/–+-])(\d{1,3}(?:,\d{3})*|" + named + r") ([a-z]{3,}s|people|men|women|children)\b(?![-’'])"
    else:
        named = "|".join(words(NUMBER_WORDS["de"]))
        pattern = r"(?<![\w.,:/–+-])(\d{1,3}(?:\.\d{3})*|" + named + r") ([A-ZÄÖÜ][a-zäöüß]{3,}(?:en|er|e|n|s))\b(?![-’'])"
    for m in matches(pattern, s.text):
        if m.group(2) in TIME_UNITS[language] or m.group(2) in NOT_NOUNS or m.group(2).endswith("ss") or m.group(1) in ("0", "1"):
            continue
        if not only_number(s, m, language) or re.search(LABELLED, before_word(s.text, m.start(1))) and before_word(s.text,
                m.start(1)) not in ("than", "least"):
            continue
        yield m


def number_changed(a, rng):
    """Counts, percents, money, decimals, thousands and number words."""
    for s in a.clean:
        if a.language in ("en", "de"):
            for m in counted(s, a.language):
                named, old = NUMBER_WORDS[a.language].split(), m.group(1)
                new = rng.choice([w for w in named if w != old]) if old in named else other_number(old, rng)
                yield swap("number_changed", "word" if old in named else "thousands" if len(old) > 3 else "count", s,
                           m.start(1), m.end(1), new)
        patterns = {"percent": r"(?<![\w.,$-])(\d{1,2}(?:[.,]\d)?)(?= ?%| per ?cent\b| Prozent\b)",
                    "money": r"[$£€](\d[\d,]*(?:\.\d+)?)(?: (?:million|billion|trillion))?(?![\w-])"}
        if a.language in UNITS:
            tail = r"(?=(?:" + alt(UNITS[a.language]) + r"))" if a.wide else r"(?= (?:" + alt(UNITS[a.language]) + r")(?!\w))"
            patterns["unit"] = r"(?<![\w.,-])(\d{1,3}(?:[.,]\d+)?)" + tail
        if a.language == "tr":
            patterns["percent"] = r"\byüzde (\d\d(?:,\d)?)(?= )"
        for label, pattern in patterns.items():
            for m in matches(pattern, s.text):
                old = m.group(1)
                if not only_number(s, m, a.language) or before_word(s.text, m.start()) in ("a", "an") or not re.search("[2-9]",
                        old):
                    continue
                new = other_number(old, rng)
                if label == "unit" and a.language in ("pl", "ar"):
                    new = other_number(old[0], rng) + old[1:] if len(old) > 1 else old
                if new != old:
                    yield swap("number_changed", "decimal" if re.search(r"\d[.,]\d$", old) else label, s, m.start(1), m.end(1),
                               new)


PLAIN_ADJECTIVES = (r"(?:new|other|main|major|largest|biggest|big|young|local|older|younger|key|more|additional|separate|"
                    r"different|American|British|French|German|[a-z]+(?:al|ic|ive|ous|ian))")
DETERMINERS = {"en": "the these those its their his her our all of from in with for by and to other such including against "
                     "among killed wounded injured arrested has have had includes include won lost sold bought sent hired "
                     "employs selected interviewed found identified involving involved featuring spent took made received "
                     "scored released added through across into Mr", "de": "die den der diese alle diesen",
               "es": "los las sus estos", "fr": "les ces ses leurs", "it": "i gli le", "nl": "de deze"}


COUNTABLES = ("companies suspects officers studies states countries students witnesses victims workers lawmakers candidates "
              "senators players families films projects bills cases schools hospitals buildings vehicles homes shops stores "
              "agencies banks reports attacks protesters soldiers leaders judges lawyers nations cities researchers scientists "
              "authors groups products devices models songs albums rounds debates meetings emails letters documents videos "
              "photos tests trials programs sites")


def number_planted(a, rng):
    """A small number stands before a plural noun with an article, where the sentence has none."""
    for s in a.clean if a.language == "en" else ():
        found = list(matches(r"\b(?:[Tt]he|[Tt]hese|[Tt]hose|its|their|his|her)( )(?:" + alt(COUNTABLES) + r")\b(?![-’'])",
                             s.text))
        if len(found) == 1 and not number_tokens(s.text,
                                                 "en") and not re.search(r"\b(?:all|both|of|most|many|between) (?:the|these|"
                                                                         r"those|its|their|his|her) ", s.text[:found[0].end(1)],
                                                                                 re.I):
            m = found[0]
            number = rng.choice(words("two three four five six seven eight nine ten 11 12"))
            yield from both_ways("number_added", "number_removed", "planted", s, m.start(1), m.end(1), f" {number} ")


def number_gone(a, rng):
    """The number before a plural noun comes or goes: the 12 states, the states."""
    if a.language not in DETERMINERS:
        return
    named = NUMBER_WORDS[a.language]
    noun = {"de": r"[A-ZÄÖÜ][a-zäöüß]{3,}(?:en|er|e|n|s)", "en": r"(?:" + PLAIN_ADJECTIVES
            + r" )?(?:[a-z]{3,}s|people|men|women|children)",
            "it": r"[a-zà-ú]{3,}[ie]", "nl": r"[a-z]{3,}(?:en|s)"}.get(a.language, r"[a-zà-ú]{3,}s")
    pattern = (r"(?<!\w)(?:" + alt(DETERMINERS[a.language]) + r") ((?:\d{1,3}(?:[.,]\d{3})*|" + alt(named) + r") )(?:" + noun
               + r")\b(?![-’'])")
    for s in a.clean:
        for m in matches(pattern, s.text, re.I):
            last = m.group().rsplit(" ", 1)[-1]
            units = TIME_UNITS.get(a.language, []) + NOT_NOUNS + words(UNITS.get(a.language, ""))
            if last in units or last.endswith("ss") or m.group(1).strip() in ("0", "1") or not only_number(s, m, a.language):
                continue
            if last in words("semanas semaine años jours mois ans anni giorni mesi dagen jaren weken mesos meses días horas "
                             "heures semaines milioni millones milhões") or last[0].isupper() and a.language != "de":
                continue
            if a.language == "en" and re.search(r"\b(?:between|from|by|to|for) $", s.text[:m.start(1)]) and not last == "people":
                if re.search(r"\b(?:by|to|between) $", s.text[:m.start(1)]) or last in ("games", "points", "goals"):
                    continue
            yield from both_ways("number_removed", "number_added", "before a noun", s, m.start(1), m.end(1), "")


def cosmetic_number(a, rng):
    """The same quantity in another form."""
    named = NUMBER_WORDS.get(a.language, "").split()
    for s in a.clean:
        found = []
        if a.language in ("en", "de"):
            for m in counted(s, a.language):
                if m.group(1) in named:
                    found.append(("word to figures", m.start(1), m.end(1), str(named.index(m.group(1)) + 2)))
                elif m.group(1).isdigit() and int(m.group(1)) <= len(named) + 1:
                    found.append(("figures to word", m.start(1), m.end(1), named[int(m.group(1)) - 2]))
        if a.language == "en":
            for m in matches(r"(?<![\w.,$])(\d[\d.]*)( per ?cent|%)(?= (?:of|in|and|on|for|from|to)\b|[.,])", s.text):
                found.append(("percent", m.start(2), m.end(2), "%" if " " in m.group(2) else " percent"))
            for m in matches(r"(?<![\w.,$£€])(\d{1,3}),(\d{3}) (?=[a-z]+s\b|people)", s.text):
                found.append(("comma", m.start(1), m.end(2), m.group(1) + m.group(2)))
                if m.group(2) == "000" and int(m.group(1)) in range(2, 21):
                    found.append(("thousands", m.start(1), m.end(2), named[int(m.group(1)) - 2] + " thousand"))
            for m in matches(r"[$£](\d+(?:\.\d)?) (million|billion)\b(?!-)", s.text):
                whole, _, part = m.group(1).partition(".")
                zeros = (whole + part).ljust(len(whole) + (6 if m.group(2) == "million" else 9), "0")
                found.append(("money letter", m.end(1), m.end(2), {"million": "m", "billion": "bn"}[m.group(2)]))
                found.append(("money figures", m.start(1), m.end(2), f"{int(zeros):,}"))
            for m in matches(r"(?<![\w.,$£€])(\d+(?:\.\d)?) million\b(?!-)", s.text):
                whole, _, part = m.group(1).partition(".")
                found.append(("million", m.start(), m.end(), f"{int((whole + part).ljust(len(whole) + 6, '0')):,}"))
        else:
            for m in matches(r"(?<![\w.,])\d[\d.,]*( Prozent\b| ?%)", s.text):
                if a.language == "de":
                    found.append(("percent", m.start(1), m.end(1), " %" if "P" in m.group(1) else " Prozent"))
            for m in matches(r"(?<![\w.,])(\d{1,3})([.  ])(\d{3})(?= " + LETTERS + r"{3,})", s.text):
                if m.group(2) == "." and a.language in ("de", "es", "it", "nl", "tr"):
                    found.append(("separator", m.start(2), m.end(2), " "))
        for label, start, end, new in found:
            if all(start - 12 <= t.start() <= end for t in number_tokens(s.text, a.language)):
                yield from both_ways("cosmetic_number", "cosmetic_number", label, s, start, end, new)


# Dates

YEARS = {"en": r"\b(?:in|since|by|until|of) ((?:19|20)\d\d)\b(?=[.,;]| [a-z])(?! (?:to|and|or|through|until)\b)(?!, \d)",
         "de": r"\b(?:Jahr|Jahre|Jahres|seit|Ende|Anfang|von) ((?:19|20)\d\d)\b(?! (?:bis|und)\b)(?=[.,]? [\wÄ])",
         "es": r"\b(?:en|de|desde) ((?:19|20)\d\d)\b(?=[.,]| [a-z])(?! y\b)",
         "fr": r"\b(?:en|depuis|de) ((?:19|20)\d\d)\b(?=[.,]| [a-z])(?! (?:et|à)\b)",
         "it": r"\b(?:nel|dal|del) ((?:19|20)\d\d)\b(?=[.,]| [a-z])",
         "nl": r"\b(?:in|sinds) ((?:19|20)\d\d)\b(?=[.,]| [a-z])", "pl": r"\bw ((?:19|20)\d\d)(?= r\.| roku)",
         "tr": r"\b((?:19|20)\d\d)(?= yılı)", "ja": r"(?<!\d)((?:19|20)\d\d)(?=年)", "zh": r"(?<!\d)((?:19|20)\d\d)(?=年)",
         "ar": r"(?:عام|سنة) ((?:19|20)\d\d)\b", "ru": r"\bв ((?:19|20)\d\d)(?= году)",
         "pt": r"\b(?:em|de) ((?:19|20)\d\d)\b(?=[.,]| [a-z])"}
DAY_LEADS = {"en": "on last next this since until by late early", "de": "am vom seit bis nächsten vergangenen kommenden diesen",
             "es": "el del al este", "fr": "ce de du dès depuis le jusqu’à",
             "it": "di da lo fino", "nl": "op vanaf sinds tot van"}


def one_day(text, language):
    return len(re.findall(r"\b(?:" + alt(DAYS.get(language, "")) + r")", text)) == 1 if language in DAYS else False


def weekdays(s, language):
    """The weekday of a sentence that has one, with what leads to it in group 1 and the day in group 2."""
    if not one_day(s.text, language):
        return
    days = alt(DAYS[language])
    if language in DAY_LEADS:
        yield from matches(r"\b(" + alt(DAY_LEADS[language]) + r") (" + days
                           + r")\b(?=[.,;]| [a-zäöü])(?! (?:and|or|to|through|und|bis|oder)\b)", s.text)
    elif language in ("tr", "ja", "zh", "ar"):
        yield from matches(r"(" + ("" if language != "tr" else "") + r")(" + days + r")"
                           + ("(?= (?:gün|sabah|akşam))" if language == "tr" else ""), s.text)


def shifted(year, rng):
    return str(int(year) + rng.choice([-4, -3, -2, -1, 1] if int(year) < 2016 else [-4, -3, -2, -1]))


def month_days(s, language):
    """Day and month without a year: March 5, 5. März, 5 de marzo. Groups: month, day."""
    if language not in MONTHS or re.search(r"\b(?:Sept?\w*\.? 11|July 4|Jan\w*\.? 6)\b|\d{1,2}(?:st|nd|rd|th)", s.text):
        return
    months = alt(MONTHS[language])
    short = "|".join(map(re.escape, SHORT_MONTHS.values()))
    pattern = rf"\b(?P<d>\d\d?) (?P<m>{months})\b"
    if language == "en":
        pattern = rf"(?P<m>{months}|{short}) (?P<d>\d\d?)(?=[.;]| [a-z])(?! (?:to|and|or|through)\b)"
    elif language == "de":
        pattern = rf"\b(?P<d>\d\d?)\. (?P<m>{months})\b(?! (?:bis|und)\b)"
    elif language in ("es", "pt"):
        pattern = rf"\b(?P<d>\d\d?) de (?P<m>{months})\b"
    found = list(matches(pattern, s.text))
    if len(found) == 1 and not re.search(r"[–-]$|\b(?:and|to|und|[Bb]is|y|et|a|al)\b.?$",
                                         s.text[:found[0].start()].rstrip()[-4:]):
        yield found[0]


def date_changed(a, rng):
    """Weekday, month, day, year and clock time become others; a weekday comes or goes."""
    language = a.language
    for s in a.clean:
        for m in weekdays(s, language):
            new = rng.choice([d for d in DAYS[language].split() if d != m.group(2)])
            yield swap("date_changed", "weekday", s, m.start(2), m.end(2), new)
            if language == "en" and m.group(1) == "on" and m.start() > 12 and s.text[m.end():m.end()
                    + 1] in ".," and before_word(s.text, m.start())[-1:].isalpha():
                yield from both_ways("date_changed", "date_changed", "weekday gone", s, m.start() - 1, m.end(), "")
        for m in month_days(s, language):
            day = m.group("d")
            yield swap("date_changed", "day", s, m.start("d"), m.end("d"),
                       rng.choice([str(n) for n in range(10, 29) if str(n) != day])
                       if len(day) == 2 else rng.choice([c for c in "23456789" if c != day]))
            if not re.search(r"\w+\.$", m.group("m")):
                yield swap("date_changed", "month", s, m.start("m"), m.end("m"),
                           rng.choice([x for x in MONTHS[language].split() if x != m.group("m")]))
        years = re.findall(r"(?:19|20)\d\d", s.text)
        for m in matches(YEARS.get(language, "$^"), s.text):
            if len(years) == 1 and not re.search(rf"(?:{alt(MONTHS.get(language, 'x'))})\b.{{0,8}}$", s.text[:m.start(1)]):
                yield swap("date_changed", "year", s, m.start(1), m.end(1), shifted(m.group(1), rng))
        if language == "en":
            for m in matches(r"\b(?:in|since|last|next|late|early) ("
                             + alt([x for x in MONTHS["en"].split() if x not in ("May", "March")])
                             + r")\b(?=[.,;]| [a-z])(?!,? \d)", s.text):
                if len(re.findall(alt(MONTHS["en"]), s.text)) == 1:
                    yield swap("date_changed", "month", s, m.start(1), m.end(1),
                               rng.choice([x for x in MONTHS["en"].split() if x not in (m.group(1), "May", "March")]))
        clock = {"en": r"\b(?:at|around|until|by|after|before) (\d\d?)(?=(?::\d\d)? [ap]\.?m\b)",
                 "de": r"\b(?:um|gegen|ab|bis) (\d\d?)(?=(?:[.:]\d\d)? Uhr)", "tr": r"\bsaat (\d\d)(?=[.:]\d\d)",
                 "es": r"\ba las (\d\d?)(?=[:.]\d\d| horas)"}.get(language)
        for m in matches(clock or "$^", s.text):
            top = range(2, 12) if language == "en" else range(10, 23)
            yield swap("date_changed", "clock", s, m.start(1), m.end(1),
                       rng.choice([str(n) for n in top if str(n) != m.group(1)]))


LAST_YEAR = {"sh": "2018", "polnear": "2015"}


def date_rephrased(a, rng):
    """The same day or time in other words."""
    language, source = a.language, a.name.split("/")[0]
    for s in a.clean:
        found = []
        for m in weekdays(s, language):
            if language == "en" and m.group(1) == "on" and m.start() > 5:
                found += [("weekday to today", m.start(), m.end(), "today"),
                          ("weekday to yesterday", m.start(), m.end(), "yesterday")]
                found.append(("weekday shortened", m.start(2), m.end(2),
                              {"Tuesday": "Tues.", "Thursday": "Thurs."}.get(m.group(2), m.group(2)[:3] + ".")))
            if language == "de" and m.group(1) == "am" and m.start() > 5 and not re.match(r" (?:de[sr]|vo[nmr]|i[mn]|auf) ",
                    s.text[m.end():]):
                found += [("weekday to today", m.start(), m.end(), "heute"),
                          ("weekday to yesterday", m.start(), m.end(), "gestern")]
            if language == "es" and m.group(1) == "el" and m.start() > 5:
                found += [("weekday to today", m.start(), m.end(), "hoy"), ("weekday to yesterday", m.start(), m.end(), "ayer")]
            if language == "fr" and m.group(1) == "ce":
                found.append(("weekday to today", m.start(), m.end(), "aujourd’hui"))
        for m in month_days(s, language):
            month, day = m.group("m"), m.group("d")
            if language == "en":
                long = next((k for k, v in SHORT_MONTHS.items() if v == month), month)
                found.append(("day first", m.start(), m.end(), f"{day} {long}"))
                if month == long:
                    found.append(("ordinal", m.end("d"), m.end("d"),
                                  "th" if int(day) in (11, 12, 13) else {"1": "st", "2": "nd", "3": "rd"}.get(day[-1], "th")))
                if month in SHORT_MONTHS:
                    found.append(("month shortened", m.start("m"), m.end("m"), SHORT_MONTHS[month]))
                elif long != month:
                    found.append(("month in full", m.start("m"), m.end("m"), long))
            if language == "de" and not re.match(r" \d{4}", s.text[m.end():]):
                found.append(("figures", m.start(), m.end(), f"{day}.{MONTHS['de'].split().index(month) + 1}."))
        if language == "en":
            for m in matches(r"\b(" + alt(MONTHS["en"]) + r") (\d\d?), (\d{4})\b", s.text):
                found.append(("day first", m.start(), m.end(), f"{m.group(2)} {m.group(1)} {m.group(3)}"))
                found.append(("figures", m.start(), m.end(),
                              f"{m.group(3)}-{MONTHS['en'].split().index(m.group(1)) + 1:02}-{int(m.group(2)):02}"))
            for m in matches(r"(?<![-–:])\b(\d\d?)(:\d\d)? ([ap])\.?m\b(?=,| [a-z])\.?|"
                             r"(?<![-–:])\b(\d\d?)(:\d\d)? ([ap])\.m\.(?= [a-z])", s.text):
                hour, minutes, half = (m.group(1) or m.group(4)), (m.group(2) or m.group(5) or ""), (m.group(3) or m.group(6))
                found.append(("clock closed up", m.start(), m.end(), f"{hour}{minutes}{half}m"))
                found.append(("24 hours", m.start(), m.end(), f"{int(hour) % 12 + (12 if half == 'p' else 0)}{minutes or ':00'}"))
                if not minutes and half == "p" and 6 <= int(hour) <= 9:
                    found.append(("o’clock", m.start(), m.end(), f"{hour} o’clock in the evening"))
            for m in matches(r"\b(?:in) ((?:19|20)\d\d)\b(?=[.,;]| [a-z])", s.text):
                if len(re.findall(r"(?:19|20)\d\d", s.text)) == 1 and not re.search(rf"(?:{alt(MONTHS['en'])})\b", s.text):
                    found.append(("the year", m.start(1), m.end(1), "the year " + m.group(1)))
            for m in matches(r"(?<=[a-z] )last year\b(?=[.,]| (?:to|by|in|when|as|after|with|that|for)\b)", s.text):
                if source in LAST_YEAR and not re.search(r"\d{4}", s.text):
                    found.append(("last year", m.start(), m.end(), "in " + LAST_YEAR[source]))
        if language == "de":
            for m in matches(r"\b(\d\d?)\. (" + alt(MONTHS["de"]) + r") (\d{4})\b", s.text):
                found.append(("figures", m.start(), m.end(),
                              f"{int(m.group(1)):02}.{MONTHS['de'].split().index(m.group(2)) + 1:02}.{m.group(3)}"))
            for m in matches(r"\b(\d\d?) Uhr\b", s.text):
                found.append(("clock", m.start(), m.end(), f"{m.group(1)}.00 Uhr"))
            for m in matches(r"\b[Ii]m Jahre? (\d{4})\b", s.text):
                if m.start() > 4:
                    found.append(("the year", m.start(), m.end(), m.group(1)))
        for label, start, end, new in found:
            yield from both_ways("date_rephrased", "date_rephrased", label, s, start, end, new)


# Names and titles

FULL_NAME = r"(?:" + alt(MEN, WOMEN) + r") (?:[A-Z]\. )?[A-Z][a-zäöüß]{3,}(?:-[A-Z][a-z]+)?"
PERSON = r"(?<=[a-z,;] )(" + FULL_NAME + r")\b(?![-’']|,? [A-ZÄÖÜ]|,? Jr|\.\w)"


def people(s):
    """Full names in the middle of a sentence that holds one such name."""
    found = [m for m in matches(PERSON, s.text) if m.group(1).split()[0] not in ("Virginia", "Victoria", "Chelsea", "Christian",
            "Mark")]
    return found if len(found) == 1 else []


def new_person(old, a, rng):
    return rng.choice([n for n in (NEW_WOMEN if old.split()[0] in WOMEN else NEW_MEN) if n.split()[1] not in a.text])


def places_in(s, language):
    """Names of places behind a preposition, as (match, list it is from). Group 1 is the name."""
    groups = [("countries", COUNTRIES), ("cities", CITIES), ("states", STATES)]
    if language != "en":
        groups = [("places", words(part)) for part in FOREIGN_PLACES.get(language, "").split(";")]
    for label, names in groups:
        if not names:
            continue
        if language == "tr":
            pattern = r"\b(" + alt(names) + r")(?=['’](?:da|ya|nın)\b)"
        elif language in PLACE_LEADS:
            alone = r"\b(?=[.,;]| [a-zäöü])(?! (?:and|or|und|oder|y|et|e|en|i)\b)(?!, [A-Z])"
            pattern = r"(?<=[a-zäöüß,] )(?:" + alt(PLACE_LEADS[language]) + r") (" + alt(names) + r")" + alone
        else:
            pattern = r"(" + alt(names) + r")"
        found = list(matches(pattern, s.text))
        if len(found) == 1 and s.text.count(found[0].group(1)) == 1:
            yield found[0], label, names


def name_changed(a, rng):
    for s in a.bland(SAYING):
        if a.language in ("en", "de", "fr", "es", "it", "nl"):
            for m in people(s):
                yield swap("name_changed", "person", s, m.start(1), m.end(1), new_person(m.group(1), a, rng))
        for m, label, names in places_in(s, a.language):
            new = rng.choice([n for n in names if n not in s.text and n[:3] != m.group(1)[:3]])
            if a.language == "tr":
                alike = [n for n in names if n not in s.text and n[-1] in "aı" and m.group(1)[-1] in "aı"]
                if not alike:
                    continue
                new = rng.choice(alike)
            yield swap("name_changed", label, s, m.start(1), m.end(1), new)
        if a.language == "en":
            found = list(matches(r"(?<=[a-z,] )(" + alt(FIRMS) + r")\b(?=[.,;]| [a-z]|['’]s [a-z])(?! (?:and|or)\b)", s.text))
            if len(found) == 1 and s.text.count(found[0].group(1)) == 1:
                m = found[0]
                yield swap("name_changed", "firm", s, m.start(1), m.end(1), rng.choice([n for n in FIRMS if n not in s.text]))


NOUNS = (r"people|conference|meeting|rally|home|house|office|offices|court|attack|attacks|hospital|city|war|election|protest|"
         r"protests|embassy|summit|event|crowd|speech|headquarters|school|schools|university|factory|factories|plant|plants|"
         r"store|stores|market|hotel|airport|station|stadium|museum|church|apartment|workers|voters|residents|students|"
         r"families|farmers|officials|troops|forces|elections|debate|convention|campaign|primary|game|match|concert|"
         r"\w+(?:ions?|ments?|ists?)")


ROLE_WORDS = ("suspect victim driver judge lawyer mayor governor spokesman spokeswoman director author defendant chairman "
              "founder owner manager coach professor minister sheriff pilot captain editor gunman officer teacher principal "
              "widow producer organizer landlord")
VENUES = ("conference meeting rally summit protest hospital hotel airport school factory event forum hearing ceremony courthouse "
          "warehouse museum festival")


def name_gone(a, rng):
    """A name comes or goes: between commas, behind a noun, a state behind a city."""
    for s in a.clean:
        found = []
        if a.language == "en":
            for m in matches(r"(?:\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Mm]y)|"
                             r"['’]s) (?:[a-z-]+ ){0,3}[a-z]{4,}(, ([A-Z][a-z]+ (?:[A-Z]\. )?[A-Z][a-z]{2,}),)(?= (?!and\b|"
                             r"or\b|the\b)[a-z])", s.text):
                if not re.search(alt(COUNTRIES, CITIES, STATES), m.group(2)):
                    found.append(("name between commas", m.start(1), m.end(1), ""))
            for m in matches(r"\b(?:" + NOUNS + r")( (?:in|from|near|outside|across) (?:" + alt(COUNTRIES, CITIES, STATES)
                             + r"))(?=[.]| (?:that|which|when|after|before|to|on|and|with|where|for|"
                             r"as|was|were|is|are|has|have|had|by|at|during)\b)(?! (?:and|to) [A-Z])", s.text):
                if not re.search(r"\b(?:interest|faith|confidence)\w*$", s.text[:m.start(1)]):
                    found.append(("place behind a noun", m.start(1), m.end(1), ""))
            for m in matches(r"\b(?:" + alt(CITIES) + r"|[A-Z][a-z]+(?:ton|ville|burg|field|land))(, (?:"
                             + alt(STATES, COUNTRIES) + r"),)(?= (?!and\b|or\b)[a-z])", s.text):
                found.append(("state behind a city", m.start(1), m.end(1), ""))
            for m in matches(r"(?<=[a-z] )the (" + alt(ROLE_WORDS) + r")(?= (?:was|is|has|had|will|did|told|said|who)\b)|^The ("
                             + alt(ROLE_WORDS) + r")(?= (?:was|is|has|had|will|did|told|said)\b)", s.text):
                role = m.group(1) or m.group(2)
                name = new_person("Mary X" if role in ("spokeswoman", "widow") else "John X", a, rng)
                found.append(("name planted", m.end(), m.end(), f", {name},"))
            m = re.search(r"\b(?:a|the|an|this) (?:[a-z-]+ )?(?:" + alt(VENUES)
                          + r")(?=\.$| (?:on|where|when|after|with|last|before|this|during)\b)", s.text)
            if m and not re.search(r"\b(?:in|at|near|outside|from) (?:the )?[A-Z]", s.text):
                found.append(("place planted", m.end(), m.end(), " in " + rng.choice([c for c in CITIES if c not in a.text])))
        if a.language == "de" and not has_word(SAYING["de"], s.text):
            for m in matches(r"\b[A-ZÄÖÜ][a-zäöüß]+(?:ung|ion|enz|haus|treffen|wahl|gericht|büro|park|platz|schule|klinik|"
                             r"gipfel|krieg|heit|keit|markt|werk)(en)?( in (?:"
                             + alt(FOREIGN_PLACES["de"].replace(";", " ")) + r"))(?=[.]| [a-zäöü])(?! (?:und|oder)\b)", s.text):
                found.append(("place behind a noun", m.start(2), m.end(2), ""))
        for label, start, end, new in found[:2]:
            came, went = ("name_added", "name_removed") if new else ("name_removed", "name_added")
            yield from both_ways(came, went, label, s, start, end, new)


def misspelt(word, vocabulary, rng):
    """A slip of the keys inside a word: letters swapped, lost or doubled. None where all slips are words."""
    ways = []
    for i in range(2, len(word) - 2):
        if word[i] != word[i + 1]:
            ways.append(word[:i] + word[i + 1] + word[i] + word[i + 2:])
        ways.append(word[:i] + word[i + 1:])
        if word[i - 1] != word[i] != word[i + 1] and word[i] in "lmnprst":
            ways.append(word[:i] + word[i] + word[i:])
    ways = [w for w in ways if w.lower() not in vocabulary and w != word]
    return rng.choice(ways) if ways else None


def typo_name(a, rng):
    """A name whose right spelling stands elsewhere in the article, or a place, was misspelt in the version before."""
    for s in a.clean:
        found = []
        if a.language in ("en", "de", "fr", "es", "it", "nl", "tr", "pl"):
            if a.language == "de":
                full = r"(?<=[a-zäöüß,] )(?:" + alt(MEN, WOMEN) + r") ([A-Z][a-zäöüß]{5,})\b(?!-)"
            else:
                full = rf"(?<=[a-zà-ÿ,] )[A-Z]{LETTERS}{{2,}} ([A-Z][a-zà-ÿ]{{5,}})\b(?!-)(?! [A-Z])"
            found = [("surname", m) for m in matches(full, s.text)
                     if not re.search("(?:can|ese|ish|ean|ians?|tic|day|mas|ber|ary)$", m.group(1))
                     and len(re.findall(r"\b" + m.group(1) + r"\b", a.text)) >= 2]
        if a.language == "en" and not found:
            found = [("place", m) for m, _, _ in places_in(s, "en") if len(m.group(1)) >= 6]
        for label, m in found[:1]:
            wrong = misspelt(m.group(1), a.vocabulary, rng)
            if wrong and s.text.count(m.group(1)) == 1:
                yield swap("typo_name", label, s, m.start(1), m.end(1), m.group(1), wrong)


def title_changed(a, rng):
    pairs = TITLES if a.language == "en" else FOREIGN_TITLES.get(a.language, [])
    for s in a.clean:
        for old, new in pairs:
            if old not in s.text:
                continue
            if a.language == "en":
                who = (r"(?:" + alt(MEN, WOMEN) + r") [A-Z][a-z]+"
                       if old[0].islower() else r"(?:[A-Z]\. )?[A-Z][a-z]+(?: [A-Z][a-z]+)?")
            else:
                who = r"[A-ZÄÖÜİŞÇ][a-zà-ÿışğ]+ [A-ZÄÖÜİŞÇ][a-zà-ÿışğ]+"
            found = list(matches(r"(?<![-\w])(" + re.escape(old) + r") (?=" + who + r"\b)", s.text))
            if len(found) != 1 or re.search(r"\b(?:Vice|vice|former|Former|then|Deputy|deputy|ex|acting|late|Senior|senior|"
                                            r"assistant|executive|managing|co|First|first|General|Foreign|Prime|Chief|chief|Ex|"
                                            r"US|U\.S\.|Attorney|Lt\.|campaign|legal|news|design|art|music|opinion|general|"
                                            r"film) ?-?$", s.text[:found[0].start()]):
                continue
            m = found[0]
            if a.language != "en" and (s.text.split()[0] == old and new[0].islower()):
                continue
            article = before_word(s.text, m.start())
            if new.startswith("former") and (article[:1].isupper()
                                             or article in ("incumbent", "current", "sitting", "new", "next")):
                continue
            if (article in ("a", "an")) and (new[0] in "aeiou") != (old[0] in "aeiou"):
                continue
            yield swap("title_changed", f"{old} to {new}", s, m.start(1), m.end(1), like(new, "X") if m.start() == 0 else new)


# Quotations

def inside(a, least=8):
    """Long quotations: a Sentence-like place that holds the words between the marks."""
    for i, p in enumerate(a.paras):
        spans = quotations(p)
        for n, (start, end) in enumerate(spans):
            text = p[start:end]
            if (len(text) >= 2 * least if a.wide else len(text.split()) >= least) and not re.search(r"[\[\]{}<>…]|\.\.\.",
                    text) and text.count("‘") == 0:
                yield Sentence(i, start, end, text, 1000 + n), spans


def spoken(a, s):
    """Whether a quotation is speech: it begins the paragraph or a verb of saying stands near."""
    p = a.paras[s.para]
    near = p[max(0, s.start - 60):s.start] + " | " + p[s.end:s.end + 60]
    before = p[:max(0, s.start - 1)].rstrip()
    if s.start > 1 and a.language in ("ja", "zh"):
        return p[s.end + 1:s.end + 2] == "と" or before.endswith(("：", "，"))
    return s.start <= 1 or before.endswith((".", ":", ",", "!", "?", "»", "“", "”", '"')) and has_word(SAYING.get(a.language,
            r"\w+"), near)


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
    pairs = table(QUOTE_WORDS[a.language]) if a.language in QUOTE_WORDS else []
    for s, _ in inside(a):
        for old, new in pairs:
            found = list(matches(re.escape(old) if a.wide else r"(?<![\w-])" + re.escape(old) + r"(?![\w’'-])", s.text))
            if len(found) == 1 and fits_quote(s, found[0], old, new):
                yield swap("quote_changed", f"{old} to {new}", s, found[0].start(), found[0].end(), new)
        for m in counted(s, "en") if a.language == "en" else ():
            named = words(NUMBER_WORDS["en"])
            new = rng.choice([w for w in named if w != m.group(1)]) if m.group(1) in named else other_number(m.group(1), rng)
            yield swap("quote_changed", "number in a quotation", s, m.start(1), m.end(1), new, more={"number_changed"})


def plain_words(s, a, least=7):
    """Lower-case words that may be misspelt, clear of those that carry another type."""
    for m in matches(r"(?<![\w’'-])[a-zà-ÿğışœ]{" + str(least) + r",}(?![\w’'-])", s.text):
        if not any(has_word(t[a.language], m.group()) for t in (SAYING, HEDGE, NEGATION, MORE_NUMBERS) if a.language in t):
            if m.group() not in NUMBER_WORDS.get(a.language, "") and s.text.count(m.group()) == 1 and a.common[m.group()] >= 2:
                yield m


def typos(kind, label, a, s, rng, made=False):
    found = list(plain_words(s, a))
    if found:
        m = rng.choice(found)
        wrong = misspelt(m.group(), a.vocabulary, rng)
        if wrong:
            yield swap(kind, label, s, m.start(), m.end(), m.group(), wrong)
            if made:
                yield swap(kind, label + " made", s, m.start(), m.end(), wrong)


def quote_typo(a, rng):
    if a.language in ("en", "de", "fr", "es", "it", "nl", "pl", "tr"):
        for s, _ in inside(a):
            yield from typos("quote_typo", "mended", a, s, rng)


def harmless(text, language):
    """Whether words can go without taking a fact with them."""
    later = re.sub(r"(?:^|[.!?] )\W*\w", "", text)
    if re.search(r"\d", text) or language != "de" and re.search(r"\b(?!I\b)[A-ZÄÖÜ]", later):
        return False
    names = alt(DAYS.get(language, "xx"), MONTHS.get(language,
                                                     "xx")) + "|today|yesterday|tomorrow|tonight|heute|gestern|morgen|hoy|ayer"
    tables = [t[language] for t in (HEDGE, NEGATION, MORE_NUMBERS) if language in t] + [alt(NUMBER_WORDS.get(language, "xx"))]
    return not any(has_word(t, text) for t in tables) and not has_word(names, text)


def quote_length(a, rng):
    """A quotation loses or gains a sentence or a clause."""
    if a.language not in NEGATION:
        return
    for s, _ in inside(a, 12):
        total, parts = len(s.text.split()), cut(s.text)
        final = s.text[-1] if s.text[-1] in ".,!?" else ""
        found = []
        if len(parts) >= 2:
            (x, y), (u, v) = parts[-2], parts[-1]
            if s.text[y - 1] == "." and s.text[u:u + 1].isupper():
                found.append(("last sentence", y - 1, v, final))
            if s.text[parts[0][1] - 1] == "." and s.text[parts[1][0]:parts[1][0] + 1].isupper():
                found.append(("first sentence", 0, parts[1][0], ""))
            if len(parts) >= 3:
                found.append(("middle sentence", parts[1][0], parts[2][0], ""))
        elif a.language == "en":
            for m in matches(r",? (?:and|because|but|so that|when|while|after|as long as)\b [^,;:]+?([.,!?]?)$", s.text):
                if m.end() == len(s.text):
                    found.append(("last clause", m.start(), m.end(), m.group(1)))
        for label, start, end, new in found:
            gone = s.text[start:end].lstrip(" .,")
            if 4 <= len(gone.split()) <= total * .6 and total - len(gone.split()) >= 6 and harmless(gone,
                    a.language) and len(s.text[start:].split()) >= 4:
                yield from both_ways("quote_trimmed", "quote_extended", label, s, start, end, new)


def quote_gone(a, rng):
    """A quotation comes or goes: with its paragraph, with its clause, with its sentence."""
    for s, spans in inside(a, 6):
        p = a.paras[s.para]
        if 0 < s.para < len(a.paras) - 1 and spoken(a, s) and s.number == 1000 and len(p) > (25 if a.wide else 60):
            yield Edit("quote_removed", "with its paragraph", paras={s.para: ([p], [])}, more={"rem_para"},
                       what=f"with its paragraph {short(p)!r}")
            yield Edit("quote_added", "with its paragraph", paras={s.para: ([], [p])}, more={"add_para"},
                       what=f"with its paragraph {short(p)!r}")
        if a.language == "en":
            m = re.search(r", (?:calling|describing|saying|adding|declaring|labell?ing|writing|tweeting|noting|insisting|"
                          r"arguing)\b[^,.“”\"]{0,40}[“\"]$", p[:s.start])
            end = s.end + 1
            if m and p[end - 2:end + 1].strip("”\"") in (".", "’.") or m and p[end:end + 1] == ".":
                end_text = "." if p[s.end - 1] == "." else ""
                place = Sentence(s.para, m.start(), end, p[m.start():end],
                                 next((x.number for x in a.sentences if x.para == s.para and x.start <= m.start() < x.end), 0))
                if harmless(re.sub(r".*[“\"]", "", place.text[:-1]) or "x", "xx") and (end_text or p[end:end + 1] == "."):
                    yield from both_ways("quote_removed", "quote_added", "with its clause", place, 0, len(place.text), end_text)
    if a.language == "en":
        for x in a.sentences:
            near = [y for y in a.sentences if y.para == x.para and y.number != x.number]
            cue = re.fullmatch(r"[“\"][^“”\"]{40,}[,?!][”\"] (?:(?:s?he|they) said|said [^“”\",]+|[^“”\",]{3,40} said)\.", x.text)
            if cue and x.number > 0 and near and all(y in a.clean for y in near):
                start = x.start - 1
                yield Edit("quote_removed", "with its sentence", [(x.para, start, x.end, " " + x.text, "")],
                           places=[(x.para, x.number)], may={"reworded"}, what=f"with its sentence {short(x.text)!r}")
                yield Edit("quote_added", "with its sentence", [(x.para, start, x.end, "", " " + x.text)],
                           places=[(x.para, x.number)], may={"reworded"}, what=f"with its sentence {short(x.text)!r}")


CUE = r"(?P<said>s?he said|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)? said|said [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)?)"


def quote_speaker(a, rng):
    """The cue behind a quotation names another speaker: roles without a name, or full names."""
    if a.language not in ("en", "de"):
        return
    german = r"[“”\"«], sagte? (?P<said>er|sie|(?:der |die )?[A-ZÄÖÜ][\wäöüß]+(?: [A-ZÄÖÜ][\wäöüß]+)?)(?=[.,])"
    cue = r"[,?!][”\"] " + CUE + r"\." if a.language == "en" else german
    for s, spans in inside(a, 6):
        p = a.paras[s.para]
        m = re.compile(cue).match(p, s.end - 1 if a.language == "en" else s.end)
        if not m or len(spans) > 1:
            continue
        if a.language == "en":
            old, new = (f"said {who}" for who in rng.sample(ROLES, 2))
        else:
            old, new = rng.sample(FOREIGN_ROLES["de"], 2)
        at = [(s.para, m.start("said"), m.end("said"))]
        place = [(s.para, x.number) for x in a.sentences if x.para == s.para and x.start <= m.start("said") < x.end]
        yield Edit("quote_speaker_changed", "role", [(*at[0], old, new)], places=place, may={"attrib_changed"},
                   what=f"{old!r} -> {new!r}")
        if a.language == "en":
            names = rng.sample([n for n in NEW_MEN + NEW_WOMEN if n.split()[1] not in a.text], 2)
            yield Edit("quote_speaker_changed", "full name", [(*at[0], f"said {names[0]}", f"said {names[1]}")], places=place,
                       may={"attrib_changed", "name_changed"}, what=f"said {names[0]} -> said {names[1]}")


FIRST_WORDS = words("the it we i this that there they he she these those our my in a an people what you when our its his her "
                    "their if as for all some many most every both")


FIRST_PERSON = r"(?:am|was|have|had|did|got|saw|went|knew|thought|felt|made|took|came|will|[a-z]+ed)\b"


def told(quote, who, cue):
    """What somebody said, told without marks; None where that needs more than a change of persons."""
    text = " " + quote + " "
    if re.search(r"\blike,|\b(?:you|your|yours|me|mine|myself|ourselves|tomorrow|yesterday|today|here|now|ago|let['’]s|gonna|"
                 r"please|may|can|could|might|should|would)\b|\w['’](?:ll|d)\b|[;:—–?!…()]|\. ", text, re.I):
        return None
    first = quote.split()[0]
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
    rules = [(r"\bI['’]m\b|\bI am\b", f"{he} was"), (r"\bI['’]ve\b|\bI have\b", f"{he} had"), (r"\bI was\b", f"{he} was"),
             (r"\bI do\b", f"{he} did"), (r"\bI\b", f"{he}"), (r"\bmy\b", his),
             (r"\bwe['’]re\b|\bwe are\b", "they were"), (r"\bwe['’]ve\b|\bwe have\b", "they had"), (r"\bwe\b", "they"),
             (r"\bour\b", "their"), (r"\bus\b", "them"),
             (r"\bthere['’]s\b|\bthere is\b", "there was"), (r"\bit['’]s\b|\bit is\b", "it was"),
             (r"\bthat['’]s\b|\bthat is\b", "that was"), (r"\bthis is\b", "this was"), (r"\bthey['’]re\b", "they were")]
    for pattern, new in rules:
        text = re.sub(pattern, new, text)
    text = text.strip()
    return None if re.search(r"\bI\b|['’](?:re|ve|m)\b", text) else text


def quote_told(a, rng):
    """Speech in marks becomes a told sentence, and back."""
    if a.language != "en":
        return
    for s in a.sentences:
        m = re.fullmatch(r"[“\"]([^“”\"]{30,}),[”\"] " + CUE + r"\.", s.text)
        if not m or not balanced(a.paras[s.para]) or len(m.group(1).split()) < 7:
            continue
        cue = m.group("said")
        who = cue[5:] if cue.startswith("said ") else cue[:-5]
        text = told(m.group(1), who, cue)
        if text and cut(m.group(1)) == [(0, len(m.group(1)))]:
            yield from both_ways("quote_to_paraphrase", "paraphrase_to_quote", "told", s, 0, len(s.text),
                                 f"{who[0].upper() + who[1:]} said that {text}.")


# Sources, doubt, denial

def attrib_changed(a, rng):
    if a.language == "en":
        for s in a.clean:
            for m in matches(r"\b(?:according to |, )(" + alt(SOURCES) + r")(?= said\.|[.,] )|\b[Aa]ccording to ("
                             + alt(SOURCES) + r")(?=[.,])", s.text):
                n = 1 if m.group(1) else 2
                yield swap("attrib_changed", "source", s, m.start(n), m.end(n),
                           rng.choice([x for x in SOURCES if x != m.group(n)]))
            for old, new in VERBS:
                found = list(matches(r"(?<=[a-z] )" + old + r"(?= (?:that|the|it|he|she|they)\b)", s.text))
                if len(found) == 1 and len(re.findall(r"\b(?:" + SAYING["en"] + r")\b", s.text)) == 1:
                    if re.search(r"\b(?:is|are|was|were|been|be|has|have|had|being|to|will) $", s.text[:found[0].start()]):
                        continue
                    yield swap("attrib_changed", f"{old} to {new}", s, found[0].start(), found[0].end(), new)
    for s in a.bland(SAYING, HEDGE, NEGATION):
        if a.language == "en" and s.text[0].isupper():
            one, two = rng.sample(SOURCES, 2)
            at = len(s.text) - 1
            yield swap("attrib_changed", "source at the end", s, at, at, f", according to {two}", f", according to {one}")
        elif a.language == "de":
            one, two = rng.sample(["die Polizei", "die Staatsanwaltschaft", "das Ministerium", "die Stadtverwaltung",
                                   "die Feuerwehr", "das Unternehmen", "der Verband"], 2)
            at = len(s.text) - 1
            yield swap("attrib_changed", "source at the end", s, at, at, f", teilte {two} mit", f", teilte {one} mit")


def statement(s):
    """Whether a sentence states something by itself, not leaning on the one before."""
    return s.text.split()[0] in words("The A An In On At He She They It This These Its Their His Her Two Three Many More Most "
                                      "Der Die Das Ein Eine Es Er Sie Am Im In El La Los Las Un Una En Le Les L’ Il La Lo I "
                                      "Gli De Het Een W Na Po") or s.text.split()[0][0].isupper() and s.number == 0


def attrib_gone(a, rng):
    for s in a.bland(SAYING, HEDGE, NEGATION):
        if a.language in TAILS and statement(s) and not re.search(r"\b(?:I|we|you|my|our)\b", s.text, re.I):
            tail = rng.choice(TAILS[a.language])
            at = len(s.text) - 1
            yield from both_ways("attrib_added", "attrib_removed", tail.strip(", ") + " behind", s, at, at, tail)
            if a.language == "en" and s.text.split()[0] in words("The A An He She They It This These Many Its Their"):
                lead = rng.choice(["Police said ", "Officials said ", "The company said ", "Researchers said ",
                                   "Investigators said ", "According to the report, ", "According to local media, ",
                                   "Analysts say "])
                yield from both_ways("attrib_added", "attrib_removed", lead.strip() + " before", s, 0, 1,
                                     lead + s.text[0].lower())
    if a.language == "en":
        for s in a.bland(HEDGE, NEGATION):
            m = re.search(r", (?:according to (?:the )?[a-z]+(?: [a-z]+)?|[a-z]+(?: [a-z]+)? said)(?=\.$)", s.text)
            if m and len(re.findall(r"\b(?:" + SAYING["en"] + r")\b", s.text)) == 1:
                yield from both_ways("attrib_removed", "attrib_added", "as printed", s, m.start(), m.end(), "")


def attrib_tone(a, rng):
    for s in a.clean:
        pairs = [("said", TONES)] if a.language == "en" else [(k, v.split(",")) for k,
                                                              v in FOREIGN_TONES.get(a.language, {}).items()]
        for old, tones in pairs:
            lead = r"(?<=[a-z] )" if a.language == "en" else r"(?<=\w )"
            found = list(matches(lead + old
                                 + r"(?= (?:that |the |it |he |she |they |his |her )|,? (?:dass|que|che|dat|że) |\.$)", s.text))
            if len(found) == 1 and not re.search(r"\b(?:is|are|was|were|been|be|has|have|had|being|to|As|as) $",
                                                 s.text[:found[0].start()]):
                tone = rng.choice(tones)
                if s.text[found[0].end():] == "." and tone in ("bragged", "confessed", "fumed", "complained", "lamented"):
                    tone = "claimed"
                yield from both_ways("attrib_tone", "attrib_tone", f"{old} to {tone}", s, found[0].start(), found[0].end(), tone)
    for s, spans in inside(a, 6):
        if a.language == "en" and len(spans) == 1:
            m = re.compile(r"[,?!][”\"] (?:s?he|[A-Z]\w+(?: [A-Z]\w+)?) (said)(?=\.)").match(a.paras[s.para], s.end - 1)
            if m:
                tone = rng.choice(words("claimed insisted admitted conceded boasted complained warned lamented fumed"))
                place = [(s.para, x.number) for x in a.sentences if x.para == s.para and x.start <= m.start(1) < x.end]
                yield Edit("attrib_tone", f"behind a quotation: {tone}", [(s.para, m.start(1), m.end(1), "said", tone)],
                           places=place, what=f"'said' -> {tone!r} behind a quotation")
                yield Edit("attrib_tone", f"behind a quotation: {tone}, back", [(s.para, m.start(1), m.end(1), tone, "said")],
                           places=place, what=f"{tone!r} -> 'said' behind a quotation")


def hedge_gone(a, rng):
    for s in a.bland(HEDGE, NEGATION):
        found = []
        if a.language == "en":
            for m in matches(r"(?<=[a-z] )(?:has|have|had|was|were)( )(?=(?:" + PARTICIPLES + r")\b(?! (?:to|by now)\b))",
                             s.text):
                hedge = rng.choice(HEDGES)
                found.append((hedge, m.start(1), m.end(1), f" {hedge} "))
            for m in matches(r"(?<=[a-z] )will(?= (?:be|have|take|make|get|go|come|become|help|cost|lead|continue|use|need|"
                             r"cause|give|allow|include|receive|see)\b)", s.text):
                new = rng.choice(["may", "might", "could", "is likely to"
                                  if not re.search(r"(?:s|they|we|I|you) $", s.text[:m.start()])
                                  and not has_word("and", s.text[:m.start()]) else "may"])
                found.append((f"will to {new}", m.start(), m.end(), new))
            for m in matches(r"(?<=[a-z] )is(?= (?:a|the|an) [a-z]+)", s.text):
                if not re.search(r"\b(?:what|which|who|that|how|why|where|here|there|it|this|and|one|thing) $",
                                 s.text[:m.start()], re.I):
                    found.append(("is to may be", m.start(), m.end(),
                                  rng.choice(["may be", "could be", "is possibly", "is apparently", "is likely"])))
        elif a.language in FOREIGN_HEDGES and not has_word(SAYING[a.language], s.text):
            pattern, hedges = FOREIGN_HEDGES[a.language]
            for m in list(matches(pattern, s.text))[:1]:
                follow = s.text[m.end():]
                if a.language in ("de", "nl") and (not re.match(r" (?:am|im|in|auf|von|durch|bei|mit|nach|zu|an|vor|für|op|"
                                                                r"door|bij|met|van|na) ", follow) or "," in follow
                                                                or m.start() < 4):
                    continue
                hedge = rng.choice(words(hedges))
                found.append((hedge, m.end(), m.end(), " " + hedge))
        for label, start, end, new in found:
            yield from both_ways("hedge_added", "hedge_removed", label, s, start, end, new)
    if a.language == "en":
        for s in a.clean:
            hedges = [m for m in matches(r"\b(?:" + HEDGE["en"] + r")\b", s.text, re.I)]
            m = re.search(r"(?<=[a-z] )(?:reportedly|allegedly|apparently|probably|possibly|likely|perhaps) (?=[a-z]+(?:ed|en|"
                          r"ing|t)\b)", s.text)
            if m and len(hedges) == 1 and not has_word(NEGATION["en"], s.text) and before_word(s.text,
                    m.start()) in words("has have had was were is are been who he she they it and be"):
                yield from both_ways("hedge_removed", "hedge_added", "as printed", s, m.start(), m.end(), "")


BEFORE_NO_NOT = words("as than that which who what how why where it there here and or but when while do does did")
POLAR = {"en": r"any\w*|ever|yet|but|only|just|even|either|at all|until|longer|nor|much|enough",
         "de": r"erst|nur|mehr|noch|gar|zuletzt|einmal|sondern|auch|überhaupt|unbedingt|so|ganz|ob|aber|mal|immer|allein|"
               r"weniger|zu|eher|mag",
         "es": r"nada|nadie|ningun\w*|ningún|tampoco|nunca|sino|solo|sólo|ni|más|obstante|todo|aún|todavía|ya|hay",
         "it": r"solo|più|ancora|nessun\w*|nulla|niente|mai|né|ma|neanche|appena|anche|tutto",
         "nl": "alleen|meer|maar|zo|ook|eens|enkel|nog|te|zelfs|geen",
         "pl": r"tylko|już|ma|żad\w+|nic|nikt|ani|jeszcze|lecz|ale|zbyt"}


def negation_flip(a, rng):
    if a.language == "en":
        for s in a.bland(NEGATION, HEDGE):
            for m in matches(r"(?<=[a-z] )(was|were|is|are|will|has|have|had|can)(?= ([a-z]+))", s.text):
                after, word = m.group(2), m.group(1)
                lead = before_word(s.text, m.start()).lower()
                if lead in BEFORE_NO_NOT or not lead.isalpha():
                    continue
                fits = re.fullmatch(PARTICIPLES + "|being|be", after) if word not in ("will",
                        "can") else after in words("be have take make get go come become help cost lead continue use need give "
                                                   "allow include receive see")
                if word in ("is", "are", "was", "were") and after in ("a", "the", "an", "in", "on", "at", "under", "part",
                                                                      "able", "available", "ready", "enough", "expected",
                                                                      "open", "clear"):
                    fits = True
                if fits and len(list(matches(r"\b(?:is|are|was|were|has|have|had|will|can)\b", s.text))) == 1:
                    if word in ("has", "have", "had") and rng.random() < .4:
                        yield from both_ways("negation_flip", "negation_flip", "never", s, m.end(), m.end(), " never")
                    else:
                        new = "not" if word == "can" else " not"
                        yield from both_ways("negation_flip", "negation_flip", word + " not", s, m.end(), m.end(), new)
    for s in a.clean:
        if a.language == "en":
            pattern = (r"(?<= )(?:is|are|was|were|will|has|had|have|would|should|could)( not)(?= (?:be|a|the|in|been|"
                       r"[a-z]+ed)\b)")
        elif a.language in PLAIN_NOT:
            pattern = r"(?<=[a-zäöüßñà-ÿ])( " + PLAIN_NOT[a.language] + r")(?= [a-zäöüà-ÿ]+)"
        else:
            continue
        found = list(matches(pattern, s.text))
        if len(found) == 1 and not has_word(POLAR[a.language],
                                            s.text) and len(list(matches(r"\b(?:" + NEGATION[a.language] + r")\b", s.text,
                                                    re.I))) == 1:
            yield from both_ways("negation_flip", "negation_flip", "as printed", s, found[0].start(1), found[0].end(1), "")


# Paragraphs

def whole(a, i):
    """Whether a paragraph is told by the article itself: long enough, a sentence at its end, no quotation in or about it."""
    p = a.paras[i]
    return (len(p) >= (30 if a.wide else 90) and p.endswith((".", "。")) and not marked(p) and not a.open[i]
            and not NOTICE_LIKE.match(p))


def para_gone(a, rng):
    for i in range(1, len(a.paras)):
        if whole(a, i):
            p = a.paras[i]
            yield Edit("add_para", "end" if i == len(a.paras) - 1 else "middle", paras={i: ([], [p])}, what=f"{short(p)!r}")
            yield Edit("rem_para", "end" if i == len(a.paras) - 1 else "middle", paras={i: ([p], [])}, what=f"{short(p)!r}")


def moved_para(a, rng):
    places = [i for i in range(1, len(a.paras)) if whole(a, i)]
    for i in places:
        for j in range(1, len(a.paras)):
            if abs(i - j) >= 3 and len(a.paras[i]) < 900:
                p, q = a.paras[i], a.paras[j]
                yield Edit("moved_para", "down" if i < j else "up", paras={i: ([p], []), j: ([q], [q, p] if i < j else [p, q])},
                           what=f"{short(p)!r} from {i} to {j}")


def split_merged(a, rng):
    least = 20 if a.wide else 50
    for i in range(1, len(a.paras)):
        p, q = a.paras[i], a.paras[i - 1]
        inner = [s for s in a.sentences if s.para == i]
        spans = quotations(p)
        if balanced(p) and not a.open[i]:
            for s in inner[1:]:
                if s.start >= least and len(p) - s.start >= least and not any(x <= s.start < y for x,
                        y in spans) and p[s.start].isupper() | a.wide and p[:s.start].rstrip()[-1] in ".。":
                    yield Edit("split", "at a sentence", paras={i: ([p], [p[:s.start].rstrip(), p[s.start:]])},
                               what=f"before {short(p[s.start:])!r}")
        ends = q.rstrip()[-1:] in ".。"
        if ends and p.rstrip()[-1:] in ".。" and min(len(p),
                                                    len(q)) >= least and i > 1 and not marked(p
                                                            + q) and not a.open[i] and not a.open[i - 1]:
            joined = q + ("" if a.wide else " ") + p
            yield Edit("merged", "two paragraphs", paras={i - 1: ([q], [joined]), i: ([p], [])}, what=f"before {short(p)!r}")


# Words and marks

def reworded(a, rng):
    for s in a.bland(SAYING, HEDGE, NEGATION):
        near = [x for x in a.sentences if x.para == s.para]
        if s.number > 0 and len(near) >= 3 and s.number < len(near) and harmless(s.text,
                a.language) and a.language in NEGATION and a.language != "de" and len(s.text.split()) >= 10:
            start = s.start - 1
            yield Edit("reworded", "sentence gone", [(s.para, start, s.end, " " + s.text, "")], places=[(s.para, s.number)],
                       what=f"sentence gone {short(s.text)!r}")
            yield Edit("reworded", "sentence came", [(s.para, start, s.end, "", " " + s.text)], places=[(s.para, s.number)],
                       what=f"sentence came {short(s.text)!r}")
    if a.language == "en":
        for i, p in enumerate(a.paras):
            if i and whole(a, i) and len(cut(p)) >= 2:
                for n, pair in enumerate(REWORDINGS):
                    old, new = pair if rng.random() < .5 else pair[::-1]
                    yield Edit("reworded", f"pair {n}", [(i, len(p), len(p), " " + old, " " + new)], places=[(i, 99)],
                               what=f"{old!r} -> {new!r}")


def synonyms(text, language):
    for old, new in table(SYNONYMS[language]):
        for m in matches(r"(?<![\w’'-])" + old + r"(?![\w’'-])", text):
            lead = before_word(text, m.start()).lower()
            vowel = [w[0] in "aeiouéèh" for w in (old, new)]
            if not (lead in ("a", "an") and vowel[0] != vowel[1]) and not (lead[-2:] in ("’", "'") or lead.endswith(("’", "'"))):
                yield m, new


BOUND = {"show": r"(?:the|a|this|his|her|tv|talk)$", "help": r"(?:to|will|would)$", "fight": r"(?:the|a|this)$",
         "battle": r"(?:the|a|this)$", "struggle": r"(?:the|a|this)$", "create": r"(?:to|will)$",
         "build": r"(?:to|will)$", "focus": r"(?:to|will)$", "happen": r"(?:to|will)$", "purchase": r"(?:to|will)$",
         "begin": r"(?:to|will)$", "plan": r"(?:the|a|this)$", "plans": r"(?:the|new|its)$",
         "ended": r"[a-z]+$", "fear": r"(?:of|in|the)$", "hard": r"(?:a|very|the|how)$", "home": r"(?:the|her|his|their|a)$",
         "house": r"(?:the|her|his|their|a)$", "remains": r"[a-z]+$", "major": r"(?:a|the|of)$",
         "country": r"(?:the|a|this)$", "nation": r"(?:the|a|this)$", "received": r"(?:he|she|they|has|had|have|who)$",
         "important": r"(?:an|most|more|very|is)$", "aim": r"(?:the|an)$",
         "car": r"(?:the|a|his|her)$", "film": r"(?:the|this|a)$", "movie": r"(?:the|this|a)$", "street": r"(?:the|a)$",
         "firm": r"(?:the|law|a)$", "key": r"(?:a|the|of)$",
         "large": r"(?:a|the|of)$", "rules": r"(?:the|new|strict)$", "images": r"(?:the|of|and)$", "strong": r"(?:a|very|the)$",
         "powerful": r"(?:a|most|the|very)$", "recent": r"(?:the|a|in|his|her)$",
         "helped": r"(?:he|she|they|who|has|have)$", "created": r"(?:was|were|has|had|have|he|she)$",
         "area": r"(?:the|an|this)$", "mistake": r"(?:a|the|this)$", "jobs": r"(?:of|new|their|the|and)$"}
NEXT = {"jobs": r" report", "began": r" (?:to|in|the|with|on)", "home": r"[.,]", "house": r"[.,]", "country": r"(?!-| music)",
        "money": r"(?! launder)", "help": r" (?:the|them|her|him)", "helped": r" (?:the|them|her|him)",
        "received": r" (?:a|the|an)\b",
        "ended": r" (?:the|in|with|on)", "important": r" (?:\w+)", "film": r"(?! festival| maker|maker)",
        "show": r"(?! up| business| off)", "hard": r" (?:time|question|choice|line|work)", "large": r" (?!part|extent)[a-z]+",
        "begin": r" (?:to|the|in|with|on)", "key": r" [a-z]+", "major": r" [a-z]+", "serious": r" [a-z]+",
        "talks": r"(?! about| to)", "create": r" (?:a|an|the|new)\b", "images": r"(?! of)", "remains": r" (?:a|the|in)\b"}


def minor_wording(a, rng):
    if a.language not in SYNONYMS:
        return
    for s in a.bland():
        for m, new in synonyms(s.text, a.language):
            old = m.group()
            if a.language == "en" and (old in BOUND and not re.search(BOUND[old], s.text[:m.start()].rstrip().lower())
                                       or old in NEXT and old not in ("jobs",) and not re.match(NEXT[old], s.text[m.end():])):
                continue
            if old in ("jobs", "films") and re.match(r" report| numbers",
                                                     s.text[m.end():]) or s.text[:m.start()].count(old) or m.start() == 0:
                continue
            if re.search(r"\b[A-Z]\w+ $", s.text[:m.start()]) and a.language != "de" and m.start() > 12 or re.match(r" [A-Z]",
                    s.text[m.end():]) and a.language != "de":
                continue
            yield swap("minor_wording", f"{old} to {new}", s, m.start(), m.end(), new)


def typo(a, rng):
    if a.language in ("en", "de", "fr", "es", "it", "nl", "pl", "tr"):
        for s in a.clean:
            yield from typos("typo", "mended", a, s, rng, made=rng.random() < .3)


AND_BUT = {"en": "and but while because which so", "de": "und sondern", "es": "y pero", "fr": "et mais", "it": "e ma",
           "nl": "en maar", "tr": "ancak ve"}


def punct(a, rng):
    for s in a.clean:
        text, found = s.text, []
        if a.wide:
            if text.count("、") >= 1 or text.count("，") >= 2:
                at = text.find("、") if "、" in text else text.find("，")
                found.append(("comma gone", at, at + 1, ""))
        else:
            if a.language in AND_BUT:
                found += [("comma before a conjunction", m.start(1), m.end(1), "")
                          for m in matches(r"[a-zà-ÿ](,) (?:" + alt(AND_BUT[a.language]) + r") [a-zà-ÿ]", text)]
            if a.language == "en":
                found += [("serial comma", m.end(1), m.end(1), ",")
                          for m in matches(r"[a-z]{3,}, ([a-z]{3,}) and [a-z]{3,}\b", text)]
                found += [("comma behind the opening", m.start(1), m.end(1), "")
                          for m in matches(r"^(?:On|In|At|After|Before|During|For|By|Since|With|Later|Meanwhile|Instead|Still|"
                                           r"Then|However|Now|Today)\b[^,]{0,40}(,) [a-z]", text)]
            found += [("semicolon to comma", m.start(), m.end(), ",") for m in matches(r"(?<=[a-zà-ÿ]);(?= [a-zà-ÿ])", text)]
            found += [("dashes to commas", m.start(), m.end(), ", " + m.group(1) + ", ")
                      for m in matches(r" [–—] ([^–—,]{4,80}?) [–—] ", text)]
            found += [("dash to comma", m.start(), m.end(), ", ") for m in matches(r" [–—] (?=[a-zà-ÿ])", text)
                      if len(re.findall("[–—]", text)) == 1]
            found += [("brackets to commas", m.start(), m.end(), ", " + m.group(1) + ", ")
                      for m in matches(r" \(([a-zà-ÿ][^(),]{4,60})\) (?=[a-z])", text)]
        last = s.end == len(a.paras[s.para])
        if last and not a.wide:
            found += [("full stop gone", len(text) - 1, len(text), ""),
                      ("full stop to exclamation mark", len(text) - 1, len(text), "!")]
        for label, start, end, new in found:
            yield from both_ways("punct", "punct", label, s, start, end, new)


def quote_marks(a, rng):
    if a.language in SCARE:
        for s in a.bland(SAYING):
            for m in matches(r"(?<=[a-zäöüßà-ÿ,] )(" + alt(SCARE[a.language]) + r")(?=[.,]| [a-zà-ÿ])", s.text):
                marks = rng.choice(SCARE_MARKS[a.language])
                new = marks[0] + (" " if a.language == "fr" else "") + m.group() + (" " if a.language == "fr" else "") + marks[1]
                yield from both_ways("quote_marks", "quote_marks", f"about a word {marks}", s, m.start(), m.end(), new)
    kinds = {"“”": ["‘’"] if a.language == "en" else ["«»", "‘’"], '""': ["''"] if a.language == "en" else ["«»"],
             "„“": ["»«", "“”", "«»"], "«»": ["“”", "„“"], "””": ["»»"]}
    for i, p in enumerate(a.paras):
        spans = quotations(p)
        if len(spans) == 1 and not re.search(r"[’'‘]", p[spans[0][0]:spans[0][1]]) and not a.wide and sum(p.count(c)
                for c in DOUBLE) == 2:
            start, end = spans[0]
            old = p[start - 1] + p[end]
            for new in kinds.get(old, []):
                inner = p[start:end]
                yield Edit("quote_marks", f"kind {old} to {new}",
                           [(i, start - 1, end + 1, old[0] + inner + old[1], new[0] + inner.strip() + new[1])]
                           if inner == inner.strip() else [(i, 0, 0, "", "")],
                           places=[(i, 50)], what=f"kind {old} to {new}")


def case(a, rng):
    for old, new in table(CASES[a.language]) if a.language in CASES else []:
        for s in a.clean:
            found = list(matches(r"(?<=[a-zà-ÿ] )" + old + r"(?=[.,]| [a-zà-ÿ])", s.text))
            if len(found) == 1:
                yield from both_ways("case", "case", f"{old} to {new}", s, found[0].start(), found[0].end(), new)


def settings(text):
    """Other typesettings of a text as (label, start, end, new)."""
    found = []
    for m in matches(r"(?<=[a-z])(['’])(?=[a-z])", text):
        found.append(("apostrophe", m.start(), m.end(), "’" if m.group() == "'" else "'"))
    for m in matches(r"(?<=[a-zà-ÿ]) ([–—-]) (?=[a-zà-ÿ])", text):
        found.append(("dash width", m.start(1), m.end(1), {"–": "—", "—": "–", "-": "–"}[m.group(1)]))
    for m in matches(r"(?<=\d) (?=(?:percent|per cent|million|billion|people|Prozent|Euro|Millionen|%|euros|millions|"
                     r"millones)\b)", text):
        found.append(("no-break space", m.start(), m.end(), "\u00a0"))
    for m in list(matches(r"(?<=[a-zà-ÿ]{4}[,.]) (?=\w)", text))[:1] or list(matches(r"(?<=[a-zà-ÿ]{4}) (?=[a-z]{4})", text))[:1]:
        found.append(("two spaces", m.start(), m.end(), "  "))
    for m in list(matches(r"(?<=[a-zà-ÿ]{4})(?=[a-zà-ÿ]{4})", text))[:1]:
        found.append(("soft hyphen", m.start(), m.end(), "\u00ad"))
    return found


def curled(p):
    """The quotation marks of a paragraph curled or made straight; None where that is not certain."""
    spans = quotations(p)
    if not spans or "‘" in p or "«" in p or "„" in p or "「" in p:
        return None
    if '"' in p and "“" not in p:
        for start, end in reversed(spans):
            p = p[:start - 1] + "“" + p[start:end] + "”" + p[end + 1:]
        return p
    return p.replace("“", '"').replace("”", '"') if '"' not in p else None


def cosmetic(a, rng):
    for s in a.clean:
        for label, start, end, new in settings(s.text):
            yield from both_ways("cosmetic", "cosmetic", label, s, start, end, new)
    for i, p in enumerate(a.paras):
        new = curled(p)
        if new:
            yield Edit("cosmetic", "curly or straight quotation marks", paras={i: ([p], [new])},
                       what=f"curly or straight marks {short(p)!r}")


# Headlines

def head(kind, label, a, start, end, new, old=None, **more):
    here = a.headline[start:end]
    return Edit(kind, label, [("h", start, end, here if old is None else old, new)], places=[("h", 0)],
                what=f"{label}: {short(here if old is None else old)!r} -> {short(new)!r}", **more)


def headline_changed(a, rng):
    h, language = a.headline, a.language
    if len(h) < (8 if a.wide else 20) or len(h) > 160:
        return
    for kicker in KICKERS.get(language, []):
        if ":" not in h and "|" not in h:
            yield head("headline_changed", "kicker", a, 0, 0, kicker, more={"minor_wording"})
            yield head("headline_changed", "kicker gone", a, 0, 0, "", kicker, more={"minor_wording"})
    clean = not re.search("[" + DOUBLE + "‘]", h) and not re.search(r"(?<!\w)['’]|['’](?!\w)", h)
    if clean and h[-1].isalnum() and "|" not in h:
        for clause in CLAUSES.get(language, []):
            if ":" in h and clause.startswith(":") or " - " in h or re.search(r"\b(?:as|amid|while)\b", h):
                continue
            yield head("headline_changed", "clause", a, len(h), len(h), clause, more={"reworded"})
            yield head("headline_changed", "clause gone", a, len(h), len(h), "", clause, more={"reworded"})
    if not clean:
        return
    numbers = number_tokens(h, language)
    for m in matches(r"(?<![\w.,:/–-])(?!(?:19|20)\d\d)(\d{1,4}(?:[.,]\d+)?)(?![\w.,:/-])(?= ?(?:%|percent|per cent|million|"
                     r"billion|people|dead|hurt|injured|Prozent|Millionen|Milliarden|Euro|Tote|[a-z]{3,}s\b|households|"
                     r"[A-Z][a-z]{3,}s\b|人|億|万|kişi|milyon)|(?<=(?: to|han|ast|rly|out| of) \d\d)(?= as | after | in |$))", h):
        if len(numbers) == 1 and m.group(1) not in ("0", "1") and re.search("[2-9]", m.group(1)) and not re.match("[A-Z]",
                before_word(h, m.start())) and before_word(h, m.start()).lower() not in ("top", "a", "an", "iphone", "galaxy",
                        "ios", "march", "may", "no."):
            new = other_number(m.group(1), rng)
            yield head("headline_changed", "number", a, m.start(1), m.end(1), new, more={"number_changed"})
    if language == "en" and not has_word(SAYING["en"], h):
        low = h.lower()
        for old, new in table(SYNONYMS["en"]):
            found = list(matches(r"(?<![\w’'-])" + old + r"(?![\w’'-])", low))
            if old in words("huge workers firm firms cars doctors jobs quickly difficult important famous wealthy residents "
                            "kids goals mistake dangers frequently shops lawmakers supporters opponents major completely "
                            "serious strange powerful nations plan talks players images photos entire"):
                for m in found[:1]:
                    if before_word(low, m.start()) not in ("a", "an", "steve"):
                        yield head("headline_changed", "synonym", a, m.start(), m.end(), like(new, h[m.start():]),
                                   more={"minor_wording"})
        found = [m for m in matches(r"\b(" + alt(COUNTRIES, CITIES, STATES) + r")\b", h)]
        after = r"$|[.:;]| [a-z]| (?:As|After|To|In|And|For|On|Over|With|Amid|Is|Are|Was|Will|Has|By|At|That)\b"
        if len(found) == 1 and re.search(r"\b(?:in|from|to|for|on|of|across|against) $", h[:found[0].start()],
                                         re.I) and re.match(after, h[found[0].end():]):
            m = found[0]
            group = next(g for g in (COUNTRIES, CITIES, STATES) if m.group() in g)
            yield head("headline_changed", "place", a, m.start(), m.end(),
                       rng.choice([n for n in group if n not in h and n[:3] != m.group()[:3]]), more={"name_changed"})
        found = list(matches(r"\b(" + alt(SURNAMES) + r")\b(?=[ ,:]|$)(?! (?:Tower|Hotel|University|Foundation|Organization|"
                                                      r"Global|Jr))", h))
        if len(found) == 1 and before_word(h, found[0].start()) not in MEN + WOMEN + ["Rodham"]:
            m = found[0]
            yield head("headline_changed", "surname", a, m.start(), m.end(),
                       rng.choice([n for n in SURNAMES if n not in h and n not in a.text]), more={"name_changed"})
        found = [m for m in matches(r"\b(?:" + alt(MEN, WOMEN) + r") [A-Z][a-z]{3,}\b(?=[ ,:]|$)", h)
                 if re.search(m.group() + r"[,.]? ?[a-z]", a.text)]
        if len(found) == 1:
            m = found[0]
            if not re.match(r" (?:Jr|Show|House|Administration|[A-Z][a-z]+ (?:Act|Show))", h[m.end():]):
                yield head("headline_changed", "person", a, m.start(), m.end(), new_person(m.group(), a, rng),
                           more={"name_changed"})


def headline_cosmetic(a, rng):
    h = a.headline
    if len(h) < 15 or a.language in ("ja", "zh", "ar"):
        return
    for label, start, end, new in settings(h):
        may = {"cosmetic"}
        yield head("headline_cosmetic", label, a, start, end, new, may=may)
        yield head("headline_cosmetic", label + ", back", a, start, end, h[start:end], new, may=may)
    new = curled(h)
    if new:
        yield head("headline_cosmetic", "curly or straight quotation marks", a, 0, len(h), new, may={"cosmetic"})
    found = [m for m in matches(rf"(?<![\w’'-]){LETTERS}{{7,}}(?![\w’'-])", h) if a.common[m.group().lower()] >= 2
             and m.group().lower() not in a.names]
    found = [m for m in found if a.language != "de" or m.group()[0].islower()]
    if found:
        m = rng.choice(found)
        wrong = misspelt(m.group(), a.vocabulary, rng)
        if wrong and not any(has_word(t[a.language], m.group()) for t in (SAYING, HEDGE, NEGATION) if a.language in t):
            yield head("headline_cosmetic", "misspelling mended", a, m.start(), m.end(), m.group(), wrong, may={"typo"})


# Notices

def has_notice(a):
    return any(NOTICE_LIKE.match(p) for p in a.paras)


def notice(a, i, before, after):
    """The paragraphs about a notice at the top (i = 0) or at the end."""
    p = a.paras[i]
    return {i: (before + [p], after + [p]) if i == 0 else ([p] + before, [p] + after)}


def notices(a, rng):
    if has_notice(a):
        return
    last = len(a.paras) - 1
    for kind, wordings in NOTICES.items():
        for n, text in enumerate(wordings.get(a.language, [])):
            for i in (0, last):
                where = "top" if i == 0 else "end"
                yield Edit(kind, f"{a.language} {n}", paras=notice(a, i, [], [text]), may={"add_para"},
                           what=f"at the {where}: {short(text)!r}")
                yield Edit("notice_removed", f"{kind} {a.language}", paras=notice(a, i, [text], []), may={"rem_para"},
                           what=f"at the {where}: {short(text)!r}")
    for n, (one, two) in enumerate(NOTICE_PAIRS.get(a.language, [])):
        for i in (0, last):
            for old, new in ((one, two), (two, one)):
                yield Edit("notice_changed", f"{a.language} {n}", paras=notice(a, i, [old], [new]),
                           may={"reworded", "minor_wording"}, what=f"{old!r} -> {new!r}")


MAKERS = [headline_changed, headline_cosmetic, notices, number_changed, number_gone, number_planted, cosmetic_number,
          date_changed, date_rephrased, name_changed, name_gone,
          typo_name, title_changed, quote_changed, quote_typo, quote_length, quote_gone, quote_speaker, quote_told,
          attrib_changed, attrib_gone, attrib_tone,
          hedge_gone, negation_flip, para_gone, moved_para, split_merged, reworded, minor_wording, typo, punct, quote_marks,
          case, cosmetic]


# Cases

def all_edits(a, seed):
    """All edits that an article allows, by type."""
    found = collections.defaultdict(list)
    for maker in MAKERS:
        for edit in maker(a, random.Random(f"{seed}/{maker.__name__}/{a.name}")):
            if any(s[3] != s[4] for s in edit.spans) or any(x != y for x, y in edit.paras.values()):
                found[edit.kind].append(edit)
    return found


def side(a, edits, after):
    """One version of the article under some edits."""
    spans, paras = collections.defaultdict(list), {}
    for edit in edits:
        for where, start, end, *texts in edit.spans:
            spans[where].append((start, end, texts[after]))
        for i, texts in edit.paras.items():
            paras[i] = texts[after]

    def written(where, text):
        for start, end, new in sorted(spans[where], reverse=True):
            text = text[:start] + new + text[end:]
        return text

    text = [q for i, p in enumerate(a.paras) for q in (paras[i] if i in paras else [written(i, p)])]
    return {"headline": written("h", a.headline), "text": "\n\n".join(text)}


def case_of(name, a, edits):
    before, after = side(a, edits, 0), side(a, edits, 1)
    if before == after or not all(before["text"].split("\n\n")) or not all(after["text"].split("\n\n")):
        return None
    plan, expect = [e.kind for e in edits], sorted(set().union(*(e.expect for e in edits)))
    return {"id": name, "article": a.name, "plan": plan, "types_planted": sorted(set(plan)), "expect": expect,
            "may": sorted(set().union(*(e.may for e in edits)) - set(expect)), "language": a.language, "before": before,
            "after": after, "what": [e.what for e in edits]}


def picked(kind, found, order, rng):
    """Up to LIMIT edits of a type: rarest labels first, an article again only when all have had their turn."""
    chosen, uses, labels, foreign = [], collections.Counter(), collections.Counter(), collections.Counter()
    for turn in range(4):
        for a in order:
            pool = [e for e in found[a.name][kind] if (a.name, e) not in chosen]
            native = a.language == "en"
            if not pool or uses[a.name] > turn or len(chosen) >= LIMIT:
                continue
            if not native and (sum(foreign.values()) >= FOREIGN or a.language == "de" and foreign["de"] >= FOREIGN // 2):
                continue
            rng.shuffle(pool)
            edit = min(pool, key=lambda e: (labels[e.label], labels[e.label.removesuffix(", back")]))
            chosen.append((a.name, edit))
            uses[a.name] += 1
            labels[edit.label] += 1
            foreign[a.language] += 0 if native else 1
    return chosen


def singles(found, shelf, seed):
    by_name, number = {a.name: a for a in shelf}, collections.Counter()
    for kind in sorted({k for edits in found.values() for k in edits}):
        rng = random.Random(f"{seed}/{kind}")
        order = rng.sample(shelf, len(shelf))
        total = collections.Counter(e.label for edits in found.values() for e in edits[kind])
        order.sort(key=lambda a: (a.language in ("en", "de"), all(total[e.label] > LIMIT for e in found[a.name][kind])))
        for name, edit in picked(kind, found, order, rng):
            row = case_of(f"{kind}/{number[kind]:03}", by_name[name], [edit])
            if row:
                number[kind] += 1
                yield row


SMALL = set(words("number_changed number_added number_removed cosmetic_number date_changed name_changed typo_name "
                  "title_changed hedge_added hedge_removed negation_flip minor_wording typo"))
FAMILIES = [{k for k in list(NOTICES) + ["notice_changed", "notice_removed"]}, {"headline_changed", "headline_cosmetic"},
            {"number_added", "number_removed"}, {"name_added", "name_removed"},
            {"quote_added", "quote_removed", "add_para", "rem_para", "moved_para"}, {"hedge_added", "hedge_removed"},
            {"attrib_added", "attrib_removed"}, {"quote_trimmed", "quote_extended"},
            {"quote_to_paraphrase", "paraphrase_to_quote"}]


def together(edit, others):
    """Whether an edit can stand beside others without a doubt on either."""
    for other in others:
        if edit.kind == other.kind or any(edit.kind in f and other.kind in f for f in FAMILIES) or (edit.expect & other.expect):
            return False
        if edit.sentences & other.sentences:
            return False
        common = edit.touched & other.touched
        if common and not ({edit.kind, other.kind} <= SMALL and not edit.paras and not other.paras):
            return False
        for one, two in ((edit, other), (other, edit)):
            if one.paras and any(abs(i - j) <= 1 for i in one.paras for j in two.touched if j != "h" and isinstance(i, int)):
                return False
    return True


def mixed(found, shelf, seed):
    rng, used = random.Random(f"{seed}/mixed"), collections.Counter()
    able = [a for a in shelf if len(a.paras) >= 8 and a.language in ("en", "de", "es", "fr", "it", "nl", "pl", "tr")]
    order, made = [], 0
    while made < MIXED:
        if not order:
            order = rng.sample(able, len(able))
        a = order.pop()
        wanted, chosen = rng.choice([2, 2, 3, 3, 4]), []
        kinds = sorted(found[a.name], key=lambda k: (used[k], rng.random()))
        for kind in kinds:
            pool = [e for e in found[a.name][kind] if together(e, chosen)]
            if pool and len(chosen) < wanted:
                near = [e for e in pool if chosen and e.touched & chosen[-1].touched]
                chosen.append(rng.choice(near if near and rng.random() < .5 else pool))
        row = case_of(f"mixed/{made:03}", a, chosen) if len(chosen) >= 2 else None
        if row:
            made += 1
            used.update(row["plan"])
            yield row


def learn(shelf):
    """Gives each article the words of its language, the frequent ones, and those that are mostly names."""
    bags = collections.defaultdict(collections.Counter)
    for a in shelf:
        bags[a.language].update(re.findall(LETTERS + "+", a.text))
    for a in shelf:
        bag = bags[a.language]
        a.common, a.vocabulary = bag, vocabulary(a.language, bag)
        a.names = {w.lower() for w in re.findall(r"[A-Z]\w+", a.headline) if bag[w] > 2 * bag[w.lower()]}


KNOWN = {}


def vocabulary(language, bag):
    """The words of a language as the articles have them."""
    if language not in KNOWN:
        KNOWN[language] = {w.lower() for w in bag}
    return KNOWN[language]


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("pack")
    args.add_argument("--seed", type=int, default=1)
    args.add_argument("--mixed", action="store_true", help="two to four edits a case")
    args = args.parse_args()
    shelf = articles(args.pack)
    learn(shelf)
    found = {a.name: all_edits(a, args.seed) for a in shelf}
    for row in (mixed if args.mixed else singles)(found, shelf, args.seed):
        print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
