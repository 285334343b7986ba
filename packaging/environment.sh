# shellcheck shell=bash
# What packaging/run and packaging/test share: Debian 13 with the packages of debian-packages.txt, either this system
# or a root under the user's cache folder, and the function `inside` that runs a command there.
# Sourced under `set -euo pipefail`. Sourcing it does nothing yet; everything it prints goes to stderr.

suite=trixie
export HOME=${HOME:-$(getent passwd "$EUID" | cut -d: -f6)}
source_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cache_dir=${XDG_CACHE_HOME:-$HOME/.cache}/dateline
root=$cache_dir/root
package_list=$source_dir/packaging/debian-packages.txt

trap 'exit 130' INT

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# logged LOG COMMAND…: runs COMMAND quietly; when it fails, shows the errors in what it wrote, or else its end.
logged() {
    local log=$1 status=0
    shift
    mkdir -p "${log%/*}"
    "$@" >"$log" 2>&1 </dev/null || status=$?
    if ((status)); then
        grep -m 20 ' error: ' "$log" >&2 || tail -n 30 "$log" >&2
        say "That failed; all of it is in $log"
    fi
    return "$status"
}

# locked FILE COMMAND…: runs COMMAND while no other run holds FILE.
locked() {
    local file=$1 status=0
    shift
    mkdir -p "${file%/*}"
    exec 9>"$file"
    flock --nonblock 9 || { say "Waiting for another run of these scripts"; flock 9; }
    "$@" || status=$?
    exec 9>&-
    return "$status"
}

packages() { awk '{ sub(/#.*/, "") } NF { print $1 }' "$package_list"; }
is_root() { ((EUID == 0)); }

