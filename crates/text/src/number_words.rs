//! Words of numbers, by language: the word, then what it is worth.
//!
//! `x` stands before what multiplies ("hundred"), `#` before what counts in order ("third"), `~` before words that are
//! mostly no number ("one", "second"): they count only where another number stands against them.

use crate::Language;

pub(crate) const fn of(language: Language) -> &'static str {
    match language {
        Language::English => ENGLISH,
        Language::German => GERMAN,
        Language::French => FRENCH,
        Language::Spanish => SPANISH,
        Language::Italian => ITALIAN,
        Language::Portuguese => PORTUGUESE,
        Language::Dutch => DUTCH,
        Language::Russian => RUSSIAN,
        Language::Ukrainian => UKRAINIAN,
        Language::Polish => POLISH,
        Language::Turkish => TURKISH,
        Language::Arabic => ARABIC,
        Language::Other => {
            "million x1e6 billion x1e9 milion x1e6 miljon x1e6 miljoner x1e6 miljard x1e9 millioner x1e6"
        }
    }
}

/// Words that join the words of one number ("two hundred and five").
pub(crate) fn joins(language: Language, word: &str) -> bool {
    match language {
        Language::English => word == "and",
        Language::German => word == "und",
        Language::French => word == "et",
        Language::Spanish => word == "y",
        Language::Portuguese => word == "e",
        _ => false,
    }
}

const ENGLISH: &str = "zero 0 one ~1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 \
    thirteen 13 fourteen 14 fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 \
    fifty 50 sixty 60 seventy 70 eighty 80 ninety 90 hundred x100 thousand x1e3 million x1e6 billion x1e9 trillion x1e12 \
    bn x1e9 mn x1e6 m x1e6 k x1e3 tn x1e12 dozen x12 score x20 half 0.5 quarter ~0.25 third #~3 \
    tens 20 dozens 24 scores ~40 hundreds 200 thousands 2e3 millions 2e6 billions 2e9 couple ~2 \
    first #~1 second #~2 fourth #4 fifth #5 sixth #6 seventh #7 eighth #8 ninth #9 tenth #10 eleventh #11 twelfth #12 \
    thirteenth #13 fourteenth #14 fifteenth #15 sixteenth #16 seventeenth #17 eighteenth #18 nineteenth #19 \
    twentieth #20 thirtieth #30 fortieth #40 fiftieth #50 hundredth #100 once ~1 twice ~2";

const GERMAN: &str = "null 0 ein ~1 eine ~1 einen ~1 einem ~1 einer ~1 eines ~1 eins ~1 zwei 2 zwo 2 drei 3 vier 4 fünf 5 \
    sechs 6 sieben 7 acht 8 neun 9 zehn 10 elf 11 zwölf 12 dreizehn 13 vierzehn 14 fünfzehn 15 sechzehn 16 siebzehn 17 \
    achtzehn 18 neunzehn 19 zwanzig 20 dreißig 30 dreissig 30 vierzig 40 fünfzig 50 sechzig 60 siebzig 70 achtzig 80 \
    neunzig 90 hundert x100 tausend x1e3 million x1e6 millionen x1e6 milliarde x1e9 milliarden x1e9 billion x1e12 \
    billionen x1e12 mio x1e6 mrd x1e9 tsd x1e3 dutzend x12 dutzende 24 hunderte 200 tausende 2e3 halb ~0.5 halbe ~0.5 \
    erste #~1 ersten #~1 erster #~1 erstes #~1 zweite #2 zweiten #2 zweiter #2 zweites #2 dritte #3 dritten #3 \
    dritter #3 drittes #3 vierte #4 vierten #4 vierter #4 fünfte #5 fünften #5 sechste #6 sechsten #6 siebte #7 \
    siebten #7 achte #8 achten #8 neunte #9 neunten #9 zehnte #10 zehnten #10 beiden ~2 beide ~2 zweier 2 dreier 3";

