#!/bin/bash
# A folder that cannot be written to and a full disk: one clear sentence, and nothing is lost.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/common.sh"

# Root ignores the permissions of folders, so a read-only mount stands in for them; mounts need a namespace of our own.
skip() { echo "Skipped: mounts are not allowed here"; exit 77; }
if [ "${DATELINE_OWN_MOUNTS:-}" != yes ]; then
    own=(unshare --mount --propagation unchanged --)
    ((EUID == 0)) || own=(unshare --user --map-root-user --mount --propagation unchanged --)
    "${own[@]}" true 2>/dev/null || skip
    cd /
    rm -rf "$folder"
    DATELINE_OWN_MOUNTS=yes exec "${own[@]}" "$here/nowrite.sh"
fi
mount --make-private "$(findmnt --noheadings --output TARGET --target "$folder")" 2>/dev/null || skip
trap 'cd /; umount -q "$folder"/small "$folder"/readonly 2>/dev/null; rm -rf "$folder"' EXIT

mkdir readonly small
mount -t tmpfs -o size=3m none small 2>/dev/null || skip
"$DATELINE" new small/case.gpkg >/dev/null
"$DATELINE" read --published 2022-09-13 --into small/case.gpkg --accept "$REPORT" >/dev/null 2>&1
"$DATELINE" figure small/case.gpkg small/figure.svg >/dev/null
cp small/case.gpkg small/figure.svg .
"$DATELINE" info --json small/case.gpkg >before.json

# A full disk
head -c 3000000 /dev/zero >small/filler 2>/dev/null || true
cat /dev/zero >small/rest 2>/dev/null || true
refuses 1 "$DATELINE" figure small/case.gpkg small/figure.svg --size 4000x3000
refuses 1 "$DATELINE" new small/other.gpkg
refuses 1 "$DATELINE" read --published 2022-09-13 --title Another --into small/case.gpkg --accept "$REPORT"
cmp small/figure.svg figure.svg || fail "the full disk cost the figure that was there"
rm small/filler small/rest
"$DATELINE" info --json small/case.gpkg >after.json
json before.json 'd["incidents"]'
python3 -c 'import json; a, b = (json.load(open(f)) for f in ("before.json", "after.json")); assert a["incidents"] == b["incidents"]' ||
    fail "the full disk changed the case"

# A folder that cannot be written to
cp case.gpkg readonly/
mount --bind readonly readonly
mount -o remount,bind,ro readonly
refuses 1 "$DATELINE" figure case.gpkg readonly/figure.png
refuses 1 "$DATELINE" new readonly/other.gpkg
refuses 1 "$DATELINE" read --published 2022-09-13 --into readonly/case.gpkg --accept "$REPORT"
"$DATELINE" info --json readonly/case.gpkg >readonly.json || fail "a case in a read-only folder cannot be read"
json readonly.json 'd["readOnly"] and len(d["incidents"]) > 0'
"$DATELINE" figure readonly/case.gpkg figure.png >/dev/null || fail "a case in a read-only folder gives no figure"
