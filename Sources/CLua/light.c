#include <stdlib.h>
#include <string.h>

#include "internal.h"

/* The one metatable that all light values share: it looks at the tag, and asks the type. */

static clua_light_type *type_at(lua_State *L, int index) {
    if (lua_type(L, index) != LUA_TLIGHTUSERDATA) return NULL;
    return state_of(L)->light[clua_light_tag(clua_to_light(L, index))];
}

static int index_light(lua_State *L) {
    clua_state *S = state_of(L);
    uint64_t word = clua_to_light(L, 1); /* nothing else has this metatable */
    clua_light_type *type = S->light[clua_light_tag(word)];
    if (type == NULL) clua_error(L, "a light value of an unknown type has no fields");
    if (type->is_record) {
        int count = clua_record_index(L, S, type, word);
        if (count > 0) return count;
    }
    lua_settop(L, 2);
    if (clua_push_member(L, &type->members, 2)) return 1;
    if (clua_push_handler(L, &type->members, "unknown")) {
        lua_pushvalue(L, 1);
        lua_pushvalue(L, 2);
        lua_call(L, 2, 1);
        return 1;
    }
    const char *key = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : luaL_typename(L, 2);
    clua_error(L, "%s %s has no field '%s'", clua_article(type->members.name), type->members.name, key);
}

static int refuse_assignment(lua_State *L) {
    const char *key = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : luaL_typename(L, 2);
    const char *name = clua_type_name(L, 1);
    clua_error(L, "cannot assign '%s': %s %s is read-only", key, clua_article(name), name);
}

static bool is_less(lua_State *L, bool or_equal) {
    clua_light_type *left = type_at(L, 1);
    uint64_t a = clua_to_light(L, 1), b = clua_to_light(L, 2);
    bool comparable = left != NULL && left->ordered && left == type_at(L, 2);
    for (int side = 1; side <= 2 && !comparable; side++) {
        clua_light_type *type = type_at(L, side);
        if (type == NULL || !clua_push_handler(L, &type->members, "incomparable")) continue;
        lua_pushvalue(L, 1);
        lua_pushvalue(L, 2);
        lua_call(L, 2, 0); /* it only raises, in words of its own */
    }
    if (!comparable)
        clua_error(L, "cannot compare %s with %s", clua_type_name(L, 1), clua_type_name(L, 2));
    int64_t x = clua_light_payload(a), y = clua_light_payload(b);
    return x < y || (or_equal && x == y);
}

static int less(lua_State *L) {
    lua_pushboolean(L, is_less(L, false));
    return 1;
}

static int less_or_equal(lua_State *L) {
    lua_pushboolean(L, is_less(L, true));
    return 1;
}

/* Upvalues: the handler's name, the words for the sentence. */
static int arithmetic(lua_State *L) {
    const char *name = lua_tostring(L, lua_upvalueindex(1));
    for (int side = 1; side <= 2; side++) {
        clua_light_type *type = type_at(L, side);
        if (type == NULL || !clua_push_handler(L, &type->members, name)) continue;
        lua_pushvalue(L, 1);
        lua_pushvalue(L, 2);
        lua_call(L, 2, 1);
        return 1;
    }
    const char *left = clua_type_name(L, 1), *right = clua_type_name(L, 2);
    clua_error(L, "cannot %s %s and %s", lua_tostring(L, lua_upvalueindex(2)), left, right);
}

/* It only raises: a __concat that grows the Lua stack corrupts it in 5.4.4. */
static int concatenate(lua_State *L) {
    clua_light_type *type = type_at(L, 1);
    if (type == NULL) type = type_at(L, 2);
    if (type == NULL) clua_error(L, "a light value cannot be joined with '..'");
    const char *name = type->members.name;
    clua_error(
        L, "%s %s cannot be joined with '..'; %s", clua_article(name), name, type->members.concat_advice);
}

static int refuse_length(lua_State *L) {
    const char *name = clua_type_name(L, 1);
    clua_error(L, "%s %s has no length", clua_article(name), name);
}

static int refuse_call(lua_State *L) {
    const char *name = clua_type_name(L, 1);
    clua_error(L, "%s %s cannot be called", clua_article(name), name);
}

static int refuse_pairs(lua_State *L) {
    const char *name = clua_type_name(L, 1);
    clua_error(
        L, "'pairs' goes through tables, and this is %s %s; read its fields by name", clua_article(name), name);
}

static int to_text(lua_State *L) {
    clua_light_type *type = type_at(L, 1);
    if (type != NULL && clua_push_handler(L, &type->members, "tostring")) {
        lua_pushvalue(L, 1);
        lua_call(L, 1, 1);
        return 1;
    }
    lua_pushstring(L, clua_type_name(L, 1));
    return 1;
}

void clua_open_light(lua_State *L) {
    static const luaL_Reg events[] = {
        {"__index", index_light},  {"__newindex", refuse_assignment}, {"__lt", less},
        {"__le", less_or_equal},   {"__concat", concatenate},         {"__tostring", to_text},
        {"__len", refuse_length},  {"__call", refuse_call},
        {"__pairs", refuse_pairs}, {NULL, NULL},
    };
    static const char *const operators[][3] = {
        {"__add", "add", "add"},      {"__sub", "sub", "subtract"}, {"__mul", "mul", "multiply"},
        {"__div", "div", "divide"},   {"__unm", "unm", "negate"},   {"__mod", "mod", "divide"},
        {"__idiv", "idiv", "divide"},
    };
    lua_pushlightuserdata(L, NULL);
    lua_newtable(L);
    luaL_setfuncs(L, events, 0);
    for (size_t i = 0; i < sizeof operators / sizeof operators[0]; i++) {
        lua_pushstring(L, operators[i][1]);
        lua_pushstring(L, operators[i][2]);
        lua_pushcclosure(L, arithmetic, 2);
        lua_setfield(L, -2, operators[i][0]);
    }
    lua_pushliteral(L, "protected");
    lua_setfield(L, -2, "__metatable");
    lua_setmetatable(L, -2);
    lua_pop(L, 1);
}

clua_members *clua_define_scalar(
    clua_state *S, uint8_t tag, const char *name, const char *concat_advice, bool ordered) {
    clua_light_type *type = calloc(1, sizeof *type);
    if (type == NULL) abort();
    clua_init_members(S, &type->members, name, concat_advice);
    type->ordered = ordered;
    type->fields = LUA_NOREF;
    S->light[tag] = type;
    return &type->members;
}

const char *clua_light_name(clua_state *S, uint8_t tag) {
    return S->light[tag] != NULL ? S->light[tag]->members.name : NULL;
}