const FRENCH: &str = "zéro 0 un ~1 une ~1 deux 2 trois 3 quatre 4 cinq 5 six 6 sept 7 huit 8 neuf ~9 dix 10 onze 11 douze 12 \
    treize 13 quatorze 14 quinze 15 seize 16 vingt 20 vingts 20 trente 30 quarante 40 cinquante 50 soixante 60 septante 70 \
    huitante 80 octante 80 nonante 90 cent x100 cents x100 mille x1e3 million x1e6 millions x1e6 milliard x1e9 \
    milliards x1e9 billion x1e12 md x1e9 mds x1e9 mio x1e6 demi ~0.5 douzaine x12 douzaines 24 dizaine x10 dizaines 20 \
    vingtaine x20 trentaine x30 quarantaine x40 cinquantaine x50 centaine x100 centaines 200 millier x1e3 milliers 2e3 \
    premier #~1 première #~1 deuxième #2 second #~2 seconde #~2 troisième #3 quatrième #4 cinquième #5 sixième #6 \
    septième #7 huitième #8 neuvième #9 dixième #10 vingtième #20 moitié ~0.5 tiers ~0.333";

const SPANISH: &str = "cero 0 un ~1 una ~1 uno ~1 dos 2 tres 3 cuatro 4 cinco 5 seis 6 siete 7 ocho 8 nueve 9 diez 10 \
    once 11 doce 12 trece 13 catorce 14 quince 15 dieciséis 16 diecisiete 17 dieciocho 18 diecinueve 19 veinte 20 \
    veintiuno 21 veintiún 21 veintiuna 21 veintidós 22 veintitrés 23 veinticuatro 24 veinticinco 25 veintiséis 26 \
    veintisiete 27 veintiocho 28 veintinueve 29 treinta 30 cuarenta 40 cincuenta 50 sesenta 60 setenta 70 ochenta 80 \
    noventa 90 cien x100 ciento x100 doscientos 200 doscientas 200 trescientos 300 trescientas 300 cuatrocientos 400 \
    cuatrocientas 400 quinientos 500 quinientas 500 seiscientos 600 seiscientas 600 setecientos 700 setecientas 700 \
    ochocientos 800 ochocientas 800 novecientos 900 novecientas 900 mil x1e3 millón x1e6 millones x1e6 billón x1e12 \
    billones x1e12 docena x12 docenas 24 decena x10 decenas 20 centenar x100 centenares 200 miles 2e3 medio ~0.5 \
    media ~0.5 mitad ~0.5 primer #~1 primero #~1 primera #~1 segundo #~2 segunda #~2 tercer #3 tercero #3 tercera #3 \
    cuarto #~4 cuarta #~4 quinto #5 quinta #5 sexto #6 sexta #6 séptimo #7 octavo #8 noveno #9 décimo #10";

const ITALIAN: &str = "zero 0 un ~1 uno ~1 una ~1 due 2 tre 3 quattro 4 cinque 5 sei ~6 sette 7 otto 8 nove 9 dieci 10 \
    undici 11 dodici 12 tredici 13 quattordici 14 quindici 15 sedici 16 diciassette 17 diciotto 18 diciannove 19 venti 20 \
    trenta 30 quaranta 40 cinquanta 50 sessanta 60 settanta 70 ottanta 80 novanta 90 cento x100 mille x1e3 mila x1e3 \
    milione x1e6 milioni x1e6 miliardo x1e9 miliardi x1e9 mln x1e6 mld x1e9 dozzina x12 dozzine 24 decina x10 decine 20 \
    centinaio x100 centinaia 200 migliaio x1e3 migliaia 2e3 mezzo ~0.5 metà ~0.5 primo #~1 prima ~1 secondo #~2 \
    seconda #~2 terzo #3 terza #3 quarto #4 quarta #4 quinto #5 quinta #5 sesto #6 settimo #7 ottavo #8 nono #9 decimo #10";

