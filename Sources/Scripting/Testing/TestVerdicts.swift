import LuaKit

/// What a rule has said, for a test to look at.
final class TestVerdicts: HostObject {
    static let luaType = "test verdicts"

    private let findings: RuleFindings

    init(_ findings: RuleFindings) {
        self.findings = findings
    }

    static var type: ObjectType<TestVerdicts> {
        ObjectType(
            "What a rule has said of the changes of a test.",
            methods: [
                Function(
                    "warnings", of: TestVerdicts.self, "What the rule warns of.",
                    returns: "A list of texts, in the order of the changes.",
                    example: #"t:equal(t:run("rules/weekends", { change = change }):warnings(), {})"#
                ) { verdicts in verdicts.findings.warnings.map(\.text) },
                Function(
                    "rejections", of: TestVerdicts.self, "Why the rule refuses the changes.",
                    returns: "A list of texts, in the order of the changes.",
                    example: #"t:equal(#t:run("rules/weekends", { change = change }):rejections(), 0)"#
                ) { verdicts in verdicts.findings.rejections.map(\.text) },
            ])
    }
}

/// What `t:run` gives, of the kind of what was run.
enum TestResult: LuaWritable {
    case document(TestDocument)
    case verdicts(TestVerdicts)
    case `import`(TestImport)

    static var luaType: String { "test result" }
    static var luaTypeExpression: TypeExpression {
        .either([
            TestDocument.luaTypeExpression, TestVerdicts.luaTypeExpression, TestImport.luaTypeExpression,
        ])
    }

    func write(to stack: Stack) throws -> Int32 {
        switch self {
        case .document(let document): try document.write(to: stack)
        case .verdicts(let verdicts): try verdicts.write(to: stack)
        case .import(let result): try result.write(to: stack)
        }
    }
}
