//! Words that carry no meaning by themselves, by language: articles, prepositions, pronouns, auxiliaries, conjunctions.
//!
//! What a passage says is counted without them. Hedges and negations are no function words.

use std::sync::LazyLock;

use crate::Language;
use crate::hash::WordMap;

/// Whether a word in lower case is a function word of a language.
pub(crate) fn holds(language: Language, word: &str) -> bool {
    ALL.get(word).copied().unwrap_or(0) >> language as u16 & 1 == 1
}

/// The languages that each word is a function word of: a bit for each.
static ALL: LazyLock<WordMap<&'static str, u16>> = LazyLock::new(|| {
    let mut all = WordMap::default();
    for language in Language::KNOWN {
        for word in of(language).split_whitespace() {
            *all.entry(word).or_default() |= 1 << language as u16;
        }
    }
    all
});

pub(crate) const fn of(language: Language) -> &'static str {
    match language {
        Language::English => {
            "a an the this that these those of in on at to from by for with about into over after before during \
            between under through against within across toward towards upon onto off out up down as than and or but so \
            yet if when while where which who whom whose what how why because since until though although i you he she \
            it we they me him her us them my your his its our their mine hers ours theirs himself herself itself \
            themselves is are was were be been being am do does did done doing has have had having will would shall \
            should can there here then also just very too both each any some such own same other another more most \
            s it's he's she's they're we're i'm that's there's i've we've they've he'd she'd they'd will'll it'll \
            along around near amid among per via again still even now like unlike"
        }
        Language::German => {
            "der die das den dem des ein eine einen einem einer eines und oder aber denn sondern in im an am auf aus bei \
            beim mit nach von vom vor zu zum zur für um durch über unter zwischen seit bis während wegen gegen ohne als \
            wie wenn weil dass daß ob damit obwohl ich du er sie es wir ihr mich dich ihn uns euch ihm ihnen mir dir \
            sich mein dein sein seine seinen seinem seiner seines ihre ihren ihrem ihrer ihres unser dieser diese dieses \
            diesen diesem jener welche welcher welches was wer wo wann ist sind war waren bin bist sei seien gewesen \
            werden wird wurde wurden worden haben hat hatte hatten habe kann können konnte konnten muss müssen musste \
            auch noch nur schon sehr so da dort hier dann nun mehr man dessen deren dabei dazu daran darauf davon dafür"
        }
        Language::French => {
            "le la les l un une des du de d au aux et ou mais donc or ni car à dans en sur sous par pour avec sans chez \
            vers entre depuis pendant avant après contre selon que qu qui quoi dont où quand comme si lorsque parce je \
            tu il elle on nous vous ils elles me te se lui leur leurs y mon ma mes ton ta tes son sa ses notre nos votre \
            vos ce cet cette ces celui celle ceux cela ça c est sont était étaient été être suis sera seront fut \
            furent a ont avait avaient avoir ai as eu aussi très plus encore déjà puis alors ainsi même tout tous toute \
            toutes autre autres s n j m t"
        }
        Language::Spanish => {
            "el la los las un una unos unas lo al del de a en con por para sin sobre entre desde hasta hacia contra \
            durante según y e o u pero que quien quienes cual cuales cuyo donde cuando como si porque aunque mientras \
            yo tú él ella nosotros ellos ellas me te se le les nos su sus mi mis tu tus este esta estos estas ese esa \
            esos esas aquel esto eso es son era eran fue fueron ser sido está están estaba estaban estar ha han había \
            habían haber he hay también muy más ya aún así todo todos toda todas otro otra otros otras tras ante"
        }
        Language::Italian => {
            "il lo la i gli le l un uno una di a da in con su per tra fra del dello della dei degli delle al allo alla \
            ai agli alle dal dallo dalla dai dagli dalle nel nello nella nei negli nelle sul sullo sulla sui sugli sulle \
            dell all nell dall sull e ed o ma che chi cui quale quali dove quando come se perché mentre anche io tu lui \
            lei noi voi loro mi ti si ci vi ne suo sua suoi sue mio questo questa questi queste quello quella è sono era \
            erano fu furono essere stato stata stati state ha hanno aveva avevano avere ho più molto già ancora così \
            tutto tutti tutta tutte altro altri altra altre dopo prima secondo d c"
        }
        Language::Portuguese => {
            "o a os as um uma uns umas de do da dos das em no na nos nas ao à aos às por pelo pela pelos pelas para com \
            sem sobre entre até desde contra durante após segundo e ou mas que quem qual quais cujo onde quando como se \
            porque embora enquanto eu tu ele ela nós eles elas me te lhe lhes seu sua seus suas meu minha este esta \
            estes estas esse essa esses essas aquele isto isso é são era eram foi foram ser sido está estão estava \
            estavam estar tem têm tinha tinham ter há também muito mais já ainda assim todo todos toda todas outro outra \
            num numa nesta neste dessa desse deste desta"
        }
        Language::Dutch => {
            "de het een van in op aan bij met naar uit voor door over onder tussen tegen zonder tot om te na sinds en of \
            maar want dus dat die dit deze wie wat waar wanneer hoe als omdat terwijl hoewel ik jij je hij zij ze wij we \
            jullie u mij me hem haar ons hen hun zich mijn jouw zijn onze is was waren ben bent wordt worden werd werden \
            heeft hebben had hadden heb zal zullen zou zouden kan kunnen kon konden ook nog al zeer er daar hier dan nu \
            meer ander andere"
        }
        Language::Russian => {
            "и в во на с со к ко у о об от до из за по под над при про для без через между после перед а но или что \
            чтобы как когда где если то же ли бы что-то который которая которое которые которого которой которых я ты \
            он она оно мы вы они его её ее их ему ей им меня мне нас нам вас вам себя свой своя своё свои этот эта это \
            эти этого этой тот та те того той так также уже ещё еще был была было были будет будут быть есть все всё \
            весь вся там тут здесь потом более очень"
        }
        Language::Ukrainian => {
            "і й та в у на з із зі до від за по під над при про для без через між після перед а але або чи що щоб як \
            коли де якщо то ж би б який яка яке які якого якої я ти він вона воно ми ви вони його її їх йому їй їм мене \
            мені нас нам вас себе свій своя своє свої цей ця це ці той та ті так також вже ще був була було були буде \
            будуть бути є все весь вся там тут потім дуже"
        }
        Language::Polish => {
            "i w we na z ze do od za po pod nad przy o dla bez przez między a ale lub albo że żeby aby jak kiedy gdy \
            gdzie jeśli czy to który która które którzy którego której których ja ty on ona ono my wy oni one jego jej \
            ich mu im go ją mnie nas nam się swój swoja swoje ten ta te tego tej tym tych tak także też już jeszcze był \
            była było były byli będzie będą być jest są został została zostało zostały ma mają miał bardzo więcej oraz"
        }
        Language::Turkish => {
            "bir ve ile de da ki bu şu o için gibi kadar sonra önce göre ama fakat ancak veya ya çünkü eğer ben sen biz \
            siz onlar onun bunun bana sana ona bize size onlara kendi ne kim nasıl neden her daha çok en olan olarak \
            oldu olduğu olduğunu var idi ise üzere üzerinde içinde tarafından"
        }
        Language::Arabic => {
            "في من على إلى الى عن مع بين بعد قبل خلال حتى منذ عند لدى أن ان إن أو او و ثم لكن بل التي الذي الذين اللذين \
            هذا هذه ذلك تلك هو هي هم هما كان كانت يكون تكون قد كما حيث إذا كل بعض أي ما به بها له لها فيه فيها عليه \
            عليها منه منها"
        }
        Language::Other => "",
    }
}
