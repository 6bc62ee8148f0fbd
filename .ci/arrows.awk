# Reads the paths of a package's files, one a line; exits with 1 after a sentence for each arrow that the table of
# docs/architecture.md does not have. A check that finds nothing to check fails as well.

BEGIN {
    TABLE = "docs/architecture.md"
    MANIFEST = "Package.swift"
    HEADING = "^\\| module \\| its one job \\| may import \\|"
    EVERYWHERE = "everywhere"
    read_table()
}

{
    split($0, part, "/")
    name = part[split($0, part, "/")]
    folder[part[2]] = part[1]
    if ($0 ~ /\.(h|hpp)$/) holder[name] = part[2]
    if ($0 ~ /\.(h|hpp)$/) holds[part[2], name] = 1
    path[++paths] = $0
}

END {
    for (f in folder) if (row_of(f) == "") fail(folder[f] "/" f, "is no module of the table in " TABLE "; give it a row")
    for (m in row)
        if (m != EVERYWHERE && !(m in folder)) fail(TABLE ":" row[m], "the module " m " has a row and no folder in Sources")
    for (i = 1; i <= paths; i++) read_source(path[i])
    read_manifest()
    if (!imports) fail("Sources", "not one import was seen, so nothing was checked")
    if (!targets) fail(MANIFEST, "not one target was seen, so nothing was checked")
    if (failures) exit 1
    print "arrows: " rows " modules, " imports " imports and " dependencies " dependencies agree with " TABLE
}

function fail(place, sentence) {
    print place ": " sentence "." > "/dev/stderr"
    failures++
}

# The table: `row` says where a module stands, `allowed` what it may import. Rows name modules of rows above only,
# which leaves no room for a circle.
function read_table(    line, number, inside, cell, module, word, arrow, end) {
    while ((getline line < TABLE) > 0) {
        number++
        if (line ~ HEADING) inside = 1
        else if (line !~ /^\|/) inside = 0
        if (!inside || line ~ HEADING || line ~ /^\|[-| ]*$/) continue
        split(line, cell, "|")
        module = cell[2]
        gsub(/[` ]/, "", module)
        row[module] = number
        if (module != EVERYWHERE) rows++
        while (match(cell[4], /`[^`]*`/)) {
            word = substr(cell[4], RSTART + 1, RLENGTH - 2)
            cell[4] = substr(cell[4], RSTART + RLENGTH)
            allowed[module, word] = 1
        }
    }
    close(TABLE)
    for (arrow in allowed) {
        split(arrow, end, SUBSEP)
        if (end[2] in row && row[end[2]] >= row[end[1]])
            fail(TABLE ":" row[end[1]], "the row of " end[1] " names " end[2] ", which is not in a row above it")
    }
    if (!rows) fail(TABLE, "no arrow table was found (a table with the heading \"module | its one job | may import\")")
}

# The row that rules a folder: its own, or that of the module which it tests.
function row_of(f,    m) {
    if (f in row) return f
    if (folder[f] != "Tests" || f !~ /Tests$/) return ""
    for (m in row) if (tolower(m) "tests" == tolower(f)) return m
    return ""
}

function judge(f, imported, place,    m) {
    m = row_of(f)
    if (m == "" || imported == m || imported == f) return
    if ((m, imported) in allowed || (EVERYWHERE, imported) in allowed) return
    fail(place, f " may not use " imported ": the table in " TABLE " has no such arrow from " m)
}

function read_source(file,    part, line, number, swift) {
    if (file !~ /\.(swift|c|cc|cpp|h|hpp|m|mm|S|modulemap)$/) return
    split(file, part, "/")
    swift = file ~ /\.swift$/
    comment = 0
    closing = previous = expecting = ""
    while ((getline line < file) > 0) {
        number++
        if (swift) read_imports(part[2], code(line, 1), file ":" number)
        else read_include(part[2], code(line, 0), file ":" number)
    }
    close(file)
    if (comment || closing != "") fail(file, "ends inside a comment or a string, so its imports cannot be told")
}

# `import X`, with any attributes, access level or kind of declaration around it, wherever in a line it stands.
# As a label (`f(import x)`) or a member (`.import`) the word imports nothing.
function read_imports(f, text, place,    token) {
    while (match(text, /[A-Za-z_][A-Za-z0-9_]*|`[^`]*`|[^ \t]/)) {
        token = substr(text, RSTART, RLENGTH)
        text = substr(text, RSTART + RLENGTH)
        if (expecting) {
            if (token ~ /^(typealias|struct|class|enum|protocol|let|var|func)$/) continue
            expecting = 0
            gsub(/`/, "", token)
            if (token ~ /^[A-Za-z_]/) {
                imports++
                judge(f, token, place)
            }
        } else if (token == "import") expecting = previous !~ /^[.(,]$/
        previous = token
    }
}

