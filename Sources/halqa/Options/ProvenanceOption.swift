import ArgumentParser

/// The option that asks where what is shown comes from.
struct ProvenanceOption: ParsableArguments {
    @Flag(
        help: ArgumentHelp(
            "Name the records behind each row, the commit, and how confidential the whole is."))
    var provenance = false
}
