"""Writes a small file that unpacks to much: `bombs.py KIND PATH`."""

import gzip
import sys
import zipfile

MIB = 1 << 20
KIND, PATH = sys.argv[1:]

CONTENT = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)
ROOT = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="xl/workbook.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
BOOK = (
    '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="One" sheetId="1" r:id="r1"/></sheets></workbook>'
)
LINKS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="worksheets/sheet1.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>'
    '<Relationship Id="r2" Target="sharedStrings.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"/></Relationships>'
)
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
SHEET = (
    f'<worksheet {MAIN}><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    '<row r="2"><c r="A2" t="s"><v>1</v></c></row></sheetData></worksheet>'
)


def part(book, name, begin, piece, size, end):
    """A part of `size` bytes that says the same again and again."""
    with book.open(name, "w", force_zip64=True) as out:
        out.write(begin)
        many = max(1, MIB // len(piece))
        for _ in range(size // (len(piece) * many)):
            out.write(piece * many)
        out.write(end)


def workbook(sheet, strings):
    with zipfile.ZipFile(PATH, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in (
            ("[Content_Types].xml", CONTENT),
            ("_rels/.rels", ROOT),
            ("xl/workbook.xml", BOOK),
            ("xl/_rels/workbook.xml.rels", LINKS),
        ):
            book.writestr(name, text)
        sheet(book)
        strings(book)


def small_sheet(book):
    book.writestr("xl/worksheets/sheet1.xml", SHEET)


def small_strings(book):
    strings = "<si><t>Mail</t></si><si><t>anna@new.example</t></si>"
    book.writestr("xl/sharedStrings.xml", f"<sst {MAIN}>{strings}</sst>")


def many_strings(mib):
    begin, end = f"<sst {MAIN}>".encode(), b"</sst>"
    return lambda book: part(book, "xl/sharedStrings.xml", begin, b"<si><t>a</t></si>", mib * MIB, end)


if KIND == "gzip":
    with gzip.open(PATH, "wb", compresslevel=6) as out:
        for _ in range(1024):
            out.write(bytes(MIB))
elif KIND == "zeros":
    sheet = lambda book: part(book, "xl/worksheets/sheet1.xml", b"", bytes(MIB), 1024 * MIB, b"")
    workbook(sheet, small_strings)
elif KIND == "strings":
    workbook(small_sheet, many_strings(512))
elif KIND == "just":
    workbook(small_sheet, many_strings(30))
elif KIND == "small":
    workbook(small_sheet, small_strings)
