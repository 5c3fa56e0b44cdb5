"""Documents of Word and workbooks of Excel: texts are repaired, everything else is as it was."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

KAF, KEHEH = "كتاب", "کتاب"


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


DOCUMENT = (
    f'<?xml version="1.0" encoding="UTF-8"?>\n<w:document xmlns:w="{WORD}"><w:body>'
    '<w:p w:id="ك"><w:r><w:t xml:space="preserve">كتاب </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>كتاب &amp; b</w:t></w:r></w:p>'
    "<w:p><w:r><w:instrText>ك</w:instrText></w:r><w:del><w:r><w:delText>ك</w:delText></w:r></w:del><m:t>ك</m:t></w:p>"
    "</w:body></w:document>"
)


STRINGS = (
    '<sst><si><t>كتاب</t></si><si><r><t>كتاب</t></r><r><rPr/><t xml:space="preserve"> كتاب</t></r>'
    "<rPh><t>ك</t></rPh></si></sst>"
)


SHEET = '<worksheet><c t="inlineStr"><is><t>كتاب</t></is></c><c><f>"ك"</f><v>1</v></c></worksheet>'


def archive(parts: dict[str, str | bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(zipfile.ZipInfo(name, (2020, 1, 2, 3, 4, 6)), data)
    return made.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {info.filename: packed.read(info) for info in packed.infolist()}


@pytest.mark.parametrize("how", ["-i", "-o"])
def test_a_document_of_word(command: Callable, tmp_path: Path, how: str) -> None:
    path = tmp_path / "a.docx"
    before = {"[Content_Types].xml": "<x>ك</x>", "word/document.xml": DOCUMENT, "word/media/a.png": bytes(range(256)),
              "word/header1.xml": DOCUMENT, "word/styles.xml": "<w:t>ك</w:t>"}  # fmt: skip
    path.write_bytes(archive(before))
    out = path if how == "-i" else tmp_path / "out.docx"
    ran = command("normalise", *(["-i"] if how == "-i" else ["-o", out]), path)
    assert (ran.code, ran.err) == (0, "")
    text = DOCUMENT.replace(">كتاب", ">کتاب").encode()
    after = {name: data if isinstance(data, bytes) else data.encode() for name, data in before.items()}
    assert parts(out.read_bytes()) == after | {"word/document.xml": text, "word/header1.xml": text}


def test_a_workbook_of_excel(command: Callable, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(
        archive(
            {
                "xl/worksheets/sheet1.xml": SHEET,
                "xl/sharedStrings.xml": STRINGS,
                "xl/charts/chart1.xml": "<t>ك</t>",
            }
        )
    )
    assert command("normalise", "-i", path).code == 0
    done = parts(path.read_bytes())
    assert done["xl/sharedStrings.xml"].decode() == STRINGS.replace(KAF, KEHEH)
    assert done["xl/worksheets/sheet1.xml"].decode() == SHEET.replace(KAF, KEHEH)
    assert done["xl/charts/chart1.xml"].decode() == "<t>ك</t>"
    before = path.read_bytes()
    assert command("normalise", "-i", path).code == 0
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx"])
def test_what_other_tools_write_is_read_and_read_again_by_them(
    command: Callable, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    if name == "a.docx":
        docx = pytest.importorskip("docx")
        document = docx.Document()
        document.add_paragraph("كتاب ").add_run("كتاب").bold = True
        document.save(path)
        command("normalise", "-i", path)
        assert [p.text for p in docx.Document(path).paragraphs] == ["کتاب کتاب"]
    else:
        openpyxl = pytest.importorskip("openpyxl")
        book = openpyxl.Workbook()
        book.active.append(["كتاب", 5, "=A1"])
        book.save(path)
        command("normalise", "-i", path)
        assert [cell.value for cell in openpyxl.load_workbook(path).active[1]] == ["کتاب", 5, "=A1"]


def test_the_text_of_a_document_may_have_another_name(command: Callable, tmp_path: Path) -> None:
    """Word in a browser calls it ``document2.xml``."""
    path = tmp_path / "a.docx"
    path.write_bytes(archive({"word/document2.xml": DOCUMENT}))
    assert command("normalise", "-i", path).code == 0
    assert KEHEH in zipfile.ZipFile(path).read("word/document2.xml").decode()


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_an_archive_with_two_parts_of_one_name_loses_neither(command: Callable, tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        for text in ("يك", "دوي"):
            packed.writestr("word/document.xml", f"<w:p><w:t>{text}</w:t></w:p>")
    path = tmp_path / "a.docx"
    path.write_bytes(made.getvalue())
    ran = command("normalise", path, "-o", tmp_path / "b.docx")
    assert (ran.code, "several parts of one name" in ran.err) == (2, True)
    assert [file.name for file in tmp_path.glob("*.docx*")] == ["a.docx"]


@pytest.mark.parametrize("data", [b"", b"no archive", archive({"word/document.xml": "<!DOCTYPE x [<!ENTITY a 'b'>]><w:p/>"}),
                                  archive({"word/document.xml": b"\xff"}), archive({"a": "b"})[:-9], archive({"a": "b"})])  # fmt: skip
def test_a_document_that_is_none_is_said_and_stays(command: Callable, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    ran = command("normalise", "-i", path)
    assert (ran.code, ran.err.count("\n"), "internal error" in ran.err) == (2, 1, False)
    assert path.read_bytes() == data


def test_a_space_put_at_the_edge_of_a_run_is_marked_to_be_kept(command: Callable, tmp_path: Path) -> None:
    """Word shows no space at the edge of a text without the mark."""
    path = tmp_path / "a.docx"
    before = '<w:p><w:r><w:t>باران.</w:t></w:r><w:r><w:t>برف</w:t></w:r><w:r><w:t xml:lang="fa"> آمد</w:t></w:r></w:p>'
    path.write_bytes(archive({"word/document.xml": before}))
    assert command("normalise", "-i", path).code == 0
    after = parts(path.read_bytes())["word/document.xml"].decode()
    assert after == before.replace("<w:t>باران.", '<w:t xml:space="preserve">باران. ')
