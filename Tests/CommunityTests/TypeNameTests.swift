import Community
import Testing

@Suite struct TypeNameTests {
    @Test(arguments: TypeName.Use.allCases)
    func `every name is read back as the type that it names`(use: TypeName.Use) throws {
        for name in TypeName.names(for: use, in: .standard) {
            #expect(try TypeName(name.description, for: use, in: .standard) == name)
        }
    }

    @Test func `every type of a field can be declared by its name`() throws {
        for name in TypeName.names(for: .field, in: .standard) {
            let isChoice = name == .choice || name == .list(of: .choice)
            let type = try FieldType(name, choices: isChoice ? [Choice("a", title: ["en": "A"])] : [])
            #expect(type.typeName == name)
            #expect(type.choices.count == (isChoice ? 1 : 0))
        }
    }

    @Test(arguments: [
        ("txt", TypeName.Use.field, "has the unknown type 'txt'; did you mean 'text'?"),
        (
            "month", .field,
            "has the unknown type 'month'; there are text, integer, number, boolean, date, instant, localized text, "
                + "time zone, choice, and entities such as member"
        ),
        ("list of texts", .setting, "has the unknown type 'list of texts'; did you mean 'list of text'?"),
        (
            "list of text", .parameter,
            "has the unknown type 'list of text'; there are text, integer, number, boolean, date, instant, month, "
                + "quarter, and entities such as member"
        ),
        ("organizations", .parameter, "has the unknown type 'organizations'; did you mean 'organization'?"),
    ])
    func `an unknown name gets a suggestion`(name: String, use: TypeName.Use, message: String) {
        let error = #expect(throws: DeclarationError.self) { try TypeName(name, for: use, in: .standard) }
        #expect(error?.description == message)
    }

    @Test func `bounds hold what is checked and typed`() throws {
        let grade = try FieldType(.integer, minimum: .integer(0), maximum: .integer(9))
        #expect(grade == .integer(0...9))
        let share = try FieldType(.number, minimum: .integer(0), maximum: .number(1.5))
        #expect(share == .number(0...1.5))
        let error = #expect(throws: ValueError.self) { try share.parse("1.6") }
        #expect(error?.description == "'1.6' is not a number from 0.0 to 1.5")
        #expect(throws: ValueError.self) { try share.check(.integer(2)) }
        #expect(throws: Never.self) { try share.check(.integer(1)) }
        #expect(try FieldType(.number) == .anyNumber)
        #expect(try FieldType(.integer, minimum: .integer(3)) == .integer(3...Int64.max))
    }

    @Test func `parts that do not go together are refused`() {
        let a = Choice("a", title: [:])
        let cases: [(message: String, body: () throws -> FieldType)] = [
            (
                "has a minimum (2) above its maximum (1)",
                {
                    try FieldType(.integer, minimum: .integer(2), maximum: .integer(1))
                }
            ),
            (
                "has the minimum 'x', which is not a whole number",
                {
                    try FieldType(.integer, minimum: .text("x"))
                }
            ),
            (
                "has a minimum or maximum, which integers and numbers have, not 'text'",
                {
                    try FieldType(.text, maximum: .integer(1))
                }
            ),
            ("is a choice without choices; list them as 'choices'", { try FieldType(.choice) }),
            ("has the choice 'a' twice", { try FieldType(.list(of: .choice), choices: [a, a]) }),
            (
                "has choices, which go with the type 'choice', not 'text'",
                {
                    try FieldType(.text, choices: [a])
                }
            ),
            ("cannot be of the type 'quarter', which no field holds", { try FieldType(.quarter) }),
        ]
        for (message, body) in cases {
            let error = #expect(throws: DeclarationError.self) { try body() }
            #expect(error?.description == message)
        }
    }
}
