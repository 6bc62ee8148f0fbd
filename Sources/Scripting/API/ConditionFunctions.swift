import LuaKit

/// What `where` takes besides values.
enum ConditionFunctions {
    static func module(_ session: Session) -> Module {
        Module(
            nil, "Conditions for `where`.",
            functions: [
                Function(
                    "before", "Less than a value, or earlier than a date, instant, month or quarter.",
                    Parameter<Value>("value", "The bound, which is left out."), returns: "A condition.",
                    example: #"items:where("due", before(today))"#
                ) { value in ConditionObject(.before(try bound(value, "before"))) },
                Function(
                    "after", "Greater than a value, or later than a date, instant, month or quarter.",
                    Parameter<Value>("value", "The bound, which is left out."), returns: "A condition.",
                    example: #"items:where("due", after(quarter "2024-Q2"))"#
                ) { value in ConditionObject(.after(try bound(value, "after"))) },
                Function(
                    "between", "From a value to another, both included.",
                    Parameter<Value>("low", "The lower bound."),
                    Parameter<Value>("high", "The upper bound."), returns: "A condition.",
                    example: #"items:where("due", between(today, today + days(7)))"#
                ) { low, high in
                    ConditionObject(.between(try bound(low, "between"), try bound(high, "between")))
                },
                Function(
                    "contains", "Has a text within it, whatever its case, accents and vowel marks.",
                    Parameter<String>("text", "The text."), returns: "A condition.",
                    example: #"practices:where("title", contains "border")"#
                ) { text in ConditionObject(.contains(text)) },
                Function(
                    "has", "Has a value among its several ones.", Parameter<Value>("value", "The value."),
                    returns: "A condition.", example: #"organizations:where("weekend", has "friday")"#
                ) { value in ConditionObject(.has(try bound(value, "has"))) },
                Function(
                    "except",
                    "Anything but a value or a list of values. Records without a value are kept; `except(none)` keeps "
                        + "those with one.",
                    Parameter<Value>("value", "A value, a list of values, or `none`."),
                    returns: "A condition.",
                    example: #"items:where("status", except { "done", "cancelled" })"#
                ) { value in ConditionObject(.except(try bound(value, "except"))) },
            ],
            constants: [
                Module.Constant(
                    "any", "No filter: what a parameter is that was left out.",
                    type: ConditionObject.luaTypeExpression, .object(session.any)),
                Module.Constant(
                    "none", "Without a value.", type: ConditionObject.luaTypeExpression,
                    .object(ConditionObject(.none))),
            ])
    }

    static var type: ObjectType<ConditionObject> {
        ObjectType("What a field must be, for `where`.", text: { $0.name })
    }

    /// A missing name would read as nil, and a condition on nil as no condition at all.
    private static func bound(_ value: Value, _ function: String) throws -> Value {
        guard !value.isNil else {
            throw ScriptError("'\(function)' got nil; write `none` for no value, or leave the condition out")
        }
        return value
    }
}
