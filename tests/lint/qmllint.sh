#!/bin/bash
# usage: qmllint.sh BUILD-DIR: qmllint, without a single warning, over every QML module that the build made.
set -euo pipefail

mapfile -t modules < <(find "$(realpath "$1")" -path '*/.rcc/qmllint/*.rsp' ! -name '*_json.rsp' ! -name '*_module.rsp')
((${#modules[@]} > 0)) || { echo "No QML module was built in $1"; exit 1; }
for responses in "${modules[@]}"; do
    # Paths in the file are relative to the module's own build folder.
    cd "${responses%/.rcc/*}"
    /usr/lib/qt6/bin/qmllint --max-warnings 0 "@$responses"
done
