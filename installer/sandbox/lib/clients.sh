# SPDX-FileCopyrightText: 2026 The Podium authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# What others need to use the sandbox: tokens for scripts and tests, and the environment that Podium imports.

# The passwords are the user names. Podium itself never signs in this way.
token() {
    local user=${1:-} answer
    [[ -n $user ]] || fail "Whose token? sandbox token operator|viewer|newcomer"
    answer=$(curl -s --noproxy '*' --max-time 10 \
        --data-urlencode "username=$user" --data-urlencode "password=$user" \
        -d grant_type=password -d client_id=podium-services -d client_secret=podium-sandbox-only -d scope=openid \
        "$(keycloak_url)/realms/podium/protocol/openid-connect/token") ||
        fail "Keycloak does not answer at $(keycloak_url); start it with: sandbox up"
    if [[ $answer =~ \"access_token\":\"([^\"]+)\" ]]; then
        echo "${BASH_REMATCH[1]}"
    elif [[ $answer =~ \"error_description\":\"([^\"]+)\" ]]; then
        fail "No token for $user: ${BASH_REMATCH[1]}"
    else
        fail "No token for $user: Keycloak's answer was not understood"
    fi
}

# write_environment NAME COLOR DATA_INDEX JOB_SERVICE RUNTIME
write_environment() {
    cat <<JSON
{
  "name": "$1",
  "color": "$2",
  "production": false,
  "issuer": "$(keycloak_url)/realms/podium",
  "clientId": "podium-desktop",
  "scopes": ["openid", "profile", "email"],
  "dataIndexUrl": "$3/graphql",
  "serviceUrlRules": [],
  "jobServiceUrl": "$4",
  "runtimeUrls": ["$5"],
  "notificationsUrl": "$(notifications_url)",
  "caFile": ""
}
JSON
}

notifications_url() {
    if [[ $hub == yes ]] || service_running hub; then hub_url; fi
}

environment() {
    if [[ $full == yes ]]; then
        write_environment "Local sandbox (full)" "#1971c2" "$(dataindex_url)" "$(jobservice_url)" "$(fullruntime_url)"
    else
        write_environment "Local sandbox" "#2f9e44" "$(runtime_url)" "$(runtime_url)" "$(runtime_url)"
    fi
}
