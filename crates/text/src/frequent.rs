//! Words that are frequent enough to be words: between two of them no difference is a misspelling.
//!
//! English only; in other languages the texts at hand and the function words tell.

use std::sync::LazyLock;

use crate::hash::WordSet;
use crate::{Language, function_words, lexicon};

/// Whether a word in lower case is known to be one, as it stands or as a form of one.
pub fn is_known_word(word: &str, language: Language) -> bool {
    if function_words::holds(language, word) || lexicon::holds(language, word) {
        return true;
    }
    if language != Language::English {
        return false;
    }
    let known = |stem: &str| ENGLISH.contains(stem);
    known(word)
        || ENDINGS.iter().any(|(ending, instead)| {
            word.strip_suffix(ending).is_some_and(|stem| {
                stem.len() >= 3 && (known(stem) || (!instead.is_empty() && known(&format!("{stem}{instead}"))))
            })
        })
}

/// Endings of forms, and what stands in their place in the word that is listed.
const ENDINGS: &[(&str, &str)] = &[
    ("s", ""),
    ("es", "e"),
    ("ies", "y"),
    ("ed", "e"),
    ("ied", "y"),
    ("ing", "e"),
    ("ly", ""),
    ("er", "e"),
    ("est", "e"),
    ("'s", ""),
    ("ers", "e"),
    ("ment", ""),
    ("ness", ""),
];

static ENGLISH: LazyLock<WordSet<&'static str>> = LazyLock::new(|| WORDS.split_whitespace().collect());

