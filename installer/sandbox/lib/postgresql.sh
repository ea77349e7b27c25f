# SPDX-FileCopyrightText: 2026 The Podium authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# A PostgreSQL cluster of this user, for the full sandbox and the hub: on loopback only, with a password that nobody else can read,
# for a superuser of PostgreSQL can run programs as the user who runs it.

POSTGRESQL_VERSION=15
POSTGRESQL_BIN=/usr/lib/postgresql/$POSTGRESQL_VERSION/bin
POSTGRESQL_DATA=$STATE_DIR/postgresql-$POSTGRESQL_VERSION
POSTGRESQL_PASSWORD=$STATE_DIR/postgresql.password
POSTGRESQL_DATABASES=(dataindex jobservice runtime hub)
# What is lost in a crash of the machine is of no value here.
POSTGRESQL_OPTIONS=(-c synchronous_commit=off -c wal_level=minimal -c max_wal_senders=0 -c max_wal_size=4GB
    -c shared_buffers=256MB -c maintenance_work_mem=128MB -c timezone=UTC)

postgresql_url() {
    echo "postgresql://podium@$HOST:$POSTGRESQL_PORT"
}

postgresql_healthy() {
    "$POSTGRESQL_BIN/pg_isready" -q -h "$HOST" -p "$POSTGRESQL_PORT"
}

postgresql_check() {
    [[ -x $POSTGRESQL_BIN/postgres ]] ||
        fail "PostgreSQL $POSTGRESQL_VERSION is missing. Install it with: apt-get install postgresql-$POSTGRESQL_VERSION"
    check_port postgresql "$POSTGRESQL_PORT" PODIUM_SANDBOX_POSTGRESQL_PORT
}

# PostgreSQL refuses to run as root. In a user namespace of its own root is somebody else, and still owns its files.
without_root() {
    if ((EUID == 0)); then
        exec unshare --user "$@"
    fi
    exec "$@"
}

postgresql_create() {
    [[ -f $POSTGRESQL_DATA/podium-ready ]] && return
    local log=$STATE_DIR/logs/postgresql-create.log
    require_space 4000
    rm -rf "$POSTGRESQL_DATA"
    (umask 077 && head -c 24 /dev/urandom | base64 >"$POSTGRESQL_PASSWORD")
    with_progress "Creating the PostgreSQL cluster" "$log" without_root \
        "$POSTGRESQL_BIN/initdb" -D "$POSTGRESQL_DATA" -U podium --auth=scram-sha-256 \
        --pwfile="$POSTGRESQL_PASSWORD" --encoding=UTF8 --locale=C.UTF-8 ||
        fail "Creating the PostgreSQL cluster failed: $(tail -n 1 "$log"); details: $log"
    touch "$POSTGRESQL_DATA/podium-ready"
}

postgresql_start() {
    local command=("$POSTGRESQL_BIN/postgres")
    ((EUID == 0)) && command=(unshare --user "${command[@]}")
    # The lock of one that was killed would stop us as soon as another program has got its number.
    process_matches "$(head -n 1 "$POSTGRESQL_DATA/postmaster.pid" 2>/dev/null)" "$POSTGRESQL_DATA" ||
        rm -f "$POSTGRESQL_DATA/postmaster.pid"
    service_start postgresql "$POSTGRESQL_VERSION $POSTGRESQL_PORT ${POSTGRESQL_OPTIONS[*]}" \
        "${command[@]}" -D "$POSTGRESQL_DATA" -h "$HOST" -p "$POSTGRESQL_PORT" -k "" -c podium.sandbox=postgresql \
        "${POSTGRESQL_OPTIONS[@]}"
}

postgresql_wait() {
    local database
    service_wait postgresql 60
    for database in "${POSTGRESQL_DATABASES[@]}"; do
        [[ $(postgresql_ask postgres -c "SELECT 1 FROM pg_database WHERE datname = '$database'") == 1 ]] ||
            postgresql_ask postgres -c "CREATE DATABASE $database"
    done
}

# postgresql_ask DATABASE OPTIONS…: rows without decoration.
postgresql_ask() {
    local database=$1
    shift
    PGPASSWORD=$(<"$POSTGRESQL_PASSWORD") PGOPTIONS="-c client_min_messages=warning" \
        "$POSTGRESQL_BIN/psql" -XqAt -v ON_ERROR_STOP=1 -h "$HOST" -p "$POSTGRESQL_PORT" -U podium -d "$database" "$@"
}

# For the services: the password is not for their command lines, which everybody can read.
with_database() {
    QUARKUS_DATASOURCE_PASSWORD=$(<"$POSTGRESQL_PASSWORD") "$@"
}

postgresql_erase() {
    rm -rf "$POSTGRESQL_DATA" "$POSTGRESQL_PASSWORD"
    say "  postgresql: data erased"
}
