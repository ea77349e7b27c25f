# SPDX-FileCopyrightText: 2026 The Podium authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# Data Index as a service of its own, on PostgreSQL.

dataindex_url() {
    echo "http://$HOST:$DATAINDEX_PORT"
}

dataindex_healthy() {
    answers "$(dataindex_url)/q/health/ready"
}

dataindex_check() {
    check_port dataindex "$DATAINDEX_PORT" PODIUM_SANDBOX_DATAINDEX_PORT
}

# Its memory is for an instance of 20,000 nodes, or of tens of megabytes of variables.
dataindex_start() {
    with_database full_start dataindex data-index "$DATAINDEX_PORT" 1g \
        -Dquarkus.datasource.jdbc.url="jdbc:postgresql://$HOST:$POSTGRESQL_PORT/dataindex"
}

dataindex_wait() {
    service_wait dataindex 300
}
