#!/bin/bash
# What .ci/tests-ran takes for a run of tests.
set -euo pipefail
check=$(cd "$(dirname "$0")/.." && pwd)/tests-ran
log=$(mktemp)
trap 'rm -f "$log"' EXIT

expect() { # $1: passes or fails; $2: what the log says
    printf '%b' "$2" >"$log"
    outcome=passes
    told=$("$check" "$log" 2>&1) || outcome=fails
    [ "$outcome" = "$1" ] || { echo "tests-ran: $outcome and must not, on: $2" >&2; exit 1; }
}
expect passes '✔ Test run with 12 tests in 3 suites passed after 0.1 seconds.\n'
expect passes '✔ Test run with 1 test in 0 suites passed after 0.1 seconds.\n'
expect passes 'a line before\n✔ Test run with 207 tests in 1 suite passed after 9 seconds with 2 known issues.\nand after\n'
expect fails '✔ Test run with 0 tests in 0 suites passed after 0.001 seconds.\n'
expect fails '✘ Test run with 3 tests in 1 suite failed after 0.1 seconds with 1 issue.\n'
expect fails 'Build complete!\n'
expect fails ''
expect fails '◇ Test one started.\n✘ Test one recorded an issue at A.swift:1: Expectation failed\n↳ why\n✔ Test two passed.\n✘ Test run with 2 tests failed.\n'
[ "$(sed 1d <<<"$told")" = $'✘ Test one recorded an issue at A.swift:1: Expectation failed\n↳ why\n✘ Test run with 2 tests failed.' ] || {
    echo "tests-ran: tells of what failed: $told" >&2
    exit 1
}
echo "tests-ran: 8 logs are judged as they must be"
