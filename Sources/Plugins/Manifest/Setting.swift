import Community

/// A value of a plugin that admins choose, declared in its manifest.
public struct Setting: Sendable, Hashable {
    /// A Lua identifier.
    public let name: String
    /// Choices and the bounds of whole numbers are part of it.
    public let type: FieldType
    /// The value until somebody chooses one; null for none.
    public let defaultValue: FieldValue
    /// The least and the greatest value of numbers, dates and instants.
    public let minimum: FieldValue?
    public let maximum: FieldValue?
    public let title: LocalizedText
    public let description: LocalizedText

    public init(
        name: String, type: FieldType, default defaultValue: FieldValue = .null, minimum: FieldValue? = nil,
        maximum: FieldValue? = nil, title: LocalizedText = [:], description: LocalizedText = [:]
    ) {
        self.name = name
        self.type = type
        self.defaultValue = defaultValue
        self.minimum = minimum
        self.maximum = maximum
        self.title = title
        self.description = description
    }

    /// Reads a value as people type it.
    public func parse(_ text: String) throws(ValueError) -> FieldValue {
        let value = try type.parse(text)
        try check(value)
        return value
    }

    /// Whether a value will do.
    public func check(_ value: FieldValue) throws(ValueError) {
        try type.check(value)
        if let minimum, value.isBelow(minimum) {
            throw ValueError("\(value) is less than \(minimum), the least that '\(name)' can be")
        }
        if let maximum, maximum.isBelow(value) {
            throw ValueError("\(value) is more than \(maximum), the most that '\(name)' can be")
        }
    }
}

extension FieldValue {
    /// Whether it comes before another value of its kind; false where there is no order.
    func isBelow(_ other: FieldValue) -> Bool {
        switch (self, other) {
        case (.integer(let left), .integer(let right)): left < right
        case (.number(let left), .number(let right)): left < right
        case (.integer(let left), .number(let right)): Double(left) < right
        case (.number(let left), .integer(let right)): left < Double(right)
        case (.day(let left), .day(let right)): left < right
        case (.instant(let left), .instant(let right)): left < right
        default: false
        }
    }
}
