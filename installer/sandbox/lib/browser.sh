# SPDX-FileCopyrightText: 2026 The Podium authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# Stands in for a browser ($BROWSER) at the sandbox's sign-in page: fills Keycloak's login form as a user of the sandbox,
# and follows it back to the program that asked.

browser() {
    local address=${1:-} user=${PODIUM_SANDBOX_USER:-operator} cookies page action
    [[ $address == "$(keycloak_url)"/realms/podium/* ]] ||
        fail "This browser only opens the sign-in page of the sandbox at $(keycloak_url)"
    cookies=$(mktemp "$STATE_DIR/cookies.XXXXXX")
    # shellcheck disable=SC2064 # the file of now is meant
    trap "rm -f '$cookies'" EXIT
    page=$(visit "$cookies" "$address") || fail "Keycloak does not answer at $(keycloak_url); start it with: sandbox up"
    action=$(grep -o 'action="[^"]*"' <<<"$page" | head -n 1 | sed 's/^action="//; s/"$//; s/&amp;/\&/g')
    [[ -n $action ]] || return 0 # signed in already, or the page says why not
    # The password is the user's name, on its way to this machine only.
    visit "$cookies" "$action" --data-urlencode "username=$user" --data-urlencode "password=$user" >/dev/null ||
        fail "The sign-in of $user was not taken"
}

# visit COOKIES ADDRESS [CURL OPTION…]
visit() {
    local cookies=$1 address=$2
    shift 2
    curl -sfL --noproxy '*' --max-time 20 --proto '=http,https' -c "$cookies" -b "$cookies" "$@" "$address"
}
