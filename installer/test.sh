#!/usr/bin/env bash
# Installs the packages, builds and runs every test through ctest: unit, integration, both database back ends (with
# a PostgreSQL server of its own) and the windows (under an X server of their own). Stops what it started.
#
# usage: installer/test.sh [PRESET]      PRESET: release (default), debug, asan or tsan
set -euo pipefail
source "$(dirname "$0")/common.sh"

preset=${1:-release}
case $preset in
    release | debug | asan | tsan) ;;
    -h | --help) sed -n '2,5s/^# \{0,1\}//p' "$0"; exit 0 ;;
    *) printf 'relis: unknown preset %s; see %s --help\n' "$preset" "$0" >&2; exit 2 ;;
esac

install_packages build run test
build "$preset" ON
say "Testing ($preset)"
cd "$root"
ctest --preset "$preset" --parallel "$(nproc)"
