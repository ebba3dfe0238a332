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
    "postpone|stop|detain|object|authorise|authorize|approve|extend|disqualify|blacklist|"
    "intercept"
)
_PAST = (
    "refused|rejected|cancelled|suspended|revoked|withdrawn|prohibited|banned|declared|ordered|required|imposed|removed|dissolved|"
    "closed|seized|confiscated|frozen|blocked|restricted|limited|altered|terminated|excluded|expelled|denied|designated|liquidated|"
    "annulled|interrupted|stopped|dispersed|postponed|detained|extended|transferred|relocated"
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
    f"{_OFFICIAL} may|can {_GOVERNS}",
    f"{_OFFICIAL} shall|has have? the? power|right|discretion|authority to {_GOVERNS}",
    f"{_OFFICIAL} _4 may|can _4 {_GOVERNS}",
    "de - register*|registration",
    f"{_OFFICIAL} may by|in|on|of|, _8 {_GOVERNS}",
    f"has|have the? right|power|authority to {_GOVERNS}",
    "conditions|requirements|terms as|that may be prescribed|specified|determined",
    "with|without|subject|after to? the prior|previous? written? approval|permission|consent|authorisation|authorization|licence of|from",
    "at any time",
    # The civil law: what a body may do or decide is said by noun and passive.
    (
        f"{_OFFICIAL}|body|organ|organs|authorities|secretariat|wali is|are|be entitled|empowered|authorised|authorized|"
        f"competent to {_GOVERNS}"
    ),
    f"{_OFFICIAL}|body|organ|organs|authorities|wali has|have|holds the? right|power|faculty|prerogative|authority _3 to {_GOVERNS}",
    (
        "without|unless|until|only|except _6 approved|approval|authorised|authorized|consent|agreement|permitted|licensed _3 by|of|from "
        f"the|a|an|such? competent|relevant|concerned|authorised? {_OFFICIAL}|authorities|body"
    ),
    f"may be _2 {_PAST} _6 by|of the|a|an|any? decision|order|decree|act|resolution? _4 {_OFFICIAL}|authorities|body|organ",
    "at|within|in the? discretion of|appreciation",
    "where|if|when|as circumstances|necessity|need|occasion|interest so? require*|demand*|dictate*",
    "grounds|reasons|basis|data to believe|suppose|suspect|consider|presume|assume",
    "without specifying|indicating|disclosing|explaining the|its|any? reasons|grounds|cause|motives",
    f"unless|until the|a|an? _3 {_OFFICIAL} _2 authoris*|authoriz*|approv*|permit*|consent*|allow*|agree*",
)

_STATE = (
    "nation|state|country|people|republic|government|public|community|society|kingdom|federation|homeland|fatherland|motherland|"
    "regime|party|constitution|emirate|sultanate|ruler|leadership"
)
_HURT = (
    "harm*|injur*|undermin*|jeopardi*|endanger*|threaten*|prejudic*|offend*|damag*|violat*|infring*|disturb*|disrupt*|compromis*|"
    "affect*|impair*|tarnish*|discredit*|destabili*|weaken*|disparag*|insult*|encroach*"
)

