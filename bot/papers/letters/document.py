"""Write a filled letter as .docx: the same bytes each time, no trace of a maker."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from bot.papers.letters.filling import Filled
from bot.papers.letters.layout import CUT, DATE, addressed, attached, signature

FONT, HEAVY = "宋体", "黑体"
BODY, SMALL, TITLE, ROW = Pt(12), Pt(9), Pt(18), Pt(25)
"""Sizes of type; a ruled line is high enough for a hand."""
MARGIN, SIDE = Cm(2), Cm(2.4)
BARE_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest day a zip can carry; it says nothing of when the letter was made."""
TRACES = (
    "metadata/core-properties",
    "extended-properties",
    "metadata/thumbnail",
    "customXml",
    "stylesWithEffects",
)
"""Relations of the parts that tell of a maker; they are left out."""
REVISIONS = re.compile(rb'<w:rsid[^>]*/>|</?w:rsids>| w:rsid\w*="[^"]*"')
"""Numbers by which a word processor tells from which sitting a word came."""
SETTINGS = ("w14:docId", "w:savePreviewPicture", "w:attachedTemplate")
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def docx_of(filled: Filled) -> bytes:
    """Return the letter as a .docx of A4."""
    made = _blank()
    title = _line(made, filled.title, size=TITLE, font=HEAVY)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.space_after = Pt(10)
    for block in filled.blocks:
        match block.kind:
            case "head":
                head = _line(made, block.text, font=HEAVY)
                head.paragraph_format.space_before = Pt(6)
                head.paragraph_format.keep_with_next = True
            case "line":
                _line(made, block.text)
            case "hint":
                hint = _line(made, f"（{block.text}）", size=SMALL)
                hint.paragraph_format.keep_with_next = True
            case "row":
                _row(made)
    _ending(made, filled)
    _slip(made, filled)
    return _scrubbed(made)


def _ending(made: Docx, filled: Filled) -> None:
    """Add whom it is for, what comes with it and who signs."""
    cell = _whole(made)
    for text in (*addressed(filled), *attached(filled)):
        _write(cell.add_paragraph(), text)
    for text in (*map(signature, filled.sign), DATE):
        right = cell.add_paragraph()
        _write(right, text)
        right.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        right.paragraph_format.space_before = Pt(8)


def _slip(made: Docx, filled: Filled) -> None:
    """Add what the citizen keeps, below a dashed line."""
    if not filled.slip:
        return
    cell = _whole(made)
    for number, text in enumerate((CUT, *filled.slip)):
        line = cell.add_paragraph()
        _write(line, text, SMALL)
        line.paragraph_format.line_spacing = 1.1
        if not number:
            _border(line, "top", "dashed")


def _whole(made: Docx) -> _Cell:
    """Return a place whose lines never break over two pages."""
    row = made.add_table(1, 1).rows[0]
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001
    after = _line(made, "", size=Pt(1))
    after.paragraph_format.space_after = Pt(0)
    cell: _Cell = row.cells[0]
    cell.paragraphs[0].paragraph_format.line_spacing = Pt(4)
    return cell


def _line(made: Docx, text: str, *, size: Pt = BODY, font: str = FONT) -> Paragraph:
    line = made.add_paragraph()
    _write(line, text, size, font)
    return line


def _write(line: Paragraph, text: str, size: Pt = BODY, font: str = FONT) -> None:
    run = line.add_run(text)
    run.font.size, run.font.name = size, font
    fonts = run._r.get_or_add_rPr().get_or_add_rFonts()  # noqa: SLF001
    fonts.set(qn("w:eastAsia"), font)


def _row(made: Docx) -> None:
    """Add a ruled line to write on."""
    row = made.add_paragraph()
    row.paragraph_format.widow_control = False
    row.paragraph_format.line_spacing = ROW
    _border(row, "bottom", "single")
    _border(row, "between", "single")


def _border(line: Paragraph, side: str, style: str) -> None:
    properties = line._p.get_or_add_pPr()  # noqa: SLF001
    borders = properties.find(qn("w:pBdr"))
    if borders is None:
        borders = OxmlElement("w:pBdr")
        properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing")
    border = OxmlElement(f"w:{side}")
    for name, value in (("val", style), ("sz", "4"), ("space", "1"), ("color", "auto")):
        border.set(qn(f"w:{name}"), value)
    borders.append(border)


def _blank() -> Docx:
    made = Document()
    for section in made.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.top_margin = section.bottom_margin = MARGIN
        section.left_margin = section.right_margin = SIDE
    plain = made.styles["Normal"]
    plain.paragraph_format.space_after = Pt(2)
    plain.paragraph_format.line_spacing = 1.25
    for lang in made.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), "zh-CN")
        lang.set(qn("w:eastAsia"), "zh-CN")
    return made


def _scrubbed(made: Docx) -> bytes:
    """Return the file without the parts, marks and days that tell of a maker."""
    package = made.part.package
    for rels in (package.rels, made.part.rels):
        for name in [n for n, rel in rels.items() if rel.reltype.endswith(TRACES)]:
            del rels[name]
    settings = made.settings.element
    for tag in SETTINGS:
        name = W14 + tag[4:] if tag.startswith("w14:") else qn(tag)
        for found in settings.findall(name):
            settings.remove(found)
    for lang in settings.iter(qn("w:themeFontLang")):
        lang.set(qn("w:eastAsia"), "zh-CN")
    held = BytesIO()
    made.save(held)
    return _dateless(held)


def _dateless(held: BytesIO) -> bytes:
    out = BytesIO()
    with ZipFile(held) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            info = ZipInfo(name, BARE_DAY)
            info.compress_type, info.create_system = ZIP_DEFLATED, 0
            new.writestr(info, REVISIONS.sub(b"", old.read(name)))
    return out.getvalue()
