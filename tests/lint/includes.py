#!/usr/bin/env python3
"""Includes and link lines point down the module graph only; see CONTRIBUTING.md."""

import re

from report import files, line_of, main, text

# Each module and what it may use. ui and cli are the tops and do not know each other.
MAY_USE = {
    "base": set(),
    "domain": {"base"},
    "sources": {"base", "domain"},
    "places": {"base", "domain"},
    "reading": {"base", "domain", "places"},
    "evaluation": {"base", "domain", "sources", "places", "reading"},
    "casefile": {"base", "domain"},
    "tables": {"base", "domain", "sources", "casefile", "geo"},
    "geo": {"base", "domain"},
    "online": {"base", "domain"},
    "map": {"base", "domain", "geo"},
    "figure": {"base", "domain", "geo", "map"},
    "publish": {"base", "domain", "casefile", "geo", "map", "figure"},
    "exchange": {"base", "domain", "casefile", "tables", "geo", "map", "figure", "publish"},
    "ui": {"base", "domain", "online", "sources", "places", "reading", "casefile", "tables", "geo", "map", "figure", "publish", "exchange"},
    "cli": {"base", "domain", "sources", "places", "reading", "evaluation", "casefile", "tables", "geo", "map", "figure", "publish", "exchange"},
}

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*[<"]([^">]+)[">]', re.MULTILINE)
LINK = re.compile(r"\bdateline_(\w+)")
COMMENT = re.compile(r"#.*")


def check(root):
    for module in sorted(path.name for path in (root / "app").iterdir() if path.is_dir()):
        if module not in MAY_USE:
            yield f"app/{module}: not a module of the graph in tests/lint/includes.py"
            continue
        permitted = MAY_USE[module] | {module}
        for path in files(root, f"app/{module}", ".h", ".cpp"):
            source = text(path)
            for match in INCLUDE.finditer(source):
                where = f"{path.relative_to(root)}:{line_of(source, match.start())}"
                first = match[1].split("/")[0]
                if first in (".", ".."):
                    yield f'{where}: includes "{match[1]}"; write it as "module/file.h"'
                elif "/" in match[1] and first in MAY_USE and first not in permitted:
                    yield f"{where}: {module} must not include {first}"
        for path in files(root, f"app/{module}", "CMakeLists.txt"):
            source = COMMENT.sub("", text(path))
            for match in LINK.finditer(source):
                if match[1] in MAY_USE and match[1] not in permitted:
                    where = f"{path.relative_to(root)}:{line_of(source, match.start())}"
                    yield f"{where}: {module} must not link {match[1]}"


if __name__ == "__main__":
    main(check)
