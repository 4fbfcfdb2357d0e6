//! Text that says nothing: the Latin of typesetters, which walls show in place of the rest of an article.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Its words, as the usual generators take them.
static WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    "a ab accusamus accusantium ad adipisci adipiscing alias aliqua aliquam aliquid aliquip amet anim animi aperiam architecto \
     asperiores aspernatur assumenda at atque aut aute autem beatae blanditiis cillum commodi commodo consectetur consequat \
     consequatur consequuntur corporis corrupti culpa cum cumque cupidatat cupiditate debitis delectus deleniti deserunt dicta \
     dignissimos distinctio do dolor dolore dolorem doloremque dolores doloribus dolorum ducimus duis ea eaque earum eius eiusmod \
     eligendi elit enim eos error esse est et eum eveniet ex excepteur excepturi exercitation exercitationem expedita explicabo \
     facere facilis fuga fugiat fugit harum hic id illo illum impedit in incididunt incidunt inventore ipsa ipsam ipsum irure iste \
     itaque iure iusto labore laboriosam laboris laborum laudantium libero lorem magna magnam magni maiores maxime minim minima \
     minus modi molestiae molestias mollit mollitia nam natus necessitatibus nemo neque nesciunt nihil nisi nobis non nostrud \
     nostrum nulla numquam obcaecati occaecat occaecati odio odit officia officiis omnis optio pariatur perferendis perspiciatis \
     placeat porro possimus praesentium proident provident quae quaerat quam quas quasi qui quia quibusdam quidem quis quisquam quo \
     quod quos ratione recusandae reiciendis rem repellat repellendus reprehenderit repudiandae rerum saepe sapiente sed sequi \
     similique sint sit soluta sunt suscipit tempor tempora tempore temporibus tenetur totam ullam ullamco unde ut vel velit veniam \
     veritatis vero vitae voluptas voluptate voluptatem voluptates voluptatibus voluptatum"
        .split_whitespace()
        .collect()
});
/// Fewest words of a text that can be told to be filler.
const FEWEST: usize = 8;

/// Whether nearly all words of a text are of that kind; a text in Latin has many others.
pub(crate) fn is_filler(text: &str) -> bool {
    let words = || text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    // most texts end here
    if words().take(FEWEST).filter(|w| WORDS.contains(&*w.to_lowercase())).count() + 2 < FEWEST {
        return false;
    }
    let (mut all, mut known) = (0, 0);
    for word in words() {
        all += 1;
        known += usize::from(WORDS.contains(&*word.to_lowercase()));
    }
    all >= FEWEST && known * 10 >= all * 9
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filler_is_told_from_latin_and_from_every_other_text() {
        for text in [
            "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore.",
            "Quia numquam ipsum sunt. Minus assumenda sequi a libero consequatur. Ea velit odit.",
        ] {
            assert!(is_filler(text), "{text}");
        }
        for text in [
            "Gallia est omnis divisa in partes tres, quarum unam incolunt Belgae, aliam Aquitani.",
            "The error in the id of at least a sed script was a non sequitur, an expert said.",
            "Lorem ipsum dolor sit amet.",
        ] {
            assert!(!is_filler(text), "{text}");
        }
    }
}