VAGUE_GROUNDS = (
    f"public|national|general|common|state|moral|social|religious|communal|racial|ethnic|civil|civic|religious {_INTERESTS}",
    (
        "public|national|internal|external|economic|state|homeland|social|constitutional|political|territorial|cultural|domestic|spiritual "
        "security|stability|unity|cohesion|sovereignty|interest|interests|dignity|values|identity|culture|harmony|ideology|independence|"
        "order|peace|life|calm|concord|integrity|foundations|fabric|consensus|solidarity|tranquillity|tranquility"
    ),
    (
        "security|interests|interest|safety|integrity|unity|sovereignty|dignity|stability|reputation|prestige|honour|honor|image|"
        f"independence|ideology|glory|solidarity|values|foundations|standing|cohesion|tranquillity of the|a|its? {_STATE}"
    ),
    "sovereignty|unity and|or|, territorial? integrity|unity|independence|cohesion|security",
    (
        "detriment*|inimical|injurious|hostile|repugnant|harmful|contrary|incompatible|inconsistent|detrimental|damaging to|with|of the? "
        "_6 interest|interests|order|security|safety|morals|morality|values|traditions|customs|culture|unity|peace|welfare|"
        "good|policy|sovereignty|ideology|principles|decency|state|public|development|ethics|sharia|religion"
    ),
    (
        "prejudic* to|the _4 interest|interests|order|security|safety|morals|morality|values|unity|peace|welfare|state|public|"
        "harmony|relations"
    ),
    "prejudicial to",
    (
        f"{_HURT} _6 security|unity|morals|morality|peace|interests|values|traditions|customs|religion|reputation|dignity|"
        "harmony|sovereignty|ethics|prestige"
    ),
    "against the interest|interests|security|values|traditions|customs|state|government|public|unity|sovereignty",
    "good order|morals|manners|taste|government|behaviour|conduct|customs",
    "peace|order and good|or|, order|government|tranquillity|tranquility|security",
    "law and order",
    "in any other? manner|way",
    "any other act|activity|activities|conduct",
    "calculated|intended|likely to be? used|lead|result|affect|influence|interfere|cause|encourage",
    "any act|activity|conduct|thing _6 preparatory|connected|related|in|with furtherance|relation|connection",
    "morals|morality|immoral|decency|indecent|obscene|undesirable|offensive|scandalous|unethical|blasphem*|indecency|obscenity|vulgar",
    "any other|further|similar grounds|ground|reason|reasons|cause|purpose|purposes|circumstances",
    "for other reasons|grounds",
    (
        "hatred|contempt|disaffection|disharmony|enmity|hostility|discord|disrepute|ridicule|disloyalty|sedition|seditious|strife|"
        "dissension|slander*|defam*|subversive|subversion|disrespect*|denigrat*"
    ),
    "ill will|- will",
    "extremis*|separatis*|radicalis*|secessionis*",
    "undermin* the|public|confidence|of?",
    "breach|disturb*|disrupt* of? the? public|peace|order",
    "harmony|tolerance|coexistence|relations between|among|amongst",
    "harmful content|material|information|publication|speech|influence|ideas",
    "friendly|foreign|diplomatic|international relations",
    "not? conducive to",
    "unfit|unsuitable|unwholesome|inappropriate|undesirable|inadvisable|unbecoming|untoward",
    (
        f"harm|damage|injury|detriment|threat|threats|danger|risk|affront|offence to|against the _2 {_STATE}|institutions|unity|"
        "security|leaders|morals"
    ),
    "confidence|trust|faith in the? _2 institutions|government|state|authorities|institution|judiciary|administration",
    "reasons|grounds|considerations|requirements|interests of _2 security|safety|order|policy|state|unity|morals|morality",
    "fit and proper",
    "good moral? character|repute|standing|reputation",
    (
        "likely|calculated|tend*|capable|liable to|of cause|causing|incite|inciting|provoke|provoking|bring|promote|disturb|"
        "endanger|threaten|"
        "prejudice|mislead|excite|encourage|undermine|create|creating|lead|disturbing|damage"
    ),
    "annoyance|alarm|inconvenience|insult*|ridicul*|distress|discomfort|despondency|panic|unrest|unease|anxiety|embarrassment",
    "public emergency|mischief|disorder|disturbance|alarm|fear|nuisance|opinion|feeling|sentiment",
    "traditions|customs|values|culture|beliefs of|and",
    (
        "national|traditional|cultural|religious|family|islamic|moral|spiritual|ethical|societal|asian|african|human values|"
        "traditions|customs|"
        "sentiments|feelings|sensitivities|norms|heritage|character|foundations"
    ),
    (
        "improper|unsatisfactory|suspicious|unsuitable|inappropriate|unbecoming|unworthy conduct|manner|activity|activities|"
        "purpose|purposes|use|management|character|behaviour"
    ),
    "unlawful|improper purpose|purposes",
    "political activity|activities|purpose|purposes|end|ends|nature|character|objective|objectives|agenda|propaganda",
    "variance|deviat*|deviates with|from",
    "mismanage*|maladministration|malpractice*|irregularit*",
    "of a similar nature|kind|character",
    "exigenc*|expediency|opportuneness|utility of|public",
)

CRIMINAL_PENALTY = (
    "guilty|commits|commit|committed of? an|any|the|that? _2 offence|crime|offense|misdemeanour|misdemeanor|felony|delict",
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
    "penal servitude|labour",
    "criminal|penal liability|responsibility|sanctions|penalty|penalties",
    "deprivation|restriction of liberty|freedom",
    "arrest for a? term|period|up",
    "corrective|compulsory|community labour|work|works",
    "cognizable|cognisable|bailable",
    "proceeded against and punished",
)

