//! Names of countries and words for their people, parties and faiths, which begin sentences as often as they stand inside.

use std::sync::LazyLock;

use crate::hash::WordSet;

const NAMES: &str = "\
afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahrain bangladesh belarus belgium \
belize benin bhutan bolivia botswana brazil britain brunei bulgaria burundi cambodia cameroon canada chile china colombia \
croatia cuba cyprus czechia denmark djibouti ecuador egypt england eritrea estonia eswatini ethiopia fiji finland france gabon \
gambia gaza germany ghana greece grenada guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq \
ireland israel italy jamaica japan kazakhstan kenya kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya \
liechtenstein lithuania luxembourg madagascar malawi malaysia maldives mali malta mauritania mauritius mexico moldova monaco \
mongolia montenegro morocco mozambique myanmar namibia nepal netherlands nicaragua niger nigeria norway oman pakistan \
palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda scotland senegal serbia singapore \
slovakia slovenia somalia spain sudan suriname sweden switzerland syria taiwan tajikistan tanzania thailand togo tunisia \
turkmenistan uganda ukraine uruguay uzbekistan venezuela vietnam wales yemen zambia zimbabwe \
deutschland österreich schweiz frankreich italien spanien polen russland großbritannien belgien niederlande türkei griechenland \
ungarn tschechien schweden norwegen dänemark finnland japan indien ägypten \
allemagne espagne italie belgique suisse russie pologne chine japon inde maroc algérie tunisie israël \
españa alemania francia italia rusia polonia brasil méxico perú japón marruecos \
germania spagna russia polonia cina giappone svizzera grecia turchia \
alemanha espanha frança rússia itália polónia polônia japão marrocos \
duitsland frankrijk spanje rusland belgië nederland italië griekenland \
россия украина германия франция италия испания польша китай япония индия израиль иран турция сирия белоруссия беларусь казахстан \
росія україна німеччина франція італія іспанія польща японія індія ізраїль іран туреччина сирія білорусь \
rosja ukraina niemcy francja włochy hiszpania polska japonia izrael turcja białoruś \
rusya ukrayna almanya fransa ispanya yunanistan israil suriye mısır türkiye çin japonya";

const PEOPLE: &str = "\
afghan african albanian algerian american arab argentine armenian asian australian austrian belarusian belgian brazilian \
british bulgarian canadian chilean chinese colombian croatian cuban czech danish dutch egyptian english estonian ethiopian \
european finnish french georgian german ghanaian greek hungarian indian indonesian iranian iraqi irish israeli italian \
japanese jordanian kenyan korean kurdish kuwaiti latvian lebanese libyan lithuanian malaysian mexican moroccan nepali nigerian \
norwegian pakistani palestinian peruvian philippine polish portuguese qatari romanian russian saudi scottish serbian slovak \
slovenian somali spanish sudanese swedish swiss syrian taiwanese thai tunisian turkish ugandan ukrainian venezuelan vietnamese \
welsh yemeni zimbabwean catholic christian hindu jewish muslim protestant sunni shia buddhist democrat republican tory \
conservative liberal labour";

static COUNTRIES: LazyLock<WordSet<&'static str>> =
    LazyLock::new(|| NAMES.split_whitespace().chain(PEOPLE.split_whitespace()).collect());

/// Whether a word in lower case is the name of a country, or of its people, a party or a faith, one or many.
pub fn is_country(word: &str) -> bool {
    let one = |word: &str| COUNTRIES.contains(word);
    one(word) || word.strip_suffix('s').is_some_and(one) || matches!(word, "tories" | "jews" | "jew")
}
