#!/usr/bin/env python3
"""Rules that a line or a file breaks on its own: sizes, one door to GDAL, one to the case, no globals in QML."""

import re

from report import files, line_of, main, text

LONGEST = {".h": 150, ".cpp": 400, ".qml": 400}

# What must not be written, where it may be all the same, and why not.
FORBIDDEN = [
    (r"\b(GDALOpen|GDALOpenEx|GDALOpenShared|OGROpen|OGROpenShared|GDALDataset::Open)\s*\(", r"app/geo/dataset\w*\.cpp",
     "GDAL opens files through app/geo/datasetopening.h only, which allows few drivers and no network"),
    (r'#\s*include\s*[<"](sqlite3\.h|QSql\w*|QtSql\b)', r"app/(casefile|places)/.*",
     "SQL belongs to app/casefile, and to app/places for the gazetteer"),
    (r"\bQ(NetworkAccessManager|(Tcp|Udp|Ssl|Web)Socket|TcpServer|LocalServer)\b", r"app/online/.*|app/ui/networkrefusal\..*",
     "the network is reached through app/online/onlineaccess.h only, which asks for what the user has turned on"),
    (r"\bsetContextProperty\b", "", "C++ reaches QML through required properties"),
    (r"\bQML_SINGLETON\b|\bqmlRegisterSingleton\w*|^\s*pragma\s+Singleton\b", "", "no singletons: pass what is needed"),
    (r"\bQT_QML_SINGLETON_TYPE\b", "", "no singletons: pass what is needed"),
]


def check(root):
    sources = [path for folder in ("app", "tests") for path in files(root, folder, *LONGEST)]
    for path in sources:
        name, source = path.relative_to(root).as_posix(), text(path)
        lines, most = source.count("\n"), LONGEST[path.suffix]
        if lines > most:
            yield f"{name}: {lines} lines, {most} at most"
        if path.suffix == ".h" and not re.search(r"^#pragma once$", source, re.MULTILINE):
            yield f"{name}: no #pragma once"
    for path in files(root, "app", ".h", ".cpp", ".qml", "CMakeLists.txt"):
        name, source = path.relative_to(root).as_posix(), text(path)
        for pattern, allowed, reason in FORBIDDEN:
            if allowed and re.fullmatch(allowed, name):
                continue
            for match in re.finditer(pattern, source, re.MULTILINE):
                yield f"{name}:{line_of(source, match.start())}: {match[0].strip()}: {reason}"


if __name__ == "__main__":
    main(check)
