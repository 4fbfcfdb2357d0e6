//! Verbs of saying and phrases that name a source, by language and tone.
//!
//! The forms of one verb stand together, verbs are parted by `;`. A phrase of several words is written with `_`.

use crate::Language;

/// Verbs that say no more than that something was said.
pub(crate) const fn neutral(language: Language) -> &'static str {
    match language {
        Language::English => {
            "said says say saying;told tells tell telling;added adds adding;stated states stating;wrote writes writing;\
            explained explains explaining;announced announces announcing;reported reports;replied replies replying;\
            responded responds;asked asks asking;commented comments;noted notes noting;confirmed confirms;\
            mentioned mentions;remarked remarks;observed;described describes;continued;tweeted tweets;posted"
        }
        Language::German => {
            "sagte sagt gesagt sagten sagen;erklärte erklärt erklärten;teilte teilten mitteilte mitteilten mitgeteilt;berichtete berichtet berichteten;\
            schrieb schreibt schrieben;äußerte äußerten;betonte betont betonten;hieß heißt;meinte meint meinten;ergänzte ergänzt;bekanntgab bekanntgaben;meldete meldet;erläuterte;fügte;antwortete;\
            bestätigte bestätigt bestätigten;verkündete;gab_bekannt;gab_an"
        }
        Language::French => {
            "dit disait disent disaient;déclaré déclare;indiqué indique indiquait;expliqué explique;ajouté ajoute;\
            annoncé annonce;précisé précise;rapporté rapporte;écrit;répondu répond;souligné souligne;confirmé confirme;\
            fait_savoir;relevé"
        }
        Language::Spanish => {
            "dijo dice dijeron dicen dicho;declaró declara declararon;indicó indica indicaron;explicó explica;añadió añade;\
            agregó;anunció anuncia anunciaron;informó informa informaron;señaló señala;escribió;respondió;comentó;\
            confirmó confirma;precisó;manifestó;expresó;apuntó"
        }
        Language::Italian => {
            "detto dice dicono;dichiarato dichiara;spiegato spiega;aggiunto aggiunge;annunciato annuncia;riferito riferisce;\
            scritto scrive;risposto;commentato;confermato conferma;affermato afferma;sottolineato;precisato;comunicato"
        }
        Language::Portuguese => {
            "disse diz disseram dizem;declarou declara declararam;informou informa informaram;explicou explica;\
            acrescentou;anunciou anuncia;escreveu;respondeu;comentou;confirmou confirma;afirmou afirma afirmaram;indicou;\
            relatou;contou;referiu"
        }
        Language::Dutch => {
            "zei zegt zeiden zeggen gezegd;verklaarde verklaart;meldde meldt melden;vertelde vertelt;liet;schreef schrijft;\
            antwoordde;bevestigde bevestigt;kondigde;voegde;aldus;deelde;stelde"
        }
        Language::Russian => {
            "сказал сказала сказали говорит говорят;сообщил сообщила сообщило сообщили сообщает сообщают;заявил заявила заявило заявили заявляет;\
            рассказал рассказала рассказали;отметил отметила отметило отметили;добавил добавила;написал написала пишет;\
            объявил объявила объявило объявили;ответил ответила;уточнил уточнила уточнило уточнили;пояснил пояснила;подтвердил подтвердила подтвердило подтвердили;\
            передаёт передает;указал указала"
        }
        Language::Ukrainian => {
            "сказав сказала сказали каже;повідомив повідомила повідомило повідомили повідомляє;заявив заявила заявило заявили заявляє;\
            розповів розповіла;зазначив зазначила зазначило зазначили;додав додала;написав написала пише;оголосив оголосила оголосило оголосили;\
            відповів відповіла;уточнив уточнила;пояснив пояснила;підтвердив підтвердила підтвердило підтвердили;передає"
        }
        Language::Polish => {
            "powiedział powiedziała powiedzieli mówi mówił;poinformował poinformowała poinformowało poinformowali poinformowały informuje;\
            oświadczył oświadczyła oświadczyło oświadczyli;podał podała podało podali podały podaje;dodał dodała;napisał napisała pisze;\
            ogłosił ogłosiła ogłosiło ogłosili;odpowiedział odpowiedziała;przekazał przekazała przekazało przekazali przekazały;wyjaśnił wyjaśniła;\
            potwierdził potwierdziła potwierdziło potwierdzili;zaznaczył zaznaczyła;stwierdził stwierdziła stwierdziło stwierdzili;tłumaczył tłumaczyła tłumaczy;relacjonował relacjonowała"
        }
        Language::Turkish => {
            "dedi diyor söyledi söyledi;belirtti belirttiler;açıkladı açıkladılar;bildirdi bildirdiler;ifade_etti;kaydetti;\
            ekledi;yazdı;anlattı;konuştu;vurguladı;duyurdu;doğruladı;ifadelerini_kullandı;diye_konuştu;dile_getirdi"
        }
        Language::Arabic => {
            "قال قالت قالوا يقول تقول;صرح صرحت;أعلن أعلنت أعلنوا;أفاد أفادت;ذكر ذكرت;أضاف أضافت;أوضح أوضحت;كتب كتبت;أكد أكدت;\
            أشار أشارت;رد ردت;أبلغ أبلغت"
        }
        Language::Other => "",
    }
}

