#include "internal.h"

/*
 Read-only tables. What a script sees is an empty table (the view) whose metatable reads from the table
 behind it; that one's metatable answers for unknown names. Neither is within the script's reach, and
 names that exist are found without a call.
*/

/* Marks the metatable of a view; its value is the table behind. */
static const char view_key = 0;

static int unknown_name(lua_State *L) {
    clua_state *S = state_of(L);
    lua_settop(L, 2);
    lua_pushvalue(L, 1);                   /* the names */
    lua_pushvalue(L, lua_upvalueindex(1)); /* what the table is called, or nil */
    S->suspended = true;
    int result = S->host.unknown(S->host.context, L);
    S->suspended = false;
    return clua_finish_callback(L, result);
}

static int refuse_assignment(lua_State *L) {
    const char *name = lua_tostring(L, lua_upvalueindex(1));
    const char *key = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : luaL_typename(L, 2);
    if (name == NULL)
        clua_error(L, "cannot assign the global '%s': globals are fixed; write 'local %s = …'", key, key);
    clua_error(L, "cannot assign '%s.%s': '%s' is read-only", name, key, name);
}

static int view_pairs(lua_State *L) {
    lua_settop(L, 0);
    lua_getglobal(L, "pairs");
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_call(L, 1, 3);
    return 3;
}

/* Makes the unknown names of the table on top errors. */
static void refuse_unknown(lua_State *L, const char *name) {
    lua_createtable(L, 0, 1);
    lua_pushstring(L, name);
    lua_pushcclosure(L, unknown_name, 1);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
}

/* Upvalue 1: what the table is called; 2: a table whose keys are the names that it may have. */
static int shape_index(lua_State *L) {
    lua_settop(L, 2);
    lua_pushvalue(L, 2);
    bool is_known = lua_rawget(L, lua_upvalueindex(2)) != LUA_TNIL;
    lua_settop(L, 2);
    if (is_known) {
        lua_pushnil(L);
        return 1;
    }
    clua_state *S = state_of(L);
    lua_pushvalue(L, lua_upvalueindex(2));
    lua_pushvalue(L, lua_upvalueindex(1));
    S->suspended = true;
    int result = S->host.unknown(S->host.context, L);
    S->suspended = false;
    return clua_finish_callback(L, result);
}

int clua_define_shape(clua_state *S, const char *name) {
    lua_State *L = clua_thread(S);
    lua_createtable(L, 0, 3);
    lua_pushstring(L, name);
    lua_pushvalue(L, -3);
    lua_pushcclosure(L, shape_index, 2);
    lua_setfield(L, -2, "__index");
    lua_pushstring(L, name);
    lua_pushcclosure(L, refuse_assignment, 1);
    lua_setfield(L, -2, "__newindex");
    lua_pushliteral(L, "protected");
    lua_setfield(L, -2, "__metatable");
    lua_remove(L, -2);
    return luaL_ref(L, LUA_REGISTRYINDEX);
}

void clua_set_shape(clua_state *S, int shape) {
    lua_State *L = clua_thread(S);
    lua_rawgeti(L, LUA_REGISTRYINDEX, shape);
    lua_setmetatable(L, -2);
}

/* Pushes a view of the table on top, which stays below it. */
static void push_view(lua_State *L, const char *name, bool read_only) {
    lua_newtable(L);
    lua_createtable(L, 0, 5);
    lua_pushvalue(L, -3);
    lua_rawsetp(L, -2, &view_key);
    lua_pushvalue(L, -3);
    lua_setfield(L, -2, "__index");
    if (read_only) {
        lua_pushstring(L, name);
        lua_pushcclosure(L, refuse_assignment, 1);
    } else {
        lua_pushvalue(L, -3);
    }
    lua_setfield(L, -2, "__newindex");
    lua_pushvalue(L, -3);
    lua_pushcclosure(L, view_pairs, 1);
    lua_setfield(L, -2, "__pairs");
    lua_pushliteral(L, "protected");
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2);
}

void clua_protect_table(lua_State *L, const char *name) {
    refuse_unknown(L, name);
    push_view(L, name, true);
    lua_remove(L, -2);
}

bool clua_is_protected(lua_State *L, int index) {
    if (lua_type(L, index) != LUA_TTABLE || !lua_getmetatable(L, index)) return false;
    bool result = lua_rawgetp(L, -1, &view_key) != LUA_TNIL;
    lua_pop(L, 2);
    return result;
}

/* The globals, and the view of them that is the environment of every chunk. */
void clua_open_globals(lua_State *L) {
    clua_state *S = state_of(L);
    lua_newtable(L);
    lua_pushvalue(L, -1);
    S->globals = luaL_ref(L, LUA_REGISTRYINDEX);
    push_view(L, NULL, false);
    lua_pushvalue(L, -1);
    S->environment = luaL_ref(L, LUA_REGISTRYINDEX);
    lua_pop(L, 2);
}

void clua_use_environment(lua_State *L) {
    lua_rawgeti(L, LUA_REGISTRYINDEX, state_of(L)->environment);
    lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
}

void clua_push_globals(clua_state *S) { lua_rawgeti(clua_thread(S), LUA_REGISTRYINDEX, S->globals); }

void clua_set_global(clua_state *S, const char *name) {
    lua_State *L = clua_thread(S);
    clua_push_globals(S);
    lua_insert(L, -2);
    lua_pushstring(L, name);
    lua_insert(L, -2);
    lua_rawset(L, -3);
    lua_pop(L, 1);
}

void clua_set_output(clua_state *S) {
    lua_pushcclosure(clua_thread(S), clua_base_print, 1);
    clua_set_global(S, "print");
}

void clua_freeze(clua_state *S) {
    lua_State *L = clua_thread(S);
    clua_push_globals(S);
    refuse_unknown(L, NULL);
    lua_pop(L, 1);
    lua_rawgeti(L, LUA_REGISTRYINDEX, S->environment);
    lua_getmetatable(L, -1);
    lua_pushstring(L, NULL);
    lua_pushcclosure(L, refuse_assignment, 1);
    lua_setfield(L, -2, "__newindex");
    lua_pop(L, 2);
}

void clua_protect(clua_state *S, const char *name) { clua_protect_table(clua_thread(S), name); }
