"""Places, people, organisations and titles.

FOREIGN_PLACES: groups of places that can stand for each other, parted by semicolons. NEW_MEN, NEW_WOMEN: people that no
article names. NOUNS: what a place can stand behind. TITLES: a title and another that the same name can bear.
"""
from ..patterns import parted, table, words

COUNTRIES = words("France Germany Italy Spain Japan China Brazil Canada Mexico Australia Sweden Norway Poland Egypt Kenya "
                  "Nigeria Pakistan Thailand Vietnam Argentina Chile Colombia Portugal Belgium Austria Finland Denmark "
                  "Switzerland Hungary Romania Bulgaria Greece Turkey Russia Ukraine Iran Iraq Syria Libya Yemen Qatar "
                  "Israel Lebanon Venezuela Cuba Peru Malaysia Indonesia Singapore Taiwan Ireland Scotland Afghanistan")
CITIES = words("London Madrid Rome Vienna Brussels Moscow Beijing Tokyo Toronto Chicago Boston Seattle Philadelphia "
               "Baltimore Detroit Atlanta Miami Dallas Denver Phoenix Manchester Birmingham Liverpool Glasgow Edinburgh "
               "Dublin Sydney Melbourne Mumbai Karachi Cairo Nairobi Lagos Johannesburg Berlin Munich Hamburg Frankfurt "
               "Amsterdam Copenhagen Stockholm Oslo Helsinki Warsaw Prague Budapest Athens Istanbul Jerusalem Damascus "
               "Baghdad Tehran Kabul Geneva Zurich Milan Barcelona Lisbon Montreal Vancouver Houston Cleveland Pittsburgh")
STATES = words("Virginia Ohio Florida Texas California Pennsylvania Michigan Wisconsin Iowa Nevada Colorado Arizona Georgia "
               "Kentucky Louisiana Mississippi Alabama Tennessee Oregon Minnesota Indiana Illinois Missouri Kansas Nebraska "
               "Utah Montana Massachusetts Connecticut Vermont Maine Maryland")
FOREIGN_PLACES = {
    "de": "Frankreich Spanien Italien Polen Österreich Dänemark Schweden Norwegen Russland China Japan Kanada Mexiko "
          "Brasilien Ungarn Griechenland Belgien Portugal Ägypten Israel Venezuela;"
          "Berlin Hamburg München Köln Frankfurt Stuttgart Leipzig Dresden Paris London Rom Wien Brüssel Moskau;"
          "Bayern Hessen Sachsen Thüringen Brandenburg Niedersachsen",
    "es": "Francia Italia Alemania Portugal Rusia China Polonia Suecia México Argentina;"
          "Madrid Barcelona Sevilla Valencia Málaga Bruselas Londres",
    "fr": "France Italie Espagne Allemagne Russie Chine Pologne Suède Norvège Grèce Belgique",
    "it": "Francia Spagna Germania Russia Cina Polonia Svezia;Roma Milano Napoli Torino Bologna Bruxelles Londra",
    "nl": "Frankrijk Spanje Italië Duitsland Rusland China Polen België;Amsterdam Rotterdam Brussel Antwerpen",
    "pl": "Francji Niemczech Hiszpanii Szwecji Norwegii Rosji Syrii Danii Austrii",
    "ja": "フランス ドイツ イタリア スペイン ロシア ブラジル カナダ",
    "zh": "法国 德国 意大利 西班牙 俄罗斯 巴西 加拿大",
    "ar": "فرنسا ألمانيا إيطاليا إسبانيا روسيا تركيا",
    "tr": "Almanya İspanya İtalya Polonya Rusya Romanya Avusturya Ukrayna",
}
PLACE_LEADS = {
    "en": "in from to across near outside throughout into",
    "de": "in nach aus bei",
    "es": "en de desde",
    "fr": "en",
    "it": "in a da",
    "nl": "in uit naar",
    "pl": "w we",
}
FIRMS = words("Google Facebook Microsoft Amazon Toyota Samsung Netflix Uber Nissan Volkswagen Boeing Airbus Walmart Verizon "
              "Huawei Sony Nokia Siemens")
MEN = words("James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark "
            "Donald Steven Paul Andrew Joshua Kenneth Kevin Brian George Edward Ronald Timothy Jason Jeffrey Ryan Jacob Gary "
            "Nicholas Eric Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Frank Alexander Raymond "
            "Patrick Jack Dennis Jerry Peter Adam Henry Nathan Douglas Zachary Kyle Walter Simon Martin Tony Tim Mike Tom "
            "Bill Bob Jim Joe Steve Chris Dan Greg Jeff Ben Matt Nick Ted Mitt Barack Bernie Rudy Newt Harry Alan Neil Ian "
            "Graham Keith Craig Philip Roger Stuart Boris Jeremy Vladimir Emmanuel Sergei Ivan Carlos Juan Luis Miguel Jose "
            "Ali Mohammed Marco Antonio Hans Klaus Jürgen Wolfgang Olaf Friedrich Christian Markus Stefan Thorsten Jens Uwe "
            "Ulrich Andreas Florian Sebastian")
WOMEN = words("Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Nancy Lisa Betty Margaret Sandra "
              "Ashley Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Laura Helen Sharon "
              "Cynthia Kathleen Amy Angela Anna Ruth Brenda Pamela Nicole Katherine Virginia Catherine Christine Samantha "
              "Debra Janet Rachel Carolyn Emma Maria Heather Diane Julie Joyce Victoria Kelly Hillary Chelsea Melania Ivanka "
              "Kellyanne Megan Kate Jane Anne Theresa Nicola Priti Kamala Nikki Alexandra Olivia Sophie Charlotte Alice "
              "Claire Annalena Ursula Sahra Katrin Petra Sabine Monika Claudia Susanne Julia Ricarda Saskia Franziska Heike "
              "Birgit Nadine")
