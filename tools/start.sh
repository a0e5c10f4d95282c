#!/bin/sh
# Find a Python that is new enough and hand over to tools/bootstrap.py; all that needs no Python happens here.
tools=$(dirname "$(readlink -f "$0")")

start() {
    for python in "${DESK_PYTHON:-}" python3 python3.14 python3.13 python3.12 python3.11; do
        if [ -n "$python" ] && command -v "$python" >/dev/null 2>&1 &&
            "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            exec "$python" "$tools/bootstrap.py" "$@"
        fi
    done
}

start "$@"
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Desk: installing Python by apt-get" >&2
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq && apt-get install -y -qq --no-install-recommends python3 python3-venv >&2 && start "$@"
fi
echo "Desk needs Python 3.11 or newer. On Debian and Ubuntu:" >&2
echo "  sudo apt-get install python3 python3-venv" >&2
exit 1
