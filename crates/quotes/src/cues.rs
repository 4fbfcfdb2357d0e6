//! Words of saying, and the small words around them, by language.

use std::sync::LazyLock;

use text::{WordMap, WordSet};

/// What a word of saying does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cue {
    /// "said": its subject speaks, and what follows is what was said.
    Say,
    /// "called", "denied": its subject speaks, if there are quotation marks.
    Mark,
    /// "according to", "laut": the speaker follows.
    Source,
    /// "zufolge": the speaker goes before.
    After,
    /// "so", "," + name: only behind a quotation.
    So,
    /// "continued", "put it": only right beside a quotation.
    Near,
    /// "sei": somebody who was named before is still reported.
    Reported,
}

/// What a language brings to the rules.
#[derive(Debug)]
pub(crate) struct Language {
    words: WordMap<&'static str, (Option<Cue>, Option<Small>)>,
    /// The verb stands second, so its subject may follow it at any time.
    pub verb_second: bool,
}

/// What a word that names nobody is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Small {
    /// "of", "in".
    Preposition,
    /// "that", "but", "when": a clause begins.
    Clause,
    /// "who".
    Relative,
    /// "the", "ein", "his".
    Article,
    /// "also", "has", "Thursday": between subject and verb.
    Between,
    /// "he".
    Pronoun,
}

impl Language {
    /// What a word in small letters does as a word of saying, and what it is for if it names nobody.
    pub fn of(&self, word: &str) -> (Option<Cue>, Option<Small>) {
        self.words.get(word).copied().unwrap_or_default()
    }

    fn new(verb_second: bool, cues: [&'static str; 7], small: [&'static str; 6]) -> Self {
        use Small::{Article, Between, Clause, Preposition, Pronoun, Relative};
        let kinds = [Cue::Mark, Cue::Say, Cue::Source, Cue::After, Cue::So, Cue::Near, Cue::Reported];
        let smalls = [Between, Preposition, Clause, Relative, Article, Pronoun];
        let mut language = Self { words: WordMap::default(), verb_second };
        for (words, kind) in cues.into_iter().zip(kinds) {
            words.split_whitespace().for_each(|word| language.words.entry(word).or_default().0 = Some(kind));
        }
        for (words, kind) in small.into_iter().zip(smalls) {
            words.split_whitespace().for_each(|word| language.words.entry(word).or_default().1 = Some(kind));
        }
        language
    }
}

/// The language of a tag; without one, the one whose small words the beginning of the text has most of.
pub(crate) fn language(tag: Option<&str>, text: &str) -> &'static Language {
    let primary = tag.and_then(|tag| tag.split(['-', '_']).next()).unwrap_or("").to_ascii_lowercase();
    match &*primary {
        "de" => &GERMAN,
        "en" => &ENGLISH,
        "" => guessed(text),
        _ => &OTHERS,
    }
}

fn guessed(text: &str) -> &'static Language {
    match text::Language::of_text(text) {
        text::Language::English => &ENGLISH,
        text::Language::German => &GERMAN,
        _ => &OTHERS,
    }
}

