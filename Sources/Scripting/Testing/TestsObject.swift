import LuaKit

/// `tests { … }`: what a file of tests returns.
final class TestsObject: HostObject {
    static let luaType = "table of tests"

    /// In the order of their names.
    let tests: [(name: String, function: Value)]

    init(_ tests: [(name: String, function: Value)]) {
        self.tests = tests
    }

    static var type: ObjectType<TestsObject> { ObjectType("Tests, for the file to return.") }

    static var function: Function {
        Function(
            "tests",
            "Declares the tests of a plugin, in a file of its folder `tests`. `halqa plugin test` runs each with a "
                + "fresh state; one that fails or loops does not keep the others from running.",
            Parameter<Value>(
                "tests", "By what is to hold (a sentence), a function that checks it.",
                type: .table(
                    of: .function([.init("t", TestObject.luaTypeExpression)], returns: nil))),
            returns: "The tests, for the file to return.",
            example: #"return tests { ["one and one are two"] = function(t) t:equal(1 + 1, 2) end }"#
        ) { (state: State, tests: Value) throws -> TestsObject in
            let reader = try TableReader(state, tests, "the table of tests")
            let fields = try state.fields(reader.table).map { field in
                guard case .string(let name) = field.key, let name = name.text, !name.isEmpty else {
                    throw ScriptError(
                        "the table of tests has \(field.key.phrase) as a key, where a sentence is expected")
                }
                guard name.utf8.count <= 300 else {
                    throw ScriptError("the name of the test '\(name.prefix(40))…' is longer than a sentence")
                }
                guard case .function = field.value else {
                    throw ScriptError(
                        "the test '\(name)' must be a function of t, and is \(field.value.phrase)")
                }
                return (name: name, function: field.value)
            }
            guard !fields.isEmpty else { throw ScriptError("the table of tests has none") }
            guard fields.count <= 500 else {
                throw ScriptError("the file has \(fields.count) tests; put more than 500 into several files")
            }
            return TestsObject(fields.sorted { $0.name < $1.name })
        }
    }
}
