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

# Notices: type, language, wordings

NOTICES = {
    "notice_correction": {
        "en": ["Correction: An earlier version of this article misstated the age of one of the people involved. It has been corrected.",
               "This article was amended to correct the spelling of a name in the third paragraph. We apologise for the error.",
               "An earlier version of this story incorrectly described the role of the committee. The error has been fixed.",
               "CORRECTION: A previous version of this report gave the wrong location for the meeting.",
               "Correction: Because of an editing error, an earlier version of this article misidentified the agency that issued the order.",
               "This story has been corrected to reflect that the hearing took place in the morning, not in the afternoon.",
               "Corrects an earlier version of this story, which gave the wrong name for the organisation.",
               "A previous version of this article contained an incorrect figure for the company’s revenue. We regret the error.",
               "Correction appended: The original version of this article misspelled the surname of the author of the study.",
               "Due to an error, an earlier version of this article wrongly attributed a remark to the deputy mayor. This has been corrected.",
               "Correction: This post originally misstated when the law took effect. The text has been corrected.",
               "An earlier version of this piece said the group was a charity; that was wrong. It is a company."],
        "de": ["Korrektur: In einer früheren Fassung dieses Artikels war das Alter eines Beteiligten falsch angegeben. Wir haben den Fehler korrigiert.",
               "Berichtigung: In einer ersten Version dieses Textes hieß es, die Sitzung habe am Vormittag stattgefunden. Das war falsch.",
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
        "en": ["Clarification: This article has been revised to make clear that the figures refer to households, as readers may have understood otherwise.",
               "This story has been updated to clarify the terms of the agreement.",
               "CLARIFICATION: An earlier version of this story may have left the impression that the company was a party to the lawsuit.",
               "Clarification: The headline of this article has been reworded to make its meaning clearer.",
               "This article has been clarified to note that the survey covered full-time employees only.",
               "Clarification: The wording of the second paragraph has been changed to avoid a misunderstanding about the role of the agency.",
               "This post has been edited to clarify how the fund is financed.",
               "A clarification has been made to this article: the ban applies to new buildings only.",
               "Clarifies that the statement was issued on behalf of the family.",
               "Clarification: We have made clearer in this article which of the two programmes the minister was describing."],
        "de": ["Klarstellung: Wir haben im Text deutlich gemacht, dass sich die Zahlen auf Haushalte beziehen, um Missverständnisse zu vermeiden.",
               "Zur Klarstellung: Die Überschrift wurde präzisiert, weil sie missverstanden werden konnte."],
        "fr": ["Clarification : l’article précise désormais que les chiffres concernent les ménages, afin d’éviter tout malentendu."],
        "es": ["Aclaración: el texto precisa ahora que las cifras se refieren a los hogares, para evitar malentendidos."],
        "it": ["Chiarimento: il testo ora precisa che i dati si riferiscono alle famiglie, per evitare equivoci."],
        "pt": ["Esclarecimento: o texto agora precisa que os números se referem aos domicílios, para evitar mal-entendidos."],
        "nl": ["Verduidelijking: in de tekst staat nu duidelijker dat de cijfers over huishoudens gaan, om misverstanden te voorkomen."],
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
               "Updated with additional details from the court hearing.", "This article has been updated to include reaction from opposition leaders.",
               "Update: After publication, the agency sent the following reply, which has been added to the article.",
               "This story is developing. More details will be added as they become available.",
               "Update: This post has been updated with new information about the schedule.",
               "This story was updated on Friday evening with more background on the project.",
               "UPDATE: A response from the union has been added to this report.", "Last updated at 18:30 with the results of the vote."],
        "de": ["Update: Wir haben den Artikel um eine Stellungnahme des Unternehmens ergänzt.",
               "Dieser Artikel wird laufend aktualisiert.", "Aktualisierung: Der Text wurde am Abend um weitere Einzelheiten ergänzt."],
        "fr": ["Mise à jour : cet article a été complété avec la réaction de l’entreprise.", "Article mis à jour à 18 h 30 avec de nouveaux éléments."],
        "es": ["Actualización: esta noticia se ha ampliado con la respuesta de la empresa.", "Noticia en desarrollo. Habrá ampliación."],
        "it": ["Aggiornamento: l’articolo è stato integrato con la replica dell’azienda.", "Notizia in aggiornamento."],
        "pt": ["Atualização: esta reportagem foi atualizada com a resposta da empresa."],
        "nl": ["Update: dit artikel is aangevuld met een reactie van het bedrijf."], "pl": ["Aktualizacja: uzupełniliśmy tekst o stanowisko firmy."],
        "tr": ["Güncelleme: Habere şirketin açıklaması eklendi."], "ru": ["Обновление: в материал добавлен ответ компании."],
        "uk": ["Оновлення: у матеріал додано відповідь компанії."], "ja": ["【更新】会社側のコメントを追加しました。"],
        "zh": ["更新：本文已补充公司的回应。"], "ar": ["تحديث: أضيف رد الشركة إلى هذا الخبر."]},
    "notice_retraction": {
        "en": ["Retraction: This article has been retracted because its central claims could not be substantiated.",
               "We have retracted this story. It did not meet our standards.", "This article has been withdrawn at the request of the editors.",
               "RETRACTION: We withdraw the statement in the second paragraph of this article and apologise for publishing it.",
               "The editors have retracted a section of this article after concerns were raised about its sourcing.",
               "This report is retracted. The documents on which it was based are not authentic.",
               "Retraction: The newspaper retracts the allegation made in this article against the charity.",
               "We have withdrawn part of this report because the account it relied on was fabricated.",
               "Editor’s note: This story has been retracted.", "This piece has been retracted in full after an internal review."],
        "de": ["Widerruf: Wir ziehen diesen Artikel zurück, weil sich seine zentrale Aussage nicht belegen lässt.",
               "Die Redaktion hat diesen Beitrag zurückgezogen. Die Darstellung hält einer Überprüfung nicht stand."],
        "fr": ["Rétractation : cet article a été retiré, car ses affirmations centrales n’ont pu être établies."],
        "es": ["Retractación: hemos retirado este artículo porque sus afirmaciones centrales no pudieron comprobarse."],
        "it": ["Ritrattazione: questo articolo è stato ritirato perché le sue affermazioni centrali non hanno trovato riscontro."],
        "pt": ["Retratação: esta reportagem foi retirada porque suas afirmações centrais não puderam ser comprovadas."],
        "nl": ["Intrekking: dit artikel is ingetrokken omdat de kern ervan niet onderbouwd bleek."],
        "pl": ["Wycofanie: redakcja wycofała ten artykuł, ponieważ jego główne tezy nie znalazły potwierdzenia."],
        "tr": ["Bu haber geri çekilmiştir; temel iddiaları doğrulanamadı."], "ru": ["Редакция отозвала эту статью: её главные утверждения не подтвердились."],
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
        "nl": ["Noot van de redactie: dit artikel bevat beschrijvingen van geweld."], "pl": ["Od redakcji: artykuł zawiera opisy przemocy."],
        "tr": ["Editörün notu: Bu yazı şiddet içeren anlatımlar barındırmaktadır."], "ru": ["От редакции: статья содержит описания насилия."],
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
           ("Update: A response from the ministry has been added.", "Update: A full response from the ministry and the governor has been added."),
           ("Editor's note: The author is a former employee of the bank.", "Editor's note: The author is a shareholder of the bank."),
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
    "tr": [("Düzeltme: Haberin önceki halinde başkanın yaşı yanlıştı.", "Düzeltme: Haberin önceki halinde başkanın yaşı ve mesleği yanlıştı.")],
    "ja": [("【訂正】会長の年齢に誤りがありました。", "【訂正】会長の年齢と職業に誤りがありました。")],
    "zh": [("更正：此前版本中主席的年龄有误。", "更正：此前版本中主席的年龄和职业有误。")],
    "ar": [("تصحيح: ورد خطأ في عمر الرئيس.", "تصحيح: ورد خطأ في عمر الرئيس ومهنته.")],
}

# Words for words

SYNONYMS = {
    "en": "began=started,begin=start,purchased=bought,purchase=buy,huge=enormous,large=big,workers=employees,firm=company,firms=companies,"
          "car=vehicle,cars=vehicles,doctors=physicians,street=road,kids=children,jobs=positions,method=approach,quickly=rapidly,"
          "rapidly=swiftly,gathered=assembled,chose=selected,helped=assisted,help=assist,received=got,obtained=got,difficult=tough,"
          "important=significant,famous=well-known,wealthy=rich,residents=inhabitants,fight=battle,goal=target,goals=targets,aim=goal,"
          "choice=decision,mistake=error,mistakes=errors,danger=risk,dangers=risks,area=region,areas=regions,attempt=effort,"
          "attempts=efforts,build=construct,built=constructed,ended=concluded,entire=whole,frequently=often,fear=anxiety,shop=store,"
          "shops=stores,journey=trip,increasingly=progressively,worldwide=globally,lawmakers=legislators,supporters=backers,"
          "opponents=critics,previously=formerly,remains=stays,major=key,recent=latest,home=house,film=movie,movie=film,"
          "trip=journey,pictures=photographs,photos=images,images=pictures,show=program,happened=occurred,happen=occur,"
          "completely=totally,totally=entirely,wonderful=marvelous,hard=tough,serious=grave,strange=odd,strong=powerful,"
          "powerful=strong,usually=normally,normally=usually,often=frequently,currently=presently,nation=country,country=nation,"
          "nations=countries,countries=nations,plan=scheme,plans=schemes,rules=regulations,talks=negotiations,money=funds,"
          "crowd=throng,fans=supporters,players=athletes,battle=struggle,struggle=fight,focus=concentrate,create=produce,created=produced",
    "de": "häufig=oft,begann=startete,begannen=starteten,allerdings=jedoch,inzwischen=mittlerweile,mittlerweile=inzwischen,schnell=rasch,"
          "erneut=abermals,derzeit=momentan,aktuell=derzeit,ständig=dauernd,besonders=speziell,rasch=schnell,deutlich=klar,"
          "Beginn=Anfang,Arbeitsplätze=Jobs,Autos=Fahrzeuge,Bevölkerung=Einwohnerschaft,Risiko=Wagnis,zudem=außerdem,außerdem=zudem,"
          "oft=häufig,Mitarbeiter=Beschäftigte,Ziel=Anliegen,sofort=unverzüglich,kürzlich=neulich,völlig=komplett,bekommen=erhalten",
    "es": "inicio=comienzo,comenzó=empezó,empezó=comenzó,rápidamente=velozmente,coche=vehículo,trabajadores=empleados,actualmente=hoy,"
          "grave=serio,compañía=empresa,empresa=compañía,además=asimismo,lugar=sitio,terminó=acabó,hijos=niños,obtener=lograr",
    "fr": "commencé=débuté,désormais=dorénavant,rapidement=vite,souvent=fréquemment,entreprise=société,société=compagnie,également=aussi,"
          "salariés=employés,début=commencement,principal=premier,notamment=surtout,actuellement=présentement,important=majeur",
    "it": "iniziato=cominciato,spesso=frequentemente,rapidamente=velocemente,inoltre=altresì,attualmente=oggi,azienda=impresa,importante=rilevante",
    "nl": "begon=startte,vaak=dikwijls,snel=vlug,bedrijf=onderneming,werknemers=personeelsleden,opnieuw=weer,ook=eveneens,inmiddels=ondertussen",
    "pl": "często=nieraz,szybko=prędko,obecnie=teraz,również=także,także=również,ważne=istotne,ponadto=poza tym,firma=spółka,rozpoczął=zaczął",
    "tr": "önemli=mühim,büyük=kocaman,yeniden=tekrar,tekrar=yeniden,hızlı=süratli,şehir=kent,kent=şehir,öğrenci=talebe,yıl=sene,cevap=yanıt",
}
QUOTE_WORDS = {
    "en": "good=great,great=good,big=huge,important=vital,people=families,country=region,work=effort,hard=painful,difficult=painful,"
          "strong=tough,happy=pleased,proud=grateful,government=administration,community=neighborhood,world=planet,family=team,team=squad,"
          "help=protect,problem=crisis,issue=question,money=power,bad=terrible,terrible=awful,beautiful=lovely,children=students,"
          "want=need,need=want,love=admire,start=chance,change=progress,story=picture,life=work,way=path,job=task,place=town,"
          "fight=argue,real=genuine,right=decent,wrong=unfair,best=finest,law=system,history=culture,future=economy,system=process,"
          "business=industry,market=economy,women=workers,men=soldiers,friends=neighbors,house=garden,water=food,school=college",
    "de": "immer=oft,gut=stark,wichtig=richtig,schlecht=schlimm,viel=genug,Menschen=Leute,heute=hier,jetzt=hier,schnell=gemeinsam,klar=offen,"
          "groß=schwer,schwierig=gefährlich,einfach=leicht,Zeit=Kraft,Land=Volk,Arbeit=Aufgabe,Welt=Gesellschaft,wirklich=tatsächlich",
    "es": "siempre=mucho,importante=necesario,gente=sociedad,país=pueblo,trabajo=esfuerzo,bien=mejor,mucho=siempre,grave=triste,mundo=país,vida=historia",
    "fr": "toujours=souvent,beaucoup=toujours,important=essentiel,gens=citoyens,pays=monde,travail=combat,bien=mieux,monde=pays,vie=ville,temps=courage",
    "it": "sempre=spesso,importante=grande,paese=mondo,lavoro=impegno,bene=meglio,mondo=paese,vita=storia,persone=famiglie",
    "nl": "altijd=vaak,goed=sterk,belangrijk=nodig,mensen=kinderen,werk=geld,land=volk", "tr": "büyük=önemli,güzel=iyi,önemli=büyük,iyi=güzel,ülke=millet",
    "pl": "zawsze=często,dobrze=lepiej,ważne=trudne,ludzie=obywatele,kraju=świecie", "ja": "非常に=とても,大切=必要,問題=課題,社会=国民", "zh": "重要=关键,国家=社会,发展=进步",
    "ar": "كبير=مهم,مهم=كبير,كبيرة=مهمة",
}
CASES = {
    "en": "president=President,government=Government,internet=Internet,parliament=Parliament,court=Court,prime minister=Prime Minister,"
          "mayor=Mayor,senate=Senate,congress=Congress,constitution=Constitution,web=Web,cabinet=Cabinet,church=Church,bill=Bill,"
          "council=Council,minister=Minister,ministry=Ministry,governor=Governor,federal=Federal,department=Department,army=Army,board=Board,university=University,"
          "navy=Navy,state=State,police=Police,earth=Earth,committee=Committee,commission=Commission,company=Company,city=City",
    "es": "gobierno=Gobierno,estado=Estado,presidente=Presidente,ministro=Ministro,congreso=Congreso,internet=Internet,ejecutivo=Ejecutivo",
    "fr": "état=État,président=Président,gouvernement=Gouvernement,internet=Internet,ministre=Ministre,république=République",
    "it": "governo=Governo,presidente=Presidente,ministro=Ministro,parlamento=Parlamento,stato=Stato,internet=Internet",
    "nl": "internet=Internet,minister=Minister,kabinet=Kabinet,premier=Premier", "pl": "prezydent=Prezydent,rząd=Rząd,sejm=Sejm,internet=Internet",
    "tr": "bakan=Bakan,cumhurbaşkanı=Cumhurbaşkanı,meclis=Meclis,devlet=Devlet,vali=Vali",
}
SCARE = {
    "en": "reform deal solution victory freedom luxury experts elite natural secret safe normal free fair traditional historic independent gifts "
          "friends heroes security progress peace improvements help democracy luck magic success mistake crisis revolution justice truth "
          "popular progressive smart special perfect modern healthy quality community strategy conversation breakthrough partnership "
          "miracle agreement transparency efficiency innovation sustainable affordable exclusive conservative radical extreme moderate".split(),
    "de": "Reform Lösung Freiheit Erfolg Experten Sicherheit Fortschritt Frieden Freunde Krise Wunder Partnerschaft Innovation Strategie Hilfe "
          "Elite Tradition Demokratie Verrat Skandal Volk Wahrheit freie neue sichere".split(),
    "es": "reforma solución libertad victoria expertos seguridad progreso paz amigos crisis milagro éxito".split(),
    "fr": "réforme solution liberté victoire experts sécurité progrès paix amis crise miracle succès".split(),
    "it": "riforma soluzione libertà vittoria esperti sicurezza progresso pace amici crisi miracolo successo".split(),
}
SCARE_MARKS = {"en": ["“”", "‘’", '""'], "de": ["„“", "»«"], "es": ["«»", "“”"], "fr": ["«»"], "it": ["«»", "“”"]}
TITLES = [("President", "former President"), ("President", "Vice President"), ("Senator", "Representative"), ("Sen.", "Rep."), ("Sen.", "former Sen."),
          ("Rep.", "Sen."), ("Rep.", "former Rep."), ("Gov.", "former Gov."), ("Gov.", "Lt. Gov."), ("Mayor", "Deputy Mayor"), ("Mayor", "former Mayor"),
          ("Prime Minister", "former Prime Minister"), ("Prime Minister", "Deputy Prime Minister"), ("Foreign Minister", "Finance Minister"),
          ("Gen.", "Lt. Gen."), ("Gen.", "Col."), ("Judge", "Justice"), ("Professor", "Associate Professor"), ("Attorney General", "former Attorney General"),
          ("Secretary of State", "former Secretary of State"), ("CEO", "chairman"), ("CEO", "founder"), ("CEO", "former CEO"),
          ("chief executive", "chairman"), ("chairman", "deputy chairman"), ("chairman", "former chairman"), ("president", "vice president"),
          ("director", "deputy director"), ("founder", "co-founder"), ("co-founder", "founder"), ("manager", "assistant manager"),
          ("coach", "assistant coach"), ("editor", "deputy editor"), ("professor", "lecturer"), ("lawyer", "spokesman"), ("attorney", "adviser"),
          ("spokesman", "adviser"), ("spokesman", "chief of staff"), ("spokeswoman", "adviser"), ("spokeswoman", "campaign manager"), ("analyst", "strategist"),
          ("economist", "analyst"), ("strategist", "pollster"), ("candidate", "nominee"), ("nominee", "candidate"), ("secretary", "undersecretary"),
          ("producer", "director"), ("captain", "vice-captain"), ("leader", "deputy leader"), ("leader", "former leader"), ("host", "producer"),
          ("reporter", "editor"), ("journalist", "photographer"), ("minister", "deputy minister"), ("ambassador", "former ambassador")]
FOREIGN_TITLES = {
    "de": [("Präsident", "Ex-Präsident"), ("Präsident", "Vizepräsident"), ("Bundeskanzler", "Altkanzler"), ("Kanzler", "Ex-Kanzler"), ("Minister", "Ex-Minister"),
           ("Bürgermeister", "Altbürgermeister"), ("Außenminister", "Innenminister"), ("Innenminister", "Justizminister"), ("Außenministerin", "Umweltministerin"),
           ("Sprecher", "Geschäftsführer"), ("Sprecherin", "Geschäftsführerin"), ("Geschäftsführer", "Vorstand"), ("Parteichef", "Generalsekretär"),
           ("Generalsekretär", "Fraktionschef"), ("Trainer", "Co-Trainer"), ("Professor", "Privatdozent"), ("Direktor", "Vizedirektor"), ("Chef", "Vizechef"),
           ("Leiter", "Sprecher"), ("Leiterin", "Sprecherin"), ("Präsidentin", "Vizepräsidentin"), ("Vorsitzende", "Sprecherin"), ("Kandidat", "Abgeordneter"),
           ("Abgeordnete", "Staatssekretärin"), ("Staatschef", "Ex-Staatschef"), ("Regierungschef", "Ex-Regierungschef"), ("Autor", "Verleger")],
    "es": [("presidente", "expresidente"), ("ministro", "exministro"), ("ministra", "exministra"), ("alcalde", "exalcalde"), ("director", "subdirector"), ("entrenador", "exentrenador")],
    "fr": [("président", "ex-président"), ("ministre", "ex-ministre"), ("directeur", "ex-directeur"), ("maire", "ex-maire"), ("patron", "ex-patron")],
    "it": [("presidente", "vicepresidente"), ("ministro", "viceministro"), ("sindaco", "vicesindaco"), ("premier", "ex premier")],
    "nl": [("president", "oud-president"), ("minister", "oud-minister"), ("premier", "oud-premier"), ("burgemeester", "oud-burgemeester")],
    "pl": [("prezydent", "były prezydent"), ("minister", "wiceminister"), ("premier", "wicepremier"), ("prezes", "wiceprezes")],
    "tr": [("Bakanı", "Bakan Yardımcısı"), ("Başkanı", "Başkan Yardımcısı")],
}
SOURCES = ("police,officials,prosecutors,investigators,authorities,analysts,researchers,court documents,people familiar with the matter,the company,the ministry,"
           "witnesses,experts,the report,local media,the organisers,industry insiders,the charity,campaigners,government figures").split(",")
TAILS = {
    "en": [", according to police", ", officials said", ", the company said", ", according to court documents", ", police said", ", a spokesman said",
           ", according to people familiar with the matter", ", researchers said", ", according to the report", ", a spokeswoman told reporters",
           ", the ministry said in a statement", ", according to local media", ", investigators said", ", analysts say", ", according to experts"],
    "de": [", teilte die Polizei mit", ", sagte ein Sprecher", ", wie die Behörde mitteilte", ", berichteten Augenzeugen", ", wie das Ministerium erklärte",
           ", teilte das Unternehmen mit", ", sagte eine Sprecherin", ", wie es in dem Bericht heißt", ", so die Ermittler", ", sagten Experten"],
    "es": [", según la policía", ", según fuentes oficiales", ", informó la empresa", ", según el informe", ", según los expertos"],
    "fr": [", selon la police", ", a indiqué l’entreprise", ", selon le rapport", ", d’après les enquêteurs", ", a déclaré un porte-parole"],
    "it": [", secondo la polizia", ", ha detto un portavoce", ", secondo il rapporto", ", secondo gli esperti"],
    "nl": [", volgens de politie", ", aldus een woordvoerder", ", volgens het rapport"], "pl": [", poinformowała policja", ", według policji", ", podało ministerstwo"],
}
TONES = words("claimed insisted admitted conceded boasted complained warned acknowledged lamented bragged confessed maintained fumed")
FOREIGN_TONES = {
    "de": {"sagte": "behauptete,betonte,beklagte,gestand,prahlte,beteuerte,warnte", "erklärte": "behauptete,beteuerte,beklagte"},
    "es": {"dijo": "admitió,insistió,reconoció,lamentó,advirtió", "señaló": "admitió,reconoció,lamentó", "explicó": "admitió,lamentó,presumió"},
    "fr": {"a déclaré": "a prétendu,a reconnu,a martelé,a admis", "a dit": "a prétendu,a reconnu,a averti", "a indiqué": "a reconnu,a prétendu"},
    "it": {"ha detto": "ha ammesso,ha insistito,ha lamentato,ha avvertito", "ha dichiarato": "ha ammesso,ha lamentato"},
    "nl": {"zegt": "beweert,bekent,klaagt", "zei": "beweerde,bekende,klaagde"}, "pl": {"powiedział": "przyznał,ostrzegł", "mówi": "przyznaje,ostrzega"},
}
VERBS = [("said", "stated"), ("says", "states"), ("said", "remarked"), ("said", "noted"), ("said", "announced"), ("announced", "said"), ("noted", "said"),
         ("stated", "said"), ("told", "informed"), ("wrote", "said"), ("added", "said"), ("said", "added"), ("says", "notes"), ("explained", "said"), ("notes", "says")]
HEDGES = words("allegedly reportedly apparently possibly probably purportedly supposedly seemingly presumably likely")
FOREIGN_HEDGES = {
    "de": (r"\b(?:wurden?|hat|haben|hatten?)\b", "angeblich offenbar mutmaßlich vermutlich anscheinend wahrscheinlich möglicherweise"),
    "es": (r"\b(?:fue|fueron)\b(?= \w+[ai]d[ao]s? )", "presuntamente supuestamente probablemente"),
    "it": (r"\b(?:è stat[oa]|sono stat[ie])\b(?= \w+[aiu]t[aoie] )", "presumibilmente probabilmente forse"),
    "fr": (r"\ba été\b(?= \w+é)", "probablement vraisemblablement peut-être"), "nl": (r"\b(?:werd|werden)\b", "vermoedelijk mogelijk waarschijnlijk"),
    "pl": (r"\b(?:został|została|zostało)\b", "prawdopodobnie podobno rzekomo"),
}
PLAIN_NOT = {"de": "nicht", "es": "no", "it": "non", "nl": "niet", "pl": "nie"}
ROLES = ("a spokesman for the company,a lawyer for the family,a neighbour,a police officer,a government official,a witness,an industry analyst,a former employee,"
         "a senior adviser,a union representative,a doctor at the hospital,a local shopkeeper,a retired teacher,a campaign aide").split(",")
FOREIGN_ROLES = {"de": "ein Anwalt der Familie,ein Sprecher der Polizei,eine Nachbarin,ein Augenzeuge,ein ehemaliger Mitarbeiter,eine Ärztin der Klinik,ein Vertreter der Gewerkschaft".split(",")}
CLAUSES = {"en": [": Key questions answered by experts", " - live updates, latest reaction and video", ", deepening crisis facing struggling communities",
                  " as critics demand urgent public inquiry", ", sparking fresh debate over safety rules", " amid growing public anger and street protests",
                  ", leaving local families searching for help", ": full timeline of events, pictures and analysis",
                  " as rival camps trade bitter accusations", " while neighbours watch with mounting concern"],
           "de": [": Die wichtigsten Fragen, Antworten und Hintergründe im Überblick", " – heftige Kritik, wachsender Druck, offene Fragen"]}
KICKERS = {"en": ["Exclusive: ", "Watch: ", "Analysis: ", "Live: ", "Breaking: ", "Video: ", "Explainer: ", "Opinion: "], "de": ["Exklusiv: ", "Liveticker: ", "Analyse: ", "Video: "],
           "fr": ["Analyse : ", "Vidéo : "], "es": ["Análisis: ", "Vídeo: "], "it": ["Analisi: ", "Video: "], "nl": ["Analyse: ", "Video: "], "pl": ["Analiza: "],
           "tr": ["Analiz: "], "ja": ["【独自】", "【動画】"], "ar": ["تحليل: "], "zh": ["【独家】"]}
REWORDINGS = [
    ("The building stands on a busy corner near the old market.", "Shoppers on their way to the stalls pass it every morning."),
    ("Work on the site began in the spring and continued through the summer.", "Crews have been digging and pouring concrete there for months."),
    ("The decision has divided opinion in the area.", "Neighbours disagree sharply over whether the step was wise."),
    ("Volunteers handed out blankets and hot drinks.", "Helpers gave shivering families soup, coats and shelter."),
    ("The road was closed while crews cleared the debris.", "Traffic came to a standstill as workers removed fallen branches."),
    ("Tickets sold out within hours of going on sale.", "Fans snapped up every seat almost as soon as booking opened."),
    ("The dispute has dragged on through the courts.", "Judges have been weighing the quarrel in a long series of hearings."),
    ("Critics accuse the board of ignoring local needs.", "Opponents complain that managers overlook what residents want."),
    ("The new rules come into force next to a wider package of reforms.", "Stricter limits form part of broad legislation overhauling the sector."),
    ("Demand has grown steadily as prices have fallen.", "Cheaper models have tempted more and more buyers."),
    ("Heavy rain turned the fields to mud.", "Downpours left farmland soaked and impassable."),
    ("The family moved to the coast when she was a child.", "Her parents brought her to a seaside town during early childhood."),
    ("Investors reacted calmly to the news.", "Trading stayed quiet after the announcement reached markets."),
    ("The pair met at university and founded the business together.", "Fellow students at college, they later launched the venture jointly.")]
PARTICIPLES = r"[a-z]{3,}(?:ed|en|wn|lt|ght|ung)"

# Articles, sentences, quotations

DOUBLE = '"“”„«»「」『』'
PAIRS = {"“": "”", "«": "»", "»": "«", "「」"[0]: "」", '"': '"'}
ABBREVIATION = re.compile(r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|St|No|vs|etc|Inc|Corp|Co|Jr|Sr|Prof|Rev|Jan|Feb|Mar|Apr|"
                          r"Aug|Sept|Oct|Nov|Dec|bzw|ca|Nr|z|B|d|h|u|a|Mio|Mrd|km|[ap]\.m|e\.g|i\.e|approx|Ms|Sra?|Gov)|\d)\.$")
SENTENCE_END = re.compile(r"[.!?…]+[\"”“»’')\]]*(?=\s|$)|[。！？]+[」』）]*")
NOTICE_LIKE = re.compile(r"\W*(?:correct|update|editor|clarif|retract|note\b|an earlier version|this (?:article|story)|korrektur|anmerkung|hinweis)", re.I)
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
        if self.open[s.para] or marked(text) or not balanced(self.paras[s.para]) or not re.match(r"[^\W\d_]", text) or text[0].islower():
            return False
        if any(a <= s.start < b for a, b in quotations(self.paras[s.para])) or "http" in text or "@" in text or "#" in text:
            return False
        if self.language in ("ja", "zh"):
            return text.endswith("。") and 15 <= len(text) <= 200
        return text.endswith(".") and not text.endswith("..") and 45 <= len(text) <= 330 and len(text.split()) >= 7 and ":" not in text

    def bland(self, *tables):
        """The clean sentences without the words of these tables."""
        return [s for s in self.clean if not any(has_word(t[self.language], s.text) for t in tables if self.language in t)]


def tidy(text):
    return re.sub(r"\s+", " ", re.sub("[\u00ad\u200b\ufeff\u200e\u200f]", "", text or "")).strip()


def guess(text):
    """The language by its script, or by its commonest words."""
    for name, span in (("ja", "[\u3040-\u30ff]"), ("ko", "[\uac00-\ud7af]"), ("zh", "[\u4e00-\u9fff]"), ("ar", "[\u0600-\u06ff]"), ("hi", "[\u0900-\u097f]")):
        if len(re.findall(span, text)) > len(text) / 20:
            return name
    if len(re.findall("[\u0400-\u04ff]", text)) > len(text) / 4:
        return "uk" if re.search("[іїє]", text) else "ru"
    bag = collections.Counter(re.findall(r"\w+", text.lower()))
    return max(STOP_WORDS, key=lambda name: sum(bag[w] for w in words(STOP_WORDS[name])))


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


TIME_UNITS = {"en": words("years days months weeks hours minutes seconds decades centuries hrs mins"),
              "de": words("Jahre Jahren Tage Tagen Monate Monaten Wochen Stunden Minuten Sekunden Uhr")}
NOT_NOUNS = words("is was has as its this us plus vs percent points others ours his yards does times feet foot minus versus miles inches pounds "
                  "degrees seats acres kilometres kilometers meters metres cents dollars euros tons tonnes bits towards sets goes comes perhaps")
UNITS = {
    "de": "Prozent Prozentpunkte Millionen Milliarden Euro Menschen Personen Tote Verletzte Kilometer Meter Grad Punkte Dollar Mitglieder Stimmen Mitarbeiter "
          "Tonnen Staaten Länder Kinder Teilnehmer Besucher",
    "es": "millones euros personas kilómetros metros países puntos dólares muertos heridos vuelos", "fr": "millions milliards euros personnes kilomètres pays dollars",
    "it": "milioni miliardi euro persone chilometri metri", "nl": "procent miljoen miljard euro mensen kilometer", "pl": "mld mln tys. euro zł km proc.",
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
        if not only_number(s, m, language) or re.search(LABELLED, before_word(s.text, m.start(1))) and before_word(s.text, m.start(1)) not in ("than", "least"):
            continue
        yield m


def number_changed(a, rng):
    """Counts, percents, money, decimals, thousands and number words."""
    for s in a.clean:
        if a.language in ("en", "de"):
            for m in counted(s, a.language):
                named, old = NUMBER_WORDS[a.language].split(), m.group(1)
                new = rng.choice([w for w in named if w != old]) if old in named else other_number(old, rng)
                yield swap("number_changed", "word" if old in named else "thousands" if len(old) > 3 else "count", s, m.start(1), m.end(1), new)
        patterns = {"percent": r"(?<![\w.,$-])(\d{1,2}(?:[.,]\d)?)(?= ?%| per ?cent\b| Prozent\b)", "money": r"[$£€](\d[\d,]*(?:\.\d+)?)(?: (?:million|billion|trillion))?(?![\w-])"}
        if a.language in UNITS:
            tail = r"(?=(?:" + alt(UNITS[a.language]) + r"))" if a.wide else r"(?= (?:" + alt(UNITS[a.language]) + r")(?!\w))"
            patterns["unit"] = r"(?<![\w.,-])(\d{1,3}(?:[.,]\d+)?)" + tail
        if a.language == "tr":
            patterns["percent"] = r"\byüzde (\d\d(?:,\d)?)(?= )"
        for label, pattern in patterns.items():
            for m in matches(pattern, s.text):
                old = m.group(1)
                if not only_number(s, m, a.language) or before_word(s.text, m.start()) in ("a", "an") or not re.search("[2-9]", old):
                    continue
                new = other_number(old, rng)
                if label == "unit" and a.language in ("pl", "ar"):
                    new = other_number(old[0], rng) + old[1:] if len(old) > 1 else old
                if new != old:
                    yield swap("number_changed", "decimal" if re.search(r"\d[.,]\d$", old) else label, s, m.start(1), m.end(1), new)


DETERMINERS = {"en": "the these those its their his her our all of from in with for by and to other such", "de": "die den der diese alle diesen",
               "es": "los las sus estos", "fr": "les ces ses leurs", "it": "i gli le", "nl": "de deze"}


def number_gone(a, rng):
    """The number before a plural noun comes or goes: the 12 states, the states."""
    if a.language not in DETERMINERS:
        return
    named = NUMBER_WORDS[a.language]
    noun = r"[A-ZÄÖÜ][a-zäöüß]{3,}(?:en|er|e|n|s)" if a.language == "de" else r"[a-zà-ú]{3,}(?:s|i|e|en)|people|men|women|children"
    pattern = r"(?<!\w)(?:" + alt(DETERMINERS[a.language]) + r") ((?:\d{1,3}(?:[.,]\d{3})*|" + alt(named) + r") )(?:" + noun + r")\b(?![-’'])"
    for s in a.clean:
        for m in matches(pattern, s.text, re.I):
            last = m.group().rsplit(" ", 1)[-1]
            units = TIME_UNITS.get(a.language, []) + NOT_NOUNS + words(UNITS.get(a.language, ""))
            if last in units or last.endswith("ss") or m.group(1).strip() in ("0", "1") or not only_number(s, m, a.language):
                continue
            if last in words("años jours mois ans anni giorni mesi dagen jaren weken mesos meses días horas heures semaines milioni millones milhões") or last[0].isupper() and a.language != "de":
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

YEARS = {"en": r"\b(?:in|since|by|until|of) ((?:19|20)\d\d)\b(?=[.,;]| [a-z])(?! (?:to|and|or|through|until)\b)(?!, \d)", "de": r"\b(?:Jahr|Jahre|Jahres|seit|Ende|Anfang|von) ((?:19|20)\d\d)\b(?! (?:bis|und)\b)(?=[.,]? [\wÄ])",
         "es": r"\b(?:en|de|desde) ((?:19|20)\d\d)\b(?=[.,]| [a-z])(?! y\b)", "fr": r"\b(?:en|depuis|de) ((?:19|20)\d\d)\b(?=[.,]| [a-z])(?! (?:et|à)\b)", "it": r"\b(?:nel|dal|del) ((?:19|20)\d\d)\b(?=[.,]| [a-z])",
         "nl": r"\b(?:in|sinds) ((?:19|20)\d\d)\b(?=[.,]| [a-z])", "pl": r"\bw ((?:19|20)\d\d)(?= r\.| roku)", "tr": r"\b((?:19|20)\d\d)(?= yılı)", "ja": r"(?<!\d)((?:19|20)\d\d)(?=年)", "zh": r"(?<!\d)((?:19|20)\d\d)(?=年)",
         "ar": r"(?:عام|سنة) ((?:19|20)\d\d)\b", "ru": r"\bв ((?:19|20)\d\d)(?= году)", "pt": r"\b(?:em|de) ((?:19|20)\d\d)\b(?=[.,]| [a-z])"}
DAY_LEADS = {"en": "on last next this since until by late early", "de": "am vom seit bis nächsten vergangenen kommenden diesen", "es": "el del al este", "fr": "ce de du dès depuis le jusqu’à",
             "it": "di da lo fino", "nl": "op vanaf sinds tot van"}


def one_day(text, language):
    return len(re.findall(r"\b(?:" + alt(DAYS.get(language, "")) + r")", text)) == 1 if language in DAYS else False


def weekdays(s, language):
    """The weekday of a sentence that has one, with what leads to it in group 1 and the day in group 2."""
    if not one_day(s.text, language):
        return
    days = alt(DAYS[language])
    if language in DAY_LEADS:
        yield from matches(r"\b(" + alt(DAY_LEADS[language]) + r") (" + days + r")\b(?=[.,;]| [a-zäöü])(?! (?:and|or|to|through|und|bis|oder)\b)", s.text)
    elif language in ("tr", "ja", "zh", "ar"):
        yield from matches(r"(" + ("" if language != "tr" else "") + r")(" + days + r")" + ("(?= (?:gün|sabah|akşam))" if language == "tr" else ""), s.text)


def shifted(year, rng):
    return str(int(year) + rng.choice([-4, -3, -2, -1, 1] if int(year) < 2016 else [-4, -3, -2, -1]))


def month_days(s, language):
    """Day and month without a year: March 5, 5. März, 5 de marzo. Groups: month, day."""
    if language not in MONTHS or re.search(r"\b(?:Sept?\w*\.? 11|July 4|Jan\w*\.? 6)\b|\d{1,2}(?:st|nd|rd|th)", s.text):
        return
    months = alt(MONTHS[language])
    pattern = {"en": rf"(?P<m>{months}|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.) (?P<d>\d\d?)(?=[.;]| [a-z])(?! (?:to|and|or|through)\b)", "de": rf"\b(?P<d>\d\d?)\. (?P<m>{months})\b(?! (?:bis|und)\b)",
               "es": rf"\b(?P<d>\d\d?) de (?P<m>{months})\b", "pt": rf"\b(?P<d>\d\d?) de (?P<m>{months})\b"}.get(language, rf"\b(?P<d>\d\d?) (?P<m>{months})\b")
    found = list(matches(pattern, s.text))
    if len(found) == 1 and not re.search(r"[–-]$|\b(?:and|to|und|bis|y|et|a|al)\b.?$", s.text[:found[0].start()].rstrip()[-4:]):
        yield found[0]


def date_changed(a, rng):
    """Weekday, month, day, year and clock time become others; a weekday comes or goes."""
    language = a.language
    for s in a.clean:
        for m in weekdays(s, language):
            new = rng.choice([d for d in DAYS[language].split() if d != m.group(2)])
            yield swap("date_changed", "weekday", s, m.start(2), m.end(2), new)
            if language == "en" and m.group(1) == "on" and m.start() > 12 and s.text[m.end():m.end() + 1] in ".," and before_word(s.text, m.start())[-1:].isalpha():
                yield from both_ways("date_changed", "date_changed", "weekday gone", s, m.start() - 1, m.end(), "")
        for m in month_days(s, language):
            day = m.group("d")
            yield swap("date_changed", "day", s, m.start("d"), m.end("d"), rng.choice([str(n) for n in range(10, 29) if str(n) != day]) if len(day) == 2 else rng.choice([c for c in "23456789" if c != day]))
            if not re.search(r"\w+\.$", m.group("m")):
                yield swap("date_changed", "month", s, m.start("m"), m.end("m"), rng.choice([x for x in MONTHS[language].split() if x != m.group("m")]))
        years = re.findall(r"(?:19|20)\d\d", s.text)
        for m in matches(YEARS.get(language, "$^"), s.text):
            if len(years) == 1 and not re.search(rf"(?:{alt(MONTHS.get(language, 'x'))})\b.{{0,8}}$", s.text[:m.start(1)]):
                yield swap("date_changed", "year", s, m.start(1), m.end(1), shifted(m.group(1), rng))
        if language == "en":
            for m in matches(r"\b(?:in|since|last|next|late|early) (" + alt([x for x in MONTHS["en"].split() if x not in ("May", "March")]) + r")\b(?=[.,;]| [a-z])(?!,? \d)", s.text):
                if len(re.findall(alt(MONTHS["en"]), s.text)) == 1:
                    yield swap("date_changed", "month", s, m.start(1), m.end(1), rng.choice([x for x in MONTHS["en"].split() if x not in (m.group(1), "May", "March")]))
        clock = {"en": r"\b(?:at|around|until|by|after|before) (\d\d?)(?=(?::\d\d)? [ap]\.?m\b)", "de": r"\b(?:um|gegen|ab|bis) (\d\d?)(?=(?:[.:]\d\d)? Uhr)", "tr": r"\bsaat (\d\d)(?=[.:]\d\d)", "es": r"\ba las (\d\d?)(?=[:.]\d\d| horas)"}.get(language)
        for m in matches(clock or "$^", s.text):
            top = range(2, 12) if language == "en" else range(10, 23)
            yield swap("date_changed", "clock", s, m.start(1), m.end(1), rng.choice([str(n) for n in top if str(n) != m.group(1)]))


LAST_YEAR = {"sh": "2018", "polnear": "2015"}
TODAY = {"en": ("today", "yesterday"), "de": ("heute", "gestern")}


def date_rephrased(a, rng):
    """The same day or time in other words."""
    language, source = a.language, a.name.split("/")[0]
    for s in a.clean:
        found = []
        for m in weekdays(s, language):
            if language == "en" and m.group(1) == "on" and m.start() > 5:
                found += [("weekday to today", m.start(), m.end(), "today"), ("weekday to yesterday", m.start(), m.end(), "yesterday")]
                found.append(("weekday shortened", m.start(2), m.end(2), {"Tuesday": "Tues.", "Thursday": "Thurs."}.get(m.group(2), m.group(2)[:3] + ".")))
            if language == "de" and m.group(1) == "am" and m.start() > 5 and not re.match(r" (?:de[sr]|vo[nmr]|i[mn]|auf) ", s.text[m.end():]):
                found += [("weekday to today", m.start(), m.end(), "heute"), ("weekday to yesterday", m.start(), m.end(), "gestern")]
            if language == "es" and m.group(1) == "el" and m.start() > 5:
                found += [("weekday to today", m.start(), m.end(), "hoy"), ("weekday to yesterday", m.start(), m.end(), "ayer")]
            if language == "fr" and m.group(1) == "ce":
                found.append(("weekday to today", m.start(), m.end(), "aujourd’hui"))
        for m in month_days(s, language):
            month, day = m.group("m"), m.group("d")
            if language == "en":
                long = next((k for k, v in SHORT_MONTHS.items() if v == month), month)
                found.append(("day first", m.start(), m.end(), f"{day} {long}"))
                found.append(("ordinal", m.end("d"), m.end("d"), "th" if int(day) in (11, 12, 13) else {"1": "st", "2": "nd", "3": "rd"}.get(day[-1], "th")))
                if month in SHORT_MONTHS:
                    found.append(("month shortened", m.start("m"), m.end("m"), SHORT_MONTHS[month]))
                elif long != month:
                    found.append(("month in full", m.start("m"), m.end("m"), long))
            if language == "de" and not re.match(r" \d{4}", s.text[m.end():]):
                found.append(("figures", m.start(), m.end(), f"{day}.{MONTHS['de'].split().index(month) + 1}."))
        if language == "en":
            for m in matches(r"\b(" + alt(MONTHS["en"]) + r") (\d\d?), (\d{4})\b", s.text):
                found.append(("day first", m.start(), m.end(), f"{m.group(2)} {m.group(1)} {m.group(3)}"))
                found.append(("figures", m.start(), m.end(), f"{m.group(3)}-{MONTHS['en'].split().index(m.group(1)) + 1:02}-{int(m.group(2)):02}"))
            for m in matches(r"\b(\d\d?)(:\d\d)? ([ap])\.?m\b(?=,| [a-z])\.?|\b(\d\d?)(:\d\d)? ([ap])\.m\.(?= [a-z])", s.text):
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
                found.append(("figures", m.start(), m.end(), f"{int(m.group(1)):02}.{MONTHS['de'].split().index(m.group(2)) + 1:02}.{m.group(3)}"))
            for m in matches(r"\b(\d\d?) Uhr\b", s.text):
                found.append(("clock", m.start(), m.end(), f"{m.group(1)}.00 Uhr"))
            for m in matches(r"\b[Ii]m Jahre? (\d{4})\b", s.text):
                if m.start() > 4:
                    found.append(("the year", m.start(), m.end(), m.group(1)))
        for label, start, end, new in found:
            yield from both_ways("date_rephrased", "date_rephrased", label, s, start, end, new)
