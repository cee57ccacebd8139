#!/bin/sh
# A PostgreSQL server for the tests: postgres-server.sh start|stop FOLDER
# start leaves FOLDER/url with the address of an empty database; stop ends the server and removes its data.
# As root it runs as the user postgres, since the server refuses root.
set -eu

action=${1:?start or stop}
folder=${2:?folder}
place=$folder/place

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$bin" ] || bin=$(dirname "$(command -v pg_ctl 2>/dev/null || echo /nonexistent/pg_ctl)")
if [ ! -x "$bin/initdb" ]; then
    echo "PostgreSQL is not installed: run installer/test.sh, or install the package postgresql." >&2
    exit 1
fi

as_server() {
    if [ "$(id -u)" -eq 0 ]; then
        runuser -u postgres -- "$@"
    else
        "$@"
    fi
}

stop() {
    [ -f "$place" ] || return 0
    data=$(cat "$place")
    if [ -n "$data" ] && [ -d "$data" ]; then
        as_server "$bin/pg_ctl" -D "$data/data" -m immediate stop >/dev/null 2>&1 || true
        rm -rf "$data"
    fi
    rm -f "$place" "$folder/url"
}

start() {
    mkdir -p "$folder"
    stop
    data=$(mktemp -d "${TMPDIR:-/tmp}/relis-postgres.XXXXXX")
    echo "$data" >"$place"
    [ "$(id -u)" -ne 0 ] || chown postgres "$data"
    cd "$data"
    as_server "$bin/initdb" -D "$data/data" -U relis -A trust -E UTF8 --locale=C.UTF-8 -N >"$folder/server.log" 2>&1 || {
        cat "$folder/server.log" >&2
        exit 1
    }
    # Nobody hands out free ports: try some until the server gets one
    for attempt in 1 2 3 4 5 6 7 8 9 10; do
        port=$((20000 + ($(od -An -N2 -tu2 /dev/urandom) % 40000)))
        if as_server "$bin/pg_ctl" -D "$data/data" -l "$data/log" -w -t 60 \
            -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$data -c fsync=off -c max_connections=200" \
            start >>"$folder/server.log" 2>&1 </dev/null; then
            as_server "$bin/createdb" -h 127.0.0.1 -p "$port" -U relis relis
            echo "postgresql://relis@127.0.0.1:$port/relis" >"$folder/url"
            return 0
        fi
    done
    echo "No PostgreSQL server could be started; its log:" >&2
    cat "$data/log" >&2
    stop
    exit 1
}

case $action in
    start) start ;;
    stop) stop ;;
    *) echo "postgres-server.sh start|stop FOLDER" >&2; exit 2 ;;
esac
