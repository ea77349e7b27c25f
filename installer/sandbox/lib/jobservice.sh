# SPDX-FileCopyrightText: 2026 The Podium authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# Job Service as a service of its own, on PostgreSQL. It tells Data Index what becomes of its jobs.

jobservice_url() {
    echo "http://$HOST:$JOBSERVICE_PORT"
}

jobservice_healthy() {
    answers "$(jobservice_url)/q/health/ready"
}

jobservice_check() {
    check_port jobservice "$JOBSERVICE_PORT" PODIUM_SANDBOX_JOBSERVICE_PORT
}

jobservice_start() {
    K_SINK="$(dataindex_url)/jobs" with_database full_start jobservice job-service "$JOBSERVICE_PORT" 256m \
        -Dquarkus.datasource.jdbc.url="jdbc:postgresql://$HOST:$POSTGRESQL_PORT/jobservice" \
        -Dquarkus.datasource.reactive.url="postgresql://$HOST:$POSTGRESQL_PORT/jobservice"
}

jobservice_wait() {
    service_wait jobservice 300
}
