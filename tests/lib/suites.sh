# SPDX-FileCopyrightText: 2026 The Podium authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# The suites of tests/run: how each is built, in which surroundings it runs, and how its tests are counted. Expects the
# array chosen, and start_sandbox, stop_sandbox and finish of tests/run.

declare -A PASSED FAILED SKIPPED NOTE
read -r -a CMAKE_ARGS <<<"${PODIUM_CMAKE_ARGS:-}"
FUZZ_SECONDS=10

run_suites() {
    local suite targets="podium_stage_tests"
    wanted unit && targets=all
    if wanted unit keychain contract journey hub full; then
        if build_preset dev "$targets" "${CMAKE_ARGS[@]}"; then
            run_dev_suites
        else
            for suite in unit keychain contract journey hub full; do
                wanted "$suite" && broken "$suite" "the build failed"
            done
        fi
    fi
    wanted asan && run_asan
    wanted fuzz && run_fuzz
    return 0
}

run_dev_suites() {
    wanted unit && run_ctest unit dev "$(nproc)"
    wanted keychain && run_ctest keychain dev 1
    if wanted contract journey; then
        if start_sandbox; then
            wanted contract && run_ctest contract dev 1
            wanted journey && run_ctest journey dev 1
        else
            wanted contract && broken contract "the sandbox did not start"
            wanted journey && broken journey "the sandbox did not start"
        fi
        stop_sandbox
    fi
    if wanted hub; then
        if start_sandbox --hub; then
            run_ctest hub dev 1
        else
            broken hub "the hub did not start"
        fi
        stop_sandbox
    fi
    if wanted full; then
        if start_sandbox --full; then
            run_ctest full dev 1
        else
            broken full "the full sandbox did not start"
        fi
        stop_sandbox
    fi
    return 0
}

run_asan() {
    if build_preset asan all "${CMAKE_ARGS[@]}"; then
        run_ctest asan asan "$(nproc)"
    else
        broken asan "the build failed"
    fi
}

# A suite that could not run counts as one failure.
broken() {
    PASSED[$1]=0 FAILED[$1]=1 SKIPPED[$1]=0 NOTE[$1]=$2
}

# run_ctest SUITE PRESET JOBS: the tests labelled SUITE (for asan: unit).
run_ctest() {
    local suite=$1 preset=$2 jobs=$3 label=$1 started=$SECONDS
    [[ $suite == asan ]] && label=unit
    local log=$LOG_DIR/test-$suite.log
    step "Tests ($suite): running"
    ctest --test-dir "$PROJECT_DIR/build/$preset" -L "^$label\$" -j "$jobs" --output-on-failure --no-tests=error \
        --output-junit "$LOG_DIR/test-$suite.xml" >"$log" 2>&1 || true
    count_ctest "$suite" "$log"
    step "Tests ($suite): ${PASSED[$suite]} passed, ${FAILED[$suite]} failed in $((SECONDS - started)) s"
    if ((FAILED[$suite] > 0)); then
        sed -n '/The following tests FAILED/,$p' "$log"
        say "  details: $log"
    fi
}

# From the summary of ctest, which counts a program that is missing as failed (its JUnit report says skipped).
count_ctest() {
    local suite=$1 log=$2 summary failed tests
    PASSED[$suite]=0 FAILED[$suite]=0 SKIPPED[$suite]=0
    summary=$(grep -oE '[0-9]+ tests? failed out of [0-9]+' "$log" | tail -n 1 || true)
    if [[ -n $summary ]]; then
        failed=${summary%% *} tests=${summary##* }
        FAILED[$suite]=$failed
        SKIPPED[$suite]=$(grep -c '\*\*\*Skipped' "$log" || true)
        PASSED[$suite]=$((tests - failed - SKIPPED[$suite]))
    elif grep -q 'No tests were found' "$log"; then
        NOTE[$suite]="no tests"
    else
        tail -n 5 "$log"
        broken "$suite" "ctest did not run, see $log"
    fi
}

run_fuzz() {
    local fuzzer
    PASSED[fuzz]=0 FAILED[fuzz]=0 SKIPPED[fuzz]=0
    build_preset fuzz all "${CMAKE_ARGS[@]}" || { broken fuzz "the build failed"; return; }
    while IFS= read -r fuzzer; do
        run_fuzzer "$fuzzer"
    done < <(find "$PROJECT_DIR/build/fuzz" -type f -name 'fuzz_*' -perm -u+x | sort)
    ((PASSED[fuzz] + FAILED[fuzz] > 0)) || NOTE[fuzz]="no fuzzers"
}

# What the fuzzer finds stays in build/fuzz/corpus; the project's own seeds are only read.
run_fuzzer() {
    local name=${1##*/} log corpus seeds
    log=$LOG_DIR/$name.log
    corpus=$PROJECT_DIR/build/fuzz/corpus/$name
    mkdir -p "$corpus"
    seeds=()
    [[ -d $PROJECT_DIR/tests/fuzz/corpus/$name ]] && seeds=("$PROJECT_DIR/tests/fuzz/corpus/$name")
    step "Tests (fuzz): $name for $FUZZ_SECONDS s"
    if (cd "$corpus/.." && QT_QPA_PLATFORM=offscreen \
        LSAN_OPTIONS="suppressions=$PROJECT_DIR/tests/fuzz/leaks.supp:print_suppressions=0" "$1" -max_total_time="$FUZZ_SECONDS" -timeout=10 -rss_limit_mb=2048 \
        -artifact_prefix="$LOG_DIR/$name-" "$corpus" "${seeds[@]}") >"$log" 2>&1 </dev/null; then
        PASSED[fuzz]=$((PASSED[fuzz] + 1))
    else
        FAILED[fuzz]=$((FAILED[fuzz] + 1))
        tail -n 15 "$log"
        say "  $name failed; details: $log"
    fi
}

# The table, and the one line that others read. No tests at all is a failure, too.
summarise() {
    local suite passed=0 failed=0
    say ""
    # shellcheck disable=SC2154 # set by tests/run
    for suite in "${chosen[@]}"; do
        passed=$((passed + ${PASSED[$suite]:-0}))
        failed=$((failed + ${FAILED[$suite]:-0}))
        printf '%-10s %4d passed %4d failed %4d skipped  %s\n' "$suite" "${PASSED[$suite]:-0}" "${FAILED[$suite]:-0}" \
            "${SKIPPED[$suite]:-0}" "${NOTE[$suite]:-}"
    done
    say "Logs: $LOG_DIR"
    [[ -d $PROJECT_DIR/build/dev/screenshots ]] && say "Screenshots: $PROJECT_DIR/build/dev/screenshots"
    finish
    say "$passed passed, $failed failed"
    ((failed == 0 && passed > 0))
}
