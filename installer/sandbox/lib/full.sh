# SPDX-FileCopyrightText: 2026 The Podium authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# The full sandbox: PostgreSQL, Data Index, Job Service and runtime as a service each, beside the default runtime and
# behind the same Keycloak. The three applications are built from full/ together, once for each state of their sources.

FULL_SERVICES=(postgresql dataindex jobservice fullruntime) # in the order of their start

full_check_ports() {
    local service
    for service in "${FULL_SERVICES[@]}"; do
        "${service}_check"
    done
}

full_identify() {
    FULL_HASH=$( (hash_of_tree "$SANDBOX_DIR/full" && hash_of_tree "$SANDBOX_DIR/runtime/src") | sha256sum | cut -c1-12)
    FULL_APPS=$CACHE_DIR/full-$FULL_HASH
}

full_build() {
    [[ -d $FULL_APPS ]] && return
    require_space 2000
    local log=$STATE_DIR/logs/full-build.log build=$CACHE_DIR/build-full part=$CACHE_DIR/full.part module
    local what="Building Data Index, Job Service and runtime"
    [[ -d $MAVEN_REPOSITORY/org/kie/kogito/data-index-service-common ]] || what=${what/Building/Downloading and building}
    rm -rf "$build" "$part"
    full_sources "$build"
    with_progress "$what" "$log" maven -f "$build/pom.xml" -DskipTests package || fail_with_maven_log "$what" "$log"
    mkdir "$part"
    for module in data-index job-service runtime; do
        mv "$build/$module/target/quarkus-app" "$part/$module"
    done
    full_forget_old
    mv "$part" "$FULL_APPS"
    rm -rf "$build"
}

# The workflows and what they call are those of the default runtime. Without an embedded Data Index there is nothing for
# OperatorsOnly to guard: the runtime itself is asked.
full_sources() {
    cp -R "$SANDBOX_DIR/full" "$1"
    cp -R "$SANDBOX_DIR/runtime/src" "$1/runtime/src"
    rm "$1/runtime/src/main/java/org/podium/sandbox/OperatorsOnly.java"
    cat "$1/runtime/more.properties" >>"$1/runtime/src/main/resources/application.properties"
}

# A running service loads classes from its folder until it ends.
full_forget_old() {
    local old service used
    for old in "$CACHE_DIR"/full-*/; do
        used=no
        for service in dataindex jobservice fullruntime; do
            service_running "$service" || continue
            [[ $(cut -d' ' -f1 "$STATE_DIR/$service.signature") != "$(basename "$old")" ]] || used=yes
        done
        [[ $used == yes ]] || rm -rf "$old"
    done
}

# full_start SERVICE MODULE PORT MEMORY OPTIONS…
full_start() {
    local service=$1 module=$2 port=$3 memory=$4
    shift 4
    service_start "$service" "full-$FULL_HASH $port $KEYCLOAK_PORT $*" \
        java -Xms64m -Xmx"$memory" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError \
        -Dpodium.sandbox="$service" -Dquarkus.http.port="$port" \
        -Dquarkus.oidc.auth-server-url="$(keycloak_url)/realms/podium" "$@" \
        -jar "$FULL_APPS/$module/quarkus-run.jar"
}

# The runtime announces its workflows as it starts: Data Index and Job Service come before it.
full_up() {
    postgresql_create
    postgresql_start
    postgresql_wait
    keycloak_wait
    dataindex_start
    jobservice_start
    dataindex_wait
    jobservice_wait
    fullruntime_start
    fullruntime_wait
}

full_down() {
    local i
    for ((i = ${#FULL_SERVICES[@]} - 1; i >= 0; --i)); do
        [[ ${FULL_SERVICES[i]} == postgresql ]] && service_running hub && continue
        service_stop "${FULL_SERVICES[i]}"
        forget_ports "${FULL_SERVICES[i]}"
    done
}
