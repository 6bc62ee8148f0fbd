#include <stdlib.h>
#include <string.h>

#include "internal.h"

/*
 `pairs` and `next` in a fixed order: 1, 2, 3 … in ascending order, then all other numbers ascending, then
 strings by their bytes, false, true, and light values by their words. Keys that have nothing but an
 address (tables, functions, host objects, coroutines) come last, in no promised order.

 As long as the raw traversal itself gives 1, 2, 3 … it is followed, so that a sequence costs nothing
 more. At the first other key the rest is collected and sorted.
*/

typedef enum { POSITIVE, NUMBER, STRING, BOOLEAN, LIGHT, OTHER } key_class;

typedef struct {
    uint8_t class;
    int32_t position; /* in the list of collected keys, from 1 */
    union {
        uint64_t word; /* of positive integers, booleans, light values; the first bytes of a string */
        struct {
            lua_Integer integer;
            double number;
            bool is_integer;
        } number;
    };
    const char *text;
    size_t size;
} sort_key;

static sort_key key_at(lua_State *L, int index, int32_t position) {
    sort_key key = {.class = OTHER, .position = position};
    switch (lua_type(L, index)) {
    case LUA_TNUMBER:
        key.class = NUMBER;
        key.number.is_integer = lua_isinteger(L, index);
        if (key.number.is_integer) {
            key.number.integer = lua_tointeger(L, index);
            if (key.number.integer > 0) {
                key.class = POSITIVE;
                key.word = (uint64_t)key.number.integer;
            }
        } else {
            key.number.number = lua_tonumber(L, index);
        }
        break;
    case LUA_TSTRING:
        key.class = STRING;
        key.text = lua_tolstring(L, index, &key.size);
        key.word = 0;
        for (size_t i = 0; i < 8; i++)
            key.word = key.word << 8 | (i < key.size ? (uint8_t)key.text[i] : 0);
        break;
    case LUA_TBOOLEAN:
        key.class = BOOLEAN;
        key.word = (uint64_t)lua_toboolean(L, index);
        break;
    case LUA_TLIGHTUSERDATA:
        key.class = LIGHT;
        key.word = clua_to_light(L, index);
        break;
    default: break;
    }
    return key;
}

/* A float key is never a whole number within the range of integers, so that rounding decides well. */
static int compare_numbers(const sort_key *a, const sort_key *b) {
    if (a->number.is_integer && b->number.is_integer)
        return (a->number.integer > b->number.integer) - (a->number.integer < b->number.integer);
    double x = a->number.is_integer ? (double)a->number.integer : a->number.number;
    double y = b->number.is_integer ? (double)b->number.integer : b->number.number;
    if (x != y) return x > y ? 1 : -1;
    return (int)b->number.is_integer - (int)a->number.is_integer;
}

static int compare(const void *left, const void *right) {
    const sort_key *a = left, *b = right;
    if (a->class != b->class) return (int)a->class - (int)b->class;
    if (a->class == NUMBER) return compare_numbers(a, b);
    if (a->class == OTHER) return (a->position > b->position) - (a->position < b->position);
    if (a->word != b->word) return a->word > b->word ? 1 : -1;
    if (a->class != STRING) return 0;
    int order = memcmp(a->text, b->text, a->size < b->size ? a->size : b->size);
    return order != 0 ? order : (a->size > b->size) - (a->size < b->size);
}

/* Quicksort of the C library may allocate, and take its square: a heap sort does neither. */
static void sift(sort_key *keys, size_t root, size_t count) {
    for (;;) {
        size_t child = 2 * root + 1;
        if (child >= count) return;
        if (child + 1 < count && compare(&keys[child], &keys[child + 1]) < 0) child += 1;
        if (compare(&keys[root], &keys[child]) >= 0) return;
        sort_key moved = keys[root];
        keys[root] = keys[child];
        keys[child] = moved;
        root = child;
    }
}

static void sort(sort_key *keys, size_t count) {
    if (count < 12) {
        for (size_t i = 1; i < count; i++) {
            sort_key moved = keys[i];
            size_t at = i;
            for (; at > 0 && compare(&keys[at - 1], &moved) > 0; at--) keys[at] = keys[at - 1];
            keys[at] = moved;
        }
        return;
    }
    for (size_t root = count / 2; root-- > 0;) sift(keys, root, count);
    for (size_t end = count - 1; end > 0; end--) {
        sort_key moved = keys[0];
        keys[0] = keys[end];
        keys[end] = moved;
        sift(keys, 0, end);
    }
}

/* Most tables are small: their keys are sorted on the stack. */
enum { SMALL = 32 };

