import ArgumentParser

/// An amount of memory as people write it: `64MB`, `512KB`, `1GB`. A megabyte is 2²⁰ bytes.
struct MemoryAmount: ExpressibleByArgument {
    let bytes: Int
    private let text: String

    init(megabytes count: Int) {
        bytes = count << 20
        text = "\(count)MB"
    }

    init?(argument: String) {
        let units = ["KB": 10, "MB": 20, "GB": 30]
        guard let unit = units.first(where: { argument.uppercased().hasSuffix($0.key) }),
            let count = Int(argument.dropLast(2)), count > 0, count <= 1 << 20
        else { return nil }
        bytes = count << unit.value
        text = argument
    }

    var defaultValueDescription: String { text }
}

/// A length of time as people write it: `10s`, `500ms`, `2m`.
struct TimeAmount: ExpressibleByArgument {
    let milliseconds: Int
    private let text: String

    init(seconds count: Int) {
        milliseconds = count * 1000
        text = "\(count)s"
    }

    init?(argument: String) {
        // The longer unit first: `ms` ends in `s`.
        let units = [("ms", 1), ("s", 1000), ("m", 60_000)]
        guard let unit = units.first(where: { argument.hasSuffix($0.0) }),
            let count = Int(argument.dropLast(unit.0.count)), count > 0, count <= 1_000_000
        else { return nil }
        milliseconds = count * unit.1
        text = argument
    }

    var defaultValueDescription: String { text }
}