# `#include "x"`, `#include <x>`, or a module map's `header "x"`. A header belongs to the module that holds it.
function read_include(f, text, place,    header, name) {
    if (place ~ /\.modulemap:/) {
        if (text !~ /(^|[ \t])header[ \t]+"/) return
    } else if (text !~ /^[ \t]*#[ \t]*(include|include_next|import)([^A-Za-z_]|$)/) return
    imports++
    if (!match(text, /"[^"]+"|<[^>]+>/)) {
        fail(place, "names its header through a macro; write the name, so that it can be checked")
        return
    }
    header = substr(text, RSTART + 1, RLENGTH - 2)
    if (header ~ /(^|\/)\.\.(\/|$)/ || header ~ /^\//) {
        fail(place, "reaches for " header " by its path; name the header alone")
        return
    }
    name = header
    sub(/.*\//, "", name)
    if ((f, name) in holds) return
    judge(f, name in holder ? holder[name] : header, place)
}

# A line without its comments and, when `swift`, without the text of strings. What is open at its end (`comment`,
# `closing`) is open in the next.
function code(line, swift,    out, mark, end) {
    while (line != "") {
        if (comment) {
            if (!match(line, /\/\*|\*\//)) return out
            if (substr(line, RSTART, 1) == "*") comment--
            else if (swift) comment++
            line = substr(line, RSTART + 2)
        } else if (closing != "") {
            end = end_of_string(line, closing)
            if (!swift) out = out (end ? substr(line, 1, end) : line)
            if (end || closing !~ /"""/) closing = ""
            line = end ? substr(line, end + 1) : ""
        } else {
            if (!match(line, /\/\/|\/\*|'\\?"'|#*"/)) return out line
            mark = substr(line, RSTART, RLENGTH)
            out = out substr(line, 1, RSTART - 1)
            line = substr(line, RSTART + RLENGTH)
            if (mark == "//") return out
            if (mark == "/*") {
                comment = 1
                out = out " "
            } else if (mark ~ /'/) out = out mark
            else {
                if (!swift) out = out mark
                if (swift && line ~ /^""/) {
                    line = substr(line, 3)
                    mark = mark "\"\""
                }
                closing = mark
                if (swift && sub(/^#+/, "", closing)) closing = closing substr(mark, 1, length(mark) - length(closing))
                if (line == "" && closing !~ /"""/) closing = ""
            }
        }
    }
    return out
}

# Where the string that ends with `closing` ends in the line; 0 when it does not. A backslash hides a quotation mark
# from strings without number signs.
function end_of_string(line, closing,    at) {
    if (closing ~ /#/) {
        at = index(line, closing)
        return at ? at + length(closing) - 1 : 0
    }
    at = 1
    while (match(substr(line, at), /\\.|"/)) {
        at += RSTART - 1
        if (substr(line, at, length(closing)) == closing) return at + length(closing) - 1
        at += RLENGTH
    }
    return 0
}

# The targets of the manifest: each must have its folder, and may depend on what it may import.
function read_manifest(    line, text, block, name, list) {
    comment = 0
    closing = ""
    while ((getline line < MANIFEST) > 0) text = text " " code(line, 0)
    close(MANIFEST)
    while (match(text, /\.(target|executableTarget|testTarget|systemLibrary|macro|binaryTarget)\(/)) {
        text = substr(text, RSTART + RLENGTH - 1)
        block = balanced(text, "(", ")")
        text = substr(text, length(block) + 1)
        if (!match(block, /name:[ ]*"[^"]*"/)) continue
        name = substr(block, RSTART, RLENGTH)
        gsub(/name:[ ]*|"/, "", name)
        targets++
        if (!(name in folder)) fail(MANIFEST, "the target " name " has no folder of its name in Sources or Tests")
        if (!match(block, /dependencies:[ ]*\[/)) continue
        list = balanced(substr(block, RSTART + RLENGTH - 1), "[", "]")
        gsub(/package:[ ]*"[^"]*"/, "", list)
        while (match(list, /"[^"]*"/)) {
            dependencies++
            judge(name, substr(list, RSTART + 1, RLENGTH - 2), MANIFEST)
            list = substr(list, RSTART + RLENGTH)
        }
    }
}

# What stands from the first character, an opening bracket, up to and with the one that closes it.
function balanced(text, opening, ending,    i, depth, c) {
    for (i = 1; i <= length(text); i++) {
        c = substr(text, i, 1)
        if (c == opening) depth++
        if (c == ending && --depth == 0) return substr(text, 1, i)
    }
    return text
}
