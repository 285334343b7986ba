#!/bin/bash
# Files that are not what they should be: one clear sentence each, and the case keeps what it holds.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/common.sh"

"$DATELINE" new case.gpkg >/dev/null
"$DATELINE" read --published 2022-09-13 --into case.gpkg --accept "$REPORT" >/dev/null 2>&1
"$DATELINE" info --json case.gpkg >before.json

: >empty.txt
refuses 1 "$DATELINE" read empty.txt
refuses 1 "$DATELINE" read missing.txt
mkdir nothing
refuses 1 "$DATELINE" read nothing
head -c 100000 /dev/urandom >binary.txt
printf '\0\1\2\377' >>binary.txt
refuses 1 "$DATELINE" read binary.txt
"$DATELINE" read --into case.gpkg --accept binary.txt empty.txt missing.txt >/dev/null 2>three && fail "three bad files passed"
(($(wc -l <three) == 3)) || fail "three bad files, but not three sentences: $(cat three)"
cp "$REPORT" notacase.gpkg
refuses 1 "$DATELINE" info notacase.gpkg
refuses 1 "$DATELINE" info missing.gpkg
refuses 1 "$DATELINE" figure notacase.gpkg a.png
refuses 1 "$DATELINE" figure missing.gpkg a.png
refuses 1 "$DATELINE" read --into notacase.gpkg --accept "$REPORT"
refuses 1 "$DATELINE" new case.gpkg
refuses 1 "$DATELINE" figure case.gpkg a.bmp
cmp "$REPORT" notacase.gpkg || fail "a file that is no case was changed"

# Every way that letters are stored gives the same words.
json_of() { "$DATELINE" read --published 2022-09-13 "$1" 2>/dev/null; }
words='[p["title"] for p in d["documents"][0]["proposals"]]'
json_of "$REPORT" >utf8.json
for encoding in UTF-16 UTF-16LE UTF-16BE; do
    { [ $encoding = UTF-16 ] || printf '\ufeff'; cat "$REPORT"; } | iconv -f UTF-8 -t $encoding >text-$encoding.txt
    json_of text-$encoding.txt >$encoding.json
    python3 -c "import json; one, two = (json.load(open(f)) for f in ('utf8.json', '$encoding.json'))
a, b = ([p['title'] for p in d['documents'][0]['proposals']] for d in (one, two))
assert a == b and a, (a, b)" || fail "$encoding reads otherwise than UTF-8"
done
printf 'The caf\351 in Goris was shelled on 12 September 2022, the mayor said.\n' >latin1.txt
json_of latin1.txt >latin1.json
json latin1.json 'any("caf\u00e9" in c["words"] for p in d["documents"][0]["proposals"] for c in p["claims"])'

# Nothing to find is no failure, and nothing is made up.
printf 'All is well, and nobody has anything to say.\n' >nothing.txt
json_of nothing.txt >nothing.json || fail "a text with no place and no date was refused"
json nothing.json 'd["documents"][0]["proposals"] == []'

# 50 MB of text, in bounded time and memory.
yes "$(cat "$REPORT")" 2>/dev/null | head -c 50000000 >large.txt || true
(ulimit -v 6000000 && timeout 240 "$DATELINE" read --published 2022-09-13 large.txt >large.json 2>large.err) ||
    fail "50 MB of text: $(head -c 300 large.err)"
json large.json 'len(d["documents"][0]["proposals"]) > 0'

"$DATELINE" info --json case.gpkg >after.json
cmp before.json after.json || fail "bad input changed the case"
