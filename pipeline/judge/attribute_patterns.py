"""The words by which a rule shows what makes it worse, in the notation of `words`.

Written from how laws are drafted in many traditions: common law ("if it appears to him"), translation from the civil law ("where
it deems it necessary"), bills of today ("if the Minister is satisfied").
"""

from __future__ import annotations

_OFFICIAL = (
    "minister|ministry|registrar|commissioner|commission|director|authority|board|council|agency|bureau|secretary|governor|"
    "president|cabinet|inspector|superintendent|government|department"
    "|administrator|controller|collector|mayor|prefect|police|officer|committee|magistrate|chief|general|prosecutor|"
    "attorney|inspectorate|administration|commandant|directorate"
)
_PRONOUN = "he|she|it|they|him|her|them"
_WHO = f"{_OFFICIAL}|{_PRONOUN}"
_HIS = "his|her|its|their|the|such"
_GOVERNS = (
    "give|issue|refuse|reject|cancel|suspend|revoke|withdraw|prohibit|ban|forbid|declare|direct|order|require|impose|"
    "appoint|remove|dissolve|deregister|close|seize|confiscate|freeze|block|restrict|limit|vary|alter|amend|add|withhold"
    "|terminate|exclude|expel|deny|disapprove|designate|specify|prescribe|determine|nominate|demand|summon|disperse|"
    "postpone|stop|detain|exempt|object|exercise|treat|notify|authorise|authorize|approve|extend|disqualify|blacklist|"
    "intercept"
)
_FIT = (
    "fit|necessary|proper|expedient|appropriate|desirable|advisable|just|suitable|reasonable|requisite|sufficient|useful|"
    "important|essential|required"
)
_INTERESTS = (
    "interest|interests|order|safety|security|morals|morality|peace|tranquility|tranquillity|decency|health|policy|good|"
    "welfare|confidence|feeling|feelings|harmony|opinion|ethics|calm"
)

EXECUTIVE_DISCRETION = (
    f"in|to|at {_HIS} own|sole|absolute|full|unfettered|exclusive? opinion|discretion|view|judgment|judgement|satisfaction|estimation",
    "in the opinion|judgment|judgement|view|discretion of the?",
    "at the sole|absolute|full? discretion|pleasure of",
    "is|are|be of the|that|such? opinion",
    "sole|absolute|unfettered|full|own|wide discretion",
    "discretion*|discretionary power*|authority*",
    f"as|that|which|where|if|whenever|when _3 {_WHO} may? think*|deem*|consider*|see*|find*|judge* it|them|this|that|is? to? be? {_FIT}",
    f"{_WHO} may? think*|deem*|consider*|sees|see|finds|judges it|them? to? be? {_FIT}",
    f"deem*|consider*|thought|thinks|think to? be? {_FIT}",
    f"if|where|whenever|when|unless|until _6 {_WHO} is|are|be not? satisfied|convinced|persuaded",
    "is|are not? satisfied that",
    "if|where|unless|when satisfied|convinced that|the|such|of|upon",
    "has|have any? reason|cause to believe|suspect",
    "to the satisfaction of",
    f"if|where|whenever|when|that|as|which it? _2 may? appear|appears to {_HIS}? {_WHO}",
    f"it? may? appear|appears to {_HIS}? {_WHO}",
    f"{_WHO} has|have reason|cause to believe|suspect|think",
    f"{_WHO} reasonably? believes|suspects|considers|thinks|apprehends",
    "without giving|assigning|stating|being any? required? to? give? reason|reasons|justification",
    (
        f"such|any other|further|additional? _2 conditions|terms|restrictions|information|documents|requirements|particulars|"
        f"measures|directions|directives|manner|period|form|matters _4 {_WHO} may"
    ),
    (
        f"as _3 {_WHO} may from? time? to? time? direct|determine|specify|require|impose|prescribe|decide|order|appoint|fix|"
        f"think|deem|request|approve"
    ),
    f"{_WHO} may from? time? to? time? require|specify|determine|impose",
    f"{_OFFICIAL} _3 may ,? _8 by|in writing|order|notice|notification|regulation|regulations|decree|direction|instrument ,? _3 {_GOVERNS}",
    f"{_OFFICIAL} may|can|shall|has have? the|power|right|to? {_GOVERNS}",
    f"{_OFFICIAL} _4 may|can _4 {_GOVERNS}",
    "de - register*|registration",
    f"{_OFFICIAL} may by|in|on|of|, _8 {_GOVERNS}",
    f"has|have the? right|power|authority to {_GOVERNS}",
    "conditions|requirements|terms|particulars as|that may be prescribed|specified|determined",
    "with|without|subject|after to? the prior|previous? written? approval|permission|consent|authorisation|authorization|licence of|from",
    "at any time",
)

