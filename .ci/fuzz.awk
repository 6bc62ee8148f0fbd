# Keeps what libFuzzer writes in the file `log`, and says at the end how much ground was covered, and when the last of it
# was new: awk -v log_file=FILE -f .ci/fuzz.awk
BEGIN { began = systime() }

{ print >log_file }

/^#[0-9]+/ && match($0, /cov: [0-9]+/) {
    covered = substr($0, RSTART + 5, RLENGTH - 5) + 0
    inputs = substr($1, 2) + 0
    if ($2 == "INITED") { first = covered; most = covered }
    if (covered > most) { most = covered; risen = systime() - began }
}

END {
    rise = most > first ? ", the last new one after " risen " s" : ""
    printf "  %d inputs in %d s; %d edges, at first %d%s\n", inputs, systime() - began, most, first, rise
}
