# SPDX-FileCopyrightText: 2026 The Podium authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# The SonataFlow runtime alone, with the same workflows as the default one, kept in PostgreSQL.

fullruntime_url() {
    echo "http://$HOST:$FULLRUNTIME_PORT"
}

fullruntime_healthy() {
    answers "$(fullruntime_url)/q/health/ready"
}

fullruntime_check() {
    check_port fullruntime "$FULLRUNTIME_PORT" PODIUM_SANDBOX_FULLRUNTIME_PORT
}

fullruntime_start() {
    with_database full_start fullruntime runtime "$FULLRUNTIME_PORT" 384m \
        -Dquarkus.datasource.jdbc.url="jdbc:postgresql://$HOST:$POSTGRESQL_PORT/runtime" \
        -Dpodium.data-index.url="$(dataindex_url)" -Dpodium.job-service.url="$(jobservice_url)" \
        -Dpodium.hub.url="$(hub_url)" -Dpodium.hub.token-file="$HUB_TOKEN"
}

fullruntime_wait() {
    service_wait fullruntime 300
}
