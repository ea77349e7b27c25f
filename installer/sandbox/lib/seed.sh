# SPDX-FileCopyrightText: 2026 The Podium authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# Fills Data Index with any number of instances. A real instance of some workflows is started as a template of each; SQL
# copies them (seed/*.sql).

SEED_DETAILED=20000 # the newest so many also get nodes and all their variables: the rest would fill the disk

# workflow, state that its template reaches (1 active, 2 completed, 5 error), share in the whole, input
SEED_TEMPLATES=(
    'greet_team 2 22 {"name":"team"}'
    'invoice_batch 2 17 {"invoices":[{"number":"A1","net":100},{"number":"A2","net":250}]}'
    'currency_quote 2 13 {"currency":"USD"}'
    'onboard_employee 2 15 {"person":{"firstName":"Ada","lastName":"Byron","email":"ada@example.org",
        "startDate":"2026-05-04","employment":"full-time"},"access":{"costCentre":"EN-1200",
        "applications":[{"name":"git","role":"editor"}]},"equipment":{"computer":"laptop-13","monitors":2}}'
    'department_report 2 8 {}'
    'travel_booking 2 9 {"destination":"Vienna","hotelFull":true}'
    'stock_reservation 5 3 {"sku":"CHAIR-42","quantity":2}'
    'sensor_calibration 5 2 {"reading":0}'
    'purchase_approval 1 4 {"item":"Desk","amount":420}'
    'parcel_tracking 1 4 {"parcel":"P-1"}'
    'nightly_backup 1 3 {"volumes":["home"]}'
)

seed() {
    [[ $instances =~ ^[1-9][0-9]{0,6}$ ]] || fail "How many? sandbox seed --instances N, N from 1 to 9999999"
    [[ $full == yes ]] || fail "Only the full sandbox keeps what it is given: sandbox seed --instances $instances --full"
    take_lock
    local service started=$SECONDS run
    for service in postgresql dataindex fullruntime; do
        service_running "$service" || fail "$service does not run; start it with: sandbox up --full"
    done
    require_space $((1000 + instances / 1000))
    run=seed-template-$(date +%s)
    seed_start_templates "$run"
    seed_wait_for_templates "$run"
    seed_run "Writing $instances instances" seed.sql -v run="$run" -v instances="$instances" \
        -v detailed="$SEED_DETAILED" -v shares="$(seed_shares)"
    seed_run "Reclaiming and analysing" vacuum.sql
    say "Data Index has $(postgresql_ask dataindex -c "SELECT count(*) || ' instances on ' ||
        pg_size_pretty(pg_database_size(current_database())) FROM processes") after $((SECONDS - started)) s"
}

seed_start_templates() {
    local template workflow state share input bearer code
    bearer=$(token operator)
    say "  Starting a template of ${#SEED_TEMPLATES[@]} workflows …"
    curl -sf -o /dev/null --noproxy '*' -X PUT -H 'Content-Type: application/json' -d '{"healthy":false}' \
        "$(fullruntime_url)/sandbox-services/state/inventory"
    for template in "${SEED_TEMPLATES[@]}"; do
        read -r -d '' workflow state share input <<<"$template" || true # the input may have several lines
        code=$(curl -s -o /dev/null -w '%{http_code}' --noproxy '*' --max-time 30 -H "Authorization: Bearer $bearer" \
            -H 'Content-Type: application/json' -d "$input" \
            "$(fullruntime_url)/$workflow?businessKey=$1-$workflow") || true
        [[ $code == 201 ]] || fail "$workflow did not start (HTTP $code); see: sandbox logs fullruntime"
    done
}

seed_wait_for_templates() {
    local template workflow state share input wanted="" limit=$((SECONDS + 60)) arrived
    for template in "${SEED_TEMPLATES[@]}"; do
        read -r workflow state share input <<<"$template"
        wanted+="${wanted:+,}('$1-$workflow',$state)"
    done
    while true; do
        arrived=$(postgresql_ask dataindex -c \
            "SELECT count(*) FROM processes WHERE (business_key, state) IN ($wanted)")
        ((arrived == ${#SEED_TEMPLATES[@]})) && break
        ((SECONDS < limit)) || fail "Only $arrived of ${#SEED_TEMPLATES[@]} templates are in Data Index as expected"
        sleep 0.5
    done
    sleep 1 # events of nodes may still be on their way
}

seed_shares() {
    local template workflow state share input shares=""
    for template in "${SEED_TEMPLATES[@]}"; do
        read -r workflow state share input <<<"$template"
        shares+="${shares:+,}('$workflow',$share)"
    done
    echo "$shares"
}

# seed_run WHAT FILE OPTIONS…
seed_run() {
    local what=$1 file=$2 log=$STATE_DIR/logs/seed.log
    shift 2
    with_progress "$what" "$log" postgresql_ask dataindex "$@" -f "$SANDBOX_DIR/seed/$file" ||
        fail "$what failed: $(grep -m1 ERROR "$log" || true); details: $log"
}
