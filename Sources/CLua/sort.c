#include "internal.h"

/*
 table.sort: a stable merge sort. The standard one takes its pivot from the clock and from addresses, so
 that equal elements would come out differently in each run. The elements are taken out of the table
 first, so that whatever the comparison does, nothing is read or written out of place.

 Stack: 1 the table, 2 the comparison or nil, 3 and 4 the lists that are merged from and into.
*/
enum { TABLE = 1, COMPARISON, FROM, INTO };

static bool comes_before(lua_State *L, int a, int b) {
    if (lua_isnil(L, COMPARISON)) {
        int left = lua_type(L, a), right = lua_type(L, b);
        bool plain = left == right && (left == LUA_TNUMBER || left == LUA_TSTRING);
        if (!plain && luaL_getmetafield(L, a, "__lt") == LUA_TNIL &&
            luaL_getmetafield(L, b, "__lt") == LUA_TNIL)
            clua_error(
                L, "table.sort: cannot compare %s with %s; give a comparison function", clua_type_name(L, a),
                clua_type_name(L, b));
        if (!plain) lua_pop(L, 1);
        return lua_compare(L, a, b, LUA_OPLT);
    }
    lua_pushvalue(L, COMPARISON);
    lua_pushvalue(L, a);
    lua_pushvalue(L, b);
    lua_call(L, 2, 1);
    bool result = lua_toboolean(L, -1);
    lua_pop(L, 1);
    return result;
}

static bool is_before(lua_State *L, lua_Integer a, lua_Integer b) {
    lua_rawgeti(L, FROM, a);
    lua_rawgeti(L, FROM, b);
    int top = lua_gettop(L);
    bool result = comes_before(L, top - 1, top);
    lua_settop(L, top - 2);
    return result;
}

static void move(lua_State *L, lua_Integer from, lua_Integer to) {
    lua_rawgeti(L, FROM, from);
    lua_rawseti(L, INTO, to);
}

/* Merges low ..< middle with middle ..< high; the left one goes first unless the right one must. */
static void merge(lua_State *L, lua_Integer low, lua_Integer middle, lua_Integer high) {
    lua_Integer left = low, right = middle, to = low;
    if (middle < high && !is_before(L, middle, middle - 1)) left = middle; /* in order already */
    for (lua_Integer at = low; at < left; at++) move(L, at, to++);
    while (left < middle && right < high)
        move(L, is_before(L, right, left) ? right++ : left++, to++);
    while (left < middle) move(L, left++, to++);
    while (right < high) move(L, right++, to++);
}

int clua_table_sort(lua_State *L) {
    if (lua_type(L, TABLE) != LUA_TTABLE && luaL_getmetafield(L, TABLE, "__index") == LUA_TNIL)
        luaL_checktype(L, TABLE, LUA_TTABLE);
    if (!lua_isnoneornil(L, COMPARISON)) luaL_checktype(L, COMPARISON, LUA_TFUNCTION);
    lua_settop(L, 2);
    if (clua_is_protected(L, TABLE)) return luaL_error(L, "this table is read-only");
    lua_Integer count = luaL_len(L, TABLE);
    if (count < 2) return 0;
    luaL_argcheck(L, count < INT32_MAX, TABLE, "array too big");
    luaL_checkstack(L, 12, NULL);
    lua_newtable(L);
    lua_newtable(L);
    clua_state *S = state_of(L);
    for (lua_Integer i = 1; i <= count; i++) {
        if (lua_geti(L, TABLE, i) == LUA_TNIL) /* a hole, or a false __len */
            clua_error(L, "table.sort: there is a hole at index %I of %I", i, count);
        lua_rawseti(L, FROM, i);
        if (S->reason != CLUA_RUNNING) clua_raise_stop(L);
    }
    for (lua_Integer width = 1; width < count; width *= 2) {
        for (lua_Integer low = 1; low <= count; low += 2 * width) {
            lua_Integer middle = low + width, high = low + 2 * width;
            if (middle > count + 1) middle = count + 1;
            if (high > count + 1) high = count + 1;
            merge(L, low, middle, high);
            if (S->reason != CLUA_RUNNING) clua_raise_stop(L);
        }
        lua_pushvalue(L, FROM);
        lua_pushvalue(L, INTO);
        lua_replace(L, FROM);
        lua_replace(L, INTO);
    }
    for (lua_Integer i = 1; i <= count; i++) {
        lua_rawgeti(L, FROM, i);
        lua_seti(L, TABLE, i);
    }
    return 0;
}
