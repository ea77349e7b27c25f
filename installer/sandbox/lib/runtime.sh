# SPDX-FileCopyrightText: 2026 The Podium authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# The SonataFlow runtime with Data Index and Job Service in one process. It is built from runtime/ beside this folder, once
# for each state of its sources.

RUNTIME_TMP=$STATE_DIR/tmp # holds the embedded PostgreSQL's program and data

runtime_url() {
    echo "http://$HOST:$RUNTIME_PORT"
}

runtime_healthy() {
    answers "$(runtime_url)/q/health/ready"
}

runtime_check_port() {
    service_running runtime || runtime_stop_database # of one that was killed
    check_port runtime "$RUNTIME_PORT" PODIUM_SANDBOX_RUNTIME_PORT
    check_port database "$DATABASE_PORT" PODIUM_SANDBOX_DATABASE_PORT runtime
    service_running runtime || runtime_remove_stale_socket
}

# PostgreSQL keeps its socket where all users do. One that was killed leaves it behind, and stops the one of another user.
runtime_remove_stale_socket() {
    local socket=/tmp/.s.PGSQL.$DATABASE_PORT
    rm -f "$socket" "$socket.lock" 2>/dev/null ||
        fail "Another user's database was killed and left $socket.lock, which stops ours. Have it removed, or choose another port with PODIUM_SANDBOX_DATABASE_PORT=…"
}

runtime_identify() {
    RUNTIME_HASH=$(hash_of_tree "$SANDBOX_DIR/runtime")-$DATABASE_PORT
    RUNTIME_APP=$CACHE_DIR/runtime-$RUNTIME_HASH
}

# Builds a copy of the sources: the folder of this script may belong to another user.
runtime_build() {
    [[ -d $RUNTIME_APP ]] && return
    require_space 1500
    local log=$STATE_DIR/logs/runtime-build.log build=$CACHE_DIR/build what="Building the runtime"
    [[ -d $MAVEN_REPOSITORY/org/kie/kogito ]] || what="Downloading (700 MB) and building the runtime"
    rm -rf "$build"
    cp -R "$SANDBOX_DIR/runtime" "$build"
    # The port of the embedded PostgreSQL is decided while building; left alone, it is a random one from 5432 on.
    with_progress "$what" "$log" maven -f "$build/pom.xml" -DskipTests -Dquarkus.embedded.postgresql.port="$DATABASE_PORT" \
        package ||
        fail_with_maven_log "$what" "$log"
    local old
    for old in "$CACHE_DIR"/runtime-*/; do
        [[ $old == "$CACHE_DIR/$(runtime_in_use)/" ]] || rm -rf "$old"
    done
    mv "$build/target/quarkus-app" "$RUNTIME_APP"
    rm -rf "$build"
}

# A running service loads classes from its folder until it ends.
runtime_in_use() {
    if service_running runtime; then
        cut -d' ' -f1 "$STATE_DIR/runtime.signature"
    else
        echo none
    fi
}

runtime_start() {
    mkdir -p "$RUNTIME_TMP"
    service_start runtime "runtime-$RUNTIME_HASH $RUNTIME_PORT $KEYCLOAK_PORT $HUB_PORT" \
        java -Xms64m -Xmx384m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError \
        -Dpodium.sandbox=runtime -Djava.io.tmpdir="$RUNTIME_TMP" \
        -Dquarkus.http.port="$RUNTIME_PORT" \
        -Dquarkus.oidc.auth-server-url="$(keycloak_url)/realms/podium" \
        -Dpodium.hub.url="$(hub_url)" -Dpodium.hub.token-file="$HUB_TOKEN" \
        -jar "$RUNTIME_APP/quarkus-run.jar"
}

runtime_wait() {
    service_wait runtime 300
}

# The embedded PostgreSQL outlives a runtime that was killed. Its data is of no use to the next one.
runtime_stop_database() {
    local file pid
    for file in "$RUNTIME_TMP"/epg*/postmaster.pid; do
        [[ -f $file ]] || continue
        pid=$(head -n 1 "$file")
        if process_matches "$pid" "$RUNTIME_TMP/"; then
            kill -INT "$pid" 2>/dev/null || true # fast shutdown
            wait_for_end "$pid" 5 || kill -QUIT "$pid" 2>/dev/null || true
            wait_for_end "$pid" 5 || fail "The embedded PostgreSQL (pid $pid) does not end"
            say "  database: stopped"
        fi
    done
    rm -rf "$RUNTIME_TMP"/epg*
}
