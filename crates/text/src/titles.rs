//! Words of functions and titles of people, by language, in lower case.

use crate::Language;

/// Functions: what somebody is.
pub(crate) const fn functions(language: Language) -> &'static str {
    match language {
        Language::English => {
            "mayor minister president premier chancellor secretary spokesman spokeswoman spokesperson chief director senator \
            governor coun cllr insp supt judge justice professor doctor dr mr mrs ms miss sir lady lord general colonel captain major lieutenant \
            sergeant king queen prince princess pope bishop archbishop ceo chairman chairwoman chair chairperson commissioner \
            ambassador leader lawyer attorney prosecutor officer inspector superintendent detective congressman congresswoman \
            representative deputy mp councillor councilor councilman councilwoman councilmember head manager coach editor \
            analyst economist executive founder owner treasurer sheriff marshal admiral envoy candidate lawmaker engineer \
            scientist researcher teacher principal dean rector vicar reverend rev prof gen col sen gov rep capt lt sgt \
            undersecretary aide adviser advisor nurse surgeon actor actress singer author historian activist \
            nominee contender frontrunner incumbent speaker whip comptroller ombudsman magistrate coroner clerk solicitor \
            barrister counsel counselor consultant strategist pollster campaigner organizer organiser lobbyist spokespeople \
            lecturer academic scholar physician physicist biologist chemist epidemiologist psychologist psychiatrist \
            therapist pharmacist paramedic dentist veterinarian journalist reporter correspondent columnist broadcaster \
            presenter anchor producer filmmaker novelist poet writer playwright musician guitarist drummer pianist composer \
            conductor rapper artist painter sculptor architect designer photographer comedian athlete footballer \
            striker midfielder defender goalkeeper quarterback pitcher captain skipper boxer golfer cyclist driver pilot \
            astronaut farmer fisherman builder contractor developer entrepreneur investor banker billionaire businessman \
            businesswoman tycoon magnate trader accountant auditor chef waiter librarian curator archaeologist \
            anthropologist sociologist geologist astronomer mathematician statistician programmer technician mechanic \
            electrician plumber carpenter firefighter policeman policewoman soldier marine corporal private brigadier \
            commander commodore commandant premier first-lady cardinal rabbi imam priest pastor deacon nun monk monarch \
            emperor sultan emir sheikh ayatollah dictator president-elect vice-chancellor provost headteacher headmaster \
            headmistress bursar trustee chairperson co-founder co-chair co-chairman shareholder landlord tenant resident \
            neighbour neighbor widow"
        }
        Language::German => {
            "bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin minister ministerin präsident präsidentin \
            kanzler kanzlerin bundeskanzler bundeskanzlerin ministerpräsident ministerpräsidentin sprecher sprecherin \
            direktor direktorin senator senatorin richter richterin professor professorin dr prof herr frau general oberst \
            könig königin prinz prinzessin papst bischof bischöfin vorsitzender vorsitzende chef chefin leiter leiterin \
            anwalt anwältin staatsanwalt staatsanwältin abgeordneter abgeordnete botschafter botschafterin kommissar \
            außenminister außenministerin innenminister innenministerin finanzminister finanzministerin \
            verteidigungsminister verteidigungsministerin geschäftsführer geschäftsführerin trainer trainerin landrat \
            landrätin staatssekretär staatssekretärin stadtrat stadträtin ingenieur ingenieurin sekretär sekretärin vorstand \
            vorständin aufsichtsrat meister kandidat kandidatin beauftragter beauftragte experte expertin forscher forscherin \
            wissenschaftler wissenschaftlerin historiker historikerin ökonom ökonomin arzt ärztin lehrer lehrerin autor autorin \
            verleger verlegerin schriftsteller schriftstellerin journalist journalistin redakteur redakteurin schauspieler \
            schauspielerin regisseur regisseurin sänger sängerin musiker musikerin künstler künstlerin unternehmer \
            unternehmerin gründer gründerin manager managerin inhaber inhaberin besitzer besitzerin verteidiger verteidigerin \
            ermittler ermittlerin beamter beamtin kommissarin hauptmann leutnant major kapitän kapitänin stürmer torwart \
            spieler spielerin referent referentin berater beraterin intendant intendantin rektor rektorin dekan dekanin \
            pfarrer pfarrerin kardinal erzbischof rabbiner imam politiker politikerin aktivist aktivistin gewerkschafter"
        }
        Language::French => {
            "maire ministre président présidente premier secrétaire porte-parole directeur directrice sénateur sénatrice \
            gouverneur juge professeur docteur m mme général colonel capitaine roi reine prince princesse pape évêque pdg \
            chef cheffe commissaire ambassadeur ambassadrice avocat avocate procureur procureure député députée préfet préfète \
            patron patronne conseiller conseillère dirigeant dirigeante adjointe élu élue chercheur chercheuse économiste historien \
            historienne écrivain auteur autrice journaliste réalisateur réalisatrice acteur actrice chanteur chanteuse \
            entraîneur entraîneuse joueur joueuse candidat candidate fondateur fondatrice militant militante médecin infirmier"
        }
        Language::Spanish => {
            "alcalde alcaldesa ministro ministra presidente presidenta canciller secretario secretaria portavoz vocero vocera \
            director directora senador senadora gobernador gobernadora juez jueza profesor profesora doctor doctora general \
            coronel capitán rey reina príncipe princesa papa obispo jefe jefa comisario comisaria embajador embajadora abogado \
            abogada fiscal diputado diputada concejal concejala señor señora líder consejero consejera candidato candidata fundador fundadora dueño dueña investigador investigadora economista \
            historiador historiadora escritor escritora autor autora periodista actor actriz cantante entrenador entrenadora \
            jugador jugadora activista médico médica ingeniero ingeniera gerente vicario sacerdote arzobispo"
        }
        Language::Italian => {
            "sindaco sindaca ministro ministra presidente premier segretario segretaria portavoce direttore direttrice senatore \
            senatrice governatore giudice professore professoressa dottor dottore dottoressa generale colonnello capitano re \
            regina principe principessa papa vescovo capo commissario ambasciatore ambasciatrice avvocato avvocata procuratore \
            deputato deputata signor signora assessore assessora leader candidato candidata fondatore fondatrice ricercatore \
            ricercatrice economista storico storica scrittore scrittrice autore autrice giornalista attore attrice cantante \
            allenatore allenatrice calciatore attivista medico ingegnere amministratore cardinale arcivescovo"
        }
        Language::Portuguese => {
            "prefeito prefeita ministro ministra presidente presidenta chanceler secretário secretária porta-voz diretor \
            diretora senador senadora governador governadora juiz juíza professor professora doutor doutora general coronel \
            capitão rei rainha príncipe princesa papa bispo chefe comissário embaixador embaixadora advogado advogada \
            procurador procuradora deputado deputada vereador vereadora senhor senhora líder candidato candidata fundador fundadora pesquisador pesquisadora economista \
            historiador historiadora escritor escritora autor autora jornalista ator atriz cantor cantora treinador treinadora \
            jogador jogadora ativista médico médica engenheiro engenheira gerente arcebispo"
        }
        Language::Dutch => {
            "burgemeester minister president premier kanselier staatssecretaris woordvoerder woordvoerster directeur senator \
            gouverneur rechter professor dokter dr meneer mevrouw generaal kolonel kapitein koning koningin prins prinses paus \
            bisschop voorzitter hoofd commissaris ambassadeur advocaat officier kamerlid wethouder leider topman topvrouw secretaris kandidaat oprichter oprichtster onderzoeker onderzoekster econoom \
            historicus schrijver schrijfster auteur journalist acteur actrice zanger zangeres trainer coach speler speelster \
            activist arts verpleegkundige ingenieur hoogleraar bestuurder eigenaar"
        }
        Language::Russian => {
            "мэр мэра мэром министр министра министром президент президента президентом премьер премьер-министр канцлер \
            секретарь пресс-секретарь представитель представителя директор директора сенатор губернатор губернатора судья судьи \
            профессор доктор господин госпожа генерал полковник капитан король королева принц папа епископ глава главы главой \
            начальник комиссар посол адвокат прокурор депутат депутата лидер вице-премьер спикер замминистра заместитель"
        }
        Language::Ukrainian => {
            "мер мера міністр міністра міністерка президент президента прем'єр прем'єр-міністр канцлер секретар прессекретар \
            речник речниця представник представниця директор директорка сенатор губернатор суддя професор лікар пан пані \
            генерал полковник капітан король королева принц папа єпископ голова глава очільник очільниця начальник посол \
            адвокат прокурор депутат депутатка лідер віцепрем'єр спікер заступник заступниця"
        }
        Language::Polish => {
            "burmistrz wójt minister ministra prezydent prezydenta premier premiera kanclerz sekretarz rzecznik rzeczniczka \
            dyrektor dyrektorka senator senatorka gubernator sędzia profesor doktor dr pan pani generał pułkownik kapitan król \
            królowa książę papież biskup prezes szef szefowa komisarz ambasador adwokat prokurator poseł posłanka radny radna \
            wojewoda lider wiceminister wicepremier przewodniczący przewodnicząca marszałek"
        }
        Language::Turkish => {
            "başkan başkanı bakan bakanı cumhurbaşkanı başbakan sözcü sözcüsü müdür müdürü senatör vali valisi hakim profesör \
            doktor general albay yüzbaşı kral kraliçe prens papa bey hanım lider lideri büyükelçi büyükelçisi avukat savcı \
            savcısı milletvekili sekreter sekreteri yardımcısı vekili aday adayı kurucu kurucusu \
            yazar gazeteci oyuncu şarkıcı araştırmacı ekonomist hekim mühendis yönetici yöneticisi antrenör"
        }
        Language::Arabic => {
            "رئيس الرئيس رئيسة الرئيسة وزير الوزير وزيرة الوزيرة عمدة العمدة المتحدث متحدث المتحدثة مدير المدير مديرة السيد السيدة \
            الجنرال اللواء العقيد الملك الأمير الملكة القاضي النائب السفير المحامي الدكتور الدكتورة المستشار المستشارة حاكم محافظ"
        }
        Language::Other => "",
    }
}

