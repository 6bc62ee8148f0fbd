#!/bin/bash
# What .ci/arrows must see. Each case copies a small sound package, spoils one thing, and expects the check to fail
# with the sentence for it; the sound package itself, and look-alikes of imports, must pass.
set -euo pipefail
check=$(cd "$(dirname "$0")/.." && pwd)/arrows
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cases=0 failures=0

sound=$work/sound
mkdir -p "$sound"/docs "$sound"/Sources/{CLow/include,Low,Middle,top} "$sound"/Tests/{MiddleTests,TopTests}
cat >"$sound/docs/architecture.md" <<'END'
| a table | that is | not the one |
|---|---|---|
| Other | with rows | `Low` |

| module | its one job | may import |
|---|---|---|
| everywhere | the language's own | `Foundation` `Testing` · `stdio.h` |
| CLow | C | `lua.h` |
| Low | pure | `CLow` |
| Middle | `Foreign` is named here, and not allowed | `Low` |
| top | the command | `Middle` `ArgumentParser` |
END
cat >"$sound/Package.swift" <<'END'
// .target(name: "InAComment", dependencies: ["Nothing"])
let package = Package(
    products: [.executable(name: "top", targets: ["top"])],
    targets: [
        .target(name: "CLow"),
        .target(name: "Low", dependencies: ["CLow"]),
        .target(
            name: "Middle",
            dependencies: [.target(name: "Low")]),
        .executableTarget(
            name: "top", dependencies: ["Middle", .product(name: "ArgumentParser", package: "a-package")]),
        .testTarget(name: "MiddleTests", dependencies: ["Middle"]),
        .testTarget(name: "TopTests", dependencies: ["top"]),
    ])
END
printf '#include "CLow.h"\n#include <stdio.h>\n#include <lua.h>\n' >"$sound/Sources/CLow/low.c"
: >"$sound/Sources/CLow/include/CLow.h"
printf 'import CLow\nimport Foundation\n' >"$sound/Sources/Low/Low.swift"
printf 'import Low\n' >"$sound/Sources/Middle/Middle.swift"
printf 'import ArgumentParser\nimport struct Middle.Value\n' >"$sound/Sources/top/Top.swift"
printf 'import Testing\n@testable import Middle\nimport Low\n' >"$sound/Tests/MiddleTests/Some.swift"
printf 'import Testing\n@testable import top\n' >"$sound/Tests/TopTests/Some.swift"

# $1: what is tried; the rest: a command that changes the package in the current folder.
spoiled() {
    rm -rf "$work/tree"
    cp -R "$sound" "$work/tree"
    (cd "$work/tree" && "${@:2}")
    cases=$((cases + 1))
}
wrong() {
    failures=$((failures + 1))
    printf 'arrows, %s: %s\n' "$1" "$2" >&2
    sed 's/^/    /' "$work/output" >&2
}
passes() {
    spoiled "$@"
    "$check" "$work/tree" >"$work/output" 2>&1 || wrong "$1" "must pass, and failed"
}
fails() { # $1: the sentence expected; the rest as above
    local sentence=$1
    shift
    spoiled "$@"
    if "$check" "$work/tree" >"$work/output" 2>&1; then
        wrong "$1" "must fail, and passed"
    elif ! grep -qF -e "$sentence" "$work/output"; then
        wrong "$1" "must fail with \"$sentence\", and said"
    fi
}
middle() { printf '%b' "$1" >>Sources/Middle/Middle.swift; }
low_c() { printf '%b' "$1" >>Sources/CLow/low.c; }
table() { sed -i -e "$1" docs/architecture.md; }
manifest() { sed -i -e "$1" Package.swift; }

passes "the sound package" true

no='Sources/Middle/Middle.swift:2: Middle may not use Foreign'
for line in 'import Foreign' 'import Foreign.Part' 'import struct Foreign.Value' 'import func Foreign.call' \
    '@testable import Foreign' '@preconcurrency import Foreign' '@_spi(Some) @_exported import Foreign' \
    'public import Foreign' 'package import Foreign' 'internal import enum Foreign.E' \
    '    import Foreign' '\timport\tForeign' 'let a = 1; import Foreign' 'import Low; import Foreign' \
    '/* why */ import /* not */ Foreign' 'import `Foreign`' 'let a = "//"; import Foreign' \
    'let a = "\\""; import Foreign' 'let a = #"\\"#; import Foreign' 'let a = "\\(b("x"))"; import Foreign' \
    'let a = ""; import Foreign' 'let a = """""" ; import Foreign' '#if os(Linux) import Foreign'; do
    fails "$no" "$line" middle "$line\n"