SURNAMES = words("Trump Clinton Obama Sanders Biden Pence Kaine McConnell Netanyahu Putin Merkel Macron Christie Romney "
                 "Bloomberg Giuliani Schumer Pelosi Rubio")
NEW_MEN = parted("Gerald Whitcombe,Malcolm Ferris,Leonard Ashby,Victor Langdon,Trevor Holcomb,Arthur Pennell,Howard Castell,"
                 "Desmond Rourke,Clifford Yates,Russell Maddox,Wendell Price,Alastair Boyd")
NEW_WOMEN = parted("Harriet Lowell,Beatrice Colton,Marianne Tilley,Josephine Wark,Rosalind Pike,Lorraine Haskell,"
                   "Sylvia Brandt,Daphne Mercer,Eleanor Voss,Imogen Thackeray,Frances Delaney,Gloria Rowntree")
ROLE_WORDS = words("suspect victim driver judge lawyer mayor governor spokesman spokeswoman director author defendant "
                   "chairman founder owner manager coach professor minister sheriff pilot captain editor gunman officer "
                   "teacher principal widow producer organizer landlord")
VENUES = words("conference meeting rally summit protest hospital hotel airport school factory event forum hearing ceremony "
               "courthouse warehouse museum festival")
NOUNS = (r"people|conference|meeting|rally|home|house|office|offices|court|attack|attacks|hospital|city|war|election|protest|"
         r"protests|embassy|summit|event|crowd|speech|headquarters|school|schools|university|factory|factories|plant|plants|"
         r"store|stores|market|hotel|airport|station|stadium|museum|church|apartment|workers|voters|residents|students|"
         r"families|farmers|officials|troops|forces|elections|debate|convention|campaign|primary|game|match|concert|"
         r"\w+(?:ions?|ments?|ists?)")
TITLES = table("President=former President,President=Vice President,Senator=Representative,Sen.=Rep.,Sen.=former Sen.,"
               "Rep.=Sen.,Rep.=former Rep.,Gov.=former Gov.,Gov.=Lt. Gov.,Mayor=Deputy Mayor,Mayor=former Mayor,"
               "Prime Minister=former Prime Minister,Prime Minister=Deputy Prime Minister,Foreign Minister=Finance Minister,"
               "Gen.=Lt. Gen.,Gen.=Col.,Judge=Justice,Professor=Associate Professor,Attorney General=former Attorney General,"
               "Secretary of State=former Secretary of State,CEO=chairman,CEO=founder,CEO=former CEO,"
               "chief executive=chairman,chairman=deputy chairman,chairman=former chairman,president=vice president,"
               "director=deputy director,founder=co-founder,co-founder=founder,manager=assistant manager,"
               "coach=assistant coach,editor=deputy editor,professor=lecturer,lawyer=campaigner,attorney=adviser,"
               "spokesman=adviser,spokesman=chief of staff,spokeswoman=adviser,spokeswoman=campaign manager,"
               "analyst=strategist,economist=analyst,strategist=pollster,candidate=nominee,nominee=candidate,"
               "secretary=undersecretary,producer=director,captain=vice-captain,leader=deputy leader,leader=former leader,"
               "host=producer,reporter=editor,journalist=photographer,minister=deputy minister,ambassador=former ambassador")
FOREIGN_TITLES = {
    "de": table("Präsident=Ex-Präsident,Präsident=Vizepräsident,Bundeskanzler=Altkanzler,Kanzler=Ex-Kanzler,"
                "Minister=Ex-Minister,Bürgermeister=Altbürgermeister,Außenminister=Innenminister,"
                "Innenminister=Justizminister,Außenministerin=Umweltministerin,Sprecher=Geschäftsführer,"
                "Sprecherin=Geschäftsführerin,Geschäftsführer=Vorstand,Parteichef=Generalsekretär,"
                "Generalsekretär=Fraktionschef,Trainer=Co-Trainer,Professor=Privatdozent,Direktor=Vizedirektor,Chef=Vizechef,"
                "Leiter=Sprecher,Leiterin=Sprecherin,Präsidentin=Vizepräsidentin,Vorsitzende=Sprecherin,"
                "Kandidat=Abgeordneter,Abgeordnete=Staatssekretärin,Staatschef=Ex-Staatschef,"
                "Regierungschef=Ex-Regierungschef,Autor=Verleger"),
    "es": table("presidente=expresidente,ministro=exministro,ministra=exministra,alcalde=exalcalde,director=subdirector,"
                "entrenador=exentrenador"),
    "fr": table("président=ex-président,ministre=ex-ministre,directeur=ex-directeur,maire=ex-maire,patron=ex-patron"),
    "it": table("presidente=vicepresidente,ministro=viceministro,sindaco=vicesindaco,premier=ex premier"),
    "nl": table("president=oud-president,minister=oud-minister,premier=oud-premier,burgemeester=oud-burgemeester"),
    "pl": table("prezydent=były prezydent,minister=wiceminister,premier=wicepremier,prezes=wiceprezes"),
    "tr": table("Bakanı=Bakan Yardımcısı,Başkanı=Başkan Yardımcısı"),
}
