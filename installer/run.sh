#!/usr/bin/env bash
# From a bare Debian 12 to the review queue: installs the packages, builds, fills a demonstration database and opens
# the workstation on it. Without a display, prints the queue and where the feedback files lie.
#
# usage: installer/run.sh [--no-window]
#   RELIS_HOME   where the demonstration database and the feedback lie (default: ~/.local/share/relis)
set -euo pipefail
source "$(dirname "$0")/common.sh"

window=yes
case ${1-} in
    "") ;;
    --no-window) window=no ;;
    -h | --help) sed -n '2,6s/^# \{0,1\}//p' "$0"; exit 0 ;;
    *) printf 'relis: unknown option %s; see %s --help\n' "$1" "$0" >&2; exit 2 ;;
esac
[ -n "${DISPLAY-}${WAYLAND_DISPLAY-}" ] || window=no

install_packages build run
bin=$root/build/release/bin
# ninja without work to do answers at once, and so do the queue and the window
build release OFF

home=${RELIS_HOME:-${XDG_DATA_HOME:-$HOME/.local/share}/relis}
database=$home/demo.sqlite
feedback=$home/feedback
mkdir -p "$feedback"
if [ ! -f "$home/demo.ready" ] || [ ! -f "$database" ]; then
    say "Importing the demonstration reports into $database"
    "$bin/relis" --db "$database" import --shift-to-now "$root/data/demo" >&2
    touch "$home/demo.ready"
fi
say "Assessing what is new"
"$bin/relis" --db "$database" assess >&2
if [ "$window" = yes ]; then
    say "Opening the workstation"
    exec "$bin/relis-workstation" --db "$database"
fi
"$bin/relis" --db "$database" queue --limit 100
"$bin/relis" --db "$database" feedback --all --preview --output "$feedback" >&2
printf "\nFeedback files, as previews until a report is decided: %s\n" "$feedback"
