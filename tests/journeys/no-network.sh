#!/bin/sh
# usage: no-network.sh COMMAND…: runs COMMAND and fails if it, or anything it starts, so much as makes a socket for the
# internet; otherwise ends as COMMAND does. Sockets of this computer's own, such as the display's, are no matter.
set -u

calls=$(mktemp)
trap 'rm -f "$calls"' EXIT
strace --follow-forks --quiet=all --trace=socket,connect,sendto --output="$calls" -- "$@"
status=$?
if grep -E 'AF_INET6?|sin6?_port' "$calls"; then
    echo "The network was reached for: see the calls above"
    exit 1
fi
exit "$status"
