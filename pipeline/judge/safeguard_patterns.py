"""The words of safeguards, in the notation of `words`."""

from __future__ import annotations

_COURT = "court|courts|judge|judges|magistrate|magistrates|judiciary|tribunal|bench|justice"
_EXECUTIVE = (
    "minister|ministry|president|government|governor|board|council|registrar|commissioner|authority|secretary|cabinet|"
    "committee|director|commission"
)
_GIVEN = (
    "granted|approved|registered|accepted|authorised|authorized|issued|permitted|authenticated|consented|renewed|lawful|"
    "recognised|recognized|licensed|confirmed"
)

JUDICIAL_AUTHORISATION = (
    f"{_COURT} has|have granted|approved|authorised|authorized|ruled|ordered|permitted",
    f"permission|approval|authorisation|leave is obtained|granted|given|sought from|by the|a _3 {_COURT}",
    f"sent|put|goes|submitted|presented to the|a _2 {_COURT} within|in|, for",
    f"ask|asks|request|requests|obtain|obtains a|the? {_COURT} for",
    f"by|under|on|upon|with|without|except|following|through _3 decision|judgment|judgement|ruling of|by a|an|the|any? _3 {_COURT}",
    (
        "warrant|order|orders|authorisation|authorization|authority|permission|approval|leave|permit"
        f" of|by|from|issued|granted|made by? a|an|the|any|such? _3 {_COURT}"
    ),
    (
        f"{_COURT} may|shall|must|can _6 order|orders|authorise|authorize|grant|issue|direct|permit|approve|extend|confirm|"
        f"dissolve|suspend|allow|prohibit|ban"
    ),
    f"extended|renewed|enforced|confirmed|reissued|issued|allowed|granted|adjudged|directed _4 by a|the|any? {_COURT}",
    f"open to the {_COURT} to",
    f"{_COURT} directs|orders|decides|authorises|authorizes|permits|forbids|prohibits|dissolves|suspends",
    f"satisfaction of the {_COURT}",
    f"{_COURT} _4 satisfied that",
    f"{_COURT} , _12 may|orders|order|issue|grant|authorise",
    f"apply|applies|application|petition|request|applied|recourse _6 to|before a|an|the|any? _4 {_COURT} _3 for|to",
    f"apply|application , ex|made? -? parte? ,? to a|the|any? _3 {_COURT}",
    f"apply|application to a|the|any? _3 {_COURT}",
    "with|under|by|on|upon|pursuant a|the|any? search|arrest|judicial|court? warrant",
    "search|judicial|court warrant|order|authorisation|authorization|decision|approval",
    "interception of communication|communications order|warrant",
    (
        f"ordered|directed|authorised|authorized|issued|imposed|decided|adjudged|sanctioned|dissolved|suspended|permitted|"
        f"approved by a|an|the|any? _3 {_COURT}"
    ),
    "unless|except|only _8 court order|orders|warrant|decision",
    f"notice|report*|submit*|produced _8 to|before the|a|an _3 {_COURT}",
    "by final? judicial decision|order|authority|act|warrant",
)

APPEAL_TO_COURT = (
    (
        "go|goes|complain|complains|object|objects|opposition|complaint|claim|suit|resort|turn|apply|applies|ask|petition|sue _6 to|before"
        f" the|a|an|any|ordinary? _3 {_COURT}"
    ),
    f"ask|asks|petition|petitions|invoke|invokes|seize|seizes the|a|any|jurisdiction? of? the? _2 {_COURT}",
    f"may be taken|attacked|brought|laid|tried|referred|carried|submitted _3 to|before|by the|a|an|any? _3 {_COURT}",
    f"{_COURT} hears|hear appeals|challenges|complaints|objections",
    "action|claim|suit|application against|for the? _2 refusal|decision|annulment|order|ban|act",
    "appeal|action|challenge suspends|suspend|stays",
    "suspensive effect",
    f"appeal* _8 to|with a|an|the|any|that? _4 {_COURT}",
    f"appealed|appealable|contested|challenged|lodged|filed|brought _4 before|with|in|at a|an|the|any? _4 {_COURT}",
    (
        f"lodge|lodges|file|files|prefer|bring|institute|submit|make _8 appeal|complaint|petition|challenge|action"
        f" _8 to|before|with|in|at a|an|the? _4 {_COURT}"
    ),
    f"challenge*|contest*|appeal*|review*|impugn* _8 before|in|by|to a|an|the|any? _4 {_COURT}",
    "judicial review",
    f"apply|recourse|resort _2 to a|the|any? _3 {_COURT} _6 review|against|set|reliefs|relief|quash|annul*",
    f"review|reviewed|reviewable|appealable _3 by|in|to|before a|an|the? _3 {_COURT}",
    f"appeal _6 lie|lies _6 to|before a|the? _4 {_COURT}",
    f"right|entitled to|of appeal _4 {_COURT}",
    f"aggrieved _20 may _25 {_COURT}",
    "appealed|appeal|appealable in|under|according accordance|the|to _6 procedure|administrative|law",
)

