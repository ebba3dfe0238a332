"""A Word file becomes the paragraphs that Word prints, automatic numbers and all."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from pipeline.errors import DamagedFile, TooLarge
from pipeline.read import ReadLimits, read
from pipeline.reading import Paragraph
from tests.word_file import level, lists, numbered, p, r, word_file


def paragraphs(body: str, **parts: str) -> tuple[Paragraph, ...]:
    return read(word_file(body, **parts), "bill.docx").paragraphs


def texts(body: str, **parts: str) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(body, **parts)]


class TestNumbers:
    @pytest.mark.parametrize(
        ("form", "text", "expected"),
        [
            ("decimal", "%1.", ["1. a", "2. a", "3. a"]),
            ("decimal", "Section %1", ["Section 1 a", "Section 2 a", "Section 3 a"]),
            ("upperRoman", "%1)", ["I) a", "II) a", "III) a"]),
            ("lowerRoman", "(%1)", ["(i) a", "(ii) a", "(iii) a"]),
            ("lowerLetter", "(%1)", ["(a) a", "(b) a", "(c) a"]),
            ("upperLetter", "%1.", ["A. a", "B. a", "C. a"]),
            ("ordinal", "%1", ["1st a", "2nd a", "3rd a"]),
            ("cardinalText", "Chapter %1", ["Chapter One a", "Chapter Two a", "Chapter Three a"]),
            ("ordinalText", "%1", ["First a", "Second a", "Third a"]),
            ("decimalZero", "%1.", ["01. a", "02. a", "03. a"]),
            ("bullet", "\uf0b7", ["• a", "• a", "• a"]),
            ("none", "", ["a", "a", "a"]),
        ],
    )
    def test_formats(self, form: str, text: str, expected: list[str]) -> None:
        assert texts(numbered("a") * 3, numbering=lists(level(0, form, text))) == expected

    def test_letters_after_z_are_doubled(self) -> None:
        assert texts(numbered("x"), numbering=lists(level(0, "lowerLetter", "(%1)", start=28))) == ["(bb) x"]

    def test_levels_count_and_restart_below_each_other(self) -> None:
        body = numbered("a") + numbered("b", 1) + numbered("c", 1) + numbered("d", 2) + numbered("e") + numbered("f", 1) + numbered("g", 2)
        levels = (level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"), level(2, "lowerRoman", "(%3)"))
        assert texts(body, numbering=lists(*levels)) == ["1. a", "(a) b", "(b) c", "(i) d", "2. e", "(a) f", "(i) g"]

    def test_a_level_that_never_restarts_counts_on(self) -> None:
        body = numbered("part") + numbered("a", 1) + numbered("part") + numbered("b", 1)
        levels = (level(0, "upperRoman", "Part %1"), level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>'))
        assert texts(body, numbering=lists(*levels)) == ["Part I part", "1. a", "Part II part", "2. b"]

    def test_legal_numbers_are_all_in_figures(self) -> None:
        levels = (level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
        assert texts(numbered("a") + numbered("b", 1), numbering=lists(*levels)) == ["I. a", "1.1 b"]

    def test_a_level_above_that_has_not_begun_prints_its_start(self) -> None:
        levels = (level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"))
        assert texts(numbered("a", 1), numbering=lists(*levels)) == ["1.1 a"]

    def test_a_number_with_nothing_after_it(self) -> None:
        levels = level(0, "decimal", "§%1—", '<w:suff w:val="nothing"/>')
        assert texts(numbered("a"), numbering=lists(levels)) == ["§1—a"]

    def test_two_lists_of_one_definition_count_on_unless_overridden(self) -> None:
        body = numbered("a") + numbered("b", numbering=2) + numbered("c", numbering=2)
        assert texts(body, numbering=lists(level(0, "decimal", "%1."))) == ["1. a", "2. b", "3. c"]
        override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
        assert texts(body, numbering=lists(level(0, "decimal", "%1."), overrides=override)) == ["1. a", "7. b", "8. c"]

    def test_a_style_brings_its_list_and_a_paragraph_may_refuse_it(self) -> None:
        styles = (
            '<w:style w:type="paragraph" w:styleId="Clause"><w:name w:val="Clause"/>'
            '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
            '<w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="Clause"/></w:style>'
        )
        levels = (level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)", '<w:pStyle w:val="Sub"/>'))
        body = p("a", properties='<w:pStyle w:val="Clause"/>') + p("b", properties='<w:pStyle w:val="Sub"/>')
        body += p("c", properties='<w:pStyle w:val="Clause"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        assert texts(body, styles=styles, numbering=lists(*levels)) == ["1. a", "(a) b", "c"]

    def test_an_empty_paragraph_takes_no_number(self) -> None:
        assert texts(numbered("a") + numbered("") + numbered("b"), numbering=lists(level(0, "decimal", "%1."))) == ["1. a", "2. b"]

    def test_a_list_that_is_not_defined_numbers_nothing(self) -> None:
        assert texts(numbered("a", numbering=99)) == ["a"]


class TestWords:
    @pytest.mark.parametrize(
        ("runs", "expected"),
        [
            ((r("kept "), r("gone", "<w:strike/>"), r("end")), ["kept end"]),
            ((r("kept"), r("gone", "<w:vanish/>")), ["kept"]),
            ((r("shown", '<w:strike w:val="0"/>'),), ["shown"]),
            (("<w:del><w:r><w:delText>old</w:delText></w:r></w:del>", "<w:ins>" + r("new") + "</w:ins>"), ["new"]),
            (("<w:moveFrom>" + r("there") + "</w:moveFrom>", r("here")), ["here"]),
            (
                ("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t><w:softHyphen/><w:t>erate</w:t><w:tab/><w:t>x</w:t></w:r>",),
                ["co-operate x"],
            ),
            (("<w:r><w:t>PART I</w:t><w:br/><w:t>LANTERNS</w:t></w:r>",), ["PART I", "LANTERNS"]),
            (('<w:hyperlink><w:smartTag w:element="x">' + r("linked") + "</w:smartTag></w:hyperlink>",), ["linked"]),
            (("<w:sdt><w:sdtContent>" + r("chosen") + "</w:sdtContent></w:sdt>",), ["chosen"]),
            (('<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>', r(" item")), ["• item"]),
        ],
    )
    def test_what_a_reader_sees(self, runs: tuple[str, ...], expected: list[str]) -> None:
        assert texts(p(*runs)) == expected

    def test_a_field_gives_its_result_and_not_its_code(self) -> None:
        char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
        field = char("begin") + "<w:r><w:instrText>REF _12 </w:instrText></w:r>" + char("separate") + r("section 4") + char("end")
        assert texts(p(r("see "), field, r(" above"))) == ["see section 4 above"]

    def test_a_deleted_paragraph_end_joins_two_paragraphs(self) -> None:
        body = p("No person", properties='<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>') + p(" shall.")
        assert texts(body) == ["No person shall."]

    def test_a_text_box_is_read_once_and_after_its_paragraph(self) -> None:
        box = f"<w:txbxContent>{p('in the box')}</w:txbxContent>"
        drawing = f"<w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>"
        older = f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        choice = f"<mc:AlternateContent><mc:Choice>{drawing}</mc:Choice>{older}</mc:AlternateContent>"
        assert texts(p(r("before"), f"<w:r>{choice}</w:r>") + p("after")) == ["before", "in the box", "after"]

    def test_a_contents_list_keeps_the_look_of_one(self) -> None:
        styles = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
        body = p("<w:r><w:t>1. Lanterns</w:t><w:tab/><w:t>3</w:t></w:r>", properties='<w:pStyle w:val="TOC1"/>')
        assert texts(body, styles=styles) == ["1. Lanterns ........ 3"]

    def test_notes_stand_at_the_end_in_the_order_of_the_text(self) -> None:
        refer = '<w:r><w:footnoteReference w:id="{}"/></w:r>'.format
        notes = "".join(f'<w:footnote w:id="{n}">{p(t)}</w:footnote>' for n, t in ((2, "second"), (3, "first"), (4, "never referred to")))
        separator = f'<w:footnote w:id="0" w:type="separator">{p("—")}</w:footnote>'
        found = paragraphs(p(r("a"), refer(3)) + p(r("b"), refer(2)), footnotes=separator + notes)
        assert [(x.text, x.note) for x in found] == [("a", False), ("b", False), ("first", True), ("second", True)]


class TestTables:
    def test_rows_in_order_and_items_in_two_columns(self) -> None:
        file = docx.Document()
        file.add_paragraph("before")
        table = file.add_table(2, 2)
        for cell, text in zip([c for row in table.rows for c in row.cells], ["Offence", "Fine", "(a)", "no lantern"], strict=True):
            cell.text = text
        file.add_paragraph("after")
        out = io.BytesIO()
        file.save(out)
        found = read(out.getvalue(), "bill.docx").paragraphs
        assert [(x.text, x.table) for x in found] == [
            ("before", False),
            ("Offence | Fine", True),
            ("(a) no lantern", False),
            ("after", False),
        ]

    def test_a_frame_of_one_cell_is_no_table(self) -> None:
        assert texts(f"<w:tbl><w:tr><w:tc>{p('one')}{p('two')}</w:tc></w:tr></w:tbl>") == ["one", "two"]


class TestShape:
    def test_levels_centring_weight_and_indent(self) -> None:
        styles = (
            '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/>'
            '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
            '<w:style w:type="paragraph" w:styleId="Mine"><w:basedOn w:val="H2"/><w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:style>'
        )
        body = p("Lanterns", properties='<w:pStyle w:val="H2"/>') + p("Keepers", properties='<w:pStyle w:val="Mine"/>')
        body += p(r("plain"), properties='<w:ind w:left="720" w:firstLine="360"/>') + p(r("slant", "<w:i/>"))
        heading, mine, plain, slant = paragraphs(body, styles=styles)
        assert (heading.level, heading.centred, heading.bold) == (2, True, True)
        assert (mine.level, mine.centred, mine.bold) == (4, True, True)
        assert (plain.level, plain.indent, plain.bold) == (0, 54.0, False)
        assert slant.italic


class TestHostile:
    def test_a_broken_part(self) -> None:
        with pytest.raises(DamagedFile, match="broken"):
            paragraphs("<w:p>")

    def test_declared_entities_are_refused(self) -> None:
        bomb = '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as file:
            file.writestr("word/document.xml", bomb)
        with pytest.raises(DamagedFile, match="entities"):
            read(out.getvalue(), "bill.docx")

    def test_a_part_that_unpacks_to_too_much(self) -> None:
        with pytest.raises(TooLarge):
            read(word_file(p("a" * 20_000_000)), "bill.docx", limits=ReadLimits(unpacked_ratio=10))

    def test_styles_that_are_based_on_each_other(self) -> None:
        styles = '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'
        assert texts(p("x", properties='<w:pStyle w:val="A"/>'), styles=styles) == ["x"]
