#!/usr/bin/env python3
"""Runs clang-tidy over the sources of app/ in a build folder's compile database, in the batches they are compiled in.

usage: clang_tidy.py SOURCE-DIR BUILD-DIR
What was found clean is remembered in the user's cache folder, under a hash of all that the result depends on: the
source with the project's headers that it includes, its compiler flags, the settings, and the packages installed.
"""

import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

# GCC's precompiled headers are not for clang, and without them each source shows that it includes what it uses.
PRECOMPILED = re.compile(r" (-Winvalid-pch|-fpch-preprocess|-include \S+cmake_pch\.hxx)(?= )")
INCLUDE = re.compile(rb'^[ \t]*#[ \t]*include[ \t]*"([^"]+)"', re.MULTILINE)


def cache_folder():
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    folder = Path(base) / "dateline" / "clang-tidy"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def with_headers(path, app, seen):
    """The bytes of a source and of the project's headers below it."""
    if path in seen or not path.is_file():
        return b""
    seen.add(path)
    content = path.read_bytes()
    below = INCLUDE.findall(content)
    return content + b"".join(with_headers(app / name.decode(), app, seen) for name in below)


def key_of(entry, app, common):
    """The same wherever the sources and the build folder lie."""
    digest = hashlib.sha256(common)
    content = entry["command"].encode() + with_headers(Path(entry["file"]), app, set())
    for folder in (entry["directory"], str(app.parent)):
        content = content.replace(folder.encode(), b"")
    digest.update(content)
    return digest.hexdigest()


def is_ours(source, app, build_dir):
    """A source of app/, or a batch of them, which CMake writes to the build folder; not what Qt generates there."""
    return source.is_relative_to(app) or (source.is_relative_to(build_dir / "app") and source.parent.name == "Unity")


def main(source_dir, build_dir):
    source_dir, build_dir = Path(source_dir).resolve(), Path(build_dir).resolve()
    app, cache = source_dir / "app", cache_folder()
    database = json.loads((build_dir / "compile_commands.json").read_text())
    entries = [entry for entry in database if is_ours(Path(entry["file"]), app, build_dir)]
    for entry in entries:
        entry["command"] = PRECOMPILED.sub("", entry["command"])
    if not entries:
        sys.exit(f"No source of {app} is in {build_dir}/compile_commands.json")
    version = subprocess.run(["clang-tidy", "--version"], capture_output=True, check=True).stdout
    packages = Path("/var/lib/dpkg/status")
    common = version + (source_dir / ".clang-tidy").read_bytes() + (packages.read_bytes() if packages.exists() else b"")

    plain = tempfile.TemporaryDirectory()
    (Path(plain.name) / "compile_commands.json").write_text(json.dumps(entries))

    def tidy(entry):
        key = cache / key_of(entry, app, common)
        if key.exists():
            key.touch()
            return None
        done = subprocess.run(
            ["clang-tidy", "--quiet", "-p", plain.name, entry["file"]], capture_output=True, text=True
        )
        if done.returncode == 0:
            key.touch()
            return None
        return done.stdout + "\n".join(line for line in done.stderr.splitlines() if "warnings generated" not in line)

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        failures = [output for output in pool.map(tidy, entries) if output is not None]
    print("\n".join(failures))
    print(f"{len(entries)} sources, {len(failures)} with findings")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
