import Community
import LuaKit

extension Session {
    /// Gives scripts the Lua API. From then on the globals are frozen.
    func register() throws {
        identifiers.belong(to: self)
        names.belong(to: self)
        for type in types { try type.register(with: state) }
        for module in try modules { try state.register(module) }
        state.hints = [
            "community": "the report's function is given it; write function(community) … end",
            "params": "the report's function is given them; write function(community, params) … end",
            "settings": FileFunctions.settingsHint,
        ]
        try state.freeze()
    }

    /// The types of values that scripts meet.
    var types: [any ScriptType] {
        let times: [any ScriptType] = [DateType.type(self), InstantType.type(self)]
        let records: [any ScriptType] = bridge.types(for: self)
        let others: [any ScriptType] = [
            LocalTimeObject.type, HijriObject.type, CommunityObject.type(schema), QueryType.type,
            GroupingObject.type, GroupsObject.type(self), ConditionFunctions.type, DocumentType.type(self),
            SettingsObject.type, TestObject.type, TestCommunityObject.type, TestDocument.type,
            TestImport.type,
            JSONFunctions.type, ReportObject.type, ReminderObject.type,
            TransformObject.type, RuleObject.type, RuleChangeObject.type(schema), FormerRecord.type,
            ChangeObject.type, RefusalObject.type, SkipObject.type, WarningObject.type, TestVerdicts.type,
            TestsObject.type,
        ]
        return times + SpanTypes.types(self) + records + others
    }

    /// The functions and constants of the API, by namespace.
    var modules: [Module] {
        get throws {
            [
                Module(
                    nil, "What files return.",
                    functions: [
                        ReportObject.function(self), ReminderObject.function,
                        TransformObject.function(self), RuleObject.function(self),
                    ]),
                Module(nil, "What files of tests return.", functions: [TestsObject.function]),
                Module(nil, "What reports return.", functions: [DocumentType.function(self)]),
                Module(
                    nil, "What rules and imports answer.",
                    functions: [
                        WarningObject.function, RefusalObject.function(self), SkipObject.function(self),
                    ]),
            ] + ChangeFunctions(session: self).modules + [
                ConditionFunctions.module(self),
                Module(
                    nil, "Days, instants, months, quarters and lengths of time.",
                    functions: DateType.functions(self) + InstantType.functions(self) + SpanTypes.functions,
                    constants: [
                        Module.Constant(
                            "now", "The instant of the run.", type: Instant.luaTypeExpression,
                            Light(now).map(Value.light) ?? .nil),
                        Module.Constant(
                            "today", "The day of `now` in the viewer's zone.", type: Day.luaTypeExpression,
                            Light(today).map(Value.light) ?? .nil),
                    ]),
                Module(
                    nil, "Text.", functions: TextFunctions(language: language, fallback: fallback).functions),
                JSONFunctions.module(state),
                try FileFunctions.module(self),
                Module(
                    nil, "What a script says besides its result.",
                    constants: [
                        Module.Constant(
                            "log",
                            "Writes its arguments as a line to the run's log: another name of `print`.",
                            type: .named("function"),
                            try state.global("print"))
                    ]),
            ]
        }
    }
}
