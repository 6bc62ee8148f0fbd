#include <string.h>

#include "internal.h"

/* What a script sees as text: never an address, which differs from run to run. */

const char *clua_type_name(lua_State *L, int index) {
    if (lua_type(L, index) == LUA_TLIGHTUSERDATA) {
        const char *name = clua_light_name(state_of(L), clua_light_tag(clua_to_light(L, index)));
        return name != NULL ? name : "light value";
    }
    if (lua_type(L, index) == LUA_TUSERDATA && luaL_getmetafield(L, index, "__name") != LUA_TNIL) {
        const char *name = lua_tostring(L, -1); /* the metatable keeps it */
        lua_pop(L, 1);
        return name;
    }
    return luaL_typename(L, index);
}

const char *clua_article(const char *name) { return *name != '\0' && strchr("aeiou", *name) ? "an" : "a"; }

void clua_push_text(lua_State *L, int index) {
    index = lua_absindex(L, index);
    if (luaL_callmeta(L, index, "__tostring")) {
        if (!lua_isstring(L, -1)) luaL_error(L, "'__tostring' must return a string");
        return;
    }
    switch (lua_type(L, index)) {
    case LUA_TNIL:
    case LUA_TBOOLEAN:
    case LUA_TNUMBER:
    case LUA_TSTRING: luaL_tolstring(L, index, NULL); break;
    default:
        {
            int type = luaL_getmetafield(L, index, "__name");
            if (type == LUA_TSTRING) return;
            if (type != LUA_TNIL) lua_pop(L, 1);
        }
        lua_pushstring(L, clua_type_name(L, index));
    }
}

int clua_base_tostring(lua_State *L) {
    luaL_checkany(L, 1);
    clua_push_text(L, 1);
    return 1;
}

/* Upvalue 1: the host's function that takes one line. */
int clua_base_print(lua_State *L) {
    int count = lua_gettop(L);
    luaL_Buffer line;
    luaL_buffinit(L, &line);
    for (int i = 1; i <= count; i++) {
        if (i > 1) luaL_addchar(&line, '\t');
        clua_push_text(L, i);
        luaL_addvalue(&line);
    }
    luaL_pushresult(&line);
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_insert(L, -2);
    lua_call(L, 1, 0);
    return 0;
}

/* Upvalue 1: the standard string.format, which gets text where it would find an address. */
int clua_string_format(lua_State *L) {
    int argument = 1, count = lua_gettop(L);
    size_t size;
    const char *format = luaL_checklstring(L, 1, &size);
    for (const char *at = format, *end = format + size; at < end; at++) {
        if (*at != '%') continue;
        if (++at == end) break;
        if (*at == '%') continue;
        argument += 1;
        at += strspn(at, "-+ #0123456789.");
        if (*at == 'p')
            return luaL_error(L, "string.format: '%%p' is not available, as addresses differ from run to run");
        if (*at == 's' && argument <= count && lua_type(L, argument) != LUA_TSTRING) {
            clua_push_text(L, argument);
            lua_replace(L, argument);
        }
    }
    return lua_tocfunction(L, lua_upvalueindex(1))(L); /* in this frame, so that errors name it */
}

/* Upvalue 1: the standard string.rep, which loops for ever over nothing. */
int clua_string_rep(lua_State *L) {
    size_t size, separator;
    luaL_checklstring(L, 1, &size);
    luaL_checkinteger(L, 2);
    luaL_optlstring(L, 3, "", &separator);
    if (size == 0 && separator == 0) {
        lua_pushliteral(L, "");
        return 1;
    }
    return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

/* Upvalue 1: the standard math.randomseed, which has an upvalue of its own. Without arguments it would take the clock and an address. */
int clua_math_randomseed(lua_State *L) {
    if (!lua_isnone(L, 1)) {
        luaL_checkinteger(L, 1);
        luaL_optinteger(L, 2, 0);
    } else {
        lua_pushinteger(L, (lua_Integer)state_of(L)->seed);
        lua_pushinteger(L, 0);
    }
    int count = lua_gettop(L);
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_insert(L, 1);
    lua_call(L, count, LUA_MULTRET);
    return lua_gettop(L);
}

void clua_push_format(lua_State *L) {
    lua_pushliteral(L, "");
    luaL_getmetafield(L, -1, "__index"); /* what strings have their methods of */
    lua_getfield(L, -1, "format");
    lua_replace(L, -3);
    lua_pop(L, 1);
}
