#!/usr/bin/env python3
"""usage: checkpng.py FILE WIDTH HEIGHT DPI WORD…: FILE is a PNG of that size and resolution that names every WORD in its
metadata."""
import struct
import sys
import zlib


def chunks(data):
    at = 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        at += 12 + length


def text_of(kind, body):
    keyword, rest = body.split(b"\0", 1)
    if kind == b"tEXt":
        return keyword.decode("latin-1"), rest.decode("latin-1")
    if kind == b"zTXt":
        return keyword.decode("latin-1"), zlib.decompress(rest[1:]).decode("latin-1")
    compressed, rest = rest[0], rest[2:]
    _language, _translated, value = rest.split(b"\0", 2)
    return keyword.decode("latin-1"), (zlib.decompress(value) if compressed else value).decode("utf-8")


def main():
    path, width, height, dpi, *words = sys.argv[1:]
    with open(path, "rb") as file:
        data = file.read()
    assert data.startswith(b"\x89PNG\r\n\x1a\n"), "no PNG"
    texts = {}
    for kind, body in chunks(data):
        if kind == b"IHDR":
            assert struct.unpack(">II", body[:8]) == (int(width), int(height)), struct.unpack(">II", body[:8])
        elif kind == b"pHYs":
            metres = struct.unpack(">IIB", body)
            assert abs(metres[0] * 0.0254 - int(dpi)) < 0.5 and metres[2] == 1, metres
            texts["pHYs"] = ""
        elif kind in (b"tEXt", b"zTXt", b"iTXt"):
            key, value = text_of(kind, body)
            texts[key] = value
    for key in ("Title", "Description", "Source", "Software", "Dateline view", "Dateline figure", "pHYs"):
        assert key in texts, f"no {key} among {list(texts)}"
    everything = "\n".join(f"{key} {value}" for key, value in texts.items())
    for word in words:
        assert word in everything, f"“{word}” is not in the metadata: {everything}"


main()