/// Words that turn one function into another: former, deputy, acting.
pub(crate) const fn modifiers(language: Language) -> &'static str {
    match language {
        Language::English => {
            "former ex acting deputy vice interim outgoing late assistant senior junior associate prime foreign defence defense finance interior health education justice attorney incoming honorary chief designate elect"
        }
        Language::German => {
            "ehemalige ehemaliger ehemaligen früherer frühere früheren ex stellvertretende stellvertretender stellvertretenden amtierende amtierender scheidende scheidender kommissarische kommissarischer vize"
        }
        Language::French => {
            "ancien ancienne ex vice adjoint adjointe par-intérim sortant sortante intérimaire délégué déléguée"
        }
        Language::Spanish => {
            "ex antiguo antigua vice adjunto adjunta interino interina saliente en-funciones primer primera"
        }
        Language::Italian => "ex vice ad-interim uscente facente-funzione aggiunto supplente primo",
        Language::Portuguese => "ex antigo antiga vice adjunto adjunta interino interina primeiro primeira",
        Language::Dutch => {
            "voormalig voormalige oud ex vice plaatsvervangend plaatsvervangende waarnemend demissionair"
        }
        Language::Russian => "бывший бывшая бывшего бывшей вице первый исполняющий врио и.о действующий заместитель",
        Language::Ukrainian => "колишній колишня колишнього колишньої чинний чинна заступник в.о перший",
        Language::Polish => "były była byłego byłej ex eks wice zastępca pełniący obowiązki pierwszy ustępujący",
        Language::Turkish => "eski yardımcısı yardımcı vekili vekil geçici",
        Language::Arabic => "السابق السابقة نائب نائبة بالوكالة المؤقت المؤقتة",
        Language::Other => "",
    }
}

