import Community
import Testing

@testable import Host

struct FilterExpressionTests {
    @Test(arguments: [
        ("status=open", ["status"], Condition.isOneOf([.text("open")])),
        ("status=open,blocked", ["status"], .isOneOf([.text("open"), .text("blocked")])),
        ("status!=done", ["status"], .isNoneOf([.text("done")])),
        ("due<2024-07-01", ["due"], .isBefore(.day(Day(number: 19905)))),
        ("due <=2024-07-01", ["due"], .isAtMost(.day(Day(number: 19905)))),
        ("progress>50", ["progress"], .isAfter(.integer(50))),
        ("progress>=50", ["progress"], .isAtLeast(.integer(50))),
        ("due=", ["due"], .isAbsent),
        ("due!=", ["due"], .isPresent),
        ("title~a=b", ["title"], .contains("a=b")),
        ("reference=one, two", ["reference"], .isOneOf([.text("one, two")])),
        ("owners=jor,lbn", ["owners"], .isOneOf([.reference("jor"), .reference("lbn")])),
        ("owners.country=JOR", ["owners", "country"], .isOneOf([.text("JOR")])),
        ("progress_reports=", ["progress_reports"], .isAbsent),
        ("tags=border", ["tags"], .isOneOf([.text("border")])),
    ])
    func `a condition as typed becomes a path and a condition`(
        text: String, path: [String], condition: Condition
    ) throws {
        let expression = try filter(text)
        #expect(expression.path == path)
        #expect(expression.condition == condition)
    }

    @Test(arguments: [
        ("status", "'status' is not a condition"),
        ("=open", "'=open' is not a condition"),
        ("statuss=open", "'statuss' is not a field of action_item; did you mean 'status'?"),
        (
            "status=opened",
            "'opened' is not one of open, in_progress, blocked, done, cancelled; did you mean 'open'?"
        ),
        ("due<tomorrow", "'tomorrow' is not a date (2024-06-30)"),
        ("due.year=2024", "'due' of action_item is not a reference, so 'due.year' leads nowhere"),
    ])
    func `a condition that cannot be understood says what was expected`(text: String, message: String) {
        #expect {
            _ = try filter(text)
        } throws: { error in
            "\(error)".contains(message)
        }
    }

    private func filter(_ text: String) throws -> FilterExpression {
        let schema = Schema.standard
        return try FilterExpression(
            text, entity: try schema.entity("action_item"), schema: schema, language: "en")
    }
}
