#!/bin/bash
# What .ci/links must see.
set -euo pipefail
check=$(cd "$(dirname "$0")/.." && pwd)/links
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work"/docs "$work"/Plugins "$work"/Tests
echo 'Changes.' >"$work/CHANGELOG.md"

expect() { # $1: passes or fails; $2: what the README says
    printf '%b' "$2" >"$work/README.md"
    outcome=passes
    "$check" "$work" >/dev/null 2>&1 || outcome=fails
    [ "$outcome" = "$1" ] || { echo "links: $outcome and must not, on: $2" >&2; exit 1; }
}
expect passes '[a](CHANGELOG.md) and [b](docs) and [c](CHANGELOG.md#top)\n'
expect passes '[a](https://a.example/none) [b](CHANGELOG.md)\n'
expect fails '[a](none.md)\n'
expect fails '[a](CHANGELOG.md) [b](docs/none.md#top)\n'
expect fails 'nothing to check\n'
echo "links: 5 pages are judged as they must be"
