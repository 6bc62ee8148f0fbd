-- Written by `halqa types`: what a script may name, as a standard of luacheck.
return {
    read_globals = {
        "after", "any", "assert", "before", "between", "contains", "date", "days", "document",
        "error", "except", "getmetatable", "has", "hours", "instant", "ipairs", "lines", "load",
        "log", "minutes", "month", "months", "next", "none", "now", "pairs", "pcall", "percent",
        "plural", "print", "quarter", "rawequal", "rawget", "rawlen", "rawset", "reject",
        "reminder", "report", "require", "rule", "select", "setmetatable", "settings", "skip",
        "slug", "split", "tests", "today", "tonumber", "tostring", "tr", "transform", "trim",
        "type", "warn", "weeks", "xpcall", "years",
        coroutine = { fields = {
            "close", "create", "isyieldable", "resume", "running", "status", "wrap", "yield",
        } },
        create = { fields = {
            "action_item", "agenda_item", "attendance", "member", "objective", "organization",
            "practice", "progress_report", "session",
        } },
        delete = { fields = {
            "action_item", "agenda_item", "attendance", "member", "objective", "organization",
            "practice", "progress_report", "session",
        } },
        json = { fields = {
            "decode", "encode", "null",
        } },
        math = { fields = {
            "abs", "acos", "asin", "atan", "ceil", "cos", "deg", "exp", "floor", "fmod", "huge",
            "log", "max", "maxinteger", "min", "mininteger", "modf", "pi", "rad", "random",
            "randomseed", "sin", "sqrt", "tan", "tointeger", "type", "ult",
        } },
        string = { fields = {
            "byte", "char", "find", "format", "gmatch", "gsub", "len", "lower", "match", "pack",
            "packsize", "rep", "reverse", "sub", "unpack", "upper",
        } },
        table = { fields = {
            "concat", "insert", "move", "pack", "remove", "sort", "unpack",
        } },
        update = { fields = {
            "action_item", "agenda_item", "attendance", "member", "objective", "organization",
            "practice", "progress_report", "session",
        } },
        upsert = { fields = {
            "action_item", "agenda_item", "attendance", "member", "objective", "organization",
            "practice", "progress_report", "session",
        } },
        utf8 = { fields = {
            "char", "charpattern", "codepoint", "codes", "len", "offset",
        } },
    },
}