NO_APPEAL = (
    "not|nor open to any? objection|recourse|question|challenge|appeal|review",
    "no legal|further|administrative|judicial|civil remedy|recourse|objection|action|claim|court _6 lies|is|shall|may|stay|allowed",
    "decision|opinion ends the matter",
    "shall|must|is|are|be be? considered? deemed? final",
    "final and conclusive|binding|not|shall|may|irrevocable|unappealable|without",
    "not|nor|never|neither _4 be _8 called|brought|call in|into question",
    "shall|may|can be called in question in any",
    "called in question",
    "not|nor|never _4 be _6 questioned|challenged|contested|reviewed|appealed|appealable|justiciable|impugned|quashed",
    "not be? subject to any? _3 appeal|review|recourse|challenge",
    "no appeal|review|recourse|revision|injunction _8 lie*|shall|may|against|is|be|from",
    (
        "no action|suit|proceeding|proceedings|claim|prosecution|complaint|objection|challenge _4 shall|may|can|is|are|will _3 "
        "lie|be|brought|instituted|accepted|admissible|heard|entertained against|in|to|by"
    ),
    "not|never _3 amenable|open|susceptible to|of appeal|review|challenge|recourse|annulment",
    "not|nor|never _3 be _3 appealed|contested|challenged|object|subject",
    (
        "without|excluding|excludes|precluding any|the? further? right|possibility|recourse|appeal|remedy|judicial of|to|"
        "against|review|recourse"
    ),
    "acts? of sovereignty",
    "sovereign|discretionary act|acts|decision|decisions",
    "shall|is|are|be definitive|unappealable|irrevocable|conclusive",
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

_IN_FORCE = "commencement|coming|entry|enactment|promulgation|publication|adoption"
RETROACTIVE = (
    "before this|these _1 enters|enter|comes|come|came into force",
    "before this|these law|act|regulation|regulations|decree|ordinance was? passed|published|commenced|counts|count",
    "years|year|months preceding|before|prior the|this|its appointed|entry|law|act|publication|commencement",
    "retroactive*|retrospective*",
    (
        "whether|committed|done|occurred|received|taken|instituted|arising|happening|acquired|concluded|arose|completed|made|posted|"
        f"published|obtained|created|established|founded|registered|formed _2 before|prior|preceding _2 the? {_IN_FORCE} of|"
        "into this|the|force"
    ),
    f"before or|and|, after the? {_IN_FORCE}|#",
    "whether such? _3 instituted|committed|made|done|arose|occurred before or after",
    "deemed to have come|taken|had|commenced|been|entered _2 force|effect|operation|always",
    (
        "existing|registered|established|operating|formed|functioning|incorporated immediately? before|at|on|prior to? the? "
        f"date? of? the? {_IN_FORCE}"
    ),
    "existing associations|organisations|organizations|societies|foundations|bodies|unions|groups|ngos shall|must",
    "immediately before # _1 #",
    f"in existence _2 at|before|on|immediately _3 {_IN_FORCE}",
    f"apply|applies|applicable|extend|extends _6 before|prior _3 {_IN_FORCE}",
    "even though|if _6 may not have been in force",
    "with effect|force from a|the? date|day earlier|preceding|before|prior",
)

APPLIES_TO_INDIVIDUALS = (
    (
        "any|every|each|no|a|an|all|other|such|another natural? person|individual|individuals|citizen|citizens|journalist|journalists|"
        "participant|participants|organiser|organisers|organizer|organizers|student|students|suspect|donor|occupier|keeper|"
        "printer|editor|speaker|demonstrator*|entrant|user|users|foreigner|foreigners|blogger|volunteer|promoter|convener|convenor"
    ),
    "anyone|whoever|everyone|whosoever|whomsoever|anybody|nobody|persons|individuals|citizens|journalists|participants|demonstrators|those",
    (
        "every|any|each|its|all|no responsible? officer|officers|member|members|director|directors|founder|founders|employee|"
        "employees|trustee|trustees|manager|managers|partner|volunteers|leader|leaders"
    ),
    "office bearers|-|bearer",
    "the? founders|members|directors|officers|employees|organisers|organizers|leaders|promoters shall|must|who|are",
    "the organiser|organizer|convener|convenor|leader|founder|journalist|editor",
    "natural persons|person",
)

PATTERNS = {
    "executive_discretion": EXECUTIVE_DISCRETION,
    "vague_grounds": VAGUE_GROUNDS,
    "criminal_penalty": CRIMINAL_PENALTY,
    "no_appeal": NO_APPEAL,
    "retroactive": RETROACTIVE,
    "applies_to_individuals": APPLIES_TO_INDIVIDUALS,
}
