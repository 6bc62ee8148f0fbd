import ArgumentParser

/// An amount of memory as people write it: `64MB`, `512KB`, `1GB`. A megabyte is 2²⁰ bytes.
struct MemoryAmount: CustomStringConvertible {
    let bytes: Int
    let description: String

    init(megabytes count: Int) {
        bytes = count << 20
        description = "\(count)MB"
    }

    init(_ text: String) throws {
        let units = ["KB": 10, "MB": 20, "GB": 30]
        guard let unit = units.first(where: { text.uppercased().hasSuffix($0.key) }),
            let count = Int(text.dropLast(2)), count > 0, count <= 1 << 20
        else { throw ValidationError("'\(text)' is not an amount of memory; write 64MB, 512KB or 1GB.") }
        bytes = count << unit.value
        description = text
    }
}

/// A length of time as people write it: `10s`, `500ms`, `2m`.
struct TimeAmount: CustomStringConvertible {
    let milliseconds: Int
    let description: String

    init(seconds count: Int) {
        milliseconds = count * 1000
        description = "\(count)s"
    }

    init(_ text: String) throws {
        // The longer unit first: `ms` ends in `s`.
        let units = [("ms", 1), ("s", 1000), ("m", 60_000)]
        guard let unit = units.first(where: { text.hasSuffix($0.0) }),
            let count = Int(text.dropLast(unit.0.count)), count > 0, count <= 1_000_000
        else { throw ValidationError("'\(text)' is not a length of time; write 10s, 500ms or 2m.") }
        milliseconds = count * unit.1
        description = text
    }
}
