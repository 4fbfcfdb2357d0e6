"""Words for words, and wordings of sentences and headlines, by language.

SYNONYMS, CASES: a word and what may stand for it without another meaning, or with another capital. QUOTE_WORDS: with
another meaning. BOUND, NEXT: what must stand before and behind a word for its synonym to fit. SCARE: words that marks of
distance (SCARE_MARKS) can stand about. STOP_WORDS: the commonest words. REWORDINGS: the like in other words.
"""
from ..patterns import words

STOP_WORDS = {
    "en": "the of and to in that was for with his on",
    "de": "der die und das nicht von mit ist ein den im",
    "fr": "le les des et est dans une pour du que",
    "es": "el los las del una con y en es",
    "it": "il di che della per una gli sono nel alla",
    "pt": "os do da em uma não com mais ao é você",
    "nl": "het een van dat niet voor op zijn aan ook",
    "pl": "się nie na że jest do przez oraz od jak",
    "tr": "ve bir bu için ile olarak olan daha çok",
    "sv": "och att det som är inte på av för med",
    "cs": "se že je na ve které jsou by jako pro",
    "xx": "ya kwa na wa katika ukuthi futhi nga ngoba yang dan",
    "no": "og det som er ikke på av til med har",
    "lt": "ir kad yra tai su iš į buvo",
    "vi": "và của là các có không được",
    "is": "og að er sem til var ekki við",
}
SYNONYMS = {
    "en": "began=started,begin=start,purchased=bought,purchase=buy,huge=enormous,large=big,workers=employees,firm=company,"
          "firms=companies,car=vehicle,cars=vehicles,doctors=physicians,street=road,kids=children,jobs=positions,"
          "method=approach,quickly=rapidly,rapidly=swiftly,gathered=assembled,chose=selected,helped=assisted,help=assist,"
          "received=got,obtained=got,difficult=tough,important=significant,famous=well-known,wealthy=rich,"
          "residents=inhabitants,fight=battle,goal=target,goals=targets,aim=goal,choice=decision,mistake=error,"
          "mistakes=errors,danger=risk,dangers=risks,area=region,areas=regions,attempt=effort,attempts=efforts,"
          "build=construct,built=constructed,ended=concluded,entire=whole,frequently=often,fear=anxiety,shop=store,"
          "shops=stores,journey=trip,increasingly=progressively,worldwide=globally,lawmakers=legislators,supporters=backers,"
          "opponents=critics,remains=stays,major=key,recent=latest,home=house,film=movie,movie=film,trip=journey,"
          "pictures=photographs,photos=images,images=pictures,show=program,happened=occurred,happen=occur,completely=totally,"
          "totally=entirely,wonderful=marvelous,hard=tough,serious=grave,strange=odd,strong=powerful,powerful=strong,"
          "usually=normally,normally=usually,often=frequently,currently=presently,nation=country,country=nation,"
          "nations=countries,countries=nations,plan=scheme,plans=schemes,rules=regulations,talks=negotiations,money=funds,"
          "crowd=throng,fans=supporters,players=athletes,battle=struggle,struggle=fight,focus=concentrate,create=produce,"
          "created=produced",
    "de": "häufig=oft,begann=startete,begannen=starteten,schnell=rasch,erneut=abermals,derzeit=momentan,ständig=dauernd,"
          "rasch=schnell,deutlich=klar,Beginn=Anfang,Arbeitsplätze=Jobs,Autos=Fahrzeuge,Bevölkerung=Einwohnerschaft,"
          "Risiko=Wagnis,oft=häufig,Mitarbeiter=Beschäftigte,Ziel=Anliegen,sofort=unverzüglich,kürzlich=neulich,"
          "völlig=komplett,bekommen=erhalten",
    "es": "inicio=comienzo,comenzó=empezó,empezó=comenzó,rápidamente=velozmente,coche=vehículo,trabajadores=empleados,"
          "grave=serio,compañía=empresa,empresa=compañía,terminó=acabó,hijos=niños,obtener=lograr",
    "fr": "commencé=débuté,rapidement=vite,souvent=fréquemment,entreprise=société,société=compagnie,salariés=employés,"
          "début=commencement,actuellement=présentement,important=majeur",
    "it": "iniziato=cominciato,spesso=frequentemente,rapidamente=velocemente,azienda=impresa,importante=rilevante",
    "nl": "begon=startte,vaak=dikwijls,snel=vlug,bedrijf=onderneming,werknemers=personeelsleden",
    "pl": "często=nieraz,szybko=prędko,ważne=istotne,firma=spółka,rozpoczął=zaczął",
    "tr": "önemli=mühim,büyük=kocaman,yeniden=tekrar,tekrar=yeniden,hızlı=süratli,şehir=kent,kent=şehir,öğrenci=talebe,"
          "yıl=sene,cevap=yanıt",
}
BOUND = {
    "show": r"(?:the|a|this|his|her|tv|talk)$", "help": r"(?:to|will|would)$", "fight": r"(?:the|a|this)$",
    "battle": r"(?:the|a|this)$", "struggle": r"(?:the|a|this)$", "create": r"(?:to|will)$", "build": r"(?:to|will)$",
    "focus": r"(?:to|will)$", "happen": r"(?:to|will)$", "purchase": r"(?:to|will)$", "begin": r"(?:to|will)$",
    "plan": r"(?:the|a|this)$", "plans": r"(?:the|new|its)$", "ended": r"[a-z]+$", "fear": r"(?:of|in|the)$",
    "hard": r"(?:a|very|the|how)$", "home": r"(?:the|her|his|their|a)$", "house": r"(?:the|her|his|their|a)$",
    "remains": r"[a-z]+$", "major": r"(?:a|the|of)$", "country": r"(?:the|a|this)$", "nation": r"(?:the|a|this)$",
    "received": r"(?:he|she|they|has|had|have|who)$", "important": r"(?:an|most|more|very|is)$", "aim": r"(?:the|an)$",
    "car": r"(?:the|a|his|her)$", "film": r"(?:the|this|a)$", "movie": r"(?:the|this|a)$", "street": r"(?:the|a)$",
    "firm": r"(?:the|law|a)$", "key": r"(?:a|the|of)$", "large": r"(?:a|the|of)$", "rules": r"(?:the|new|strict)$",
    "images": r"(?:the|of|and)$", "strong": r"(?:a|very|the)$", "powerful": r"(?:a|most|the|very)$",
    "recent": r"(?:the|a|in|his|her)$", "helped": r"(?:he|she|they|who|has|have)$",
    "created": r"(?:was|were|has|had|have|he|she)$", "area": r"(?:the|an|this)$", "mistake": r"(?:a|the|this)$",
    "jobs": r"(?:of|new|their|the|and)$",
}
NEXT = {
    "jobs": r"(?! report| numbers)", "began": r" (?:to|in|the|with|on)", "home": r"[.,]", "house": r"[.,]",
    "country": r"(?!-| music)",
    "money": r"(?! launder)", "help": r" (?:the|them|her|him)", "helped": r" (?:the|them|her|him)",
    "received": r" (?:a|the|an)\b", "ended": r" (?:the|in|with|on)", "important": r" (?:\w+)",
    "film": r"(?! festival| maker|maker)", "show": r"(?! up| business| off)", "hard": r" (?:time|question|choice|line|work)",
    "large": r" (?!part|extent)[a-z]+", "begin": r" (?:to|the|in|with|on)", "key": r" [a-z]+", "major": r" [a-z]+",
    "serious": r" [a-z]+", "talks": r"(?! about| to)", "create": r" (?:a|an|the|new)\b", "images": r"(?! of)",
    "remains": r" (?:a|the|in)\b",
}
QUOTE_WORDS = {
    "en": "good=great,great=good,big=huge,important=vital,people=families,country=region,strong=tough,happy=pleased,"
          "proud=grateful,government=administration,community=neighborhood,world=planet,family=team,team=squad,"
          "problem=crisis,issue=question,money=power,bad=terrible,terrible=awful,beautiful=lovely,children=students,"
          "want=need,need=want,story=picture,life=work,job=task,real=genuine,wrong=unfair,best=finest,history=culture,"
          "future=economy,system=process,business=industry,women=workers,men=soldiers,friends=neighbors,house=garden,"
          "water=food,school=college",
    "de": "immer=oft,gut=stark,wichtig=richtig,schlecht=schlimm,viel=genug,Menschen=Leute,schnell=gemeinsam,klar=offen,"
          "groß=schwer,schwierig=gefährlich,einfach=leicht,Zeit=Kraft,Land=Volk,Arbeit=Aufgabe,Welt=Gesellschaft,"
          "wirklich=tatsächlich",
    "es": "siempre=mucho,importante=necesario,gente=sociedad,país=pueblo,trabajo=esfuerzo,bien=mejor,mucho=siempre,"
          "grave=triste,mundo=país,vida=historia",
    "fr": "toujours=souvent,beaucoup=toujours,important=essentiel,gens=citoyens,pays=monde,travail=combat,bien=mieux,"
          "monde=pays,vie=ville,temps=courage",
    "it": "sempre=spesso,importante=grande,paese=mondo,lavoro=impegno,bene=meglio,mondo=paese,vita=storia,persone=famiglie",
    "nl": "altijd=vaak,goed=sterk,belangrijk=nodig,mensen=kinderen,werk=geld,land=volk",
    "tr": "büyük=önemli,güzel=iyi,önemli=büyük,iyi=güzel,ülke=millet",
    "pl": "zawsze=często,dobrze=lepiej,ważne=trudne,ludzie=obywatele,kraju=świecie",
    "ja": "非常に=とても,大切=必要,問題=課題,社会=国民",
    "zh": "重要=关键,国家=社会,发展=进步",
    "ar": "كبير=مهم,مهم=كبير,كبيرة=مهمة",
}
CASES = {
    "en": "president=President,government=Government,internet=Internet,parliament=Parliament,court=Court,"
          "prime minister=Prime Minister,mayor=Mayor,senate=Senate,congress=Congress,constitution=Constitution,web=Web,"
          "cabinet=Cabinet,church=Church,bill=Bill,council=Council,minister=Minister,ministry=Ministry,governor=Governor,"
          "federal=Federal,department=Department,army=Army,board=Board,university=University,navy=Navy,state=State,"
          "police=Police,earth=Earth,committee=Committee,commission=Commission,company=Company,city=City",
    "es": "gobierno=Gobierno,estado=Estado,presidente=Presidente,ministro=Ministro,congreso=Congreso,internet=Internet,"
          "ejecutivo=Ejecutivo",
    "fr": "état=État,président=Président,gouvernement=Gouvernement,internet=Internet,ministre=Ministre,république=République",
    "it": "governo=Governo,presidente=Presidente,ministro=Ministro,parlamento=Parlamento,stato=Stato,internet=Internet",
    "nl": "internet=Internet,minister=Minister,kabinet=Kabinet,premier=Premier",
    "pl": "prezydent=Prezydent,rząd=Rząd,sejm=Sejm,internet=Internet",
    "tr": "bakan=Bakan,cumhurbaşkanı=Cumhurbaşkanı,meclis=Meclis,devlet=Devlet,vali=Vali",
}
SCARE = {
    "en": words("reform deal solution victory freedom luxury experts elite natural secret safe normal free fair traditional "
                "historic independent gifts friends heroes security progress peace improvements democracy luck magic success "
                "crisis revolution justice truth popular smart special perfect modern healthy quality community strategy "
                "conversation breakthrough partnership miracle agreement transparency efficiency innovation sustainable "
                "affordable exclusive radical extreme"),
    "de": words("Reform Lösung Freiheit Erfolg Experten Sicherheit Fortschritt Frieden Freunde Krise Wunder Partnerschaft "
                "Innovation Strategie Hilfe Elite Tradition Demokratie Verrat Skandal Volk Wahrheit freie neue sichere"),
    "es": words("reforma solución libertad victoria expertos seguridad progreso paz amigos crisis milagro éxito"),
    "fr": words("réforme solution liberté victoire experts sécurité progrès paix amis crise miracle succès"),
    "it": words("riforma soluzione libertà vittoria esperti sicurezza progresso pace amici crisi miracolo successo"),
}
SCARE_MARKS = {"en": ["“”", "‘’", '""'], "de": ["„“", "»«"], "es": ["«»", "“”"], "fr": ["«»"], "it": ["«»", "“”"]}
AND_BUT = {
    "en": "and but while because which so",
    "de": "und sondern",
    "es": "y pero",
    "fr": "et mais",
    "it": "e ma",
    "nl": "en maar",
    "tr": "ancak ve",
}
REWORDINGS = [
    ("The building stands on a busy corner near the old market.", "Shoppers on their way to the stalls pass its brick walls."),
    ("Builders cleared the site and laid the foundations.", "Crews dug trenches there and poured concrete."),
    ("The decision has divided opinion in the area.", "Neighbours disagree sharply over whether the step was wise."),
    ("Volunteers handed out blankets and hot drinks.", "Helpers gave shivering families soup, coats and shelter."),
    ("The road was closed while crews cleared the debris.",
     "Traffic came to a standstill as workers removed fallen branches."),
    ("Tickets sold out quickly.", "Fans snapped up every available seat in a rush at the box office."),
    ("The dispute has dragged on through the courts.", "Judges have been weighing the quarrel in a long series of hearings."),
    ("The board pays scant attention to local needs.", "Managers overlook what residents want from their services."),
    ("The new rules come into force next to a wider package of reforms.",
     "Stricter limits form part of broad legislation overhauling the sector."),
    ("Demand has grown steadily with falling prices.", "Cheaper models have tempted more and more buyers."),
    ("Heavy rain turned the fields to mud.", "Downpours left farmland soaked and impassable."),
    ("The family moved to the coast when she was a child.",
     "Her parents brought her to a seaside town during early childhood."),
    ("Investors reacted calmly to the news.", "Trading stayed quiet after the announcement reached markets."),
    ("The founders met at university and built the business together.",
     "Fellow students at college, they later launched the venture jointly."),
]
CLAUSES = {
    "en": [
        ": Key questions answered by experts", " - live updates, latest reaction and video",
        ": full timeline, pictures and background", ", drawing sharp criticism and warm praise",
        ", prompting fresh debate among local residents", ": main points, reactions and background explained",
        " – video, photos and expert analysis", ": inside story, key players and background",
    ],
    "de": [
        ": Die wichtigsten Fragen, Antworten und Hintergründe im Überblick",
        " – heftige Kritik, wachsender Druck, offene Fragen",
    ],
}
KICKERS = {
    "en": ["Exclusive: ", "Watch: ", "Analysis: ", "Live: ", "Breaking: ", "Video: ", "Explainer: ", "Opinion: "],
    "de": ["Exklusiv: ", "Liveticker: ", "Analyse: ", "Video: "],
    "fr": ["Analyse : ", "Vidéo : "],
    "es": ["Análisis: ", "Vídeo: "],
    "it": ["Analisi: ", "Video: "],
    "nl": ["Analyse: ", "Video: "],
    "pl": ["Analiza: "],
    "tr": ["Analiz: "],
    "ja": ["【独自】", "【動画】"],
    "ar": ["تحليل: "],
    "zh": ["【独家】"],
}
