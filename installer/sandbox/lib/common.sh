# SPDX-FileCopyrightText: 2026 The Podium authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# Folders, ports, messages and checks that every part of the sandbox uses.

CACHE_DIR=${XDG_CACHE_HOME:-$HOME/.cache}/podium/sandbox
STATE_DIR=${XDG_STATE_HOME:-$HOME/.local/state}/podium/sandbox
MAVEN_REPOSITORY=$CACHE_DIR/maven
# One spelling everywhere: Keycloak's issuer follows it.
# shellcheck disable=SC2034 # the other parts use it
HOST=127.0.0.1
mkdir -p "$CACHE_DIR" "$STATE_DIR/logs"

say() {
    printf '%s\n' "$*"
}

fail() {
    printf 'sandbox: %s\n' "$*" >&2
    exit 1
}

# The port asked for, else the one in use, else the default.
port_of() {
    local asked=$1 service=$2 default=$3
    if [[ -n $asked ]]; then
        [[ $asked =~ ^[1-9][0-9]{0,4}$ ]] || fail "Not a port: $asked"
        echo "$asked"
    elif [[ -f $STATE_DIR/$service.port ]]; then
        cat "$STATE_DIR/$service.port"
    else
        echo "$default"
    fi
}

KEYCLOAK_PORT=$(port_of "${PODIUM_SANDBOX_KEYCLOAK_PORT:-}" keycloak 8180)
RUNTIME_PORT=$(port_of "${PODIUM_SANDBOX_RUNTIME_PORT:-}" runtime 8080)
DATABASE_PORT=$(port_of "${PODIUM_SANDBOX_DATABASE_PORT:-}" database 25432)
# shellcheck disable=SC2034 # of the full sandbox and the hub
{
    POSTGRESQL_PORT=$(port_of "${PODIUM_SANDBOX_POSTGRESQL_PORT:-}" postgresql 25433)
    DATAINDEX_PORT=$(port_of "${PODIUM_SANDBOX_DATAINDEX_PORT:-}" dataindex 8281)
    JOBSERVICE_PORT=$(port_of "${PODIUM_SANDBOX_JOBSERVICE_PORT:-}" jobservice 8282)
    FULLRUNTIME_PORT=$(port_of "${PODIUM_SANDBOX_FULLRUNTIME_PORT:-}" fullruntime 8280)
    HUB_PORT=$(port_of "${PODIUM_SANDBOX_HUB_PORT:-}" hub 7007)
}

# remember_ports SERVICE…
remember_ports() {
    local service name
    for service in "$@"; do
        name=${service^^}_PORT
        echo "${!name}" >"$STATE_DIR/$service.port"
    done
}

forget_ports() {
    local service
    for service in "$@"; do
        rm -f "$STATE_DIR/$service.port"
    done
}

# One "up" or "down" at a time; the second one waits for the first. Daemons are started without descriptor 9.
take_lock() {
    exec 9>"$STATE_DIR/lock"
    if ! flock -n 9; then
        say "Another sandbox command is at work; waiting for it"
        flock -w 900 9 || fail "Another sandbox command has held $STATE_DIR/lock for 15 minutes; end it and try again"
    fi
}

require_tools() {
    local tool
    for tool in java javac mvn curl flock setsid sha256sum; do
        command -v "$tool" >/dev/null || fail "$tool is missing. Install it with: $(install_hint "$tool")"
    done
    local version
    version=$(javac -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
    ((${version:-0} >= 17)) || fail "Java 17 or newer is needed, javac is version ${version:-unknown}. Install it with: $(install_hint java)"
}

install_hint() {
    case $1 in
        java | javac) echo "apt-get install openjdk-17-jdk-headless" ;;
        mvn) echo "apt-get install maven" ;;
        curl) echo "apt-get install curl" ;;
        *) echo "apt-get install util-linux coreutils" ;;
    esac
}

# Fails in one line when fewer than $1 megabytes are free for downloads.
require_space() {
    local needed=$1 free
    free=$(df -Pm "$CACHE_DIR" | awk 'NR == 2 {print $4}')
    ((free >= needed)) || fail "Only $free MB are free in $CACHE_DIR, $needed MB are needed. Free some space, or point XDG_CACHE_HOME to a larger disk"
}

hash_of_tree() {
    (cd "$1" && find . -type f -not -path './target/*' -print0 | sort -z | xargs -0 sha256sum) | sha256sum | cut -c1-12
}

# Runs a command with its output in a log, and says every few seconds that it still runs.
with_progress() {
    local what=$1 log=$2 started=$SECONDS next=10 code=0
    shift 2
    say "  $what …"
    "$@" >"$log" 2>&1 9>&- &
    local job=$!
    # shellcheck disable=SC2064 # the job's id of now is meant
    trap "kill $job 2>/dev/null || true" EXIT
    while kill -0 "$job" 2>/dev/null; do
        sleep 0.2
        if ((SECONDS - started >= next)); then
            say "  $what … $((SECONDS - started)) s"
            next=$((next + 15))
        fi
    done
    wait "$job" || code=$?
    trap - EXIT
    ((code == 0)) && say "  $what: done in $((SECONDS - started)) s"
    return "$code"
}

# For with_progress only: takes the place of the background shell, so that an interrupt ends Maven itself.
maven() {
    exec mvn -B -ntp -Dmaven.repo.local="$MAVEN_REPOSITORY" "$@"
}

# For with_progress only, too: Maven without a project leaves its traces where it is called.
in_folder() {
    mkdir -p "$1" && cd "$1" && shift && "$@"
}

# Turns the log of a failed Maven call into one line with cause and remedy.
fail_with_maven_log() {
    local what=$1 log=$2
    if grep -q 'No space left on device' "$log"; then
        fail "$what failed: the disk of $CACHE_DIR is full. Free some space and try again"
    elif grep -q 'PKIX path' "$log"; then
        fail "$what failed: Java does not trust the certificate of the Maven repository. If this network has a certificate authority of its own, install it in /usr/local/share/ca-certificates and run update-ca-certificates; details: $log"
    elif grep -Eq 'Unknown host|Could not transfer|Connection (refused|timed out|reset)|Network is unreachable' "$log"; then
        fail "$what failed: the Maven repository cannot be reached. Check network and proxy (Maven reads ~/.m2/settings.xml), then try again; details: $log"
    fi
    fail "$what failed: $(grep -m1 -E '^\[ERROR\]' "$log" | cut -c9-200 || true); details: $log"
}
