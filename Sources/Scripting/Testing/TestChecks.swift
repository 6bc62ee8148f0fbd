import LuaKit

/// The checks of a test: each raises an error at its line when it does not hold.
enum TestChecks {
    static var methods: [Function] { [equal, contains, fails, truthy] }

    private static var equal: Function {
        Function(
            "equal", of: TestObject.self,
            "Checks that two values are the same: tables by what is in them, dates and records by what they are, 1 and "
                + "1.0 alike.",
            Parameter<Value>("actual", "What there is."),
            Parameter<Value>("expected", "What there should be."),
            Parameter<String?>("message", "What is checked, for whoever reads that it failed."),
            returns: "Nothing.", example: #"t:equal(doc:rows(), { { "Late", 60 } })"#
        ) { (test: TestObject, actual: Value, expected: Value, message: String?) throws -> Value in
            let comparison = TestComparison(session: test.session)
            let difference = try comparison.difference(actual, expected)
            guard difference.isEmpty else {
                throw CheckFailure(
                    (message.map { "\($0): " } ?? "") + "the values are not equal", difference: difference)
            }
            return .nil
        }
    }

    private static var contains: Function {
        Function(
            "contains", of: TestObject.self, "Checks that a text has another in it, or a list a value.",
            Parameter<Value>("whole", "The text or list."), Parameter<Value>("part", "What is in it."),
            Parameter<String?>("message", "What is checked, for whoever reads that it failed."),
            returns: "Nothing.", example: #"t:contains(doc:text(), "Overdue")"#
        ) { (state: State, test: TestObject, whole: Value, part: Value, message: String?) throws -> Value in
            let comparison = TestComparison(session: test.session)
            let found: Bool
            switch (whole, part) {
            case (.string(let whole), .string(let part)):
                found = part.bytes.isEmpty || whole.bytes.firstRange(of: part.bytes) != nil
            case (.table, _):
                found = try state.sequence(whole).contains { try comparison.difference($0, part).isEmpty }
            default:
                throw ScriptError(
                    "'contains' looks for a text in a text or a value in a list, and got \(whole.phrase) and "
                        + part.phrase)
            }
            guard found else {
                let wanted = try comparison.text(part)
                throw CheckFailure(
                    (message.map { "\($0): " } ?? "") + "\(wanted) is not in it",
                    difference: try comparison.lines(whole))
            }
            return .nil
        }
    }

    private static var fails: Function {
        Function(
            "fails", of: TestObject.self, "Checks that a function raises an error.",
            Parameter<Value>("call", "A function without arguments."),
            Parameter<String?>("text", "What the error's message has in it."),
            returns: "The error's message.",
            example: #"t:fails(function() t:run("reports/overdue") end, "needs the parameter")"#
        ) { (state: State, test: TestObject, call: Value, text: String?) throws -> String in
            guard case .function = call else {
                throw ScriptError("'fails' needs a function, and got \(call.phrase): write function() … end")
            }
            do {
                _ = try state.call(call)
            } catch let error as LuaError {
                switch error.kind {
                case .stopped, .closed, .memory: throw error
                default: break
                }
                let message = error.message
                guard let text, !message.contains(text) else { return message }
                throw CheckFailure("the error does not say '\(text)'", difference: ["the error: \(message)"])
            }
            throw CheckFailure("there was no error" + (text.map { ", where '\($0)' was expected" } ?? ""))
        }
    }

    private static var truthy: Function {
        Function(
            "truthy", of: TestObject.self, "Checks that a value is neither false nor nil.",
            Parameter<Value>("value", "The value."),
            Parameter<String?>("message", "What is checked, for whoever reads that it failed."),
            returns: "Nothing.", example: #"t:truthy(doc.title)"#
        ) { (value: TestObject, condition: Value, message: String?) throws -> Value in
            switch condition {
            case .nil, .boolean(false):
                throw CheckFailure(
                    (message.map { "\($0): " } ?? "") + "the value is \(condition.isNil ? "nil" : "false")")
            default: return .nil
            }
        }
    }
}
