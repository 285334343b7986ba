#!/bin/bash
# Sources as they are found: every format, folders, standard input, and a list of what could not be read.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/common.sh"

mkdir -p inbox/deeper/page_files inbox/.hidden
cp "$SOURCES"/{article.html,mail.eml,page.mhtml,statement.pdf,statement.docx,result.json} inbox/
cp "$SOURCES"/{pages.wacz,tweets.js,statement.odt,notes.md} inbox/deeper/
cp "$SOURCES/article.ru.html" inbox/deeper/page.html
printf 'alert(1)\n' >inbox/deeper/page_files/script.js
printf 'Hidden words.\n' >inbox/.hidden/words.txt

"$DATELINE" new case.gpkg >/dev/null
"$DATELINE" read --into case.gpkg inbox >read.json 2>told
json read.json 'len(d["documents"]) == 13'
json read.json 'any(x["name"] == "Shells hit bridge near Arvand, two hurt" and x["publisher"] == "The Valley Courier" and x["published"] == "2023-03-04T05:45Z" for x in d["documents"])'
"$DATELINE" info --json case.gpkg >info.json
json info.json 'len(d["documents"]) == 13'
"$DATELINE" verify case.gpkg >verified || fail "the case with all formats is not sound: $(cat verified)"

# What an option says is stronger than what the file says.
"$DATELINE" read --title Ours --published 2020-01-02 inbox/article.html >ours.json 2>/dev/null
json ours.json 'd["documents"][0]["name"] == "Ours" and d["documents"][0]["published"].startswith("2020-01-02")'

# Standard input is told by its content too.
"$DATELINE" read - <inbox/statement.pdf >stdin.json 2>/dev/null
json stdin.json 'd["documents"][0]["name"] == "A statement"'

# What fails is told with the reason, and the rest is read.
head -c 200 "$SOURCES/statement.pdf" >inbox/broken.pdf
printf 'PK\3\4 of no use' >inbox/archive.zip
"$DATELINE" read inbox >partly.json 2>told && fail "two files failed and the status says that none did"
json partly.json 'len(d["documents"]) == 13'
grep -q 'broken.pdf' told || fail "the broken file is not named: $(cat told)"
grep -q 'archive.zip' told || fail "the archive is not named: $(cat told)"
grep -q '2 of 13 files' told || fail "the failures are not counted: $(cat told)"
