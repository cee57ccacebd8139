# Shared by run.sh and test.sh; sourced, never run. Needs only a shell, coreutils and dpkg.
# Where the source tree stands; what is said on a terminal or in a log goes to standard error.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '\033[1m==>\033[0m %s\n' "$*" >&2; }
fail() { printf 'relis: %s\n' "$*" >&2; exit 1; }

# packages_of GROUP...: the packages of those groups of packages.txt, one a line
packages_of() {
    local wanted=" $* " group="" line
    while read -r line; do
        case $line in
            "# ["*"]") group=${line#\# [}; group=${group%]} ;;
            "" | "#"*) ;;
            *) case $wanted in *" $group "*) printf '%s\n' "$line" ;; esac ;;
        esac
    done <"$root/installer/packages.txt"
}

# install_packages GROUP...: installs what is not there yet; asks nothing of the network when all is there
install_packages() {
    local wanted missing
    wanted=$(packages_of "$@" | sort)
    # shellcheck disable=SC2086 # one word a package; dpkg-query complains of those it does not know, which is the answer
    mapfile -t missing < <(comm -23 <(printf '%s\n' "$wanted") \
        <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' $wanted 2>/dev/null | sed -n 's/^installed //p' | sort -u))
    [ ${#missing[@]} -eq 0 ] && return
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || fail "these packages are missing and neither root nor sudo is at hand to install them: ${missing[*]}"
        as_root=(sudo)
    fi
    say "Installing ${#missing[@]} Debian packages"
    "${as_root[@]}" apt-get update -q >&2 || fail "apt-get update failed; is the network there, and /etc/apt/sources.list right?"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}" >&2 ||
        fail "apt-get could not install the packages; its message stands above"
}

# build PRESET WITH-TESTS: configures when needed and builds. A tree that has its tests keeps them.
build() {
    local preset=$1 tests=$2 folder=$root/build/$1
    if [ ! -f "$folder/build.ninja" ] || { [ "$tests" = ON ] && ! grep -q '^RELIS_TESTS:BOOL=ON' "$folder/CMakeCache.txt"; }; then
        say "Configuring the $preset build"
        (cd "$root" && cmake --preset "$preset" -DRELIS_TESTS="$tests" >&2) ||
            fail "CMake could not configure the $preset build; its message stands above"
    fi
    say "Building ($preset)"
    cmake --build "$folder" >&2 || fail "the build failed; the compiler's message stands above"
}