/* Replaces the keys on top of the stack by the sorted list of them. */
static void sort_small(lua_State *L, int count, lua_Integer *unordered) {
    sort_key keys[SMALL];
    int base = lua_gettop(L) - count;
    for (int i = 0; i < count; i++) {
        keys[i] = key_at(L, base + 1 + i, i + 1);
        *unordered += keys[i].class == OTHER;
    }
    sort(keys, (size_t)count);
    lua_createtable(L, count, 0);
    for (int i = 0; i < count; i++) {
        lua_pushvalue(L, base + keys[i].position);
        lua_rawseti(L, -2, i + 1);
    }
    lua_replace(L, base + 1);
    lua_settop(L, base + 1);
}

/* The same for a list of keys on top of the stack. */
static void sort_large(lua_State *L, lua_Integer count, lua_Integer *unordered) {
    sort_key *keys = lua_newuserdatauv(L, (size_t)count * sizeof(sort_key), 0);
    for (lua_Integer i = 1; i <= count; i++) {
        lua_rawgeti(L, -2, i);
        keys[i - 1] = key_at(L, -1, (int32_t)i); /* its text stays: the list holds the string */
        lua_pop(L, 1);
        *unordered += keys[i - 1].class == OTHER;
    }
    sort(keys, (size_t)count);
    lua_createtable(L, (int)count, 0);
    for (lua_Integer i = 1; i <= count; i++) {
        lua_rawgeti(L, -3, keys[i - 1].position);
        lua_rawseti(L, -2, i);
    }
    lua_replace(L, -3);
    lua_pop(L, 1);
}

/* Pops a key and pushes the sorted list of this key and all that come after it in the raw traversal;
   returns their number. */
static lua_Integer collect(lua_State *L, int table, lua_Integer *unordered) {
    lua_Integer count = 1;
    *unordered = 0;
    luaL_checkstack(L, SMALL + 8, NULL);
    for (; count < SMALL; count++) {
        lua_pushvalue(L, -1);
        if (!lua_next(L, table)) {
            sort_small(L, (int)count, unordered);
            return count;
        }
        lua_pop(L, 1);
    }
    lua_pushvalue(L, -1); /* to go on from */
    lua_createtable(L, 2 * SMALL, 0);
    lua_insert(L, -SMALL - 2);
    lua_insert(L, -SMALL - 1); /* list, key to go on from, keys */
    for (lua_Integer i = SMALL; i > 0; i--) lua_rawseti(L, -i - 2, i);
    while (lua_next(L, table)) {
        lua_pop(L, 1);
        lua_pushvalue(L, -1);
        lua_rawseti(L, -3, ++count);
    }
    sort_large(L, count, unordered);
    return count;
}

/* Upvalues: the sorted rest (or nil while the raw traversal is followed), how far that is done. */
static int step(lua_State *L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 2);
    if (lua_isnil(L, lua_upvalueindex(1))) {
        lua_Integer previous = lua_tointeger(L, 2);
        if (!lua_next(L, 1)) {
            lua_pushnil(L);
            return 1;
        }
        if (lua_isinteger(L, -2) && lua_tointeger(L, -2) == previous + 1) return 2;
        lua_pop(L, 1);
        lua_Integer unordered;
        collect(L, 1, &unordered);
        lua_replace(L, lua_upvalueindex(1));
        lua_pushinteger(L, 0);
        lua_replace(L, lua_upvalueindex(2));
    }
    lua_Integer position = lua_tointeger(L, lua_upvalueindex(2));
    for (;;) {
        position += 1;
        if (lua_rawgeti(L, lua_upvalueindex(1), position) == LUA_TNIL) return 1;
        lua_pushvalue(L, -1);
        if (lua_rawget(L, 1) != LUA_TNIL) break; /* else it was taken out since */
        lua_pop(L, 2);
    }
    lua_pushinteger(L, position);
    lua_replace(L, lua_upvalueindex(2));
    return 2;
}

static int pairs_continued(lua_State *L, int status, lua_KContext context) {
    (void)L, (void)status, (void)context;
    return 3;
}

int clua_base_pairs(lua_State *L) {
    luaL_checkany(L, 1);
    if (luaL_getmetafield(L, 1, "__pairs") != LUA_TNIL) {
        lua_pushvalue(L, 1);
        lua_callk(L, 1, 3, 0, pairs_continued);
        return 3;
    }
    if (lua_type(L, 1) != LUA_TTABLE)
        clua_error(
            L, "'pairs' goes through tables, and this is %s%s%s",
            lua_type(L, 1) == LUA_TNIL ? "" : clua_article(clua_type_name(L, 1)),
            lua_type(L, 1) == LUA_TNIL ? "" : " ", clua_type_name(L, 1));
    lua_pushnil(L);
    lua_pushnil(L);
    lua_pushcclosure(L, step, 2);
    lua_pushvalue(L, 1);
    lua_pushnil(L);
    return 3;
}