const PORTUGUESE: &str = "zero 0 um ~1 uma ~1 dois 2 duas 2 três 3 quatro 4 cinco 5 seis 6 sete 7 oito 8 nove 9 dez 10 \
    onze 11 doze 12 treze 13 catorze 14 quatorze 14 quinze 15 dezesseis 16 dezasseis 16 dezessete 17 dezassete 17 \
    dezoito 18 dezenove 19 dezanove 19 vinte 20 trinta 30 quarenta 40 cinquenta 50 sessenta 60 setenta 70 oitenta 80 \
    noventa 90 cem x100 cento x100 duzentos 200 duzentas 200 trezentos 300 trezentas 300 quatrocentos 400 \
    quatrocentas 400 quinhentos 500 quinhentas 500 seiscentos 600 setecentos 700 oitocentos 800 novecentos 900 mil x1e3 \
    milhão x1e6 milhões x1e6 bilhão x1e9 bilhões x1e9 trilhão x1e12 trilhões x1e12 dúzia x12 dúzias 24 dezena x10 \
    dezenas 20 centena x100 centenas 200 milhar x1e3 milhares 2e3 meio ~0.5 meia ~0.5 metade ~0.5 primeiro #~1 \
    primeira #~1 segundo #~2 segunda #~2 terceiro #3 terceira #3 quarto #~4 quarta #~4 quinto #5 quinta #~5 sexto #6 \
    sétimo #7 oitavo #8 nono #9 décimo #10";

const DUTCH: &str = "nul 0 een ~1 één 1 twee 2 drie 3 vier 4 vijf 5 zes 6 zeven 7 acht 8 negen 9 tien 10 elf 11 twaalf 12 \
    dertien 13 veertien 14 vijftien 15 zestien 16 zeventien 17 achttien 18 negentien 19 twintig 20 dertig 30 veertig 40 \
    vijftig 50 zestig 60 zeventig 70 tachtig 80 negentig 90 honderd x100 duizend x1e3 miljoen x1e6 miljard x1e9 mln x1e6 \
    mld x1e9 dozijn x12 tientallen 20 honderden 200 duizenden 2e3 half ~0.5 halve ~0.5 helft ~0.5 eerste #~1 tweede #2 \
    derde #3 vierde #4 vijfde #5 zesde #6 zevende #7 achtste #8 negende #9 tiende #10";

const RUSSIAN: &str = "шестерых 6 \
    ноль 0 один ~1 одна ~1 одно ~1 одного ~1 одной ~1 одному ~1 два 2 две 2 двух 2 двум 2 двумя 2 двое 2 \
    двоих 2 три 3 трёх 3 трех 3 трём 3 трем 3 тремя 3 трое 3 троих 3 четыре 4 четырёх 4 четырех 4 четырём 4 четверо 4 \
    четверых 4 пять 5 пяти 5 пятью 5 пятеро 5 пятерых 5 шесть 6 шести 6 шестью 6 шестеро 6 семь 7 семи 7 семеро 7 \
    восемь 8 восьми 8 девять 9 девяти 9 десять 10 десяти 10 одиннадцать 11 одиннадцати 11 двенадцать 12 двенадцати 12 \
    тринадцать 13 тринадцати 13 четырнадцать 14 четырнадцати 14 пятнадцать 15 пятнадцати 15 шестнадцать 16 \
    шестнадцати 16 семнадцать 17 семнадцати 17 восемнадцать 18 восемнадцати 18 девятнадцать 19 девятнадцати 19 \
    двадцать 20 двадцати 20 тридцать 30 тридцати 30 сорок 40 сорока 40 пятьдесят 50 пятидесяти 50 шестьдесят 60 \
    шестидесяти 60 семьдесят 70 семидесяти 70 восемьдесят 80 восьмидесяти 80 девяносто 90 сто x100 ста x100 двести 200 \
    двухсот 200 триста 300 трёхсот 300 трехсот 300 четыреста 400 пятьсот 500 пятисот 500 шестьсот 600 семьсот 700 \
    восемьсот 800 девятьсот 900 тысяча x1e3 тысячи x1e3 тысяч x1e3 тысячу x1e3 тыс x1e3 миллион x1e6 миллиона x1e6 \
    миллионов x1e6 млн x1e6 миллиард x1e9 миллиарда x1e9 миллиардов x1e9 млрд x1e9 триллион x1e12 триллиона x1e12 \
    триллионов x1e12 трлн x1e12 дюжина x12 десятки 20 десятков 20 сотни 200 сотен 200 полтора 1.5 полторы 1.5 \
    половина ~0.5 половину ~0.5 первый #~1 первая #~1 первое #~1 первого #~1 первой #~1 второй #2 вторая #2 второе #2 \
    второго #2 третий #3 третья #3 третье #3 третьего #3 третьей #3 четвёртый #4 четвертый #4 четвёртая #4 пятый #5 \
    пятая #5 шестой #6 шестая #6 седьмой #7 восьмой #8 девятый #9 десятый #10";

