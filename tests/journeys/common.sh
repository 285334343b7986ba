# shellcheck shell=bash
# Sourced by the journeys: a folder of their own, and ways to say what must be so. DATELINE is the program.
set -euo pipefail
: "${DATELINE:?the program to test}" "${REPORT:?the sample report}"
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export XDG_CONFIG_HOME=$folder/config XDG_DATA_HOME=$folder/data
cd "$folder"

fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }

# has FILE TEXT…: every TEXT stands in FILE.
has() {
    local file=$1 text
    shift
    for text; do grep -qF -- "$text" "$file" || fail "$file does not hold “$text”"; done
}

# refuses STATUS COMMAND…: COMMAND ends with STATUS and says why in one clear sentence.
refuses() {
    local wanted=$1 status=0 reason=$folder/reason
    shift
    "$@" >"$folder/output" 2>"$reason" </dev/null || status=$?
    ((status == wanted)) || fail "“${*##*/}” ended with $status, not $wanted: $(head -c 300 "$reason")"
    (($(wc -l <"$reason") == 1)) || fail "“${*##*/}” did not say one sentence: $(head -c 600 "$reason")"
    grep -qE '^[[:upper:]“-].{15,400}$' "$reason" || fail "“${*##*/}” said no sentence: $(cat "$reason")"
    ! grep -qiE 'sqlite|qt\.|errno|assert|exception' "$reason" || fail "“${*##*/}” spoke of its insides: $(cat "$reason")"
    printf 'refused, as it should: %s\n' "$(cat "$reason")"
}

# json FILE EXPRESSION: EXPRESSION in Python is true of the JSON in FILE, called d.
json() { python3 -c 'import json, sys
d = json.load(open(sys.argv[1], encoding="utf-8"))
sys.exit(not eval(sys.argv[2]))' "$1" "$2" || fail "$1: not so: $2"; }