VAGUE_GROUNDS = (
    f"public|national|general|common|state|moral|social|religious|communal|racial|ethnic {_INTERESTS}",
    (
        "public|national|internal|external|economic|state|homeland|social|constitutional security|stability|unity|cohesion|"
        "sovereignty|interest|interests|dignity|values|identity|culture|harmony|ideology|independence|order|peace|life"
    ),
    (
        "security|interests|interest|safety|integrity|unity|sovereignty|dignity|stability|reputation|prestige|honour|honor|"
        "image|independence|ideology|glory|solidarity of the|a? nation|state|country|people|republic|government|public|"
        "community|society|kingdom|federation|homeland"
    ),
    "sovereignty|integrity and|or|,",
    (
        "prejudic*|detriment*|inimical|injurious|hostile|repugnant|harmful|contrary|incompatible|inconsistent to|with|of the? "
        "_6 interest|interests|order|security|safety|morals|morality|values|traditions|customs|culture|unity|peace|welfare|"
        "good|policy|sovereignty|ideology|principles|nature|decency|state|public|development|constitution"
    ),
    "prejudic* to|the",
    "against the interest|interests|security|values|traditions|customs|state|government|public|unity|sovereignty",
    "good order|morals|manners|taste|government|behaviour|conduct",
    "peace|order and good|or|, order|government|tranquillity|tranquility|security",
    "morals|morality|immoral|decency|indecent|obscene|undesirable|offensive|scandalous|unethical|blasphem*",
    (
        "any other|further grounds|ground|reason|reasons|cause|purpose|purposes|matter|matters|activity|activities|act|"
        "circumstances|relevant|sufficient|information|thing"
    ),
    (
        "hatred|contempt|disaffection|disharmony|enmity|hostility|discord|disrepute|ridicule|disloyalty|sedition|seditious|"
        "subversive|subversion|ill"
    ),
    "extremis*|terroris*|separatis*|radicalis*",
    "undermin* the|public|confidence|of?",
    "breach|disturb*|disrupt* of? the? public|peace|order",
    "harmony|tolerance|coexistence between|among|amongst|of",
    "friendly|foreign relations",
    "political activity|activities|purpose|purposes|end|ends|nature|character|objective|objectives|agenda|matters|propaganda",
    "fit and proper",
    "good moral? character|repute|standing|reputation",
    (
        "likely|calculated|tend*|intended to cause|incite|provoke|lead|bring|promote|create|disturb|endanger|threaten|"
        "prejudice|mislead|excite|result|be|encourage|affect"
    ),
    "annoyance|alarm|inconvenience|nuisance|insult*|ridicul*|distress|discomfort|despondency|panic|unrest|unease",
    "public emergency|mischief|disorder|disturbance|alarm|fear|nuisance",
    "necessary or|and expedient|desirable|proper|appropriate",
    "directly or indirectly",
    "in any manner|way|form whatsoever|or",
    "traditions|customs|values|culture|beliefs of|and",
    (
        "national|traditional|cultural|religious|family|islamic|moral values|traditions|customs|sentiments|feelings|"
        "sensitivities|norms|heritage|character"
    ),
    (
        "improper|unsatisfactory|suspicious|unlawful|irregular|unsuitable|inappropriate conduct|manner|activity|activities|"
        "purpose|purposes|use|management|character|behaviour"
    ),
    "reasonable|reasonably apprehension|suspicion|suspected|apprehend*",
    "variance|deviat*|deviates with|from",
    "mismanage*|maladministration|malpractice*|irregularit*",
    "of a similar nature|kind|character",
)

