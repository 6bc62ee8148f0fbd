#include <stdlib.h>

#include "internal.h"

/* Host objects: full userdata that hold a reference to an object of the host's. Scripts meet no other
   full userdata. */

typedef struct {
    void *object;
} handle;

static int release(lua_State *L) {
    handle *h = lua_touserdata(L, 1);
    clua_give_up(state_of(L), &h->object);
    return 0;
}

static int index_object(lua_State *L) {
    clua_members *type = lua_touserdata(L, lua_upvalueindex(1));
    lua_settop(L, 2);
    if (clua_push_member(L, type, 2)) return 1;
    if (clua_push_handler(L, type, "unknown")) {
        lua_pushvalue(L, 1);
        lua_pushvalue(L, 2);
        lua_call(L, 2, 1);
        return 1;
    }
    const char *key = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : luaL_typename(L, 2);
    clua_error(L, "%s %s has no field '%s'", clua_article(type->name), type->name, key);
}

static int refuse_assignment(lua_State *L) {
    const char *key = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : luaL_typename(L, 2);
    const char *name = clua_type_name(L, 1);
    clua_error(L, "cannot assign '%s': %s %s is read-only", key, clua_article(name), name);
}

static int concatenate(lua_State *L) {
    int side = lua_type(L, 1) == LUA_TUSERDATA ? 1 : 2;
    const char *name = clua_type_name(L, side);
    clua_error(L, "%s %s cannot be joined with '..'; use tostring first", clua_article(name), name);
}

/* From the address of a host's object to its value here, weakly. */
void clua_open_objects(lua_State *L) {
    lua_newtable(L);
    lua_createtable(L, 0, 1);
    lua_pushliteral(L, "v");
    lua_setfield(L, -2, "__mode");
    lua_setmetatable(L, -2);
    state_of(L)->object_cache = luaL_ref(L, LUA_REGISTRYINDEX);
}

clua_members *clua_define_object(clua_state *S, const char *name) {
    lua_State *L = clua_thread(S);
    clua_members *type = calloc(1, sizeof *type);
    if (type == NULL) abort();
    clua_init_members(S, type, name, "");
    lua_newtable(L);
    lua_pushcfunction(L, release);
    lua_setfield(L, -2, "__gc");
    lua_pushlightuserdata(L, type);
    lua_pushcclosure(L, index_object, 1);
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, refuse_assignment);
    lua_setfield(L, -2, "__newindex");
    lua_pushcfunction(L, concatenate);
    lua_setfield(L, -2, "__concat");
    lua_pushstring(L, name);
    lua_setfield(L, -2, "__name");
    lua_pushliteral(L, "protected");
    lua_setfield(L, -2, "__metatable");
    type->metatable = luaL_ref(L, LUA_REGISTRYINDEX);
    return type;
}

void clua_set_metamethod(clua_state *S, clua_members *type, const char *event) {
    lua_State *L = clua_thread(S);
    lua_rawgeti(L, LUA_REGISTRYINDEX, type->metatable);
    lua_insert(L, -2);
    lua_setfield(L, -2, event);
    lua_pop(L, 1);
}

void clua_push_object(clua_state *S, clua_members *type, void *object) {
    lua_State *L = clua_thread(S);
    lua_rawgeti(L, LUA_REGISTRYINDEX, S->object_cache);
    if (lua_rawgetp(L, -1, object) != LUA_TNIL) {
        lua_remove(L, -2);
        S->host.release(object);
        return;
    }
    lua_pop(L, 1);
    handle *h = lua_newuserdatauv(L, sizeof *h, 0);
    h->object = object;
    lua_rawgeti(L, LUA_REGISTRYINDEX, type->metatable);
    lua_setmetatable(L, -2);
    lua_pushvalue(L, -1);
    lua_rawsetp(L, -3, object);
    lua_remove(L, -2);
    clua_weigh(L, S);
}

void *clua_to_object(lua_State *L, int index) {
    if (lua_type(L, index) != LUA_TUSERDATA) return NULL;
    return ((handle *)lua_touserdata(L, index))->object;
}
