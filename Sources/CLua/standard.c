#include <string.h>

#include "internal.h"

/*
 What of the standard library a script is given, name by name, and why. A name that is not in this table
 is not given.
*/

typedef struct {
    clua_standard_name name;
    lua_CFunction own; /* instead of the standard one, which becomes its upvalue 1 */
} entry;

#define GIVEN(library, name, reason) {{library, name, true, reason}, NULL}
#define OWN(library, name, function, reason) {{library, name, true, reason}, function}
#define DENIED(library, name, reason) {{library, name, false, reason}, NULL}

static const char pure[] = "pure: works on its arguments alone";
static const char outside[] = "reaches outside of the script";
static const char retired[] = "retired in Lua 5.3, and there only where the library was built so";
static const char stoppable[] = "ours: a stop passes through it";

static const entry entries[] = {
    GIVEN(NULL, "assert", pure),
    DENIED(NULL, "collectgarbage", "tells of memory, which differs from run to run, and would defeat the cap"),
    DENIED(NULL, "dofile", outside),
    GIVEN(NULL, "error", pure),
    GIVEN(NULL, "getmetatable", "shared metatables carry __metatable, so that only their name is seen"),
    GIVEN(NULL, "ipairs", pure),
    OWN(NULL, "load", clua_base_load, "ours: text only, and a stop passes through its reader"),
    DENIED(NULL, "loadfile", outside),
    OWN(NULL, "next", clua_base_next, "ours: in the order of pairs"),
    OWN(NULL, "pairs", clua_base_pairs, "ours: in a fixed order"),
    OWN(NULL, "pcall", clua_base_pcall, stoppable),
    OWN(NULL, "print", clua_base_print, "ours: writes where the host says"),
    GIVEN(NULL, "rawequal", pure),
    GIVEN(NULL, "rawget", pure),
    GIVEN(NULL, "rawlen", pure),
    OWN(NULL, "rawset", clua_base_rawset, "ours: not on read-only tables"),
    DENIED(NULL, "require", "the host may give one that knows its own files only"),
    GIVEN(NULL, "select", pure),
    OWN(NULL, "setmetatable", clua_base_setmetatable, "ours: no finalizers, which run out of reach of a stop"),
    GIVEN(NULL, "tonumber", pure),
    OWN(NULL, "tostring", clua_base_tostring, "ours: shows no addresses"),
    GIVEN(NULL, "type", pure),
    DENIED(NULL, "warn", "writes to the host's standard error"),
    OWN(NULL, "xpcall", clua_base_xpcall, stoppable),
    DENIED(NULL, "_G", "globals are frozen"),
    DENIED(NULL, "_VERSION", "of no use: it is always Lua 5.4"),
    DENIED(NULL, "debug", "reads and changes what belongs to others"),
    DENIED(NULL, "io", outside),
    DENIED(NULL, "os", outside),
    DENIED(NULL, "package", outside),

    OWN("coroutine", "close", clua_coroutine_close, stoppable),
    OWN("coroutine", "create", clua_coroutine_create, stoppable),
    OWN("coroutine", "isyieldable", clua_coroutine_isyieldable, pure),
    OWN("coroutine", "resume", clua_coroutine_resume, stoppable),
    OWN("coroutine", "running", clua_coroutine_running, pure),
    OWN("coroutine", "status", clua_coroutine_status, pure),
    OWN("coroutine", "wrap", clua_coroutine_wrap, stoppable),
    OWN("coroutine", "yield", clua_coroutine_yield, stoppable),

    DENIED("math", "atan2", retired),
    DENIED("math", "cosh", retired),
    DENIED("math", "frexp", retired),
    DENIED("math", "ldexp", retired),
    DENIED("math", "log10", retired),
    DENIED("math", "pow", retired),
    DENIED("math", "sinh", retired),
    DENIED("math", "tanh", retired),
    GIVEN("math", "abs", pure),
    GIVEN("math", "acos", pure),
    GIVEN("math", "asin", pure),
    GIVEN("math", "atan", pure),
    GIVEN("math", "ceil", pure),
    GIVEN("math", "cos", pure),
    GIVEN("math", "deg", pure),
    GIVEN("math", "exp", pure),
    GIVEN("math", "floor", pure),
    GIVEN("math", "fmod", pure),
    GIVEN("math", "huge", pure),
    GIVEN("math", "log", pure),
    GIVEN("math", "max", pure),
    GIVEN("math", "maxinteger", pure),
    GIVEN("math", "min", pure),
    GIVEN("math", "mininteger", pure),
    GIVEN("math", "modf", pure),
    GIVEN("math", "pi", pure),
    GIVEN("math", "rad", pure),
    GIVEN("math", "random", "seeded by the host, so that each run draws the same numbers"),
    OWN("math", "randomseed", clua_math_randomseed, "ours: never from the clock"),
    GIVEN("math", "sin", pure),
    GIVEN("math", "sqrt", pure),
    GIVEN("math", "tan", pure),
    GIVEN("math", "tointeger", pure),
    GIVEN("math", "type", pure),
    GIVEN("math", "ult", pure),

    GIVEN("string", "byte", pure),
    GIVEN("string", "char", pure),
    DENIED("string", "dump", "makes bytecode, which is never loaded"),
    GIVEN("string", "find", pure),
    OWN("string", "format", clua_string_format, "ours: shows no addresses"),
    GIVEN("string", "gmatch", pure),
    GIVEN("string", "gsub", pure),
    GIVEN("string", "len", pure),
    GIVEN("string", "lower", pure),
    GIVEN("string", "match", pure),
    GIVEN("string", "pack", pure),
    GIVEN("string", "packsize", pure),
    OWN("string", "rep", clua_string_rep, "ours: ends when there is nothing to repeat"),
    GIVEN("string", "reverse", pure),
    GIVEN("string", "sub", pure),
    GIVEN("string", "unpack", pure),
    GIVEN("string", "upper", pure),

    GIVEN("table", "concat", pure),
    GIVEN("table", "insert", pure),
    GIVEN("table", "move", pure),
    GIVEN("table", "pack", pure),
    GIVEN("table", "remove", pure),
    OWN("table", "sort", clua_table_sort, "ours: stable, and the same in each run"),
    GIVEN("table", "unpack", pure),

    GIVEN("utf8", "char", pure),
    GIVEN("utf8", "charpattern", pure),
    GIVEN("utf8", "codepoint", pure),
    GIVEN("utf8", "codes", pure),
    GIVEN("utf8", "len", pure),
    GIVEN("utf8", "offset", pure),
};

