"""Word files made here: numbers Word counts itself, notes, boxes, tracked changes, what is not read."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from zhargy.errors import UnreadableInput
from zhargy.model import Document, Kind, Severity
from zhargy.parsing import read, structure

LIST = (
    f"<w:abstractNum {nsdecls('w')} w:abstractNumId='77'>"
    "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>"
    "<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%2)'/></w:lvl>"
    "<w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='russianLower'/><w:lvlText w:val='%3)'/></w:lvl>"
    "</w:abstractNum>"
)


def saved(word: WordDocument) -> bytes:
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def opened(word: WordDocument) -> Document:
    return structure(read(saved(word), name="act.docx"))


def listed(word: WordDocument, words: str, level: int) -> None:
    """Add a paragraph that Word numbers by itself."""
    properties = word.add_paragraph(words)._p.get_or_add_pPr()
    number = f"<w:numPr {nsdecls('w')}><w:ilvl w:val='{level}'/><w:numId w:val='99'/></w:numPr>"
    properties.append(parse_xml(number))


def with_list() -> WordDocument:
    word = docx.Document()
    numbering = word.part.numbering_part.element
    numbering.insert(0, parse_xml(LIST))
    numbering.append(
        parse_xml(f"<w:num {nsdecls('w')} w:numId='99'><w:abstractNumId w:val='77'/></w:num>"),
    )
    return word


def with_part(data: bytes, name: str, kind: str, xml: str) -> bytes:
    """Return a Word file with one more part."""
    out = io.BytesIO()
    relations = "word/_rels/document.xml.rels"
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.namelist():
            text = old.read(entry)
            if entry == relations:
                link = (
                    f'<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
                    f'relationships/{kind}" Target="{name}"/></Relationships>'
                )
                text = text.replace(b"</Relationships>", link.encode())
            new.writestr(entry, text)
        new.writestr(f"word/{name}", f'<?xml version="1.0"?>{xml}')
    return out.getvalue()


def test_numbers_that_word_counts_are_read() -> None:
    word = with_list()
    word.add_heading("1-бап. Шам", 3)
    for level, words in ((0, "Шам:"), (1, "жанады;"), (1, "сөнеді."), (0, "Бағана:"), (1, "тік тұрады.")):
        listed(word, words, level)

    document = opened(word)

    assert [(node.eid, node.num) for node in document.walk() if node.num] == [
        ("art_1", "1-бап."),
        ("art_1__para_1", "1."),
        ("art_1__para_1__point_1", "1)"),
        ("art_1__para_1__point_2", "2)"),
        ("art_1__para_2", "2."),
        ("art_1__para_2__point_1", "1)"),
    ]


def test_superscript_numbers_are_set_off() -> None:
    word = docx.Document()
    heading = word.add_paragraph("Статья 228")
    heading.add_run("1").font.superscript = True
    heading.add_run(". Фонари")
    word.add_paragraph("Фонарь горит.")

    assert opened(word).find("art_228-1") is not None


def test_tables_keep_rows_cells_and_what_is_inside_them() -> None:
    word = docx.Document()
    word.add_paragraph("1. Шамдар тізімі:")
    table = word.add_table(rows=2, cols=2)
    for cell, words in zip(
        [cell for row in table.rows for cell in row.cells], ["Аты", "Саны", "Шам", "2"], strict=True
    ):
        cell.text = words
    table.cell(1, 1).add_table(rows=1, cols=1).cell(0, 0).text = "екі"
    document = opened(word)

    assert [node.text for node in document.walk() if node.kind is Kind.TABLE] == ["Аты\tСаны\nШам\t2 екі"]


def test_footnotes_stand_behind_their_paragraph() -> None:
    word = docx.Document()
    paragraph = word.add_paragraph("1. Шам жанады.")
    paragraph.add_run()._r.append(parse_xml(f"<w:footnoteReference {nsdecls('w')} w:id='2'/>"))
    word.add_paragraph("2. Шам сөнеді.")
    note = (
        f"<w:footnotes {nsdecls('w')}><w:footnote w:id='0' w:type='separator'><w:p/></w:footnote>"
        "<w:footnote w:id='2'><w:p><w:r><w:t>Түнде ғана.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    data = with_part(saved(word), "footnotes.xml", "footnotes", note)

    document = structure(read(data, name="act.docx"))

    assert document.text.split("\n") == ["1. Шам жанады.", "Түнде ғана.", "2. Шам сөнеді."]
    assert [node.text for node in document.walk() if node.kind is Kind.NOTE] == ["Түнде ғана."]


def test_text_boxes_are_read_once() -> None:
    word = docx.Document()
    box = "<w:txbxContent><w:p><w:r><w:t>Қорапта</w:t></w:r></w:p></w:txbxContent>"
    spaces = nsdecls("w") + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    run = f"<w:r {spaces}><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    word.add_paragraph("1. Шам жанады.")._p.append(parse_xml(f"{run}</mc:AlternateContent></w:r>"))

    assert opened(word).text.split("\n") == ["1. Шам жанады.", "Қорапта"]


def test_tracked_changes_are_taken_and_told() -> None:
    word = docx.Document()
    paragraph = word.add_paragraph("1. Шам ")
    for tag, inner in (("ins", "<w:t>жанады</w:t>"), ("del", "<w:delText>сөнеді</w:delText>")):
        change = f"<w:{tag} {nsdecls('w')} w:id='1' w:author='a'><w:r>{inner}</w:r></w:{tag}>"
        paragraph._p.append(parse_xml(change))
    inserted = f"<w:ins {nsdecls('w')} w:id='2'><w:p><w:r><w:t>2. Бағана тұрады.</w:t></w:r></w:p></w:ins>"
    word.element.body.insert(1, parse_xml(inserted))

    document = opened(word)

    told = next(found for found in document.diagnostics if found.code == "P111")
    assert document.text == "1. Шам жанады\n2. Бағана тұрады."
    assert (told.severity, dict(told.params)) == (Severity.WARNING, {"insertions": "2", "deletions": "1"})


def test_content_controls_are_read() -> None:
    word = docx.Document()
    control = (
        f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>1. Шам жанады.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    word.element.body.insert(0, parse_xml(control))

    assert opened(word).text == "1. Шам жанады."


def test_headers_comments_and_pictures_are_counted_not_dropped_in_silence() -> None:
    word = docx.Document()
    word.add_paragraph("1. Шам жанады.")
    word.sections[0].header.paragraphs[0].text = "Колонтитул"
    blip = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    picture = f"<w:r {nsdecls('w')}><w:drawing><a:blip {blip}/></w:drawing></w:r>"
    word.paragraphs[0]._p.append(parse_xml(picture))
    comments = f"<w:comments {nsdecls('w')}><w:comment w:id='0'><w:p/></w:comment></w:comments>"
    data = with_part(saved(word), "comments.xml", "comments", comments)

    document = structure(read(data, name="act.docx"))

    assert document.text == "1. Шам жанады."
    told = {found.code: dict(found.params) for found in document.diagnostics if found.code.startswith("P11")}
    assert told == {"P110": {"count": "1"}, "P112": {"count": "1"}, "P113": {"count": "1"}}


def test_hints_come_from_styles_and_alignment() -> None:
    word = docx.Document()
    word.add_paragraph("Қиялдағы заң", style="Title")
    word.add_heading("1-тарау. Шамдар", 2)
    word.add_heading("1-бап. Шам", 3)
    word.add_paragraph("Шам жанады.")

    document = opened(word)

    assert document.title == "Қиялдағы заң"
    assert [node.kind for node in document.children] == [Kind.TITLE, Kind.CHAPTER]
    assert document.mapped.position(document.children[1].span.start).line == 2


@pytest.mark.parametrize("share", [0.6, 0.8, 0.97])
def test_a_file_cut_off_gives_its_text_and_an_error(share: float) -> None:
    word = docx.Document()
    for number in range(1, 200):
        word.add_paragraph(f"{number}-бап. Шам\nШам {number} рет жанады.")
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(word))) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in sorted(old.namelist(), key=lambda name: name != "word/document.xml"):
            new.writestr(entry, old.read(entry))
    data = packed.getvalue()

    document = structure(read(data[: int(len(data) * share)], name="cut.docx"))

    assert any(node.kind is Kind.ARTICLE for node in document.walk())
    assert "P103" in {found.code for found in document.diagnostics if found.severity is Severity.ERROR}


def test_a_file_without_words_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="P902"):
        opened(docx.Document())


def test_a_damaged_package_keeps_its_text() -> None:
    word = docx.Document()
    word.add_paragraph("1. Шам жанады.")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(word))) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.namelist():
            if entry != "[Content_Types].xml":
                new.writestr(entry, old.read(entry))

    document = structure(read(out.getvalue(), name="act.docx"))

    assert document.text == "1. Шам жанады."
    assert [found.code for found in document.diagnostics if found.severity is Severity.ERROR] == ["P103"]
