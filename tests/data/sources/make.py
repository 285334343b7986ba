#!/usr/bin/env python3
"""Makes the packed files of this folder; their words are our own. usage: make.py (writes beside itself)"""

import gzip
import zipfile
from pathlib import Path

FOLDER = Path(__file__).parent
FIRST = "Artillery shells struck the road bridge near Arvand early on Saturday."
SECOND = "“It began at ten past five”, the governor said."


def packed(name, files):
    with zipfile.ZipFile(FOLDER / name, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files:
            entry = zipfile.ZipInfo(path, (2023, 3, 4, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_STORED if path == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)


def docx():
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    item = "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>"
    packed("statement.docx", [
        ("[Content_Types].xml", '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
        ("docProps/core.xml", '<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>A statement</dc:title><dc:creator>A. Official</dc:creator><dcterms:created>2023-03-04T06:00:00Z</dcterms:created><dcterms:modified>2023-03-05T07:00:00Z</dcterms:modified></cp:coreProperties>'),
        ("word/document.xml", f'<?xml version="1.0"?><w:document {w}><w:body>'
            "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>A statement</w:t></w:r></w:p>"
            f'<w:p><w:r><w:t xml:space="preserve">Artillery shells struck </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del><w:r><w:t>the road bridge near Arvand early on Saturday.</w:t></w:r></w:p>'
            f"<w:p><w:r><w:t>{SECOND}</w:t></w:r></w:p>"
            + item.format("Two drivers were hurt.") + item.format("The road is closed.") +
            "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>East</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
            "</w:body></w:document>"),
        ("word/footnotes.xml", f'<?xml version="1.0"?><w:footnotes {w}><w:footnote><w:p><w:r><w:t>By the old count.</w:t></w:r></w:p></w:footnote></w:footnotes>'),
    ])


def odt():
    names = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
             'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
             'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
             'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"')
    packed("statement.odt", [
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("meta.xml", f'<?xml version="1.0"?><office:document-meta {names}><office:meta><dc:title>A statement</dc:title><meta:initial-creator>A. Official</meta:initial-creator><meta:creation-date>2023-03-04T09:30:00.123</meta:creation-date><dc:date>2023-03-04T10:15:00.456</dc:date><dc:language>en-GB</dc:language></office:meta></office:document-meta>'),
        ("content.xml", f'<?xml version="1.0"?><office:document-content {names}><office:body><office:text>'
            "<text:tracked-changes><text:p>Never.</text:p></text:tracked-changes>"
            '<text:h text:outline-level="1">A statement</text:h>'
            '<text:p>Artillery   shells\n  struck <text:span>the road</text:span> bridge near Arvand<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>The eastern one.</text:p></text:note-body></text:note> early on Saturday.</text:p>'
            f"<text:p>{SECOND}</text:p>"
            "<text:list><text:list-item><text:p>Two drivers were hurt.</text:p></text:list-item><text:list-item><text:p>The road is closed.</text:p></text:list-item></text:list>"
            "<table:table><table:table-row><table:table-cell><text:p>East</text:p></table:table-cell><table:table-cell><text:p>2</text:p></table:table-cell></table:table-row></table:table>"
            "</office:text></office:body></office:document-content>"),
    ])


def pdf():
    pages = [["Artillery shells struck the road bridge near Arvand early", "on Saturday."],
             ["\\223It began at ten past five\\224, the governor said."]]
    objects = ["<< /Type /Catalog /Pages 2 0 R >>",
               "<< /Type /Pages /Kids [4 0 R 6 0 R] /Count 2 >>",
               "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    for lines in pages:
        words = "BT /F1 12 Tf 72 720 Td 14 TL " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects) + 2} 0 R "
                       "/Resources << /Font << /F1 3 0 R >> >> >>")
        objects.append(f"<< /Length {len(words)} >>\nstream\n{words}\nendstream")
    objects.append("<< /Title (A statement) /Author (A. Official) /CreationDate (D:20230304093000+03'30') /ModDate (D:20230304110000+03'30') >>")
    out = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{table}\n%%EOF\n".encode()
    (FOLDER / "statement.pdf").write_bytes(out)


def record(kind, address, media, block):
    head = (f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2023-03-05T10:00:00Z\r\n"
            f"Content-Type: {media}\r\nContent-Length: {len(block)}\r\n\r\n")
    return head.encode() + block + b"\r\n\r\n"


def warc():
    page = ('<html lang="en"><head><title>Bridge</title></head><body><div id="nav"><a href="/">Home</a></div>'
            f"<h1>The bridge</h1><p>{FIRST} The district governor told reporters at the eastern bank.</p>"
            f"<p>{SECOND} He gave no names, and said that the road would stay shut until at least Monday.</p></body></html>").encode()
    chunked = b"".join(f"{len(part):x}\r\n".encode() + part + b"\r\n" for part in (page[:100], page[100:])) + b"0\r\n\r\n"
    small = gzip.compress(page.replace(b"The bridge", b"The bridge again"), mtime=0)
    http = "application/http;msgtype=response"
    records = [
        record("warcinfo", "", "application/warc-fields", b"software: by hand\r\n"),
        record("request", "https://valley.example/bridge/", "application/http;msgtype=request", b"GET / HTTP/1.1\r\n\r\n"),
        record("response", "https://valley.example/bridge/", http,
               b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked\r\n\r\n" + chunked),
        record("response", "https://valley.example/frame", http,
               b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>An advertisement.</p>"),
        record("response", "https://valley.example/x.png", http, b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG"),
        record("response", "https://valley.example/gone", http,
               b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>" + FIRST.encode() * 5),
        record("response", "https://valley.example/again", http,
               b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\n\r\n" + small),
    ]
    whole = b"".join(records)
    parts = b"".join(gzip.compress(each, mtime=0) for each in records)
    (FOLDER / "pages.warc").write_bytes(whole)
    (FOLDER / "pages.warc.gz").write_bytes(parts)
    packed("pages.wacz", [
        ("datapackage.json", "{}"),
        ("pages/pages.jsonl", '{"format": "json-pages-1.0"}\n{"url": "https://valley.example/again#top", "title": "Again"}\n'),
        ("archive/data.warc.gz", parts),
    ])


docx()
odt()
pdf()
warc()
