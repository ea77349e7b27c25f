# SPDX-FileCopyrightText: 2026 The Podium authors
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# What installer/run and tests/run share: messages with times, packages, and builds. Expects PROJECT_DIR.

PACKAGE_LIST=$PROJECT_DIR/installer/packages.txt
LOG_DIR=$PROJECT_DIR/build/logs

say() {
    printf '%s\n' "$*"
}

# A step of the whole, with the time since the start.
step() {
    printf '[%3d s] %s\n' "$SECONDS" "$*"
}

fail() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit 1
}

# The packages of the sections named, one a line.
packages_of() {
    awk -v wanted=" $* " '
        { sub(/#.*/, ""); gsub(/[ \t]+/, "") }
        /^\[.*\]$/ { section = substr($0, 2, length($0) - 2); next }
        $0 != "" && index(wanted, " " section " ") { print }
    ' "$PACKAGE_LIST" | sort -u
}

missing_packages() {
    local package
    for package in $(packages_of "$@"); do
        [[ $package == npm ]] && command -v npm >/dev/null && continue # Node.js of others brings it, and excludes Debian's
        [[ $(dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2>/dev/null) == ii* ]] || echo "$package"
    done
}

as_root() {
    if ((EUID == 0)); then
        "$@"
    else
        sudo "$@"
    fi
}

# Installs what the sections name and the machine lacks.
install_packages() {
    if ! command -v dpkg-query >/dev/null; then
        step "This is not Debian: make sure that the packages of installer/packages.txt are there"
        return
    fi
    local missing log=$LOG_DIR/packages.log
    mapfile -t missing < <(missing_packages "$@")
    if ((${#missing[@]} == 0)); then
        step "Packages: all there"
        return
    fi
    if ((EUID != 0)) && ! command -v sudo >/dev/null; then
        fail "packages are missing, and there is neither root nor sudo here. As root, run: apt-get install ${missing[*]}"
    fi
    step "Packages: installing ${#missing[@]} (${missing[*]})"
    mkdir -p "$LOG_DIR"
    as_root true || fail "sudo was refused. As root, run: apt-get install ${missing[*]}"
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300)
    : >"$log"
    if ! in_background Packages "$log" '^Get:[0-9]+' as_root "${apt[@]}" update ||
        ! in_background Packages "$log" '^(Get:[0-9]+|Unpacking [a-z0-9.+-]+|Setting up [a-z0-9.+-]+)' \
            as_root "${apt[@]}" install --no-install-recommends "${missing[@]}"; then
        tail -n 15 "$log" >&2
        fail "apt-get could not install the packages; details: $log"
    fi
    step "Packages: installed"
}

# As many compilers at once as processors and memory (1.2 GB each) allow.
build_jobs() {
    local processors memory
    processors=$(nproc)
    memory=$(awk '/^MemAvailable/ {print int($2 / 1200000)}' /proc/meminfo)
    ((memory >= 1)) || memory=1
    echo $((processors < memory ? processors : memory))
}

# build_preset PRESET TARGET [ARGUMENT…]: configures (once; ninja repeats it when needed) and builds, with its progress in a
# line now and then.
build_preset() {
    local preset=$1 folder=$PROJECT_DIR/build/$1 log=$LOG_DIR/build-$1.log started=$SECONDS target=$2
    shift 2
    mkdir -p "$LOG_DIR"
    step "Build ($preset): configuring"
    (cd "$PROJECT_DIR" && cmake --preset "$preset" "$@") >"$log" 2>&1 || {
        grep -A4 -E 'CMake Error|Could NOT find' "$log" | head -n 20 >&2
        say "Configuring $preset failed; details: $log" >&2
        return 1
    }
    run_ninja "$preset" "$folder" "$log" "$target" || {
        grep -E -A3 '( |fatal )error: |undefined reference|^ninja: error' "$log" | head -n 40 >&2
        say "Building $preset failed; details: $log" >&2
        return 1
    }
    step "Build ($preset): done in $((SECONDS - started)) s"
}

run_ninja() {
    local preset=$1 folder=$2 log=$3 target=$4
    in_background "Build ($preset)" "$log" '^\[[0-9]+/[0-9]+\]' nice ninja -C "$folder" -j "$(build_jobs)" "$target"
}

BACKGROUND_JOB=""

# For the trap of a script: an interrupt does not reach what runs in the background.
stop_background() {
    [[ -z $BACKGROUND_JOB ]] || kill "$BACKGROUND_JOB" 2>/dev/null || true
}

# in_background WHAT LOG PATTERN COMMAND…: appends the output to LOG, and shows the last match of PATTERN in it now and then.
in_background() {
    local what=$1 log=$2 pattern=$3 code=0 next=$((SECONDS + 10)) job
    shift 3
    "$@" >>"$log" 2>&1 &
    job=$!
    [[ $what == Packages ]] || BACKGROUND_JOB=$job # apt is better not interrupted
    while kill -0 "$job" 2>/dev/null; do
        sleep 0.2
        if ((SECONDS >= next)); then
            step "$what … $(grep -oE "$pattern" "$log" | tail -n 1 || true)"
            next=$((SECONDS + 20))
        fi
    done
    wait "$job" || code=$?
    BACKGROUND_JOB=""
    return "$code"
}
