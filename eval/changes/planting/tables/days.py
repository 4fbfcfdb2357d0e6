"""Weekdays, months and years, by language.

YEARS: patterns of a year behind a word that leads to it. DAY_LEADS: words that lead to a weekday.
"""
DAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "es": "lunes martes miércoles jueves viernes",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "it": "lunedì martedì mercoledì giovedì venerdì",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "tr": "Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi",
    "ja": "月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日",
    "zh": "星期一 星期二 星期三 星期四 星期五",
    "ar": "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
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
SHORT_MONTHS = {
    "January": "Jan.", "February": "Feb.", "August": "Aug.", "September": "Sept.", "October": "Oct.", "November": "Nov.",
    "December": "Dec.",
}
YEARS = {
    "en": r"\b(?:in|since|by|until|of) ((?:19|20)\d\d)\b(?=[.,;]| [a-z])(?! (?:to|and|or|through|until)\b)(?!, \d)",
    "de": r"\b(?:Jahr|Jahre|Jahres|seit|Ende|Anfang|von) ((?:19|20)\d\d)\b(?! (?:bis|und)\b)(?=[.,]? [\wÄ])",
    "es": r"\b(?:en|de|desde) ((?:19|20)\d\d)\b(?=[.,]| [a-z])(?! y\b)",
    "fr": r"\b(?:en|depuis|de) ((?:19|20)\d\d)\b(?=[.,]| [a-z])(?! (?:et|à)\b)",
    "it": r"\b(?:nel|dal|del) ((?:19|20)\d\d)\b(?=[.,]| [a-z])",
    "nl": r"\b(?:in|sinds) ((?:19|20)\d\d)\b(?=[.,]| [a-z])",
    "pl": r"\bw ((?:19|20)\d\d)(?= r\.| roku)",
    "tr": r"\b((?:19|20)\d\d)(?= yılı)",
    "ja": r"(?<!\d)((?:19|20)\d\d)(?=年)",
    "zh": r"(?<!\d)((?:19|20)\d\d)(?=年)",
    "ar": r"(?:عام|سنة) ((?:19|20)\d\d)\b",
    "ru": r"\bв ((?:19|20)\d\d)(?= году)",
    "pt": r"\b(?:em|de) ((?:19|20)\d\d)\b(?=[.,]| [a-z])",
}
DAY_LEADS = {
    "en": "on last next this since until by late early",
    "de": "am vom seit bis nächsten vergangenen kommenden diesen",
    "es": "el del al este",
    "fr": "ce de du dès depuis le jusqu’à",
    "it": "di da lo fino",
    "nl": "op vanaf sinds tot van",
}
