//! Words of doubt, by language: one phrase each between `;`, in lower case.

use crate::Language;

pub(crate) const fn of(language: Language) -> &'static str {
    match language {
        Language::English => {
            "allegedly;alleged;reportedly;reported to have;may;might;could have;could be;may have;might have;appears;appear;\
            appeared;apparently;apparent;seems;seem;seemed;seemingly;likely;probably;possibly;perhaps;maybe;presumably;\
            purportedly;purported;supposedly;supposed to have;suspected;unconfirmed;unverified;not confirmed;\
            has not been confirmed;have not been confirmed;could not be verified;could not be confirmed;could not immediately be verified;\
            without evidence;without proof;without providing evidence;without offering evidence;with no evidence;\
            without citing evidence;what it called;what he called;what she called;what they called;so-called;\
            is said to;are said to;was said to;were said to;is believed to;are believed to;was believed to;were believed to;\
            believed to be;believed to have;is thought to;are thought to;thought to be;thought to have;is understood to;\
            rumoured;rumored;accused of;claimed to have;potentially;potential;conceivably;ostensibly;in an apparent;\
            it is unclear whether;it was unclear whether;unclear;not clear;preliminary;tentatively;could;possible;arguably"
        }
        Language::German => {
            "angeblich;angebliche;angeblichen;angeblicher;mutmaßlich;mutmaßliche;mutmaßlichen;mutmaßlicher;vermutlich;\
            möglicherweise;wohl;wahrscheinlich;offenbar;anscheinend;scheinbar;vielleicht;womöglich;eventuell;soll;sollen;\
            könnte;könnten;dürfte;dürften;unbestätigt;unbestätigte;unbestätigten;ohne belege;ohne beweise;sogenannte;\
            sogenannten;sogenannter;nicht bestätigt;verdächtig;unklar;scheint;scheinen;eigenen angaben zufolge"
        }
        Language::French => {
            "présumé;présumée;présumés;présumées;prétendument;apparemment;peut-être;probablement;sans doute;vraisemblablement;\
            éventuellement;supposé;supposée;supposés;soi-disant;aurait;auraient;serait;seraient;pourrait;pourraient;semble;\
            semblent;semblait;non confirmé;non confirmée;non confirmées;sans preuve;sans preuves;paraît;possible;potentiel;\
            potentielle;il semble que"
        }
        Language::Spanish => {
            "presunto;presunta;presuntos;presuntas;presuntamente;supuesto;supuesta;supuestos;supuestas;supuestamente;\
            aparentemente;al parecer;posiblemente;probablemente;tal vez;quizás;quizá;podría;podrían;habría;habrían;parece;\
            parecen;sin confirmar;no confirmado;no confirmada;sin pruebas;llamado;llamada;posible;posibles;probable;estaría"
        }
        Language::Italian => {
            "presunto;presunta;presunti;presunte;presumibilmente;apparentemente;a quanto pare;forse;probabilmente;\
            possibilmente;potrebbe;potrebbero;avrebbe;avrebbero;sarebbe;sarebbero;sembra;sembrano;non confermato;\
            non confermata;senza prove;cosiddetto;cosiddetta;cosiddetti;possibile;possibili;probabile"
        }
        Language::Portuguese => {
            "alegadamente;alegado;alegada;suposto;suposta;supostos;supostas;supostamente;aparentemente;possivelmente;\
            provavelmente;talvez;poderia;poderiam;poderá;teria;teriam;seria;seriam;parece;parecem;não confirmado;\
            não confirmada;sem provas;presumivelmente;possível;possíveis;provável;presumível;chamado;chamada"
        }
        Language::Dutch => {
            "vermoedelijk;vermoedelijke;vermeende;vermeend;naar verluidt;mogelijk;mogelijke;waarschijnlijk;wellicht;misschien;\
            blijkbaar;kennelijk;schijnbaar;zou;zouden;zou kunnen;onbevestigd;onbevestigde;niet bevestigd;zonder bewijs;\
            zogenaamde;zogeheten;lijkt;lijken;verdachte"
        }
        Language::Russian => {
            "предположительно;якобы;возможно;вероятно;может быть;по-видимому;видимо;похоже;кажется;предполагаемый;\
            предполагаемая;предполагаемого;предполагаемых;предполагаемые;неподтверждённый;неподтвержденный;\
            неподтверждённым;неподтвержденным;не подтверждено;без доказательств;так называемый;так называемая;\
            так называемые;так называемого;мог;могла;могли;может;могут;скорее всего;наверное;подозреваемый"
        }
        Language::Ukrainian => {
            "імовірно;ймовірно;нібито;можливо;мабуть;напевно;схоже;здається;очевидно;ймовірний;імовірний;ймовірна;\
            непідтверджений;непідтвердженими;не підтверджено;без доказів;так званий;так звана;так звані;міг;могла;могли;\
            може;можуть;підозрюваний"
        }
        Language::Polish => {
            "rzekomo;rzekomy;rzekoma;rzekome;rzekomego;podobno;prawdopodobnie;możliwe;możliwie;być może;przypuszczalnie;\
            najwyraźniej;najpewniej;może;mogą;mógł;mogła;mogło;mogli;niepotwierdzony;niepotwierdzone;niepotwierdzonych;\
            bez dowodów;tak zwany;tak zwana;tak zwane;tzw;domniemany;domniemana;domniemanego;wydaje się;ponoć;prawdopodobny"
        }
        Language::Turkish => {
            "iddia edilen;iddiaya göre;iddialara göre;muhtemelen;belki;sözde;olası;görünüşe göre;galiba;doğrulanmamış;\
            doğrulanmayan;kanıtsız;kanıt olmadan;kanıt göstermeden;muhtemel;şüpheli;tahminen"
        }
        Language::Arabic => {
            "يزعم;يُزعم;زعم;مزعوم;المزعوم;المزعومة;مزعومة;ربما;قد يكون;قد تكون;يبدو;يبدو أن;من المحتمل;محتمل;المحتمل;محتملة;\
            يعتقد;يُعتقد;غير مؤكد;غير مؤكدة;دون دليل;بدون دليل;على الأرجح;الأرجح;دون أدلة;ما يسمى;ما يُسمى;المشتبه;مشتبه;على ما يبدو"
        }
        Language::Other => "",
    }
}

/// Pieces of words that cast doubt in languages without spaces, or of which no words are known.
pub(crate) const PIECES: &[&str] = &[
    "とみられ",
    "とされ",
    "可能性",
    "疑い",
    "らしい",
    "ようだ",
    "もよう",
    "模様",
    "据称",
    "据报",
    "涉嫌",
    "或许",
    "可能",
    "疑似",
    "據稱",
    "或許",
    "추정",
    "알려졌",
    "가능성",
    "의혹",
    "혐의",
];