# True on Debian 13 and newer, testing and unstable.
is_new_debian() {
    local ID='' VERSION_ID=''
    # shellcheck source=/dev/null
    [ -r /etc/os-release ] && . /etc/os-release
    [ "$ID" = debian ] && ((${VERSION_ID%%.*} + 0 >= 13 || ${#VERSION_ID} == 0))
}

apt_install_here() {
    local -a admin=()
    if ! is_root; then
        command -v sudo >/dev/null || fail "These packages are missing and there is no sudo; install them as root: $*"
        admin=(sudo)
        [ -z "${CI:-}" ] || admin=(sudo --non-interactive)
    fi
    say "Installing packages on this system: $*"
    logged "$cache_dir/apt.log" "${admin[@]}" apt-get update &&
        logged "$cache_dir/apt.log" "${admin[@]}" env DEBIAN_FRONTEND=noninteractive \
            apt-get install --yes --no-install-recommends "$@"
}

# The packages of the list that this system lacks.
missing_here() {
    local -a wanted
    mapfile -t wanted < <(packages)
    comm -23 <(printf '%s\n' "${wanted[@]}" | sort) \
        <(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "${wanted[@]}" 2>/dev/null | sed -n 's/^installed //p' | sort)
}

# mirror APT-FOLDER: the first Debian archive that this system's own apt sources name; nothing where they name none.
mirror() {
    local folder=$1 codename
    codename=$(. /etc/os-release && [ "$ID" = debian ] && echo "${VERSION_CODENAME:-stable}") || return 0
    # Both formats become: address|suites|components|options
    {
        cat "$folder/sources.list" "$folder"/sources.list.d/*.list 2>/dev/null |
            sed -nE 's/^deb[ \t]+(\[([^]]*)\][ \t]+)?([^ \t]+)[ \t]+([^ \t]+)[ \t]+(.*)$/\3|\4|\5|\2/p'
        for file in "$folder"/sources.list.d/*.sources; do
            if [ -r "$file" ]; then sed '/^#/d' "$file"; echo; fi
        done | awk 'BEGIN { RS = ""; FS = "\n" } {
            split("", field)
            for (i = 1; i <= NF; ++i) {
                line = $i
                if (match(line, /^[A-Za-z-]+:/)) {
                    key = tolower(substr(line, 1, RLENGTH - 1))
                    line = substr(line, RLENGTH + 1)
                }
                field[key] = field[key] " " line
            }
            if (field["types"] " " !~ / deb / || tolower(field["enabled"]) ~ /no/) next
            count = split(field["uris"], uris, " ")
            for (i = 1; i <= count; ++i)
                print uris[i] "|" field["suites"] "|" field["components"] "|" field["signed-by"]
        }'
    } | while IFS='|' read -r uri suites components options; do
        case $uri in
            mirror+file:*) uri=$(awk 'NF && !/^#/ { print $1; exit }' "${uri#mirror+file:}") ;;
        esac
        [[ $uri =~ ^https?:// && $uri != *security* ]] || continue
        [[ " $components " == *' main '* && " $suites " =~ \ ($codename|stable|oldstable|testing|sid)\  ]] || continue
        # Another publisher's archive may use the same suite names; it is signed with another key.
        [[ $options =~ \.(gpg|asc)|PGP && $options != *debian-archive* ]] && continue
        printf '%s\n' "${uri%/}"
        break
    done || true
}

# as_namespace_root COMMAND…: runs COMMAND as root or, for a user, as root of a user namespace of their own.
# Mounts made by COMMAND are seen by nobody else and are gone when it ends, however it ends.
namespace_root=(unshare --mount --propagation slave --)
is_root || namespace_root=(unshare --user --map-root-user --map-auto --mount --propagation slave --)
as_namespace_root() { "${namespace_root[@]}" "$@"; }

# The same, and COMMAND with all it started dies with this script, even when that is killed.
as_namespace_root_for_setup() {
    as_namespace_root setpriv --pdeathsig KILL unshare --pid --mount-proc --fork --kill-child=KILL -- "$@"
}

root_stamp() { printf '%s %s\n' "$suite" "$(packages | sort | sha256sum)"; }
root_is_current() { [ "$(cat "$root/etc/dateline-stamp" 2>/dev/null)" = "$(root_stamp)" ]; }

have_mmdebstrap() {
    local -a needed=(mmdebstrap debian-archive-keyring)
    is_root || needed+=(uidmap)
    if command -v apt-get >/dev/null; then
        dpkg-query -W "${needed[@]}" >/dev/null 2>&1 || apt_install_here "${needed[@]}"
    else
        command -v mmdebstrap >/dev/null
    fi
}

make_root() {
    local part=$root.$$.part archive setting
    local -a options=()
    have_mmdebstrap ||
        fail "Dateline is built on Debian 13; elsewhere it needs mmdebstrap, to make a Debian 13 of its own in $cache_dir"
    as_namespace_root true 2>/dev/null ||
        fail "A Debian 13 in $cache_dir needs mount and user namespaces, which this system does not let you make; run this as root"
    as_namespace_root rm -rf --one-file-system "$root" "$root".*.part
    # The ways to the archive that this system's apt is told to use
    while read -r setting; do options+=(--aptopt="$setting"); done < <(
        apt-config dump 2>/dev/null | grep -E '^Acquire::(https?::.*(Proxy|CaInfo|Verify)|Check-)' || true)
    archive=$(mirror /etc/apt)
    say "Making a Debian 13 in $root (3 GB, some minutes, only once)"
    trap 'as_namespace_root rm -rf --one-file-system "$root.$$.part"' EXIT
    logged "$cache_dir/root.log" as_namespace_root_for_setup mmdebstrap --mode=root --variant=minbase \
        --aptopt='APT::Install-Recommends "false"' "${options[@]}" --dpkgopt=force-unsafe-io \
        --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*' \
        --dpkgopt='path-include=/usr/share/doc/*/copyright' \
        --include="$(packages | paste -sd,)" "$suite" "$part" ${archive:+"$archive"} ||
        fail "Debian 13 could not be made${archive:+ from $archive}; the reason is above"
    # shellcheck disable=SC2016 # for the inner shell
    as_namespace_root sh -c 'echo "$1" >"$2/etc/dateline-stamp" && mv "$2" "$3"' sh "$(root_stamp)" "$part" "$root" ||
        fail "The finished Debian 13 could not be moved to $root"
    trap - EXIT
}

update_root() {
    local -a wanted
    mapfile -t wanted < <(packages)
    say "Bringing the packages in $root up to date"
    # shellcheck disable=SC2016 # for the inner shell
    logged "$cache_dir/root.log" inside_as writable sh -ec '
        stamp=$1; shift
        export DEBIAN_FRONTEND=noninteractive
        dpkg --configure -a
        apt-get update
        apt-get install --yes "$@"
        apt-get clean
        echo "$stamp" >/etc/dateline-stamp' sh "$(root_stamp)" "${wanted[@]}" ||
        fail "The packages of $package_list could not be installed in $root; the reason is above"
}

make_root_current() {
    root_is_current && return # another run has just done it
    if [[ $(cat "$root/etc/dateline-stamp" 2>/dev/null) == "$suite "* ]]; then update_root; else make_root; fi
}

# prepare [ARGUMENT…]: makes this system or the root ready; the folders of ARGUMENTs that are paths will be seen inside.
prepare() {
    arguments=("$@")
    if is_new_debian; then
        local -a missing
        mapfile -t missing < <(missing_here)
        ((${#missing[@]} == 0)) || apt_install_here "${missing[@]}" || fail "Packages are missing: ${missing[*]}"
    else
        command -v unshare >/dev/null || fail "Dateline is built on Debian 13; elsewhere it needs unshare, flock and mmdebstrap"
        root_is_current || locked "$cache_dir/root.lock" make_root_current
    fi
}

# The variables that a command inside may see, as NAME=VALUE.
passed_environment() {
    local name
    for name in $(compgen -e); do
        case $name in
            QT_PLUGIN_PATH | QT_QPA_PLATFORM_PLUGIN_PATH) ;;
            HOME | USER | LOGNAME | TERM | COLORTERM | NO_COLOR | LANG | LANGUAGE | LC_* | CI | DISPLAY | WAYLAND_DISPLAY | \
                XAUTHORITY | XDG_* | DBUS_SESSION_BUS_ADDRESS | QT_* | QSG_* | DATELINE_* | CTEST_* | CCACHE_* | \
                LIBGL_* | MESA_* | GALLIUM_* | *_proxy) printf '%s\0' "$name=${!name}" ;;
        esac
    done
    printf '%s\0' "TZ=${TZ:-$(readlink -f /etc/localtime | sed -n 's|.*/zoneinfo/||p')}" \
        PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "CCACHE_DIR=${CCACHE_DIR:-$cache_dir/ccache}" \
        CCACHE_SLOPPINESS=pch_defines,time_macros
}

# set_command KIND COMMAND…: sets `command` to what runs COMMAND in Debian 13.
# KIND: online, offline (no network at all) or writable (root's system files may change).
set_command() {
    local kind=$1
    local -a variables
    shift
    mapfile -d '' -t variables < <(passed_environment)
    if ! is_new_debian; then
        command=("${namespace_root[@]}" "$source_dir/packaging/enter" "$kind" "$root" "$(id -u)" "$(id -g)"
            "$HOME" "$source_dir" "$cache_dir" "${XDG_RUNTIME_DIR:-/tmp}" "${XAUTHORITY:-/tmp}" "$PWD"
            "${arguments[@]}" -- env -i "${variables[@]}" "$@")
        return
    fi
    command=(env -i "${variables[@]}" "$@")
    [ "$kind" = offline ] || return 0
    local -a offline=(unshare --net --)
    is_root || offline=(unshare --user --map-current-user --net --)
    if "${offline[@]}" true 2>/dev/null; then command=("${offline[@]}" "${command[@]}")
    else say "This system does not let a process give up the network; the tests run with it"
    fi
}

inside_as() {
    local -a command
    set_command "$@"
    "${command[@]}"
}
inside() { inside_as online "$@"; }

# Replaces this script, so that signals and the exit status are COMMAND's own.
become_inside_as() {
    local -a command
    set_command "$@"
    exec "${command[@]}"
}

build_preset() {
    local build=$source_dir/build/$1
    # A tree that was moved or copied is configured anew.
    if [ -e "$build/CMakeCache.txt" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$source_dir" "$build/CMakeCache.txt"; then
        rm -r "$build"
    fi
    if [ ! -e "$build/build.ninja" ]; then
        say "Building Dateline in $build (some minutes the first time)"
        logged "$build.configure.log" inside cmake -S "$source_dir" --preset "$1" || return
    fi
    # Data is made with our own programs while building; they need no display.
    logged "$build.build.log" inside env QT_QPA_PLATFORM=offscreen cmake --build "$build"
}

# build PRESET: builds it into build/PRESET; when nothing has changed it says nothing.
build() {
    locked "$source_dir/build/$1.lock" build_preset "$1" || fail "Dateline could not be built; the reason is above"
}
