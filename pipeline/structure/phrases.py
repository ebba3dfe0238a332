"""The fixed phrases by which laws begin and end."""

from __future__ import annotations

import re

from pipeline.provision import Matter

LONG_TITLE = re.compile(
    r"""\[?(?i:long\s+title\s*[:.—–-]+\s*)?(?:
      (?i:an?|the)\s+(?i:act|ordinance|law|decree|proclamation|measure|statute|resolution)\s+(?:of\s+the\s+\w+\s+)?
         (?i:to|for|relating|respecting|further|providing|amending|concerning|establishing|creating|making|regulating|repealing|on)\b
      |AN?\s+(?:ACT|BILL|ORDINANCE|LAW)$
      |A\s+BILL(?:\s+(?:FOR|TO|INTITULED|ENTITLED)\b.*)?$
      |(?i:a\s+bill)\s+(?i:for|to|intituled|entitled)\b
      |(?i:in|for)\s+(?i:an\s+act)\s+(?i:to)\b
    )""",
    re.VERBOSE,
)
"""'An Act to ...', 'A BILL FOR'."""
ENACTING = re.compile(
    r"""[“"\[]?(?:enacting(?:\s+(?:words|formula|clause))?\s*[:.—–-]+\s*)?(?:
      be\s+it\s+(?:therefore\s+|hereby\s+|further\s+)*(?:enacted|ordained|resolved)
      |(?:now[, ]+)?(?:therefore[, ]+)?(?:it\s+is\s+)?(?:hereby\s+)?enacted\s+(?:by|as)\b
      |(?:now\W+therefore\W+)?(?:it\s+is\s+hereby|is\s+hereby)\s+enacted
      |the\s+(?:people|legislature|parliament|congress|general\s+assembly)[^.]{0,80}\b(?:do\s+enact|enacts?)\b
      |(?:has\s+|have\s+)?(?:adopts|adopted|decrees|decreed|orders|enacts|promulgates|resolves|ordains|decides|hereby\s+decrees?)\s*(?:as\s+follows|the\s+following(?:\s+\w+)?|that)?\s*[:—–-]+\s*$
      |hereby\s+(?:makes?|decrees?|orders?|promulgates?|proclaims?|enacts?|issues?|ordains?)\b
      |in\s+(?:the\s+)?exercise\s+of\s+(?:the\s+|his\s+|its\s+)?(?:powers?|authority)\b
      |the\s+(?:minister|secretary\s+of\s+state|president|cabinet|board|governor|council|authority|commission)[^.]{0,120}\b(?:hereby\s+)?makes?\s+(?:these|this|the\s+following)\b
      |(?:decree|order|promulgate|have\s+decreed|have\s+enacted|issued?)\s+(?:the\s+following\s+)?(?:law|decree|act|order|as\s+follows|it)\b[^.]{0,60}[:—–-]*\s*$
    )""",
    re.VERBOSE | re.IGNORECASE,
)
"""'BE IT ENACTED', 'ADOPTS:', 'In exercise of the powers', 'the Minister makes these Regulations'."""
PREAMBLE = re.compile(
    r"""[“"\[(]?(?:and\s+)?(?:whereas|having\s+(?:regard|considered|reviewed|seen|examined|heard)|pursuant\s+to|considering|recalling|mindful|recogni[sz]ing|noting|aware|convinced|acknowledging
      |we,|it\s+is\s+(?:necessary|expedient|desirable)|on\s+the\s+(?:proposal|recommendation|advice)\s+of|after\s+(?:consideration|consulting|review|the\s+approval)|in\s+view\s+of|in\s+the\s+name\s+of
      |taking\s+into|preamble\b|desiring|affirming|inspired|in\s+making\s+these|the\s+(?:parliament|national\s+assembly|senate|chamber\s+of\s+deputies|house|king|president\s+of\s+the\s+republic)\s*[,:]|recitals?\b)""",
    re.VERBOSE | re.IGNORECASE,
)
"""Recitals."""
CONTENTS = re.compile(
    r"(?:arrangement\s+of\s+(?:sections?|clauses?|articles?|regulations?|rules?|paragraphs?|orders?|provisions?)|(?:table\s+of\s+)?contents|table\s+of\s+(?:sections|articles|provisions)|index)\s*[:.]?\s*$",
    re.IGNORECASE,
)
"""The heading of a list of contents."""

