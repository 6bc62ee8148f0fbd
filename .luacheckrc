-- What a script may name: Halqa's Lua API, and the part of Lua's standard library that it leaves in. Anything else is
-- an error when the script runs, and so it is one here.

stds.halqa = {
    read_globals = {
        -- Lua
        "assert", "error", "getmetatable", "ipairs", "load", "next", "pairs", "pcall", "print", "require", "select",
        "setmetatable", "tonumber", "tostring", "type",
        coroutine = { fields = {
            "close", "create", "isyieldable", "resume", "running", "status", "wrap", "yield",
        } },
        math = { fields = {
            "abs", "acos", "asin", "atan", "ceil", "cos", "deg", "exp", "floor", "fmod", "huge", "log", "max",
            "maxinteger", "min", "mininteger", "modf", "pi", "rad", "random", "randomseed", "sin", "sqrt", "tan",
            "tointeger", "type", "ult",
        } },
        string = { fields = {
            "byte", "char", "find", "format", "gmatch", "gsub", "len", "lower", "match", "pack", "packsize", "rep",
            "reverse", "sub", "unpack", "upper",
        } },
        table = { fields = { "concat", "insert", "move", "pack", "remove", "sort", "unpack" } },
        utf8 = { fields = { "char", "charpattern", "codepoint", "codes", "len", "offset" } },
        -- Contributions, and what they return
        "report", "reminder", "transform", "rule", "tests", "document", "message", "reject", "warn",
        upsert = { other_fields = true },
        -- Conditions
        "after", "any", "before", "between", "contains", "except", "has", "none",
        -- Time
        "date", "days", "hours", "instant", "minutes", "month", "months", "now", "quarter", "today", "weeks", "years",
        -- Text
        "lines", "log", "percent", "plural", "slug", "split", "tr", "trim",
        json = { fields = { "decode", "encode" } },
    },
}
std = "halqa"
max_line_length = 160 -- sentences in three languages stand in one table
unused_args = false -- what a function is given is the contract's matter, not the script's
