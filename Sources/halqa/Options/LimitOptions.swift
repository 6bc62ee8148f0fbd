import ArgumentParser
import Runs

/// The options that say what a script may use.
struct LimitOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The most memory that the script may use (default: 64MB).", valueName: "size"),
        transform: { try MemoryAmount($0) })
    var memory = MemoryAmount(megabytes: 64)

    @Option(
        help: ArgumentHelp("The longest time that the run may take (default: 10s).", valueName: "time"),
        transform: { try TimeAmount($0) })
    var time = TimeAmount(seconds: 10)

    var limits: RunLimits { RunLimits(memory: memory.bytes, time: time.milliseconds) }
}