REASONS = (
    (
        "give|gives|giving|state|states|stating|carry|carries|carrying|contain|contains|show|shows|indicates|indicating|with|describes"
        " out? a|the|its|brief|full|stated? special|written? reason|reasons|motives|grounds"
    ),
    "decision|refusal|order|decree|finding|findings|resolution|conclusion|act is|are|be|shall _2 reasoned|motivated",
    "set|sets|setting out the|its? ground|grounds|reason|reasons",
    (
        "reason|reasons|grounds ,? therefor? to|shall|must|are|is|will? be? recorded|communicated|given|stated|notified|"
        "disclosed|explained|provided|furnished"
    ),
    "motives|motivation|grounds|reasons of|for the? refusal|decision|rejection|act|measure",
    (
        "statement|notice|letter|explanation|notified|sent|delivered|communicated|together of|with|giving|containing"
        " the|its|his|their? reasons|grounds|motives"
    ),
    "says|say|stating why",
    "reason|reasons|grounds to? be? recorded|given|stated|notified|communicated|provided|set|furnished in|by? writing|him?",
    "record|recording|recorded|records _6 reasons|reason|grounds",
    "written|detailed|specific|sufficient reasons|reason|grounds|justification",
    (
        "state|stating|states|stated|specify*|give|giving|gives|given|indicat*|with|explain*|containing|set*|reproduce|"
        "communicat*|notify|inform|informing|furnish*|provide* _10 reason|reasons|grounds|particulars|basis|details therefor|"
        "for|of|on|upon|that|why|therefore"
    ),
    (
        "reasons|reason|grounds for such|the|its|his|this|that|a|their refusal|decision|rejection|cancellation|suspension|"
        "order|action|revocation|ban|direction"
    ),
    "reasoned|justified|motivated|substantiated decision|order|opinion|refusal|notice|resolution|judgment",
    "grounds|reasons on|for which it|the decision|refusal|order|is|was? based|rests|made|founded|taken",
    "reasons|grounds in writing",
    "give|giving|state|stating|together|with|and|of the|its|his reasons|grounds therefor|therefore",
    "decision _6 shall|must _3 reasoned|justified|substantiated",
)

DEEMED_GRANT = (
    f"deemed|considered|taken|regarded|treated|presumed|construed to|as|having? have|be? been? _3 {_GIVEN}",
    f"deemed|considered|presumed|taken _2 to? be? {_GIVEN}",
    "tacit* approv*|consent*|grant*|authoris*|authoriz*|registr*",
    "silence _8 approval|consent|acceptance|granted|registration|grant",
    "deemed _3 approval|consent|grant|registration|acceptance|authorisation",
    "may proceed|begin|operate|hold if|as|where|unless _12 not|no",
)