/* `next` has nowhere to keep the sorted rest but here: of the table that was asked about last. Upvalues:
   that table, its sorted keys, the position of the key that was given last. */
enum { TABLE = 1, KEYS, POSITION };

static void remember(lua_State *L, int upvalue) { lua_replace(L, lua_upvalueindex(upvalue)); }

/* The position of the key at stack index 2 in the sorted list on top, or where it stood: it may have been
   taken out of the table since `next` gave it. */
static lua_Integer position_of(lua_State *L, lua_Integer count) {
    sort_key wanted = key_at(L, 2, 0);
    lua_Integer before = 0;
    for (lua_Integer i = 1; i <= count; i++) {
        lua_rawgeti(L, -1, i);
        bool found = lua_rawequal(L, -1, 2);
        sort_key key = key_at(L, -1, 1);
        lua_pop(L, 1);
        if (found) return i;
        if (compare(&key, &wanted) < 0) before = i;
    }
    if (wanted.class == OTHER) luaL_error(L, "the key given to 'next' is not in the table");
    return before;
}

int clua_base_next(lua_State *L) {
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 2);
    bool first = lua_isnil(L, 2);
    bool known = !first && lua_rawequal(L, 1, lua_upvalueindex(TABLE));
    lua_Integer position = 0;
    if (known) {
        position = lua_tointeger(L, lua_upvalueindex(POSITION));
        lua_rawgeti(L, lua_upvalueindex(KEYS), position);
        known = lua_rawequal(L, 2, -1);
        lua_pop(L, 1);
    }
    if (!known) {
        bool sequence = first || (lua_isinteger(L, 2) && lua_tointeger(L, 2) > 0);
        lua_Integer previous = sequence && !first ? lua_tointeger(L, 2) : 0;
        lua_pushvalue(L, 2);
        if (sequence && lua_next(L, 1)) {
            if (lua_isinteger(L, -2) && lua_tointeger(L, -2) == previous + 1) return 2;
            lua_pop(L, 1);
        }
        lua_settop(L, 2);
        lua_pushnil(L);
        if (!lua_next(L, 1)) {
            lua_pushnil(L);
            return 1;
        }
        lua_pop(L, 1);
        lua_Integer unordered, count = collect(L, 1, &unordered);
        position = first ? 0 : position_of(L, count);
        remember(L, KEYS);
        lua_pushvalue(L, 1);
        remember(L, TABLE);
    }
    for (;;) {
        position += 1;
        if (lua_rawgeti(L, lua_upvalueindex(KEYS), position) == LUA_TNIL) break;
        lua_pushvalue(L, -1);
        if (lua_rawget(L, 1) != LUA_TNIL) break;
        lua_pop(L, 2);
    }
    if (lua_isnil(L, -1)) { /* done: the table may be collected */
        lua_pushnil(L);
        remember(L, TABLE);
        lua_pushnil(L);
        remember(L, KEYS);
        return 1;
    }
    lua_pushinteger(L, position);
    remember(L, POSITION);
    return 2;
}

int64_t clua_push_keys(clua_state *S, int index, int64_t *count, int64_t *unordered) {
    lua_State *L = clua_thread(S);
    int table = lua_absindex(L, index);
    lua_Integer length = 0, others = 0;
    *count = *unordered = 0;
    lua_checkstack(L, SMALL + 8);
    lua_pushnil(L);
    while (lua_next(L, table)) {
        lua_pop(L, 1);
        if (lua_isinteger(L, -1) && lua_tointeger(L, -1) == length + 1) {
            length += 1;
            continue;
        }
        *count = collect(L, table, &others);
        *unordered = others;
        /* Items in the table's hash part came with the rest; they are its first keys. */
        lua_Integer items = 0;
        while (items < *count) {
            lua_rawgeti(L, -1, items + 1);
            bool item = lua_isinteger(L, -1) && lua_tointeger(L, -1) == length + 1;
            lua_pop(L, 1);
            if (!item) break;
            length += 1;
            items += 1;
        }
        if (items > 0) {
            for (lua_Integer i = 1; i <= *count; i++) {
                if (i + items <= *count)
                    lua_rawgeti(L, -1, i + items);
                else
                    lua_pushnil(L);
                lua_rawseti(L, -2, i);
            }
            *count -= items;
        }
        return length;
    }
    lua_newtable(L);
    return length;
}
