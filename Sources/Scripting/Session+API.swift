import LuaKit

extension Session {
    /// Gives scripts the Lua API. From then on the globals are frozen.
    func register() throws {
        try state.register(DateType.type(self))
        try state.register(InstantType.type(self))
        for type in SpanTypes.types(self) { try state.register(type) }
        try state.register(LocalTimeObject.type)
        try state.register(HijriObject.type)
        try bridge.register(with: self)
        try state.register(CommunityObject.type(schema))
        try state.register(QueryType.type)
        try state.register(GroupingObject.type)
        try state.register(GroupsObject.type(self))
        try state.register(ConditionFunctions.type)
        try state.register(DocumentType.type(self))
        for module in modules { try state.register(module) }
        try state.freeze()
    }

    /// The functions and constants of the API, by namespace.
    var modules: [Module] {
        [
            Module(
                nil, "What files return, and what reports return.",
                functions: [ReportObject.function(self), DocumentType.function(self)]),
            ConditionFunctions.module,
            Module(
                nil, "Days, instants, months, quarters and lengths of time.",
                functions: DateType.functions(self) + InstantType.functions(self) + SpanTypes.functions,
                constants: [
                    Module.Constant("now", "The instant of the run.", Light(now).map(Value.light) ?? .nil),
                    Module.Constant(
                        "today", "The day of `now` in the viewer's zone.",
                        Light(today).map(Value.light) ?? .nil),
                ]),
            Module(nil, "Text.", functions: TextFunctions(language: language, fallback: fallback).functions),
            JSONFunctions.module(state),
        ]
    }
}
