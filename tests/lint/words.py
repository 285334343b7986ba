#!/usr/bin/env python3
"""The tree can be moved and published: it names no machine's folders and no package host."""

import re

from report import SKIPPED, line_of, main

FORBIDDEN = [
    (r"(?<![\w.~-])/wor[k]/", "a folder of one machine"),
    (r"\.\./shared\b", "a folder outside the tree"),
    (r"(?<![\w.-])/(?:home|Users)/(?!user\b|\w*USER)[a-z]\w*/", "a person's home folder"),
    (r"\b(?:deb|security|snapshot|archive|ftp\.\w+|ports)\.(?:debian\.org|ubuntu\.com)\b", "a package host"),
    (r"\b(?:pypi|pythonhosted|registry\.npmjs|crates)\.(?:org|io)\b", "a package host"),
    (r"\bT" r"ODO\b|\bF" r"IXME\b|\bX" r"XX\b", "unfinished work: finish it, or open an issue"),
]
TEXT_ENDINGS = {
    "", ".cmake", ".cpp", ".css", ".desktop", ".h", ".html", ".json", ".md", ".py", ".qml", ".sh", ".sql", ".svg",
    ".tsv", ".txt", ".xml", ".yml",
}


def check(root):
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root)
        if SKIPPED & set(name.parts) or not path.is_file() or path.suffix not in TEXT_ENDINGS or name.parts[0] == "LICENSE":
            continue
        # What others wrote, in test data, is theirs.
        if name.parts[:2] == ("tests", "data"):
            continue
        source = path.read_text(encoding="utf-8", errors="replace")
        for pattern, reason in FORBIDDEN:
            for match in re.finditer(pattern, source):
                yield f"{name}:{line_of(source, match.start())}: {match[0]}: {reason}"


if __name__ == "__main__":
    main(check)
