#!/bin/bash
# What .ci/set-up does on machines that lack something. The machine is a folder of stand-ins for the system's commands,
# and nothing else is on the PATH; `apt-get` writes down how it was called.
set -euo pipefail
set_up=$(cd "$(dirname "$0")/.." && pwd)/set-up
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

wrong() {
    failures=$((failures + 1))
    printf 'set-up, %s: %s\n' "$1" "$2" >&2
    sed 's/^/    /' "$work/output" "$work/calls" >&2
}
command_stub() { printf '#!/bin/sh\n%s\n' "$2" >"$work/bin/$1" && chmod +x "$work/bin/$1"; }

# $1: who runs it (0 is root); $2: packages that are not installed, as an extended regular expression.
machine() {
    rm -rf "$work/bin"
    mkdir "$work/bin"
    : >"$work/calls"
    for tool in sh sed grep dirname env cat; do ln -s "$(command -v $tool)" "$work/bin/$tool"; done
    command_stub id "echo $1"
    command_stub swift 'exit 0'
    command_stub apt-get "echo \"apt-get \$*\" >>'$work/calls'"
    command_stub dpkg-query "shift 3; for p; do echo \"\$p\"; done | sed -E -e 's/^($2)\$/& config-files/;t' -e 's/\$/ installed/'; exit 1"
}
run() { env -i PATH="$work/bin" "$set_up" >"$work/output" 2>&1 </dev/null; }
says() { grep -qF -e "$2" "$work/output" || wrong "$1" "must say \"$2\", and said"; }

machine 1000 none
run || wrong "nothing is missing" "must pass, and failed"
[ ! -s "$work/calls" ] || wrong "nothing is missing" "must not call apt-get, and did"
[ ! -s "$work/output" ] || wrong "nothing is missing" "must be quiet, and said"

machine 0 'libsodium-dev|tzdata'
run || wrong "root" "must pass, and failed"
grep -qxF 'apt-get update -q' "$work/calls" || wrong "root" "must fetch the lists first, and called"
grep -qxF 'apt-get install -q -y --no-install-recommends libsodium-dev tzdata' "$work/calls" ||
    wrong "root" "must install the two missing packages and no other, and called"

machine 1000 'tzdata'
command_stub sudo "echo sudo >>'$work/calls'; exec \"\$@\""
run || wrong "sudo" "must pass, and failed"
[ "$(grep -c '^sudo$' "$work/calls")" = 2 ] || wrong "sudo" "must call apt-get through sudo twice, and called"

machine 1000 'tzdata'
! run || wrong "neither root nor sudo" "must fail, and passed"
says "neither root nor sudo" "Ask an administrator to run: apt-get install tzdata"
[ ! -s "$work/calls" ] || wrong "neither root nor sudo" "must not call apt-get, and did"

machine 0 'tzdata'
command_stub apt-get 'echo "no such host" >&2; exit 100'
! run || wrong "no network" "must fail, and passed"
says "no network" "no such host"
says "no network" "could not be installed (the reason is above): tzdata"

machine 0 'tzdata'
rm "$work/bin/swift"
! run || wrong "no Swift" "must fail, and passed"
says "no Swift" "Swift is missing"
[ ! -s "$work/calls" ] || wrong "no Swift" "must fail before anything is installed, and called"

machine 1000 none
rm "$work/bin/dpkg-query"
run || wrong "another system" "must pass, and failed"
says "another system" "liblua5.4-dev"

[ "$failures" = 0 ] || { echo "set-up: $failures expectations are not met" >&2; exit 1; }
echo "set-up: behaves as it must on 7 machines"