enum { ENTRY_COUNT = sizeof entries / sizeof entries[0] };

int clua_standard_count(void) { return ENTRY_COUNT; }
clua_standard_name clua_standard_at(int index) { return entries[index].name; }

static bool is_of(const entry *e, const char *library) {
    if (library == NULL || e->name.library == NULL) return library == e->name.library;
    return strcmp(library, e->name.library) == 0;
}

/* Copies what is allowed of the library table on top into the table at `target`. */
static void copy_allowed(lua_State *L, const char *library, int target) {
    int source = lua_gettop(L);
    for (int i = 0; i < ENTRY_COUNT; i++) {
        const entry *e = &entries[i];
        if (!is_of(e, library) || !e->name.allowed) continue;
        if (e->own == clua_base_print) continue; /* its upvalue comes with clua_set_output */
        lua_getfield(L, source, e->name.name);
        if (e->own != NULL) {
            if (e->own == clua_base_next) { /* its upvalues are its memory */
                lua_pushnil(L);
                lua_pushnil(L);
                lua_pushcclosure(L, e->own, 3);
            } else {
                lua_pushcclosure(L, e->own, 1);
            }
        }
        lua_setfield(L, target, e->name.name);
    }
    lua_settop(L, source);
}

static void add_library(lua_State *L, const char *name, lua_CFunction open, int globals) {
    int top = lua_gettop(L);
    lua_newtable(L); /* what is given */
    lua_pushcfunction(L, open);
    lua_pushstring(L, name);
    lua_call(L, 1, 1);
    copy_allowed(L, name, top + 1);
    if (strcmp(name, "math") == 0) { /* its own seed is the clock and an address */
        uint64_t seed = state_of(L)->seed;
        lua_getfield(L, top + 2, "randomseed");
        lua_pushinteger(L, (lua_Integer)seed);
        lua_pushinteger(L, 0);
        lua_call(L, 2, 0);
    }
    lua_settop(L, top + 1);
    if (strcmp(name, "string") == 0) { /* methods of text, and its arithmetic */
        lua_pushliteral(L, "");
        lua_getmetatable(L, -1);
        lua_pushvalue(L, top + 1);
        lua_setfield(L, -2, "__index");
        lua_pushliteral(L, "protected");
        lua_setfield(L, -2, "__metatable");
        lua_settop(L, top + 1);
    }
    clua_protect_table(L, name);
    lua_setfield(L, globals, name);
}

void clua_open_standard(lua_State *L) {
    clua_state *S = state_of(L);
    lua_rawgeti(L, LUA_REGISTRYINDEX, S->globals);
    int globals = lua_gettop(L);
    /* luaopen_base writes into the table that the registry calls globals. */
    lua_newtable(L);
    lua_pushvalue(L, -1);
    lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
    lua_pushcfunction(L, luaopen_base);
    lua_call(L, 0, 1);
    copy_allowed(L, NULL, globals);
    lua_settop(L, globals);

    add_library(L, "coroutine", luaopen_coroutine, globals);
    add_library(L, "math", luaopen_math, globals);
    add_library(L, "string", luaopen_string, globals);
    add_library(L, "table", luaopen_table, globals);
    add_library(L, "utf8", luaopen_utf8, globals);
    lua_settop(L, globals - 1);
}
