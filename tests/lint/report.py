"""What the checks of this folder share: a check is a generator of problems in a source tree."""

import sys
from pathlib import Path

SKIPPED = {".git", "build", "__pycache__"}


def files(root, folder, *suffixes):
    """The files of root/folder whose names end so, in order."""
    return sorted(
        path
        for path in (root / folder).rglob("*")
        if path.is_file() and path.name.endswith(suffixes) and not SKIPPED & set(path.relative_to(root).parts)
    )


def text(path):
    return path.read_text(encoding="utf-8")


def line_of(source, position):
    return source.count("\n", 0, position) + 1


def main(check):
    """Runs check on the tree that the command line names; ends with 1 if it finds anything."""
    root = Path(sys.argv[1]).resolve()
    problems = list(check(root))
    for problem in problems:
        print(problem)
    sys.exit(1 if problems else 0)