const WORDS: &str = "about above abuse accept access accident accord account accuse across act action active actual add address \
    admit adult advance advice advise affair affect afford afraid after again against age agency agent ago agree air airport alarm \
    album alive allege allow ally alone along already also alter although always amend among amount anger angle angry animal \
    announce annual another answer appeal appear apple apply approach approve area argue arm army around arrest arrive art \
    article ask assault asset assist attack attempt attend attract august author avoid award aware away baby back bad bag ball \
    ballot ban band bank bar bare base battle beach bear beat become bed before began begin behind believe below bench benefit \
    best bet better between beyond bid big bike bill billion bird birth bit black blame blast bleed blind block blood blow blue \
    board boat body bomb bond book boom border born boss both bottle bottom bound bowl box boy brain branch brave bread break \
    breath bridge brief bright bring broad broke brother brought brown budget build building burn bus bush business busy buy cabinet call \
    calm came camera camp campaign cancer candidate capital car card care career carry case cash cast catch cattle caught cause cease cell \
    center central centre century certain chain chair chance change channel charge charity charm chart chase cheap check chest \
    chief child choice choose church cite city civil claim clash class clean clear click climb clock close cloth cloud club coach coal \
    coast coat code coffee cold collapse collect college color colour come comment commit common company compare compete complain \
    complete concern conduct confirm conflict contact contain content contest continue contract control cook cool cope copy core \
    corn corner corporate correct cost could council count country county couple course court cover crack craft crash cream create credit crew \
    crime crisis critic critical cross crowd cruel cry culture cup cure current customer cut cycle damage dance danger dark data date daughter \
    day dead deal dear death debate debt decade decide deep defeat defence defend defense deficit delay deliver demand deny depart depend deploy \
    deputy derail describe desert deserve design desire desk despite destroy detail detain develop device dialogue die diet differ different dinner direct dirt \
    discuss disease dish dispute distance district divide divorce doctor dog dollar donate donor door double doubt down draft drama draw dream \
    dress drew drink drive drone drop drove drug dry due during dust duty each early earn earth ease east easy eat economic economy edge edit educate effect \
    effort eight either elect election else embassy emerge employ empty end enemy energy engage engine engineer enjoy enough ensure enter entire equal escape \
    estate even event ever every evidence exact exam example except exchange exit expand expect expel expert explain explode export express extend extra eye \
    face fact factory fail fair faith fall false fame family famous fan far fare farm fast fat fatal fate father fault favor favour fear feature federal \
    fee feed feel feet fell fellow felt female fence few field fierce fight figure file fill film final finance find fine finger finish fire firm first fiscal fish fit \
    five fix flag flat flee fleet flight float flood floor flow fly focus follow food foot force foreign forest forget form formal former forth fortune forum \
    forward found four frame free freeze fresh friend front fruit fuel full fun fund funeral future gain game gang gap gas gate gave gear general get giant gift \
    girl give glad glass global goal god gold gone good govern government grab grade grain grand grant grass grave gray great green grey grew ground group grow \
    growth guard guess guest guide guilty gun guy had hair half hall halt hand handle hang happen happy harbor harbour hard harm hate have head heal health hear heart \
    heat heavy held hell help her here hero hide high highway hike hill hire his history hit hold hole holiday home honest honor honour hope horse hospital host hostage hot hotel \
    hour house how huge human hundred hunger hunt hurt husband ice idea ignore ill illegal image immune impact import improve inch include income increase index indicate industry inflation \
    inform injure injury inner inquiry inside insist install instead insure intend interest into invest investigate invite involve iron island issue item jail jet job join joint joke journey judge \
    jump junior jury just justice keep kept kick kid kill kind king knee knew knife knock know label labor labour lack lady laid lake land lane language large laser last late latter laugh launch law lawsuit lay \
    lead leader leaf league leak lean learn leave led left leg legal lend less lesson let letter level liberal library license lie life lift light like limit line link list listen \
    little live living load loan local locate lock long look lose loss lost lot loud love low lower luck lunch machine made magazine mail main maintain major make male \
    manage manner many march margin marine marital mark market marriage marry martial mask mass massive match matter mayor meal mean measure meat media medical meet member memory men mental mention mercy mere \
    message met metal method middle might mile military milk mill million mind mine minister minor minute miss missile mission mistake mix mob mobile mode model modern moment money month mood \
    moral more most mother motion motor mount mountain mouth move movement movie much multiple murder museum music must mutual name narrow nation national native nature naval near neck need \
    neighbor neighbour nerve network never new news next nice night nine nobody noise none normal north nose not note nothing notice novel now nuclear number nurse oblige observe occur ocean off offend \
    offer office officer official often oil old once one only onto open operate opinion oppose option orange order ordinary origin other ought our outside over own owner pace pack package page pain paint pair palace paper \
    parent park part partner party pass passenger past path patient pattern pause pay peace peak people percent perfect perform perhaps period permit person phase phone photo physical pick picture piece pilot \
    pipe pitch place plain plan plane planet plant plastic plate play plea plead please plot plunge point poison police policy political poll pool poor pope popular port position positive possess post potential pound pour poverty power \
    praise pray prayer prefer prepare present president press pressure pretty prevent previous price pride priest primary prime prince print prior prison private prize problem proceed process produce profit program project promise promote proof proper \
    property propose prosecute protect protest proud prove provide public publish pull pump punish purchase pure purpose pursue push put quality quarter queen quest question quick quiet quit quite quote race radio raid rail rain raise rally ran range \
    rank rape rapid rate rather reach react read ready real reason rebel recall receive recent record recover red reduce refer reform refuge refugee refuse regard region regret reject relate release relief rely remain remark remember remove rent repair repeat \
    replace report request require rescue research resident resign resist resolve resort respect respond response rest restore result retail retire return reveal revenue review revolt reward rice rich ride rifle right ring riot rise risk rival river road rob robot rock rocket role roll \
    roof room root rope rose round route row royal rule run rural rush sack sad safe said sail salary sale salt same sanction sand sat save saw say scale scandal scene schedule scheme school science score scream screen sea seal search season seat second secret \
    secretary section sector secure security see seek seem seize seller senate send senior sense sentence separate series serious servant serve service session set settle seven severe sex shadow shake shall shape share sharp she sheet shelf shell shelter shift shine ship \
    shirt shock shoe shoot shop shore short shot should shout show shut sick side siege sight sign signal silence silent similar simple since sing single sink sister sit site situation six size skill skin sky slam slave sleep slide slight slip slow small smart smash smell smile smoke snow \
    soccer social society soft soil sold soldier solid solution solve some son song soon sort soul sound source south space spark speak special speech speed spell spend spent spirit split spoke sport spot spread spring spy square squad stab stable staff stage stake stand star stare start \
    state statement station status stay steady steal steel steep step stick still stir stock stolen stone stood stop store storm story straight strain strand strange strategy stream street strength stress stretch strict strike string strip strong struck structure struggle student study stuff style \
    subject submit success such sudden suffer sugar suggest suicide suit sum summer summit sun supply support suppose supreme sure surface surge surprise surround survey survive suspect suspend sustain swear sweep sweet swift swim swing sword system table tackle take tale talk tall tank tap target task taste taught \
    tax tea teach team tear technology teen tell ten tend tension tent term terrible territory terror test text than thank that theft their them theme then theory there these thick thief thin thing think third this those though thought thousand threat threaten three threw throat through throw thus ticket tide tie tight \
    tile till time tiny tip tire title today together told tomorrow tone tongue too took tool top torch total touch tough tour toward tower town toxic track trade tradition traffic tragedy trail train transfer transform transit transport trap trash travel treat treaty tree trial tribe trick trip troop trouble truce truck true trust truth try tunnel turn \
    twelve twenty twice twin twist two type typical ugly unable uncle under union unit unite unity university unless until upon upper urban urge use usual vaccine valley value van various vast vehicle venture verdict very vessel veteran victim victory video view village violence violent virus visa visible vision visit vital voice volume volunteer vote voter vow \
    wage wait wake walk wall want war ward warm warn warrant wash waste watch water wave way weak wealth weapon wear weather web week weekend weigh weight welcome welfare well went were west wheel where whether which while white who whole whose why wide wife wild will win wind window wine wing winner winter wire wise wish with withdraw within without witness woman won \
    wonder wood word wore work worker world worry worse worst worth would wound write wrong wrote yard year yell yellow yesterday yet yield young your youth zone billed filled drilled breach brought bought thorough trough quite quit lose loose desert dessert principal principle council counsel complement compliment stationary stationery affect effect \
    casual causal trail untied united expert except president precedent personal personnel ballet ballot bullet martial marital pubic unclear nuclear singed signed sacred scared diary dairy quiet quite conversation conservation prosecute persecute prescribe proscribe adopt adapt ensure insure assure emigrate immigrate eminent imminent moral morale statue statute status \
    fiend friend board bored border boarder brake break censor censure coarse course decent descent device devise elicit illicit formally formerly hangar hanger hoard horde leaks leads lead led peace piece plain plane poor pour pore pray prey profit prophet rain reign rein road rode role roll root route sail sale scene seen shear sheer sight site cite sole soul steal steel storey story tail tale their there \
    threw through throne thrown tide tied waist waste wait weight weak week weather whether";
