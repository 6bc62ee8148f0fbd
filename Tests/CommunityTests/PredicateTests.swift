import Community
import Testing

struct PredicateTests {
    private static let a = Predicate.field("a", .isPresent)
    private static let b = Predicate.field("b", .isAbsent)

    @Test(
        arguments: [
            (.all([]), .always), (.any([]), .never), (.all([a]), a), (.any([a]), a),
            (.all([a, .always]), a), (.all([a, .never]), .never), (.any([a, .never]), a),
            (.any([a, .always]), .always), (.all([a, b]), .all([a, b])), (.any([a, b]), .any([a, b])),
            (.not(.always), .never), (.not(.never), .always), (.not(a), .not(a)),
            (.not(.all([])), .never), (.related("r", .never), .never),
            // That there is a related record is a condition of its own.
            (.related("r", .always), .related("r", .always)),
            (.related("r", .all([a, .always])), .related("r", a)),
            (.all([.any([.never, .all([a])]), .always]), a),
            (.any([.all([a, .related("r", .any([]))]), b]), b),
            (.visible("r"), .visible("r")), (.always, .always), (.never, .never),
        ] as [(Predicate, Predicate)])
    func `what cannot matter goes`(predicate: Predicate, simplified: Predicate) {
        #expect(predicate.simplified == simplified)
        #expect(simplified.simplified == simplified)
    }

    @Test func `a condition at the end of a path asks the records on the way`() {
        let query = Query("action_item").filtered(["owners", "members", "name"], .contains("a"))
        #expect(query.conditions == [.related("owners", .related("members", .field("name", .contains("a"))))])
        #expect(Query("action_item").filtered(["due"], .isPresent).conditions == [.field("due", .isPresent)])
    }

    @Test(arguments: [("due", "due", false), ("-due", "due", true), ("-owners.name", "owners.name", true)])
    func `a sort key begins with a minus to go down`(text: String, path: String, isDescending: Bool) {
        #expect(Query.SortKey(text) == Query.SortKey(FieldPath(path), descending: isDescending))
    }
}