const UKRAINIAN: &str = "п’ятеро 5 семеро 7 \
    нуль 0 один ~1 одна ~1 одне ~1 одного ~1 однієї ~1 два 2 дві 2 двох 2 двом 2 двоє 2 три 3 трьох 3 \
    трьом 3 троє 3 чотири 4 чотирьох 4 четверо 4 п'ять 5 п'яти 5 п'ятьох 5 п'ятеро 5 шість 6 шести 6 шістьох 6 шестеро 6 \
    сім 7 семи 7 сімох 7 вісім 8 восьми 8 вісьмох 8 дев'ять 9 дев'яти 9 десять 10 десяти 10 десятьох 10 одинадцять 11 \
    дванадцять 12 дванадцяти 12 тринадцять 13 чотирнадцять 14 п'ятнадцять 15 шістнадцять 16 сімнадцять 17 вісімнадцять 18 \
    дев'ятнадцять 19 двадцять 20 двадцяти 20 тридцять 30 тридцяти 30 сорок 40 п'ятдесят 50 шістдесят 60 сімдесят 70 \
    вісімдесят 80 дев'яносто 90 сто x100 ста x100 двісті 200 двохсот 200 триста 300 чотириста 400 п'ятсот 500 шістсот 600 \
    сімсот 700 вісімсот 800 дев'ятсот 900 тисяча x1e3 тисячі x1e3 тисяч x1e3 тис x1e3 мільйон x1e6 мільйона x1e6 \
    мільйони x1e6 мільйонів x1e6 млн x1e6 мільярд x1e9 мільярда x1e9 мільярди x1e9 мільярдів x1e9 млрд x1e9 \
    десятки 20 десятків 20 сотні 200 сотень 200 півтора 1.5 половина ~0.5 перший #~1 перша #~1 перше #~1 першого #~1 \
    другий #2 друга #2 друге #2 другого #2 третій #3 третя #3 третє #3 третього #3 четвертий #4 четверта #4 п'ятий #5 \
    п'ята #5 шостий #6 сьомий #7 восьмий #8 дев'ятий #9 десятий #10";

const POLISH: &str = "sześcioro 6 siedmioro 7 ośmioro 8 dziewięcioro 9 dziesięcioro 10 jedenaścioro 11 dwanaścioro 12 trzynaścioro 13 czternaścioro 14 piętnaścioro 15 dwadzieścioro 20 trzydzieścioro 30 \
    zero 0 jeden ~1 jedna ~1 jedno ~1 jednego ~1 jednej ~1 dwa 2 dwie 2 dwóch 2 dwu 2 dwaj 2 dwoje 2 trzy 3 \
    trzech 3 trzej 3 troje 3 cztery 4 czterech 4 czworo 4 pięć 5 pięciu 5 pięcioro 5 sześć 6 sześciu 6 siedem 7 siedmiu 7 \
    osiem 8 ośmiu 8 dziewięć 9 dziewięciu 9 dziesięć 10 dziesięciu 10 jedenaście 11 jedenastu 11 dwanaście 12 dwunastu 12 \
    trzynaście 13 trzynastu 13 czternaście 14 czternastu 14 piętnaście 15 piętnastu 15 szesnaście 16 szesnastu 16 \
    siedemnaście 17 siedemnastu 17 osiemnaście 18 osiemnastu 18 dziewiętnaście 19 dziewiętnastu 19 dwadzieścia 20 \
    dwudziestu 20 trzydzieści 30 trzydziestu 30 czterdzieści 40 czterdziestu 40 pięćdziesiąt 50 pięćdziesięciu 50 \
    sześćdziesiąt 60 siedemdziesiąt 70 osiemdziesiąt 80 dziewięćdziesiąt 90 sto x100 stu x100 dwieście 200 dwustu 200 \
    trzysta 300 trzystu 300 czterysta 400 pięćset 500 pięciuset 500 sześćset 600 siedemset 700 osiemset 800 dziewięćset 900 \
    tysiąc x1e3 tysiące x1e3 tysięcy x1e3 tys x1e3 milion x1e6 miliony x1e6 milionów x1e6 mln x1e6 miliard x1e9 \
    miliardy x1e9 miliardów x1e9 mld x1e9 bilion x1e12 biliony x1e12 tuzin x12 dziesiątki 20 dziesiątek 20 setki 200 \
    setek 200 półtora 1.5 połowa ~0.5 połowę ~0.5 pierwszy #~1 pierwsza #~1 pierwsze #~1 pierwszego #~1 drugi #2 druga #2 \
    drugie #2 drugiego #2 drugiej #2 trzeci #3 trzecia #3 trzecie #3 trzeciego #3 czwarty #4 czwarta #4 piąty #5 piąta #5 \
    szósty #6 siódmy #7 ósmy #8 dziewiąty #9 dziesiąty #10";