CRIMINAL_PENALTY = (
    "guilty|commits|commit|committed|convicted of? an|any|the|that? _2 offence|crime|offense|misdemeanour|misdemeanor|felony",
    "is|be a|an? offence|crime|offense|misdemeanour|felony",
    "constitute* a|an? criminal? offence|crime|offense",
    "on|upon summary? conviction",
    "liable _6 to _6 imprisonment|fine|imprisoned|fined|punishment",
    "punish* by|with|in|for|according|under|as|accordingly",
    "sentenced|condemned to",
    "imprisonment|imprisoned|prison|jail|custodial",
    "fine of|not|which|or|and|up",
    "fined _3 not|up|an|#",
    "pay a? fine",
    "penal servitude|code",
    "cognizable|cognisable|bailable",
    "proceeded against and punished",
    "accused|convicted of",
)

NO_APPEAL = (
    "shall|must|is|are|be be? considered? deemed? final",
    "final and conclusive|binding|not|shall|may|irrevocable|unappealable|without",
    "not|nor|never|neither _4 be _8 called|brought|call in|into question",
    "shall|may|can be called in question in any",
    "called in question",
    "not|nor|never _4 be _6 questioned|challenged|contested|reviewed|appealed|appealable|justiciable|impugned|quashed",
    "not be? subject to any? _3 appeal|review|recourse|challenge",
    "no appeal|review|recourse|revision|injunction _8 lie*|shall|may|against|is|be|from",
    "no court|tribunal|judge _8 question|review|jurisdiction|inquire|entertain|grant",
    "no judicial review|appeal|remedy|recourse",
    "court|courts|tribunal shall|may not have|entertain|question|review|inquire|exercise|grant|stay|suspend",
    "conclusive evidence|proof that",
    "ouster|excluded|exclusion|barred _4 jurisdiction|courts",
    "jurisdiction _6 excluded|barred|ousted",
    "without any? right|recourse|possibility of? to? appeal|recourse|courts",
    "not open|subject|amenable to appeal|review|challenge",
    "may not be appealed|contested|challenged",
    "entitled to? no appeal|compensation",
)

RETROACTIVE = (
    "retroactive*|retrospective*",
    (
        "whether|committed|done|occurred|made|received|taken|instituted|arising|happening|acquired|concluded|arose|completed "
        "_8 before|prior _2 the? commencement|coming|entry|enactment|effective|passing|date"
    ),
    "before or after the? commencement|coming|entry|date|passing|#",
    "deemed to have come|taken|had|commenced|been|entered _2 force|effect|operation|always",
    (
        "existing|registered|established|operating|formed|functioning|incorporated immediately? before|at|on|prior to? the? "
        "date? of? the? commencement|coming|entry|effective|enactment|passing|date"
    ),
    "existing associations|organisations|organizations|societies|foundations|bodies|unions|groups|ngos shall|must",
    "in existence _2 at|before|on|immediately _3 commencement|coming|entry|date",
    "apply|applies|applicable _6 before|prior _3 commencement|coming|entry|enactment",
    "even though|if _6 may not have been in force",
)

APPLIES_TO_INDIVIDUALS = (
    (
        "any|every|each|no|a|all|other persons|person|individual|individuals|citizen|citizens|journalist|journalists|"
        "participant|participants|organiser|organisers|organizer|organizers|student|students|suspect|donor|occupier|keeper|"
        "printer|publisher|editor|speaker|demonstrator*|entrant|user|users|subscriber"
    ),
    "anyone|whoever|everyone|whosoever|whomsoever|anybody|nobody|persons|individuals|citizens|journalists|participants|demonstrators",
    (
        "every|any|each|its|all|no responsible? officer|member|members|director|directors|founder|founders|employee|"
        "employees|trustee|trustees|officers|manager|managers|partner|volunteer|volunteers|official|agent|representative|"
        "leader|leaders|owner|proprietor|promoter|convener|convenor"
    ),
    "office bearers|-|bearer",
    "founders|members|directors|officers|employees|organisers|organizers|leaders|promoters shall|must|may|who|are|and|or",
    "natural persons|person",
    "his|her|their home|dwelling|residence|person|passport|name",
)

PATTERNS = {
    "executive_discretion": EXECUTIVE_DISCRETION,
    "vague_grounds": VAGUE_GROUNDS,
    "criminal_penalty": CRIMINAL_PENALTY,
    "no_appeal": NO_APPEAL,
    "retroactive": RETROACTIVE,
    "applies_to_individuals": APPLIES_TO_INDIVIDUALS,
}