static ENGLISH: LazyLock<Language> = LazyLock::new(|| {
    Language::new(
        false,
        [
            " calls called calling describe describes described describing branded brands dubbed dubs \
             labeled labelled accuse accused accuses accusing blame blamed blames criticize criticized criticised criticizing \
              praised praises dismiss dismissed dismisses dismissing denied denies rejected rejects urge urged \
             urges urging referred refers referring condemn condemned condemns slam slammed slams blast blasted blasts \
             hail hailed denounce denounced denounces express expressed expresses expressing vowed vows vowing \
             promised promises promising hopes hoped believe believes believed \
             predict predicted predicts ridicule ridiculed mock mocked demanded demands attacked defend defended \
             defends pledged pledges boasted boasts joked jokes joking complain complained complains apologized lamented \
             characterized characterizes deemed deems ask asks asking regard regards regarded \
                    cited cites citing ",
            "say says said saying tell tells told telling add adds added adding stated stating announce announces \
             announced announcing explain explains explained explaining claims claimed claiming reports reported \
             reporting write writes wrote writing written notes noted noting argue argues argued arguing warn warns warned \
              insist insists insisted insisting stress stresses stressed stressing declare declares declared declaring \
             asked reply replies replied replying respond responds responded responding answered tweet tweets \
             tweeted tweeting commented commenting remarked observe observed \
             observes conclude concluded concludes acknowledge acknowledged acknowledges \
             acknowledging admit admits admitted admitting confirm confirms confirmed confirming suggest suggests suggested \
             suggesting recall recalls recalled recalling allege alleges alleged pointed pointing \
               affirm affirmed reiterate reiterated reiterates emphasize emphasized emphasizes emphasised \
             maintain maintained maintains assert asserts asserted asserting exclaim exclaimed quipped shout shouted \
             shouts yell yelled yells testify testified concede conceded concedes countered contend contended \
             contends cautioned cautions advise advised quoted quotes quoting pointed elaborate \
             elaborated interject interjected muse opine opined proclaim proclaimed reveal revealed reveals retort \
             retorted chanting inquire inquired wonders implored begged cried whispered murmured \
             recounted recounts reasoned gushed chided vented intoned thundered fumed sighed snapped bragged pleaded",
            "",
            "",
            "",
            "states puts continue continued continues continuing began begins read reads reading post posted put puts putting go goes went answer answers agree agreed agrees mention mentioned mentions use used uses using see sees saw seen view viewed views think thinks thought feel feels felt question point points mused chant chanted chants sings sang wonder wondered likened liken likens quip quips fear feared counters attack attacks",
            "",
        ],
        [
            "has have had is was are were be been also later then further further, previously recently repeatedly again still \
             already once even just only simply now too never always often reportedly publicly privately monday tuesday \
             wednesday thursday friday saturday sunday today yesterday tomorrow early late earlier ago week month year night \
             morning evening afternoon last this next however meanwhile instead did do does will would could should may might \
             can must not famously bluntly flatly quickly immediately specifically explicitly clearly initially finally \
             eventually apparently first on flat out",
            "of in at from for with by to about against into over under after before during on through between among amid \
             without within since until upon near behind toward towards following despite regarding via per like \
             including because outside inside alongside around",
            "as that but and or when while if because although though where whether so yet than unless what how why whereas \
             which nor plus",
            "who whose whom",
            "the a an his her its their our my this that these those one another some several many most both all any no",
            "he she they we i you it",
        ],
    )
});

