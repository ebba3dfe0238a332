"""Money as laws print it, and which currency a bare word for money means in a country."""

from __future__ import annotations

import re
from collections import Counter

# Signs that name one currency wherever they stand: code, signs.
_SIGN_TABLE = """
    AUD A$; CNY RMB CN¥; IDR Rp Rp.; TWD NT$; PHP ₱ Php PhP; BDT Tk ৳; BRL R$; CAD C$; ETB Birr; EUR €; GBP £; GHS ₵ GH¢ GH₵ GHC;
    HKD HK$; INR ₹; KES KSh KShs Kshs Ksh; KHR ៛;
    KRW ₩; KZT ₸; MYR RM; NAD N$; NGN ₦; NZD NZ$; RUB ₽; RWF Rwf Frw; SGD S$; TZS TShs Tshs TSh; UAH ₴;
    UGX UShs Ushs Ugshs; USD US$; ZWL Z$
"""
_CODE_TABLE = """
    AED AFN ALL AMD AOA ARS AUD AZN BAM BDT BGN BHD BIF BND BOB BRL BTN BWP BYN CAD CDF CHF CLP CNY COP CRC CZK DJF DKK DOP DZD
    EGP ERN ETB EUR FJD GBP GEL GHS GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KRW KWD
    KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK
    PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SLE SLL SOS SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS
    UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMK ZMW ZWL
"""
# Words and short signs for money: the word for it in our table of countries, then its forms.
_WORD_TABLE = """
    afghani afghani afghanis; baht baht; birr birr; bolivar bolivar bolivars; cedi cedi cedis;
    cordoba cordoba cordobas córdoba córdobas; kwanza kwanza kwanzas; ariary ariary; vatu vatu; tala tala; lek lek lekë leks;
    lev lev leva; dram dram drams; guarani guarani guaranies guaraníes; boliviano boliviano bolivianos; balboa balboa balboas;
    colon colones; sol soles; nakfa nakfa; ouguiya ouguiya ouguiyas; kuna kuna kunas; denar denar denars; paanga pa'anga pa’anga;
    dalasi dalasi; dinar dinar dinars; dirham dirham dirhams; dollar $ dollar dollars; dong dong; euro euro euros;
    forint forint forints; franc franc francs; gourde gourde gourdes; hryvnia hryvnia hryvnias; kina kina; kip kip;
    krone krone kroner; kwacha K kwacha; kyat kyat kyats; lari lari GEL; lempira lempira lempiras; leone leone leones; leu lei;
    lilangeni E lilangeni emalangeni; lira lira liras; loti M loti maloti; manat manat manats; metical metical meticais; naira N naira;
    ngultrum ngultrum; peso peso pesos; pound pound pounds; pula P pula; quetzal quetzal quetzales; rand R rand rands;
    real real reais; riel riel riels; ringgit ringgit; riyal riyal riyals rial rials; rouble rouble roubles ruble rubles;
    rufiyaa rufiyaa; rupee Rs Rs. Re rupee rupees; rupiah rupiah; shekel shekel shekels;
    shilling shilling shillings Shs Shs. Sh Sh.; som som soms; somoni somoni; taka taka takas; tenge tenge; tugrik tugrik togrog;
    won won; yen yen; yuan yuan renminbi; zloty zloty
"""
# A word that one country alone uses says its currency without the country being named.
_ONE_TABLE = """
    afghani AFN; baht THB; ariary MGA; balboa PAB; birr ETB; boliviano BOB; bolivar VES; cedi GHS; colon CRC; cordoba NIO; denar MKD;
    dram AMD; guarani PYG; kwanza AOA; lek ALL; lev BGN; nakfa ERN; ouguiya MRU; paanga TOP;
    sol PEN; tala WST; vatu VUV; dalasi GMD; dong VND; euro EUR; forint HUF; gourde HTG;
    hryvnia UAH; kina PGK; kip LAK; kyat MMK; lari GEL; lempira HNL; leone SLE; lilangeni SZL; lira TRY; loti LSL; metical MZN;
    naira NGN; ngultrum BTN; pula BWP; quetzal GTQ; rand ZAR; real BRL; riel KHR; ringgit MYR; rufiyaa MVR; rupiah IDR;
    shekel ILS; somoni TJS; taka BDT; tenge KZT; tugrik MNT; yen JPY; yuan CNY; zloty PLN
"""
# Code, word, country.
_COUNTRY_TABLE = """
    DZD dinar Algeria; ARS peso Argentina; AUD dollar Australia; AZN manat Azerbaijan; BHD dinar Bahrain; BYN rouble Belarus;
    BND dollar Brunei; BIF franc Burundi; USD dollar Cambodia; CAD dollar Canada; CLP peso Chile; COP peso Colombia;
    DKK krone Denmark; DJF franc Djibouti; EGP pound Egypt; FJD dollar Fiji; GNF franc Guinea; XAF franc Equatorial Guinea;
    XOF franc Guinea-Bissau; XOF franc Benin; XOF franc Burkina Faso; XOF franc Mali; XOF franc Niger; XOF franc Senegal; XOF franc Togo;
    XOF franc Ivory Coast; XAF franc Cameroon; XAF franc Chad; XAF franc Gabon; XAF franc Central African Republic;
    GBP pound Great Britain; GYD dollar Guyana;
    HKD dollar Hong Kong; INR rupee India; IRR riyal Iran; IQD dinar Iraq; JMD dollar Jamaica; JOD dinar Jordan;
    KES shilling Kenya; KRW won Korea; KWD dinar Kuwait; KGS som Kyrgyz; LBP pound Lebanon; LRD dollar Liberia; LYD dinar Libya;
    MWK kwacha Malawi; MUR rupee Mauritius; MXN peso Mexico; MDL leu Moldova; MAD dirham Morocco; NAD dollar Namibia;
    NPR rupee Nepal; NZD dollar New Zealand; NOK krone Norway; OMR riyal Oman; PKR rupee Pakistan; PGK kina Papua New Guinea;
    PHP peso Philippines; QAR riyal Qatar; RON leu Romania; RUB rouble Russia; RUB rouble Russian Federation; RWF franc Rwanda;
    SAR riyal Saudi Arabia; RSD dinar Serbia; SCR rupee Seychelles; SGD dollar Singapore; SOS shilling Somalia;
    ZAR rand South Africa; SSP pound South Sudan; LKR rupee Sri Lanka; SDG pound Sudan; CHF franc Switzerland; SYP pound Syria;
    TWD dollar Taiwan; TZS shilling Tanzania; TTD dollar Trinidad and Tobago; TND dinar Tunisia; TMT manat Turkmenistan;
    UGX shilling Uganda; AED dirham United Arab Emirates; GBP pound United Kingdom; USD dollar United States; UZS som Uzbekistan;
    YER riyal Yemen; ZMW kwacha Zambia; ZWL dollar Zimbabwe
"""


