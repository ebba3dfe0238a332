"""Facts come out with the value and the unit that the words say; a number that only names something is no fact."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.judge.facts import find_facts

Row = tuple[str, list[tuple[str, float, str]]]

TIME: list[Row] = [
    ("The organiser shall give not less than twenty-one (21) clear days' notice.", [("notice_period", 21, "day")]),
    (
        "The convener shall notify the police at least 48 hours before the meeting.",
        [("authority", 0, "none"), ("notice_period", 48, "hour")],
    ),
    ("Written notice of at least fourteen days shall be given.", [("notice_period", 14, "day")]),
    ("Notice must reach the governor ten days in advance.", [("authority", 0, "none"), ("notice_period", 10, "day")]),
    ("The organisers inform the mayor three working days prior to the march.", [("authority", 0, "none"), ("notice_period", 3, "day")]),
    ("A notification is sent five (5) days before the assembly.", [("notice_period", 5, "day")]),
    ("Notice of a period of not less than seven days is required.", [("notice_period", 7, "day")]),
    ("They must give 24 hours' notice.", [("notice_period", 24, "hour")]),
    ("The Board shall decide within thirty days.", [("authority", 0, "none"), ("time_limit", 30, "day")]),
    ("It shall reply within a fortnight.", [("time_limit", 14, "day")]),
    ("It shall reply within six weeks.", [("time_limit", 42, "day")]),
    ("It shall reply within a period of three calendar months.", [("time_limit", 3, "month")]),
    ("The certificate lapses after one year.", [("time_limit", 1, "year")]),
    ("within (30) days from receipt", [("time_limit", 30, "day")]),
    ("within 30 (thirty) days", [("time_limit", 30, "day")]),
    ("within thirty (30) working days", [("time_limit", 30, "day")]),
    ("in a thirty-day period", [("time_limit", 30, "day")]),
    ("a 60-day period", [("time_limit", 60, "day")]),
    ("within forty‑eight hours", [("time_limit", 48, "hour")]),  # a non-breaking hyphen
    ("within twenty-\nfour hours", [("time_limit", 24, "hour")]),  # a number broken at a line's end
    ("within seventy two hours", [("time_limit", 72, "hour")]),  # without its hyphen
    ("within 2 weeks", [("time_limit", 14, "day")]),
    ("for one and a half years", [("time_limit", 1.5, "year")]),
    ("for half a year", [("time_limit", 0.5, "year")]),
    ("for 1½ years", [("time_limit", 1.5, "year")]),
    ("for two years and six months", [("time_limit", 30, "month")]),
    ("within thirty minutes", [("time_limit", 0.5, "hour")]),
    ("data shall be kept for twelve months", [("time_limit", 12, "month")]),
    ("an order for up to ninety consecutive days", [("time_limit", 90, "day")]),
    ("within one month of the change", [("time_limit", 1, "month")]),
    ("Within three (3) business days", [("time_limit", 3, "day")]),
    ("not later than one hundred and twenty days after receipt", [("time_limit", 120, "day")]),
    ("a person who has attained eighteen years of age", [("count", 18, "year")]),
]

PRISON: list[Row] = [
    ("imprisonment for a term which may extend to two years", [("prison", 2, "year")]),
    ("to imprisonment for a term not exceeding six months", [("prison", 6, "month")]),
    ("five years' imprisonment", [("prison", 5, "year")]),
    ("is punished with prison of one to three years", [("prison", 3, "year")]),
    ("rigorous imprisonment for ten (10) years", [("prison", 10, "year")]),
    ("imprisoned for not less than 90 days", [("prison", 90, "day")]),
    ("a custodial sentence of eighteen months", [("prison", 18, "month")]),
    ("deprivation of liberty for up to four years", [("prison", 4, "year")]),
    ("shall go to jail for thirty days", [("prison", 30, "day")]),
    ("imprisonment for one year and six months", [("prison", 18, "month")]),
    ("imprisonment of either description for seven years", [("prison", 7, "year")]),
    ("imprisonment for life", [("prison", 0, "none")]),  # no number says it
    ("a sentence of life imprisonment", [("prison", 0, "none")]),
    ("six months in prison", [("prison", 6, "month")]),
    ("On conviction he is imprisoned. He may appeal within ten days.", [("time_limit", 10, "day")]),  # the next sentence
    ("liable to imprisonment, and may within ten days appeal", [("time_limit", 10, "day")]),
]

MONEY: list[Row] = [
    ("a fine not exceeding K500,000", [("fine", 500000, "none")]),  # Zambia or Malawi: not said
    ("a fine of Rs. 50,000", [("fine", 50000, "none")]),
    ("a fine of Rs.500/-", [("fine", 500, "none")]),
    ("a fine of fifty thousand rupees", [("fine", 50000, "none")]),
    ("a fine which may extend to five lakh rupees", [("fine", 500000, "none")]),
    ("a fine of two crore rupees", [("fine", 20000000, "none")]),
    ("a fine of Rs. 1,00,000", [("fine", 100000, "none")]),  # lakhs are parted so
    ("a fine of USD 10,000", [("fine", 10000, "USD")]),
    ("a fine of US$ 500", [("fine", 500, "USD")]),
    ("a fine of 500 US dollars", [("fine", 500, "USD")]),
    ("a fine of fifteen thousand US dollars", [("fine", 15000, "USD")]),
    ("a fine of 1,000 euros", [("fine", 1000, "EUR")]),
    ("a fine of € 2.500.000", [("fine", 2500000, "EUR")]),
    ("a fine of £200", [("fine", 200, "GBP")]),
    ("a fine of two million shillings", [("fine", 2000000, "none")]),
    ("a fine of 500 Uganda shillings", [("fine", 500, "UGX")]),
    ("a fine of KSh 50,000", [("fine", 50000, "KES")]),
    ("a fine of three thousand currency points", [("fine", 3000, "currency_point")]),
    ("a fine of 10 penalty units", [("fine", 10, "none")]),
    ("a fine not exceeding five hundred thousand penalty units", [("fine", 500000, "none")]),
    ("a fine not exceeding level 5 on the standard scale", [("fine", 5, "none")]),
    ("a fine of R4 000", [("fine", 4000, "ZAR")]),
    ("a fine of N100,000", [("fine", 100000, "NGN")]),
    ("a fine of ₦250,000", [("fine", 250000, "NGN")]),
    ("a fine of GH¢ 500", [("fine", 500, "GHS")]),
    ("a fine of Tk 5,000", [("fine", 5000, "BDT")]),
    ("a fine of five hundred taka", [("fine", 500, "BDT")]),
    ("a fine of 200,000 Rwandan francs", [("fine", 200000, "RWF")]),
    ("a fine of ten thousand Egyptian pounds", [("fine", 10000, "EGP")]),
    ("a fine of 2.5 million tenge", [("fine", 2500000, "KZT")]),
    ("a fine of 50 000 birr", [("fine", 50000, "ETB")]),
    ("an administrative fine of twenty minimum wages", [("fine", 20, "none")]),
    ("on payment of a fee of ten thousand rupees", [("fee", 10000, "none")]),
    ("the registration fee is 150 euros", [("fee", 150, "EUR")]),
    ("an application fee not exceeding USD 50", [("fee", 50, "USD")]),
    ("shall not receive donations above 5,000 euros", [("cap", 5000, "EUR")]),
    ("a donation in excess of $1,000", [("cap", 1000, "none")]),
    ("a penalty of one hundred and fifty thousand dollars", [("fine", 150000, "none")]),
]

SHARES_AND_COUNTS: list[Row] = [
    ("not exceeding 10 per cent of its income", [("percentage", 10, "percent")]),
    ("more than 5% of the budget", [("percentage", 5, "percent")]),
    ("fifty (50) per centum", [("percentage", 50, "percent")]),
    ("twenty percent of the funds", [("percentage", 20, "percent")]),
    ("12.5 per cent", [("percentage", 12.5, "percent")]),
    ("not less than one-third of the members", [("percentage", 33.333, "percent")]),
    ("two-thirds of members", [("percentage", 66.667, "percent")]),
    ("three quarters of the votes", [("percentage", 75, "percent")]),
    ("a two-thirds majority", [("percentage", 66.667, "percent")]),
    ("2/3 of the members", [("percentage", 66.667, "percent")]),
    ("not more than ten (10%) percent", [("percentage", 10, "percent")]),
    ("at least ten founding members", [("founders", 10, "person")]),
    ("An association is founded by not fewer than fifteen persons.", [("founders", 15, "person")]),
    ("may be formed by seven or more persons", [("founders", 7, "person")]),
    ("No fewer than fifty citizens may establish an association.", [("founders", 50, "person")]),
    ("twenty (20) founders", [("founders", 20, "person")]),
    ("signed by at least three promoters", [("founders", 3, "person")]),
    ("an assembly of more than ten persons", [("count", 10, "person")]),
    ("not more than 100 participants", [("cap", 100, "person")]),
    ("one steward for each 50 participants", [("count", 1, "person"), ("count", 50, "person")]),
    ("not exceeding five foreign employees", [("cap", 5, "person")]),
    ("more than three thousand followers", [("count", 3000, "person")]),
    ("three copies of its statutes", [("count", 3, "none")]),
    ("offices in at least twelve provinces", [("count", 12, "none")]),
    ("within 500 metres of Parliament", [("distance", 500, "metre")]),
    ("within half a kilometre of any court", [("distance", 500, "metre")]),
    ("a radius of 2 km", [("distance", 2000, "metre")]),
    ("one hundred meters from a polling station", [("distance", 100, "metre")]),
    ("within 1.5 kilometres", [("distance", 1500, "metre")]),
    ("within one mile", [("distance", 1609.344, "metre")]),
]

NO_FACT: list[Row] = [
    ("as section 12(3) says", []),
    ("under sections 4, 5 and 7A", []),
    ("the Societies Act, No. 5 of 2010", []),
    ("as amended by Law 12/2003", []),
    ("the Code (Act 2 of 1985)", []),
    ("on 1st January, 2024", []),
    ("since the 30th day of June 1960", []),
    ("from 12/05/2020", []),
    ("between 6 p.m. and 6 a.m.", []),
    ("before six o'clock in the evening", []),
    ("(2) Persons who found an association", []),  # a paragraph's number
    ("Part 3 applies to members", []),
    ("Form 7 shall be used", []),
    ("one of the members", []),
    ("regulations 3 to 5 and rule 9", []),
    ("article 22 of the Covenant", []),
    ("paragraph (3) days are counted", []),
    ("in 2001 the persons met", []),
    ("No person shall speak", []),
    ("the first meeting", []),
]

AUTHORITIES: list[Row] = [
    ("The Registrar may refuse.", [("authority", 0, "none")]),
    ("The Minister and the Registrar", [("authority", 0, "none"), ("authority", 0, "none")]),
    ("The Registrar may ask; the Registrar shall decide.", [("authority", 0, "none")]),  # once
    ("with the permission of the Commissioner of Police", [("authority", 0, "none")]),
    ("The Public Benefit Organisations Authority keeps a list.", [("authority", 0, "none")]),
    ("the competent authority shall decide", [("authority", 0, "none")]),
    ("Every association has a Board of Directors.", []),  # its own
    ("the President of the association signs", []),
    ("by order of the High Court", []),  # a court is no authority here
]


@pytest.mark.parametrize(("text", "expected"), TIME + PRISON + MONEY + SHARES_AND_COUNTS + NO_FACT + AUTHORITIES)
def test_a_fact_has_the_value_and_unit_that_its_words_say(text: str, expected: list[tuple[str, float, str]]) -> None:
    assert [(f.kind, f.value, f.unit) for f in find_facts(text, 0)] == expected


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len(TIME + PRISON + MONEY + SHARES_AND_COUNTS + NO_FACT + AUTHORITIES) >= 120


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("pay a fine of Rs. 50,000 at once", ["Rs. 50,000"]),
        ("give twenty-one (21) clear days' notice", ["twenty-one (21) clear days"]),
        ("the Commissioner of Police, within 48 hours,", ["Commissioner of Police", "48 hours"]),
        ("in the Public Benefit Organisations Authority", ["Public Benefit Organisations Authority"]),
        ("to imprisonment for life or to a fine of K 500", ["imprisonment for life", "K 500"]),
    ],
)
def test_a_fact_is_exactly_its_words_where_they_stand(text: str, words: list[str]) -> None:
    found = find_facts(text, 1000)
    assert [f.text for f in found] == words
    assert [f.span.shift(-1000).of(text) for f in found] == words


@pytest.mark.parametrize(
    ("countries", "text", "unit"),
    [
        (("Uganda",), "a fine of two million shillings", "UGX"),
        (("Kenya",), "a fine of two million shillings", "KES"),
        (("India",), "a fine of Rs. 500", "INR"),
        (("Pakistan", "India"), "a fine of five hundred rupees", "PKR"),  # the first named decides
        (("Singapore",), "a fine of $5,000", "SGD"),
        (("Zambia",), "a fine of K5,000", "ZMW"),
        (("Kenya",), "a fine of 50 dollars", "none"),  # Kenya has no dollars
        (("Kenya",), "a fine of USD 50", "USD"),
    ],
)
def test_the_law_s_country_says_whose_money_it_is(countries: tuple[str, ...], text: str, unit: str) -> None:
    assert [f.unit for f in find_facts(text, 0, countries)] == [unit]


@given(st.text(alphabet="ab0123456789 .,()-/%$KRsonethidyafulc\n", max_size=300))
def test_any_text_is_read_without_error_and_spans_lie_in_it(text: str) -> None:
    for fact in find_facts(text, 0):
        assert fact.span.of(text) == fact.text