/// Verbs that say something of what was said, or of who says it.
pub(crate) const fn coloured(language: Language) -> &'static str {
    match language {
        Language::English => {
            "claimed claims claiming claim;alleged alleges alleging;admitted admits admitting;conceded concedes conceding;\
            insisted insists insisting;boasted boasts boasting;asserted asserts asserting;maintained maintains;\
            acknowledged acknowledges acknowledging;warned warns warning;complained complains complaining;\
            argued argues arguing;contended contends;confessed confesses;revealed reveals revealing;disclosed discloses;\
            stressed stresses;vowed vows;threatened threatens;bragged brags;lashed;slammed slams;blasted blasts;\
            raged rages;fumed;quipped;joked;declared declares declaring;suggested suggests suggesting;\
            hinted hints;accused accuses;urged urges;demanded demands;lamented laments;protested protests;\
            emphasised emphasises emphasized emphasizes;pointed_out points_out;predicted predicts;retorted;snapped;assured assures;whined whines;moaned;sneered;scoffed;gloated;ranted;crowed;mused;proclaimed proclaims;grumbled;insinuated;implied implies;swore;pleaded pleads;thundered;trumpeted;gushed;reiterated reiterates;griped;taunted"
        }
        Language::German => {
            "behauptete behauptet behaupteten;räumte;gestand gesteht;beharrte beharrt;beteuerte beteuert;prahlte;drohte droht;\
            warnte warnt warnten;beklagte beklagt;kritisierte kritisiert;enthüllte;mahnte;pochte;unterstellte;\
            versicherte versichert;schwor;gab_zu;wetterte;forderte fordert"
        }
        Language::French => {
            "prétendu prétend prétendait;affirmé affirme affirmait;admis admet;reconnu reconnaît;avoué avoue;insisté insiste;\
            soutenu soutient;martelé martèle;dénoncé dénonce;averti avertit;menacé menace;assuré assure;accusé accuse;\
            révélé révèle;clamé clame;concédé;fustigé"
        }
        Language::Spanish => {
            "alegó alega;afirmó afirma;admitió admite;reconoció reconoce;insistió insiste;aseguró asegura;sostuvo sostiene;\
            advirtió advierte;denunció denuncia;confesó;presumió;amenazó;acusó;reveló;pretendió;exigió;criticó"
        }
        Language::Italian => {
            "sostenuto sostiene;ammesso ammette;insistito insiste;confessato;accusato accusa;avvertito avverte;denunciato;\
            assicurato assicura;rivelato rivela;minacciato;preteso pretende;riconosciuto;attaccato;tuonato;vantato"
        }
        Language::Portuguese => {
            "alegou alega;admitiu admite;insistiu insiste;reconheceu reconhece;garantiu garante;sustentou sustenta;\
            alertou alerta;denunciou;confessou;acusou acusa;revelou revela;ameaçou;defendeu;criticou;assegurou"
        }
        Language::Dutch => {
            "beweerde beweert beweren;gaf_toe;erkende erkent;hield_vol;waarschuwde waarschuwt;dreigde dreigt;benadrukte benadrukt;\
            beschuldigde;onthulde;klaagde;bekende;eiste;pochte;suggereerde suggereert"
        }
        Language::Russian => {
            "утверждал утверждает утверждала утверждают;признал признала признали признаёт;признался призналась;\
            настаивал настаивает настаивала;похвастался;пригрозил пригрозила;предупредил предупредила;подчеркнул подчеркнула;\
            обвинил обвинила;пожаловался;раскритиковал;потребовал потребовала;заверил заверила"
        }
        Language::Ukrainian => {
            "стверджував стверджує стверджувала стверджують;визнав визнала визнали;зізнався зізналася;наполягав наполягає наполягала;\
            похвалився;пригрозив;попередив попередила;наголосив наголосила;підкреслив підкреслила;звинуватив;запевнив запевнила"
        }
        Language::Polish => {
            "twierdzi twierdził twierdziła twierdzili twierdzą;przekonywał przekonywała przekonuje przekonują;przyznał przyznała przyznali;upierał;nalegał nalega;zapewnił zapewniła zapewnia;\
            ostrzegł ostrzegła ostrzega;zagroził;podkreślił podkreśliła;oskarżył oskarżyła;ujawnił ujawniła;chwalił;zarzucił"
        }
        Language::Turkish => {
            "iddia_etti iddia_ettiler;itiraf_etti;kabul_etti;ısrar_etti;savundu savundular;uyardı;tehdit_etti;öne_sürdü;\
            suçladı;ileri_sürdü;övündü"
        }
        Language::Arabic => {
            "زعم زعمت زعموا يزعم;ادعى ادعت يدعي;اعترف اعترفت;أصر أصرت;شدد شددت;حذر حذرت;هدد هددت;اتهم اتهمت;أقر أقرت;تباهى"
        }
        Language::Other => "",
    }
}

/// Phrases after, or before, which the source stands.
pub(crate) const fn sources(language: Language) -> &'static str {
    match language {
        Language::English => "according_to;in_the_words_of;as_reported_by;citing;quoting;as_per",
        Language::German => "laut;zufolge;nach_angaben;nach_angaben_von;nach_aussage;nach_aussagen;wie_es_heißt",
        Language::French => "selon;d'après;de_source;à_en_croire",
        Language::Spanish => "según;de_acuerdo_con;conforme_a;a_decir_de",
        Language::Italian => "secondo;stando_a;a_detta_di;a_quanto_riferito",
        Language::Portuguese => "segundo;de_acordo_com;conforme",
        Language::Dutch => "volgens;aldus;naar_verluidt",
        Language::Russian => "по_словам;согласно;по_данным;по_информации;по_сообщению;как_сообщает;со_ссылкой_на",
        Language::Ukrainian => {
            "за_словами;згідно;за_даними;за_інформацією;за_повідомленням;як_повідомляє;з_посиланням_на"
        }
        Language::Polish => "według;zdaniem;jak_podaje;jak_informuje;zgodnie_z;powołując_się_na",
        Language::Turkish => "göre",
        Language::Arabic => "وفقا;وفقًا;بحسب;حسب;نقلا_عن;نقلًا_عن;وفق",
        Language::Other => "",
    }
}
