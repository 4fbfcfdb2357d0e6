//! Scripts that put no spaces between words: what differs is marked by words, and no character is cut.

use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use crate::{change, exact, reading};

#[test]
fn what_differs_is_marked_by_words() {
    let cases = [
        ("東京で2人が死亡した。", "大阪で2人が死亡した。", "[東京→大阪]"),
        ("東京で2人が死亡した。", "東京で3人が死亡した。", "[2→3]"),
        ("首相は来週訪米すると述べた。", "首相は来月訪米すると述べた。", "[来週→来月]"),
        ("田中市長は修理に三億円かかると述べた。", "中村市長は修理に三億円かかると述べた。", "[田中→中村]"),
        ("男性がけがをしたと警察が発表した。", "女性がけがをしたと警察が発表した。", "[男性→女性]"),
        ("委員会は計画を承認した。", "委員会は計画を承認しなかった。", "[した→しなかった]"),
        ("首相はアメリカを訪問する。", "首相はフランスを訪問する。", "[アメリカ→フランス]"),
        ("北京市政府周一宣布关闭大桥。", "上海市政府周二宣布关闭大桥。", "[北京市→上海市] [周一→周二]"),
        ("公司去年亏损3.5亿元。", "公司去年亏损4.5亿元。", "[3.5→4.5]"),
        ("王毅在柏林会见德国总理。", "李强在柏林会见德国总理。", "[王毅→李强]"),
        ("警方说伤者已经出院。", "警方说伤者没有出院。", "[已经→没有]"),
        ("นายกรัฐมนตรีไปกรุงเทพมหานครเมื่อวันจันทร์", "นายกรัฐมนตรีไปเชียงใหม่เมื่อวันจันทร์", "[กรุงเทพมหานคร→เชียงใหม่]"),
        ("นายกรัฐมนตรีเดินทางเมื่อวันจันทร์", "นายกรัฐมนตรีเดินทางเมื่อวันอังคาร", "[จันทร์→อังคาร]"),
        ("ตำรวจจับกุมชาย 12 คน", "ตำรวจจับกุมชาย 15 คน", "[12→15]"),
    ];
    for (before, after, want) in cases {
        let change = change(&format!("A\n\n{before}"), &format!("A\n\n{after}"));
        let got: Vec<String> = change.hunks.iter().map(|h| format!("[{}→{}]", h.before, h.after)).collect();
        assert_eq!(got.join(" "), want, "{before} {after}");
    }
}

/// Sentences of words of these scripts, with letters that hang on others.
fn sentence() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "東京",
        "大阪",
        "で",
        "人々",
        "が",
        "死亡",
        "した",
        "カメラ",
        "か\u{3099}",
        "葛\u{e0100}",
        "政府",
        "关闭",
        "了",
        "桥",
        "2",
        "。",
        "、",
        "กำ",
        "ทำงาน",
        "น้ำ",
        "ที่",
        "คน",
        "เชียงใหม่",
        "ครั้ง",
        "ນ້ຳ",
        "ພາສາ",
        "ភាសាខ្មែរ",
        "ក្រុង",
        "နိုင်ငံ",
        "တော်",
        " ",
    ]);
    prop::collection::vec(word, 1..12).prop_map(|words| words.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_difference_cuts_a_character(before in sentence(), after in sentence()) {
        let (before, after) = (reading(&format!("A\n\n{before}")), reading(&format!("A\n\n{after}")));
        let change = exact(&before, &after);
        let borders = |text: &str| -> Vec<usize> {
            let mut scalars = 0;
            std::iter::once(0).chain(text.graphemes(true).map(|g| { scalars += g.chars().count(); scalars })).collect()
        };
        let (old, new) = (borders(&before.canonical_text()), borders(&after.canonical_text()));
        for hunk in &change.hunks {
            prop_assert!(old.contains(&hunk.before_start) && old.contains(&hunk.before_end), "{hunk:?}");
            prop_assert!(new.contains(&hunk.after_start) && new.contains(&hunk.after_end), "{hunk:?}");
        }
    }
}