LEADERS = re.compile(r"(?:\.\s?|…\s?|·\s?|_\s){5,}\s*(?:\d{1,4}|[ivxlc]{1,6})?\s*$")
"""The dots that lead to a page number in a list of contents."""
MEMORANDUM = re.compile(
    r"""(?:the\s+)?(?:explanatory\s+(?:memorandum|notes?|statement)|memorandum(?:\s+(?:on|to|of)\b.*)?|financial\s+(?:memorandum|implications?)|notes?\s+on\s+clauses|fiscal\s+(?:note|impact.*)
      |summary|statement\s+of\s+(?:fact|purpose|intent)|legislative\s+(?:digest|counsel.s\s+digest)|general\s+outline|regulatory\s+impact\s+\w+|executive\s+summary|general\s+(?:explanation|statement\s+of\s+reasons)|statement\s+of\s+reasons)\s*[:.—–-]*\s*$""",
    re.VERBOSE | re.IGNORECASE,
)
"""The heading of a text that explains the law; the whole of a row."""
OBJECTS = re.compile(r"(?:the\s+)?(?:(?:memorandum|statement)\s+of\s+)?objects?\s+and\s+reasons\s*[:.—–-]*\s*$", re.IGNORECASE)
REPRINT = re.compile(
    r"""(?:extracts?\s+from\b.{0,120}|annexure\s*$|.{0,40}\breads?\s+(?:at\s+present|as\s+follows\s+at\s+present)\b.*|(?:the\s+)?existing\s+(?:law|provisions?)\b.{0,60}
      |provisions?\s+(?:proposed\s+)?to\s+be\s+amended.{0,40}|text\s+of\s+(?:the\s+)?(?:sections?|provisions?)\s+(?:proposed|referred|to\s+be).{0,60}|note\s*[:.—–-]+.{0,80}\bat\s+present\b.*)$""",
    re.VERBOSE | re.IGNORECASE,
)
"""The heading of existing law that is reprinted for reference."""
SIGNATURE = re.compile(
    r"""(?:made|dated|done|given|signed|issued|promulgated|enacted|executed|granted|adopted)\s+(?:this|the|at|in|on|under|by|and)\b.{0,120}$
      |(?:i\s+(?:hereby\s+)?(?:assent|certify)|assented\s+to|passed\s+(?:by|in|on|this)|approved\s+(?:by|this|on)|(?:seen\s+and\s+)?sealed\s+with|by\s+(?:order|command)\s+of|\(?(?:signed|sgd|sd|s[ée]|l\.?\s?s)\b\.?\)?|this\s+printed\s+impression|published\s+(?:by|under)|certified
      |in\s+(?:witness|testimony|faith)\s+(?:whereof|of\s+which)|read\s+(?:a|the|three|for)\s+(?:first|second|third|times?)|(?:this|the)\s+(?:act|law|bill|decree|ordinance)\s+was\s+(?:passed|adopted|assented))\b
      |(?:date\s+of\s+(?:assent|publication|promulgation|signature|enactment|adoption)|signature|signed|date)\s*:(?:\s|$)
      |[A-Z][\w’'. -]{2,30},\s+(?:on\s+|the\s+|this\s+)*(?:\d{1,2}(?:st|nd|rd|th)?[\s/.-]|
        (?:january|february|march|april|may|june|july|august|september|october|november|december)\b)[^.;]{0,40}$
      |(?:date[d]?\s*:?\s*)?\d{1,2}(?:st|nd|rd|th)?\s+(?:day\s+of\s+)?(?:january|february|march|april|may|june|july|august|september|october|november|december),?\s+\d{4}\b.{0,80}$
      |_{6,}|\.{12,}""",
    re.VERBOSE | re.IGNORECASE,
)
"""Where a law is signed: 'Made this', 'Dated', 'I assent', a place and a date."""
DATED = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)\s+day\s+of\b|\bday\s+of\s+\w+,?\s+(?:\d{4}|two\s+thousand)", re.IGNORECASE)
"""A date as laws are signed with."""
OFFICE = re.compile(
    r"\b(?:minister|president|secretary|clerk|speaker|governor|chairman|chairperson|king|queen|prime|registrar|commissioner|director|attorney|chancellor|emir|judge|mayor|deputy|acting|seal|parliamentary|majesty)\b",
    re.IGNORECASE,
)
"""What those who sign are."""
IMPRINT = re.compile(
    r"""(?:printed\s+(?:and\s+published|by|at|on|in|under)|published\s+by|price\b|annual\s+subscription|subscriptions?\s+(?:of|for|to)\b.{0,40}\b(?:acts|bills|gazettes?)\b
      |(?:\w+\s+){0,2}(?:acts|bills)\b.{0,40}\b(?:can\s+be\s+(?:purchased|bought|obtained)|(?:can|may)\s+be\s+downloaded)\b|©|\(c\)\s+\d{4}|crown\s+copyright|history\s+of\s+this\s+document|department\s+of\s+(?:the\s+)?government\s+print
      |(?:the\s+)?government\s+print(?:er|ing)|department\s+of\s+government|https?://|www\.|isbn\b|to\s+be\s+purchased|obtainable\s+from|related\s+documents?\s*$|cited\s+documents?\b|download\s+pdf|share\s+this|copyright\b|endnotes?\s*$|legislative\s+history\s*$|table\s+of\s+amendments\s*$|disclaimer\b)""",
    re.VERBOSE | re.IGNORECASE,
)
"""The printer's and the web site's own words."""
TAILS = (
    (OBJECTS, Matter.OBJECTS_AND_REASONS),
    (MEMORANDUM, Matter.MEMORANDUM),
    (REPRINT, Matter.REPRINT),
    (IMPRINT, Matter.NOTICE),
    (SIGNATURE, Matter.SIGNATURE),
)
"""What may stand after the last article, in the order in which it is tried."""
NOTICE = re.compile(
    r"(?:general|government|legal|gazette|public|probate|vacancy|tender|loss|change)\s+(?:of\s+(?:name|title)\s+)?notices?\b.{0,60}$|(?:invitation\s+(?:to|for)\s+)?(?:tenders?|bids?)\b.{0,60}$|vacanc(?:y|ies)\b.{0,60}$|appointments?\s*$|it\s+is\s+notified\b|notice\s+is\s+hereby\s+given\b|corrigend(?:um|a)\b",
    re.IGNORECASE,
)
"""Gazette matter that is no law."""


def is_front_words(text: str) -> bool:
    """Whether a row belongs to a law's front by its words: enacting words, a recital or a long title."""
    return bool(ENACTING.match(text) or LONG_TITLE.match(text) or PREAMBLE.match(text))
