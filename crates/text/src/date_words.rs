//! Words of months, weekdays and days told from now, by language.
//!
//! Months and weekdays stand in their order (Monday first), the forms of one separated by `/`. A stop at the end of a
//! form says that it is short: it counts only beside a number.

use crate::Language;

/// Words of Japanese, Chinese and Korean for days told from now, and how many days ahead they lie.
pub(crate) const EAST_ASIAN_DAYS: &[(i64, &[&str])] = &[
    (0, &["きょう", "今日", "本日", "今天", "오늘"]),
    (-1, &["きのう", "昨日", "昨天", "어제"]),
    (1, &["あす", "あした", "明日", "明天", "내일"]),
    (-2, &["おととい", "一昨日", "前天", "그저께"]),
    (2, &["あさって", "明後日", "后天", "後天", "모레"]),
];

pub(crate) const fn months(language: Language) -> &'static str {
    match language {
        Language::English => {
            "january/jan. february/feb. march april may june/jun. july/jul. august/aug. \
            september/sept./sep. october/oct. november/nov. december/dec."
        }
        Language::German => {
            "januar/jänner/jan. februar/feb. märz april mai juni juli august/aug. september/sept./sep. oktober/okt. \
            november/nov. dezember/dez."
        }
        Language::French => {
            "janvier/janv. février/févr. mars avril mai juin juillet/juil. août septembre/sept. octobre/oct. \
            novembre/nov. décembre/déc."
        }
        Language::Spanish => {
            "enero/ene. febrero/feb. marzo/mar. abril/abr. mayo junio/jun. julio/jul. agosto/ago. \
            septiembre/setiembre/sept. octubre/oct. noviembre/nov. diciembre/dic."
        }
        Language::Italian => {
            "gennaio/gen. febbraio/feb. marzo/mar. aprile/apr. maggio/mag. giugno/giu. luglio/lug. agosto/ago. \
            settembre/set. ottobre/ott. novembre/nov. dicembre/dic."
        }
        Language::Portuguese => {
            "janeiro/jan. fevereiro/fev. março/mar. abril/abr. maio/mai. junho/jun. julho/jul. agosto/ago. \
            setembro/set. outubro/out. novembro/nov. dezembro/dez."
        }
        Language::Dutch => {
            "januari/jan. februari/feb. maart/mrt. april/apr. mei juni/jun. juli/jul. augustus/aug. september/sept. \
            oktober/okt. november/nov. december/dec."
        }
        Language::Russian => {
            "января/январь/январе февраля/февраль/феврале марта/март/марте апреля/апрель/апреле мая/май/мае \
            июня/июнь/июне июля/июль/июле августа/август/августе сентября/сентябрь/сентябре октября/октябрь/октябре \
            ноября/ноябрь/ноябре декабря/декабрь/декабре"
        }
        Language::Ukrainian => {
            "січня/січень/січні лютого/лютий/лютому березня/березень/березні квітня/квітень/квітні \
            травня/травень/травні червня/червень/червні липня/липень/липні серпня/серпень/серпні \
            вересня/вересень/вересні жовтня/жовтень/жовтні листопада/листопад/листопаді грудня/грудень/грудні"
        }
        Language::Polish => {
            "stycznia/styczeń/styczniu lutego/luty/lutym marca/marzec/marcu kwietnia/kwiecień/kwietniu maja/maj/maju \
            czerwca/czerwiec/czerwcu lipca/lipiec/lipcu sierpnia/sierpień/sierpniu września/wrzesień/wrześniu \
            października/październik/październiku listopada/listopad/listopadzie grudnia/grudzień/grudniu"
        }
        Language::Turkish => {
            "ocak/ocakta şubat/şubatta mart/martta nisan/nisanda mayıs/mayısta haziran/haziranda temmuz/temmuzda \
            ağustos/ağustosta eylül/eylülde ekim/ekimde kasım/kasımda aralık/aralıkta"
        }
        Language::Arabic => {
            "يناير/كانون-الثاني فبراير/شباط مارس/آذار أبريل/ابريل/نيسان مايو/أيار يونيو/حزيران يوليو/تموز \
            أغسطس/اغسطس/آب سبتمبر/أيلول أكتوبر/اكتوبر/تشرين-الأول نوفمبر/تشرين-الثاني ديسمبر/كانون-الأول"
        }
        Language::Other => "",
    }
}

pub(crate) const fn weekdays(language: Language) -> &'static str {
    match language {
        Language::English => {
            "monday/mondays/mon. tuesday/tuesdays/tues./tue. wednesday/wednesdays/wed. thursday/thursdays/thurs./thur./thu. \
            friday/fridays/fri. saturday/saturdays/sat. sunday/sundays/sun."
        }
        Language::German => {
            "montag/montags/montagabend/montagmorgen/montagnachmittag dienstag/dienstags/dienstagabend/dienstagmorgen/dienstagnachmittag \
            mittwoch/mittwochs/mittwochabend/mittwochmorgen/mittwochnachmittag \
            donnerstag/donnerstags/donnerstagabend/donnerstagmorgen/donnerstagnachmittag \
            freitag/freitags/freitagabend/freitagmorgen/freitagnachmittag samstag/samstags/sonnabend/samstagabend/samstagmorgen \
            sonntag/sonntags/sonntagabend/sonntagmorgen"
        }
        Language::French => "lundi mardi mercredi jeudi vendredi samedi dimanche",
        Language::Spanish => "lunes martes miércoles jueves viernes sábado domingo",
        Language::Italian => "lunedì martedì mercoledì giovedì venerdì sabato domenica",
        Language::Portuguese => "segunda-feira terça-feira/terça quarta-feira quinta-feira sexta-feira sábado domingo",
        Language::Dutch => {
            "maandag/maandagavond/maandagmorgen dinsdag/dinsdagavond/dinsdagmorgen woensdag/woensdagavond/woensdagmorgen \
            donderdag/donderdagavond/donderdagmorgen vrijdag/vrijdagavond/vrijdagmorgen zaterdag/zaterdagavond \
            zondag/zondagavond"
        }
        Language::Russian => {
            "понедельник/понедельника/понедельнику вторник/вторника/вторнику среда/среду/среды/среде \
            четверг/четверга/четвергу пятница/пятницу/пятницы/пятнице суббота/субботу/субботы/субботе \
            воскресенье/воскресенья/воскресенью"
        }
        Language::Ukrainian => {
            "понеділок/понеділка/понеділку вівторок/вівторка середа/середу/середи/середі четвер/четверга \
            п'ятниця/п'ятницю/п'ятниці субота/суботу/суботи/суботі неділя/неділю/неділі"
        }
        Language::Polish => {
            "poniedziałek/poniedziałku wtorek/wtorku środa/środę/środy czwartek/czwartku piątek/piątku \
            sobota/sobotę/soboty niedziela/niedzielę/niedzieli"
        }
        Language::Turkish => "pazartesi salı çarşamba perşembe cuma cumartesi pazar",
        Language::Arabic => "الاثنين/الإثنين الثلاثاء الأربعاء/الاربعاء الخميس الجمعة السبت الأحد/الاحد",
        Language::Other => "",
    }
}