const TURKISH: &str = "sıfır 0 bir ~1 iki 2 üç 3 dört 4 beş 5 altı 6 yedi 7 sekiz 8 dokuz 9 on 10 yirmi 20 otuz 30 kırk 40 \
    elli 50 altmış 60 yetmiş 70 seksen 80 doksan 90 yüz x100 bin x1e3 milyon x1e6 milyar x1e9 trilyon x1e12 düzine x12 \
    onlarca 20 yüzlerce 200 binlerce 2e3 yarım ~0.5 yarısı ~0.5 birinci #~1 ikinci #2 üçüncü #3 dördüncü #4 beşinci #5 \
    altıncı #6 yedinci #7 sekizinci #8 dokuzuncu #9 onuncu #10";

const ARABIC: &str = "صفر 0 واحد ~1 واحدة ~1 اثنان 2 اثنين 2 اثنتان 2 اثنتين 2 اثنا 2 اثني 2 اثنتا 2 اثنتي 2 أحد ~1 إحدى ~1 ثلاثة 3 ثلاث 3 أربعة 4 اربعة 4 أربع 4 خمسة 5 \
    خمس 5 ستة 6 ست 6 سبعة 7 سبع 7 ثمانية 8 ثماني 8 ثمان 8 تسعة 9 تسع 9 عشرة 10 عشر 10 عشرون 20 عشرين 20 ثلاثون 30 \
    ثلاثين 30 أربعون 40 أربعين 40 خمسون 50 خمسين 50 ستون 60 ستين 60 سبعون 70 سبعين 70 ثمانون 80 ثمانين 80 تسعون 90 \
    تسعين 90 مئة x100 مائة x100 مئتا 200 مائتا 200 مئتي 200 مئتان 200 مئتين 200 مائتان 200 مائتين 200 ثلاثمئة 300 ثلاثمائة 300 أربعمئة 400 \
    أربعمائة 400 خمسمئة 500 خمسمائة 500 ستمئة 600 ستمائة 600 سبعمئة 700 سبعمائة 700 ثمانمئة 800 ثمانمائة 800 تسعمئة 900 \
    تسعمائة 900 ألف x1e3 الف x1e3 آلاف x1e3 ألفا x1e3 ألفان 2e3 ألفين 2e3 مليون x1e6 ملايين x1e6 مليونا x1e6 \
    مليوني 2e6 مليار x1e9 مليارات x1e9 مليارا x1e9 ملياري 2e9 عشرات 20 العشرات 20 مئات 200 المئات 200 الآلاف 2e3 \
    نصف ~0.5 الأول #~1 الأولى #~1 الثاني #2 الثانية #2 الثالث #3 الثالثة #3 الرابع #4 الرابعة #4 الخامس #5 الخامسة #5";
