# SPDX-FileCopyrightText: 2026 The Podium authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# Services as background processes: a pid file each, checked against the command line so that a reused number, or a
# program of somebody else, is never taken for ours. Each command line carries podium.sandbox=SERVICE.

declare -A STARTED_AT # the services that this call has started
declare -A STOP_SIGNAL=([postgresql]=INT) # fast: does not wait for those who are connected
declare -A STOP_LIMIT=([postgresql]=60)   # writes what it has in memory

log_file() {
    echo "$STATE_DIR/logs/$1.log"
}

service_pid() {
    cat "$STATE_DIR/$1.pid" 2>/dev/null || true
}

process_matches() {
    local pid=$1 text=$2
    [[ -n $pid && -r /proc/$pid/cmdline ]] && tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -qF -- "$text"
}

service_running() {
    process_matches "$(service_pid "$1")" "podium.sandbox=$1 "
}

# Starts a command detached from this shell. $2 identifies program and settings: a service that runs with others is
# restarted.
service_start() {
    local service=$1 signature=$2
    shift 2
    if service_running "$service"; then
        [[ $(cat "$STATE_DIR/$service.signature" 2>/dev/null) == "$signature" ]] && return
        say "  $service: settings or program changed, starting it again"
        service_stop "$service"
    fi
    local log
    log=$(log_file "$service")
    [[ -f $log ]] && mv -f "$log" "$log.old"
    echo "$signature" >"$STATE_DIR/$service.signature"
    # The inner shell writes its own pid and becomes the service.
    # shellcheck disable=SC2016 # expanded by the inner shell
    setsid bash -c 'echo $$ >"$0"; exec "$@"' "$STATE_DIR/$service.pid" "$@" >"$log" 2>&1 </dev/null 9>&- &
    disown
    STARTED_AT[$service]=$SECONDS
}

# Waits for health; names the log when the service ends or does not answer.
service_wait() {
    local service=$1 limit=$2 started=$SECONDS
    while ! "${service}_healthy"; do
        sleep 0.2
        ((SECONDS - started > 2)) && ! service_running "$service" &&
            fail "$service has ended while starting: $(last_error "$service"); details: $(log_file "$service")"
        ((SECONDS - started > limit)) &&
            fail "$service does not answer after $limit s; details: $(log_file "$service")"
    done
    if [[ -n ${STARTED_AT[$service]:-} ]]; then
        say "  $service: ready at $("${service}_url") after $((SECONDS - STARTED_AT[$service])) s"
    else
        say "  $service: runs already at $("${service}_url")"
    fi
}

# What is fatal comes first in a log, and what follows from it last.
last_error() {
    local log
    log=$(log_file "$1")
    { grep -E -m 1 'FATAL' "$log" || grep -E 'ERROR|Exception|Error' "$log" | tail -n 1; } 2>/dev/null | cut -c1-200 || true
}

# Asks the service to end, and ends it after ten seconds, or what STOP_LIMIT says.
service_stop() {
    local service=$1 pid
    pid=$(service_pid "$service")
    if service_running "$service"; then
        kill -"${STOP_SIGNAL[$service]:-TERM}" "$pid" 2>/dev/null || true
        wait_for_end "$pid" "${STOP_LIMIT[$service]:-10}" || kill -KILL "$pid" 2>/dev/null || true
        wait_for_end "$pid" 5 || fail "$service (pid $pid) does not end"
        say "  $service: stopped"
    fi
    rm -f "$STATE_DIR/$service".{pid,signature}
}

wait_for_end() {
    local pid=$1 limit=$((SECONDS + $2))
    while kill -0 "$pid" 2>/dev/null && ! grep -q '^State:.Z' "/proc/$pid/status" 2>/dev/null; do
        ((SECONDS > limit)) && return 1
        sleep 0.1
    done
}

port_taken() {
    (exec 3<>"/dev/tcp/$HOST/$1") 2>/dev/null
}

# Fails when a program other than our service listens on the port. $4 names the service that the listener belongs to.
check_port() {
    local service=$1 port=$2 variable=$3 owner
    service_running "${4:-$service}" && return
    port_taken "$port" || return 0
    owner=$(ss -Hltnp "sport = :$port" 2>/dev/null | sed -n 's/.*users:(("\([^"]*\)",pid=\([0-9]*\).*/ (\1, pid \2)/p' | head -n 1)
    fail "Port $port, wanted for $service, is in use by another program$owner. Stop it, or choose another port with $variable=…"
}

answers() {
    curl -sf -o /dev/null --noproxy '*' --max-time 3 "$1"
}