EXEMPTION = (
    "shall|does|do|must|will|may not be? apply|applicable|prevent|prohibit|preclude",
    "shall|does|do|must not extend to",
    "shall|does|do|must not be? cover|concern|govern|reach|bind",
    (
        "nothing in|contained|under in? the? provisions? of? this|the|sub|that|any|these? foregoing|sub? -? subsection|section|"
        "paragraph|article|act|"
        "law|part|chapter|regulation|regulations|rule|rules|clause|division|ordinance|decree|order|code|title|provision"
    ),
    "exempt*",
    "is|are not|never required|obliged|bound to|under",
    "is|are not taken|regarded|considered to|as",
    "need not _2 register|notify|obtain|apply|give|disclose|say|report|file|seek|submit|declare|announce",
    "free|freed|relieved|released|dispensed|excused from|of the|this|any? _2 duty|obligation|requirement|need|formality|notification",
    "outside the scope|application|ambit of",
    "excluded|excepted from the|this? _2 scope|application|requirement|prohibition|definition|provisions",
    "does not|nor require|need a|any? _2 permission|notice|notification|licence|authorisation|registration|permit",
    "without|no prior? permission|notice|notification|authorisation|licence|formality is|are|shall? required|needed|necessary",
    ("no notice|permit|permission|licence|approval|registration|notification|authorisation _8 is|are|shall be? required|needed|necessary"),
    "need|needs|needing no _1 permit|licence|notice|permission|leave|agreement|registration|approval|notification|authorisation",
    "do|shall not need|require a|any? _2 permission|notice|notification|licence|authorisation|registration|permit",
    "except|save where|in|for|when",
    "with the exception of",
    "does not include|require|authorise|authorize",
    "shall|does|do|must not operate to authorise|authorize|permit|allow",
    "does|do not _8 merely|solely|only by|because|on",
    "none of the following is|are|shall",
    "waive*|waiver",
    (
        "no society|association|organisation|organization|body|person|organiser|publisher|provider|company shall|may _6 be "
        "deemed|guilty|regarded|treated|considered"
    ),
    (
        "association|society|publisher|organiser|journalist|participant|provider|intermediary|organisation|organization|member|donor"
        " shall|is not be? liable|responsible for|if|where|merely|solely|by"
    ),
    "no _1 association|organisation|society|person|organiser|publisher|provider|participant|journalist shall , _6 , be guilty|liable",
    (
        "notwithstanding|despite sub|subsection|section|paragraph|article|clause _8 a|an|any _1 candidate|person|association|society|"
        "organiser|organisation|organization|citizen|publisher|provider|journalist|party|member may"
    ),
    "is|are|remain|remains|falls|fall outside the|this|these|that? subsection|section|paragraph|article|provision|law|act|rule|chapter",
    "is|are not affected|touched|concerned|covered|caught",
    "is|are not subject to paragraph|subsection|section|this|article|paragraphs",
    "excepted",
    "is|are dispensed|relieved|excused from",
    "shall|is not be? necessary|required to obtain|seek|apply|register|give",
    "approval|permission|objection|licence|notice|authorisation|registration _6 is|shall not be? required|necessary|needed",
    "no such? order|direction|notice shall be made|given|issued _3 in|against",
    "no such? order|direction|notice shall be made|given|issued _6 in respect|relation of|to",
    "may _3 exclude|exempt|relieve|dispense|excuse _3 from|with|any",
)

OTHER = (
    "no person|association|one shall|may be convicted|punished|liable _20 if|where|unless",
    "opportunity of|to|for be|being|make|making|show|present|reply|respond|defend|state|submit|explain|a|rectify|remedy|correct",
    "being|be heard",
    "right to be heard|defence|defense|counsel|representation",
    "hearing the|to|of|both|at|shall|is|held|before",
    "hear|hearing the party|parties|person|association|applicant|explanation|explanations|representative|representatives",
    "show cause",
    "make|making|submit|made|receive|consider|written _3 representation|representations",
    "is|be a defence|defense",
    "unless he|she|it|they|the|person _2 proves|prove|shows",
    "defence|defense to|for|under",
    "due diligence",
    "took|take|taken all|every? reasonable|necessary|practicable? steps|precautions|efforts|measures",
    "reasonable|lawful excuse",
    (
        f"appeal*|complain*|grievance|review|petition|revision|representation _8 to|before|with a|an|the|such? _4 {_EXECUTIVE}|"
        f"authority|appellate"
    ),
    "appellate authority|board|committee|body",
    "prior|written|reasonable|previous|first warning|notice to|of|in|specifying|requiring|shall|calling|informing|within",
    "notice in writing",
    "warn|warned|warning",
    "destroy*|destroyed|erased|deleted|returned to|if|when|after|as|or|unless",
    "without his|the knowledge|consent",
    "proportion*|necessity|least intrusive|minimum interference",
    "women|female _6 by|only _4 woman|female|decency",
    (
        "remedy|rectify|cure|correct|regularise|regularize _4 default|breach|defect|defects|violation|irregularity|failure|"
        "contravention|situation|deficiency"
    ),
    "apply|operate|continue pending|until|while",
)

PATTERNS = {
    "judicial_authorisation": JUDICIAL_AUTHORISATION,
    "appeal_to_court": APPEAL_TO_COURT,
    "reasons": REASONS,
    "deemed_grant": DEEMED_GRANT,
    "exemption": EXEMPTION,
    "other": OTHER,
}