done
fails 'Middle.swift:3: Middle may not use Foreign' "an import on two lines" middle 'import\nForeign\n'
fails 'Middle.swift:4: Middle may not use Foreign' "after a string of several lines" \
    middle 'let a = """\n  \\""" import Low\n  """; import Foreign\n'
fails 'Middle.swift:4: Middle may not use Foreign' "after a comment of several lines" \
    middle '/* one /* two\n */ import Low\n*/ import Foreign\n'
fails 'Middle.swift:2: Middle may not use CLow' "a module that is only reached through another" middle 'import CLow\n'
fails 'Middle.swift:2: Middle may not use top' "an import against the arrow" middle 'import top\n'
fails 'ends inside a comment or a string' "a comment that never ends" middle '/* import\n'
fails 'ends inside a comment or a string' "a string that never ends" middle 'let a = """\n'

for line in '// import Foreign' '/* import Foreign */' '/// import Foreign' 'let a = "import Foreign"' \
    'let a = """\n    import Foreign\n    """' 'let a = #"""\n    """ import Foreign\n    """#' \
    'call(import x)' 'let a = Command.import' 'let `import` = 1' 'let imported = 1' 'func f(b: Int, import x: Int) {}' \
    'let a = "https://a.b/*"' '/*\n import Foreign\n*/'; do
    passes "$line" middle "$line\n"
done

for line in '#include "Foreign.h"' '#include <Foreign.h>' '#  include "deep/Foreign.h"' ' #import "Foreign.h"' \
    '#include_next <Foreign.h>' '/* why */ #include <Foreign.h>'; do
    fails "Sources/CLow/low.c:4: CLow may not use" "$line" low_c "$line\n"
done
fails 'CLow may not use Middle' "a header of another module" eval 'touch Sources/Middle/Middle.h; low_c "#include \"Middle.h\"\n"'
fails 'reaches for ../Middle/x.h by its path' "a header by its path" low_c '#include "../Middle/x.h"\n'
fails 'names its header through a macro' "a header by a macro" low_c '#include HEADER\n'
fails 'may not use Foreign.h' "a header's own include" eval 'echo "#include <Foreign.h>" >Sources/CLow/include/CLow.h'
fails 'may not use foreign.h' "a header of a module map" eval 'echo "module CLow { header \"foreign.h\" }" >Sources/CLow/include/module.modulemap'
for line in '// #include <Foreign.h>' '/*\n#include <Foreign.h>\n*/' 'char *a = "/*";' "char a = '\"'; // \"" '#included'; do
    passes "$line" low_c "$line\n"
done

fails 'MiddleTests may not use top' "a test that reaches above its module" eval 'echo "import top" >Tests/MiddleTests/More.swift'
fails 'Tests/OrphanTests: is no module' "tests of no module" eval 'mkdir Tests/OrphanTests; touch Tests/OrphanTests/A.swift'
fails 'Sources/New: is no module' "a folder without a row" eval 'mkdir Sources/New; touch Sources/New/New.swift'
fails 'the module Gone has a row and no folder' "a row without a folder" table '/^| Low/i | Gone | nothing | |'
fails 'which is not in a row above it' "a circle in the table" table 's/`lua.h`/`lua.h` `Middle`/'
fails 'no arrow table was found' "a table under another heading" table 's/may import/imports/'
fails 'no arrow table was found' "no table" eval ': >docs/architecture.md'
fails 'no arrow table was found' "no document" rm docs/architecture.md

fails 'Package.swift: Middle may not use CLow' "a dependency without an arrow" manifest 's/\.target(name: "Low")/&, "CLow"/'
fails 'Package.swift: Low may not use Foreign' "a product without an arrow" \
    manifest 's/\["CLow"\]/["CLow", .product(name: "Foreign", package: "a")]/'
fails 'MiddleTests may not use top' "a test target that reaches above" manifest 's/dependencies: \["Middle"\]/dependencies: ["Middle", "top"]/'
fails 'the target Elsewhere has no folder' "a target without its folder" manifest 's/name: "Low"/name: "Elsewhere"/'
fails 'not one target was seen' "a manifest without targets" eval ': >Package.swift'
fails 'not one import was seen' "sources without imports" eval 'find Sources Tests -type f -exec cp /dev/null {} \;'

[ "$failures" = 0 ] || { echo "arrows: $failures of $cases cases are wrong" >&2; exit 1; }
[ "$cases" -gt 50 ] || { echo "arrows: only $cases cases were tried" >&2; exit 1; }
echo "arrows: $cases cases behave as they must"
