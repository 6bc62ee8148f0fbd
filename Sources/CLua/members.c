#include <stdlib.h>
#include <string.h>

#include "internal.h"

/* The members of a type of values: methods, properties and handlers, each a table of functions by name. */

static int new_table(lua_State *L) {
    lua_newtable(L);
    return luaL_ref(L, LUA_REGISTRYINDEX);
}

void clua_init_members(clua_state *S, clua_members *members, const char *name, const char *advice) {
    lua_State *L = clua_thread(S);
    members->name = strdup(name);
    members->concat_advice = strdup(advice);
    members->methods = new_table(L);
    members->properties = new_table(L);
    members->handlers = new_table(L);
    members->metatable = LUA_NOREF;
    members->next = S->members;
    S->members = members;
}

void clua_free_members(clua_members *members) {
    free(members->name);
    free(members->concat_advice);
}

void clua_set_member(clua_state *S, clua_members *type, clua_member_kind kind, const char *name) {
    lua_State *L = clua_thread(S);
    int reference = kind == CLUA_METHOD     ? type->methods
                    : kind == CLUA_PROPERTY ? type->properties
                                            : type->handlers;
    lua_rawgeti(L, LUA_REGISTRYINDEX, reference);
    lua_insert(L, -2);
    lua_setfield(L, -2, name);
    lua_pop(L, 1);
}

bool clua_push_member(lua_State *L, const clua_members *members, int key) {
    lua_rawgeti(L, LUA_REGISTRYINDEX, members->methods);
    lua_pushvalue(L, key);
    if (lua_rawget(L, -2) != LUA_TNIL) return true;
    lua_pop(L, 2);
    lua_rawgeti(L, LUA_REGISTRYINDEX, members->properties);
    lua_pushvalue(L, key);
    if (lua_rawget(L, -2) != LUA_TNIL) {
        lua_pushvalue(L, 1);
        lua_call(L, 1, 1);
        return true;
    }
    lua_pop(L, 2);
    return false;
}

bool clua_push_handler(lua_State *L, const clua_members *members, const char *name) {
    lua_rawgeti(L, LUA_REGISTRYINDEX, members->handlers);
    lua_pushstring(L, name);
    bool found = lua_rawget(L, -2) != LUA_TNIL;
    lua_remove(L, -2);
    if (!found) lua_pop(L, 1);
    return found;
}