def _rows(table: str) -> list[list[str]]:
    return [row.split() for row in table.replace("\n", " ").split(";") if row.strip()]


_SIGNS = {sign: code for code, *signs in _rows(_SIGN_TABLE) for sign in signs}
_CODES = frozenset(_CODE_TABLE.split())
_WORDS = {form: word for word, *forms in _rows(_WORD_TABLE) for form in forms}
_ONE = {word: codes[0] for word, *codes in _rows(_ONE_TABLE)}
_BY_COUNTRY = {" ".join(country): (word, code) for code, word, *country in _rows(_COUNTRY_TABLE)}
_COUNTRY = re.compile(r"\b(?:" + "|".join(sorted(_BY_COUNTRY, key=len, reverse=True)) + r")\b")


def currency(sign: str, countries: tuple[str, ...] = ()) -> str | None:
    """The ISO code that `sign` (a sign, code or word) stands for; "none" where the country decides and none is named;
    None where `sign` is no money at all.
    """
    sign = sign.strip()
    if sign.upper() in _CODES and sign.isupper():
        return sign
    if sign.rstrip(".") in _SIGNS:
        return _SIGNS[sign.rstrip(".")]
    word = _WORDS.get(sign) or _WORDS.get(sign.lower() if len(sign) > 2 else sign)
    if word is None:
        return None
    for country in countries:
        if _BY_COUNTRY[country][0] == word:
            return _BY_COUNTRY[country][1]
    return _ONE.get(word, "none")


def countries(title: str, text: str) -> tuple[str, ...]:
    """The countries that a law names, those of its title first, then the most often named."""
    named = Counter(m.group() for m in _COUNTRY.finditer(text))
    first = tuple(m.group() for m in _COUNTRY.finditer(title))
    return first + tuple(country for country, _ in named.most_common() if country not in first)


_SIGN = "|".join(
    re.escape(s)
    for s in sorted([*_SIGNS, "$", "Rs.", "Rs", "Shs.", "Shs", "Sh.", "Sh", "Re", "K", "R", "N", "P", "E", "M"], key=len, reverse=True)
)
_NAMES = "|".join(
    sorted({form for form, word in _WORDS.items() if len(form) > 4 and form.endswith("s") and word != "real"}, key=len, reverse=True)
)
BEFORE = rf"(?: (?<![A-Za-z]) (?: {_SIGN} | [A-Z]{{3}} | (?: {_NAMES} ) (?= \s ) ) )"
"""What stands before a sum, for a verbose regular expression: a sign or a code; `currency` says whether it is money."""
AFTER = r"\b(?: " + " | ".join(sorted({w for w in _WORDS if len(w) > 2 and w.islower()}, key=len, reverse=True)) + r" )\b | €"
"""What stands behind a sum, in lower case."""
