//! Words that turn a statement into its opposite, by language: one phrase each between `;`, in lower case.

use crate::Language;

pub(crate) const fn of(language: Language) -> &'static str {
    match language {
        Language::English => {
            "not;never;no;nobody;no-one;none;nothing;neither;nor;without;cannot;no one;nowhere;no longer;denied;denies;deny;denying;\
            failed to;fails to;refused to;refuses to"
        }
        Language::German => {
            "nicht;nie;niemals;kein;keine;keinen;keinem;keiner;keines;niemand;niemanden;nichts;weder;ohne;bestritt;bestreitet;\
            bestritten;dementierte;dementiert;nirgends;keinerlei"
        }
        Language::French => {
            "pas;jamais;aucun;aucune;personne;rien;sans;ni;non;nie;nié;démenti;dément;a démenti;plus jamais;nullement"
        }
        Language::Spanish => {
            "no;nunca;jamás;ningún;ninguna;ninguno;nadie;nada;sin;ni;tampoco;negó;niega;desmintió;desmiente"
        }
        Language::Italian => {
            "non;mai;nessun;nessuno;nessuna;niente;nulla;senza;né;neanche;ha negato;nega;smentisce;smentito"
        }
        Language::Portuguese => {
            "não;nunca;jamais;nenhum;nenhuma;ninguém;nada;sem;nem;tampouco;negou;nega;desmentiu;desmente"
        }
        Language::Dutch => "niet;nooit;geen;niemand;niets;zonder;noch;ontkende;ontkent;ontkennen;nergens;evenmin",
        Language::Russian => {
            "не;нет;никогда;никто;ничего;ничто;никакой;никаких;никакие;никакого;ни;без;нельзя;невозможно;отрицает;отрицал;\
            отрицала;опроверг;опровергла;опровергли;опровергает;нигде"
        }
        Language::Ukrainian => {
            "не;ні;немає;нема;ніколи;ніхто;нічого;жоден;жодна;жодних;жодного;без;неможливо;заперечує;заперечив;заперечила;\
            спростував;спростувала;спростували;ніде"
        }
        Language::Polish => {
            "nie;nigdy;nikt;nic;żaden;żadna;żadne;żadnego;żadnych;bez;ani;brak;zaprzeczył;zaprzeczyła;zaprzecza;\
            zdementował;zdementowała;nigdzie"
        }
        Language::Turkish => "değil;değildi;değildir;hiç;hiçbir;yok;yoktu;asla;kimse;yalanladı;reddetti;olmadan;ne",
        Language::Arabic => "لا;لم;لن;ليس;ليست;ليسوا;غير;دون;بدون;نفى;نفت;ينفي;تنفي;نفوا;أبدا;أبدًا;عدم;ما لم",
        Language::Other => "",
    }
}

/// Negations that are written in one piece with other words or without spaces: by what a text in a language of which no
/// words are known holds.
pub(crate) const PIECES: &[&str] = &["不", "没", "沒", "未", "否认", "否認", "無", "않", "없", "아니"];

/// The same in a text with kana, where 不 and 無 are parts of nouns ("不法投棄").
pub(crate) const JAPANESE_PIECES: &[&str] = &["ない", "なかった", "ません", "否認", "否定"];
