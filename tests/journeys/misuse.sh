#!/bin/bash
# What makes no sense is refused with status 2, one sentence and the way to help; help itself is there for every verb.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/common.sh"

refuses 2 "$DATELINE" frobnicate
refuses 2 "$DATELINE" --frobnicate
refuses 1 env -u DISPLAY -u WAYLAND_DISPLAY -u QT_QPA_PLATFORM "$DATELINE"
refuses 2 "$DATELINE" read
refuses 2 "$DATELINE" read --frobnicate "$REPORT"
refuses 2 "$DATELINE" read --accept "$REPORT"
refuses 2 "$DATELINE" read --published yesterday "$REPORT"
refuses 2 "$DATELINE" read --published 2022-09-13 --zone Nowhere/Land "$REPORT"
refuses 2 "$DATELINE" new
refuses 2 "$DATELINE" info
refuses 2 "$DATELINE" figure
refuses 2 "$DATELINE" figure --size 12x9 a.png
refuses 2 "$DATELINE" figure --size 1600 a.png
refuses 2 "$DATELINE" figure --blur near a.png
refuses 2 "$DATELINE" figure --blur -5 a.png
refuses 2 "$DATELINE" figure --dpi 9999 a.png
refuses 2 "$DATELINE" figure --projection banana a.png
refuses 2 "$DATELINE" figure --projection EPSG:4326 a.png
refuses 2 "$DATELINE" figure --bbox 1,2,3 a.png
refuses 2 "$DATELINE" figure --bbox 50,38,43,41 a.png
refuses 2 "$DATELINE" places
refuses 2 "$DATELINE" evaluate
refuses 2 "$DATELINE" evaluate --only weather "$REPORT"
refuses 1 "$DATELINE" evaluate "$REPORT"
refuses 1 "$DATELINE" evaluate nowhere
refuses 1 "$DATELINE" places find Xyzzyplugh

"$DATELINE" --version | grep -qE '^dateline [0-9]+\.[0-9]+' || fail "no version"
"$DATELINE" --help >help
for verb in read new info figure places evaluate sample-path; do
    has help "  $verb"
    "$DATELINE" "$verb" --help >verb 2>errors || fail "$verb --help failed"
    [ ! -s errors ] || fail "$verb --help wrote to stderr"
    has verb "Usage: dateline $verb"
done
"$DATELINE" places find Goris --json >goris.json
json goris.json 'd["places"][0]["country"] == "AM" and abs(d["places"][0]["latitude"] - 39.51) < 0.05'
[ -f "$("$DATELINE" sample-path)" ] || fail "the sample case is not where it is said to be"