static GERMAN: LazyLock<Language> = LazyLock::new(|| {
    Language::new(
        true,
        [
            "nannte nennt nannten nennen bezeichnete bezeichnet bezeichneten bezeichnen warf wirft werfen warfen vorgeworfen \
             forderte fordert forderten fordern lehnte lehnt lobte lobt kritisierte kritisiert kritisierten verurteilte \
             verurteilt verurteilten sprach spricht sprachen sprechen gesprochen wies weist wiesen weisen verteidigte verteidigt \
             versprach verspricht hoffte hofft dementierte bestritt bestreitet drohte droht rief ruft riefen aufgerufen sieht \
             sehen sah bedauerte bedauert begründete begründet begründeten beschrieb beschreibt rechtfertigte titelte titelt \
             äußerte äußert äußerten äußern genannt bekannte plädierte appellierte lautet lautete lauten gab wertete wertet \
             fand würdigte bedankte wandte einstufte stufte charakterisierte lässt ließ glaubt glaubte meldet protestierte \
             zeigte zeigt zeigten beklagte beklagt bekräftigte betitelte skandierten skandierte",
            "sagte sagt sagten sagen gesagt erklärte erklärt erklärten erklären meinte meint meinten meinen betonte betont \
             betonten betonen berichtete berichtet berichteten berichten schrieb schreibt schrieben schreiben geschrieben \
             teilte teilt teilten mitgeteilt kündigte kündigt ankündigte behauptete behauptet behaupteten antwortete antwortet \
             fragte fragt fragten ergänzte ergänzt fügte fügt hinzu warnte warnt warnten zitierte zitiert zitierten zitieren \
             kommentierte kommentiert kommentierten bemerkte bemerkt bestätigte bestätigt bestätigten unterstrich stellte \
             urteilte versicherte versichert erläuterte erläutert erwiderte entgegnete entgegnet verkündete verkündet \
             heißt hieß erzählte erzählt argumentierte argumentiert mahnte mahnt räumte führte konstatierte resümierte \
             twitterte formulierte formuliert verlautbarte verlautete wörtlich schilderte bilanzierte zufolge",
            "laut",
            "zufolge",
            "so",
            "",
            "sei seien habe hätten hätte werde würde würden könne müsse solle wolle dürfe gebe stehe gehe",
        ],
        [
            "hat hatte haben hatten ist war sind waren wird wurde werden wurden auch später dann weiter weiterhin zudem \
             außerdem heute gestern morgen montag dienstag mittwoch donnerstag freitag samstag sonntag bereits erneut \
             daraufhin jedoch aber dagegen dazu hierzu dabei unterdessen ferner sich ihm ihr ihnen ihn uns mir dort hier nun \
             noch schon selbst wörtlich nach zuvor abend vormittag nachmittag am ja doch allerdings schließlich anschließend \
             es darauf damit dafür dies das zugleich wieder nur zurzeit derzeit deshalb daher hingegen somit so nunmehr wörtlich inzwischen zunächst",
            "in im an am auf aus bei beim von vom vor zu zum zur mit nach für über unter gegen durch seit während wegen trotz \
             ohne um bis gegenüber laut hinter neben zwischen anlässlich angesichts innerhalb außerhalb aufgrund gemäß",
            "dass daß aber und oder wenn während weil obwohl ob als wo wie sondern denn da damit nachdem bevor",
            "welcher welche deren dessen",
            "der die das den dem des ein eine einer eines einem einen sein seine seiner ihre ihrer ihr unser diese dieser \
             dieses mehrere viele einige alle beide jener",
            "er sie wir ich man es",
        ],
    )
});

static OTHERS: LazyLock<Language> = LazyLock::new(|| {
    Language::new(
        false,
        [
            "appelé appelle qualifié qualifie dénoncé dénonce accusé accuse estime llamó califica calificó denunció denuncia \
             definito definisce accusa noemde noemt назвал назвала назвали називає назвав nazwał nazwała chamou classificou",
            "dit a-t-il a-t-elle t-il t-elle déclaré déclare affirmé affirme expliqué explique ajouté ajoute souligné souligne \
             indiqué assuré assure répondu lancé écrit confié précisé rappelé rappelle insiste estimé dijo dice dijeron afirmó \
             afirma declaró declara explicó explica añadió añade señaló señala aseguró asegura manifestó agregó indicó \
             escribió respondió sostuvo subrayó insistió detto dice ha dichiarato dichiara affermato afferma spiegato spiega \
             aggiunto aggiunge scritto sottolineato disse disseram afirmou diz declarou explicou acrescentou contou escreveu \
             ressaltou respondeu zei zegt zeggen aldus verklaarde vertelt vertelde schrijft schreef stelt сказал сказала \
             сказали заявил заявила заявили говорит отметил отметила подчеркнул подчеркнула добавил добавила сообщил сообщила \
             сообщили написал написала пояснил пояснила рассказал рассказала считает сказав сказала заявив заявила зазначив \
             зазначила додав додала повідомив повідомила написав підкреслив розповів powiedział powiedziała mówi mówił \
             stwierdził stwierdziła dodał dodała podkreślił podkreśliła napisał napisała oświadczył zaznaczył dedi söyledi \
             belirtti açıkladı ifade konuştu diyor vurguladı قال قالت وقال وقالت صرح وصرح أضاف وأضاف أكد وأكد أعلن ذكر",
            "selon según segundo secondo volgens według nach",
            "göre",
            "",
            "",
            "",
        ],
        [
            "a ha has hat также ещё también aussi encore egli anche ook heeft nog też także ki hier aujourd'hui ayer hoy ieri \
             oggi lundi mardi mercredi jeudi vendredi lunes martes miércoles jueves viernes",
            "de du des en à au aux dans sur pour par avec del al con por para di da in nel alla do da no na em van in op met \
             voor bij w z na do o в на о об с по для от из к у",
            "que qui mais quand et y e pero quando ma che dat maar en что но и когда а що але że ale i ve ama إن أن",
            "",
            "le la les l un une el los las una il lo gli i o os as um uma de het een",
            "il elle ils elles él ella lei lui egli ele ela hij zij ze он она они він вона вони on ona o",
        ],
    )
});