/// Functions that stand at the end of other words in languages that write compounds as one: "Umweltminister",
/// "Fraktionschef".
pub(crate) const fn joins_words(language: Language) -> bool {
    matches!(language, Language::German | Language::Dutch)
}

/// Beginnings that turn one function into another: "Vizepräsident", "ex-ministre", "вице-премьер".
pub(crate) const PREFIXES: &[&str] = &[
    "ex-",
    "ex",
    "vice-",
    "vice",
    "co-",
    "vize",
    "vize-",
    "alt",
    "alt-",
    "unter",
    "oud-",
    "экс-",
    "вице-",
    "екс",
    "віце",
    "wice",
    "eks",
    "зам",
    "sub",
    "under",
    "deputy-",
];

/// Words of dead, injured and missing people.
pub(crate) const fn casualties(language: Language) -> &'static str {
    match language {
        Language::English => {
            "dead died dies die dying death deaths killed kill kills killing injured injuries wounded hurt missing casualties \
            casualty victims victim toll bodies body drowned perished murdered slain fatalities fatally injuring"
        }
        Language::German => {
            "tot tote toten toter todesopfer starben starb gestorben getötet ums leben verletzt verletzte verletzten verletzter \
            vermisst vermisste vermissten opfer leichen leiche umgekommen ertrunken ertranken"
        }
        Language::French => {
            "mort morts morte mortes tué tués tuée tuées blessé blessés blessée blessées disparu disparus décès victimes victime décédé décédés corps"
        }
        Language::Spanish => {
            "muerto muertos muerta muertas murieron murió heridos herido herida heridas desaparecidos víctimas víctima fallecidos fallecido fallecieron muertes cuerpos"
        }
        Language::Italian => {
            "morto morti morta morte feriti ferito ferita ferite dispersi disperso vittime vittima uccisi ucciso decessi corpi"
        }
        Language::Portuguese => {
            "morto mortos morta mortas morreram morreu feridos ferido ferida feridas desaparecidos vítimas vítima mortes óbitos corpos"
        }
        Language::Dutch => {
            "dood doden dode gedood omgekomen gewond gewonden gewonde vermist vermisten slachtoffers slachtoffer overleden lichamen"
        }
        Language::Russian => {
            "погиб погибли погибших погибло погибшие убиты убито убитых ранен ранены ранено раненых пострадали пострадавших пострадало жертв жертвы умерли умерло пропали пропавших тел"
        }
        Language::Ukrainian => {
            "загинув загинули загиблих загинуло загиблі вбито убито вбитих поранено поранені поранених постраждали постраждалих жертв жертви померли зникли зниклих"
        }
        Language::Polish => {
            "zginął zginęło zginęli zabitych zabici rannych ranni rannego ofiar ofiary zmarło zmarli zmarłych zaginionych śmierć śmiertelnych poszkodowanych"
        }
        Language::Turkish => "öldü ölü ölen ölenlerin öldürüldü yaralı yaralandı yaralanan kayıp hayatını kurban can",
        Language::Arabic => {
            "قتيل قتلى قتل قتلوا مقتل جريح جرحى إصابة أصيب أصيبوا مصاب مصابين مفقود مفقودين ضحية ضحايا وفاة وفيات توفي شهيد شهداء"
        }
        Language::Other => "",
    }
}
