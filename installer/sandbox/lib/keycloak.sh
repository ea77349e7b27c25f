# SPDX-FileCopyrightText: 2026 The Podium authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# Keycloak from Maven, prepared once ("kc.sh build") and then started in its optimised form.

KEYCLOAK_VERSION=26.4.5
KEYCLOAK_HOME=$CACHE_DIR/keycloak-$KEYCLOAK_VERSION
KEYCLOAK_REALM=$SANDBOX_DIR/keycloak/podium-realm.json
KEYCLOAK_BUILD_OPTIONS=(--db=dev-file --health-enabled=false "--features-disabled=ciba,par,kerberos,organization")

keycloak_url() {
    echo "http://$HOST:$KEYCLOAK_PORT"
}

keycloak_healthy() {
    answers "$(keycloak_url)/realms/podium/.well-known/openid-configuration"
}

keycloak_check_port() {
    check_port keycloak "$KEYCLOAK_PORT" PODIUM_SANDBOX_KEYCLOAK_PORT
}

keycloak_install() {
    [[ -f $KEYCLOAK_HOME/podium-ready ]] && return
    require_space 2500
    local log=$STATE_DIR/logs/keycloak-install.log part=$CACHE_DIR/keycloak.part
    rm -rf "$KEYCLOAK_HOME" "$part"
    with_progress "Downloading Keycloak $KEYCLOAK_VERSION (160 MB)" "$log" \
        in_folder "$part" maven org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack \
        -Dartifact="org.keycloak:keycloak-quarkus-dist:$KEYCLOAK_VERSION:zip" -DoutputDirectory=. ||
        fail_with_maven_log "Downloading Keycloak" "$log"
    mv "$part/keycloak-$KEYCLOAK_VERSION" "$KEYCLOAK_HOME"
    rm -rf "$part" "$MAVEN_REPOSITORY/org/keycloak"
    with_progress "Preparing Keycloak" "$log" "$KEYCLOAK_HOME/bin/kc.sh" build "${KEYCLOAK_BUILD_OPTIONS[@]}" ||
        fail "Preparing Keycloak failed; details: $log"
    touch "$KEYCLOAK_HOME/podium-ready"
}

# The database is kept between starts, so that sign-ins survive; another realm file gets another database.
keycloak_start() {
    local realm data
    realm=$(sha256sum "$KEYCLOAK_REALM" | cut -c1-12)
    data=$STATE_DIR/keycloak-$realm
    if [[ ! -d $data ]]; then
        service_stop keycloak
        rm -rf "$STATE_DIR"/keycloak-*/
        mkdir -p "$data" "$KEYCLOAK_HOME/data/import"
        cp "$KEYCLOAK_REALM" "$KEYCLOAK_HOME/data/import/podium-realm.json"
    fi
    keycloak_launch "$realm" "$data"
}

# As bin/kc.sh does, which would stay between us and the Java process.
keycloak_launch() {
    KC_BOOTSTRAP_ADMIN_USERNAME=admin KC_BOOTSTRAP_ADMIN_PASSWORD=admin \
        service_start keycloak "$KEYCLOAK_VERSION $1 $KEYCLOAK_PORT" \
        java -Xms64m -Xmx256m -XX:MaxMetaspaceSize=256m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \
        -XX:+ExitOnOutOfMemoryError -Dpodium.sandbox=keycloak -Dfile.encoding=UTF-8 \
        -Duser.language=en -Duser.country=US \
        --add-opens=java.base/java.util=ALL-UNNAMED --add-opens=java.base/java.util.concurrent=ALL-UNNAMED \
        --add-opens=java.base/java.security=ALL-UNNAMED \
        -Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory \
        -Djava.util.logging.manager=org.jboss.logmanager.LogManager -Dpicocli.disable.closures=true \
        -Dkc.home.dir="$KEYCLOAK_HOME" -Djboss.server.config.dir="$KEYCLOAK_HOME/conf" \
        -cp "$KEYCLOAK_HOME/lib/quarkus-run.jar" io.quarkus.bootstrap.runner.QuarkusEntryPoint \
        start --optimized --import-realm --cache=local --http-enabled=true --http-host="$HOST" \
        --http-port="$KEYCLOAK_PORT" --hostname="$(keycloak_url)" \
        --db-url="jdbc:h2:file:$2/keycloak;NON_KEYWORDS=VALUE"
}

keycloak_wait() {
    service_wait keycloak 300
}