/// Days told from now, with how many days they lie ahead.
pub(crate) const fn relative(language: Language) -> &'static [(&'static str, i64)] {
    match language {
        Language::English => &[("today", 0), ("yesterday", -1), ("tomorrow", 1), ("tonight", 0)],
        Language::German => &[("heute", 0), ("gestern", -1), ("morgen", 1), ("vorgestern", -2), ("übermorgen", 2)],
        Language::French => &[("aujourd'hui", 0), ("hier", -1), ("demain", 1), ("avant-hier", -2)],
        Language::Spanish => &[("hoy", 0), ("ayer", -1), ("mañana", 1), ("anteayer", -2)],
        Language::Italian => &[("oggi", 0), ("ieri", -1), ("domani", 1)],
        Language::Portuguese => &[("hoje", 0), ("ontem", -1), ("amanhã", 1), ("anteontem", -2)],
        Language::Dutch => &[("vandaag", 0), ("gisteren", -1), ("morgen", 1), ("eergisteren", -2), ("vanavond", 0)],
        Language::Russian => &[("сегодня", 0), ("вчера", -1), ("завтра", 1), ("позавчера", -2), ("послезавтра", 2)],
        Language::Ukrainian => &[("сьогодні", 0), ("вчора", -1), ("учора", -1), ("завтра", 1), ("позавчора", -2)],
        Language::Polish => &[("dziś", 0), ("dzisiaj", 0), ("wczoraj", -1), ("jutro", 1), ("przedwczoraj", -2)],
        Language::Turkish => &[("bugün", 0), ("dün", -1), ("yarın", 1)],
        Language::Arabic => &[("اليوم", 0), ("أمس", -1), ("امس", -1), ("غدا", 1), ("غدًا", 1)],
        Language::Other => &[],
    }
}

/// Phrases for years told from now, with how many years they lie ahead.
pub(crate) const fn years(language: Language) -> &'static [(&'static str, i16)] {
    match language {
        Language::English => &[("last year", -1), ("this year", 0), ("next year", 1)],
        Language::German => &[
            ("im vergangenen jahr", -1),
            ("im vorigen jahr", -1),
            ("im letzten jahr", -1),
            ("vergangenes jahr", -1),
            ("voriges jahr", -1),
            ("letztes jahr", -1),
            ("im vorjahr", -1),
            ("in diesem jahr", 0),
            ("dieses jahr", 0),
            ("heuer", 0),
            ("im kommenden jahr", 1),
            ("im nächsten jahr", 1),
            ("nächstes jahr", 1),
            ("kommendes jahr", 1),
        ],
        Language::French => &[
            ("l'année dernière", -1),
            ("l'an dernier", -1),
            ("l'an passé", -1),
            ("cette année", 0),
            ("l'année prochaine", 1),
            ("l'an prochain", 1),
        ],
        Language::Spanish => &[("el año pasado", -1), ("este año", 0), ("el próximo año", 1), ("el año que viene", 1)],
        Language::Italian => &[
            ("l'anno scorso", -1),
            ("lo scorso anno", -1),
            ("quest'anno", 0),
            ("l'anno prossimo", 1),
            ("il prossimo anno", 1),
        ],
        Language::Portuguese => {
            &[("no ano passado", -1), ("o ano passado", -1), ("neste ano", 0), ("este ano", 0), ("no próximo ano", 1)]
        }
        Language::Dutch => &[("vorig jaar", -1), ("afgelopen jaar", -1), ("dit jaar", 0), ("volgend jaar", 1)],
        Language::Russian => {
            &[("в прошлом году", -1), ("в этом году", 0), ("в следующем году", 1), ("в будущем году", 1)]
        }
        Language::Ukrainian => &[("минулого року", -1), ("торік", -1), ("цього року", 0), ("наступного року", 1)],
        Language::Polish => &[
            ("w zeszłym roku", -1),
            ("w ubiegłym roku", -1),
            ("w minionym roku", -1),
            ("w tym roku", 0),
            ("w przyszłym roku", 1),
        ],
        Language::Turkish => &[("geçen yıl", -1), ("bu yıl", 0), ("gelecek yıl", 1), ("önümüzdeki yıl", 1)],
        Language::Arabic => &[("العام الماضي", -1), ("هذا العام", 0), ("العام الحالي", 0), ("العام المقبل", 1)],
        Language::Other => &[],
    }
}