/// Words that are titles or trades of persons, in small letters.
pub(crate) fn is_title(word: &str) -> bool {
    TITLES.contains(word) || GERMAN_TRADES.iter().any(|end| word.ends_with(end) && word.len() < 60)
}

static TITLES: LazyLock<WordSet<&'static str>> = LazyLock::new(|| {
    "mr mrs ms miss dr prof professor sen senator rep representative gov governor gen general lt lieutenant col colonel maj \
     major capt captain sgt sergeant rev reverend president vice prime minister chancellor secretary state mayor judge justice \
     attorney chief spokesman spokeswoman spokesperson director chairman chairwoman chair ceo senate house congressman \
     congresswoman sir lord lady dame king queen prince princess pope cardinal bishop archbishop rabbi imam sheriff officer \
     detective inspector superintendent commissioner councillor councilman councilwoman ambassador envoy coach manager analyst \
     economist historian author lawyer deputy foreign defense defence former ex-president candidate nominee editor host \
     speaker leader whip strategist pollster consultant researcher scientist doctor adviser advisor aide treasurer \
     commander admiral brigadier founder co-founder executive head member activist actor actress singer farmer teacher \
     frau herr herrn general bundeskanzler bundeskanzlerin kanzler kanzlerin papst könig königin vorsitzende vorsitzender \
     vorsitzenden abgeordnete abgeordneter staatssekretär staatssekretärin oberkommandierende oberbürgermeister generalsekretär \
     major-general brigadier-general vice-president vice-presidential democrat republican democratic conservative labour m mme monsieur madame señor sr sra signor président \
     presidente ministre ministro ministra président-directeur"
        .split_whitespace()
        .collect()
});

const GERMAN_TRADES: &[&str] = &[
    "minister",
    "ministerin",
    "präsident",
    "präsidentin",
    "präsidenten",
    "sprecher",
    "sprecherin",
    "sprechers",
    "chef",
    "chefin",
    "leiter",
    "leiterin",
    "direktor",
    "direktorin",
    "vorsitzende",
    "vorsitzender",
    "vorsitzenden",
    "meister",
    "meisterin",
    "kandidat",
    "kandidatin",
    "trainer",
    "anwalt",
    "anwältin",
    "experte",
    "expertin",
    "führer",
    "beauftragte",
    "politiker",
    "politikerin",
    "sekretär",
    "sekretärin",
    "kommissar",
    "kommissarin",
    "richter",
    "richterin",
    "forscher",
    "forscherin",
];

/// Whether a name has a word that only media are called by.
pub(crate) fn is_medium(name: &str) -> bool {
    name.split(|c: char| !c.is_alphanumeric()).any(|word| MEDIA.contains(word))
}

static MEDIA: LazyLock<WordSet<&'static str>> = LazyLock::new(|| {
    "BBC CNN NBC ABC CBS MSNBC CNBC PBS NPR Reuters AP AFP dpa UPI Bloomberg Times Post Guardian Journal News \
     Herald Tribune Telegraph Gazette Politico Magazine Television TV Zeitung Spiegel Bild Rundschau Tagesspiegel \
     Tagesschau ARD ZDF Interfax TASS Xinhua Jazeera Monde Figaro País Repubblica Newsweek Breitbart HuffPost RT \
     Sputnik Axios BuzzFeed Welt Allgemeine Anzeiger Kurier Chronicle Observer Economist"
        .split(' ')
        .collect()
});
