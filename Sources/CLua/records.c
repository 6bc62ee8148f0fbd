#include <stdlib.h>
#include <string.h>

#include "internal.h"

/* Fields of records: from a batch when the column is loaded, else from the host. */

static inline uint32_t slot_of(const clua_light_type *type, const void *name, uint32_t part) {
    return (uint32_t)((((uint64_t)(uintptr_t)name + part) * BATCH_HASH) >> 32) & type->slot_mask;
}

clua_members *clua_define_record(
    clua_state *S, uint8_t tag, const char *name, const char *concat_advice, uint32_t field_count,
    uint32_t name_count) {
    clua_members *members = clua_define_scalar(S, tag, name, concat_advice, false);
    clua_light_type *type = S->light[tag];
    lua_State *L = clua_thread(S);
    uint32_t slots = 8;
    while (slots < 2 * name_count + 2) slots *= 2;
    type->is_record = true;
    type->field_count = field_count;
    type->slot_mask = slots - 1;
    type->slots = calloc(slots, sizeof *type->slots);
    type->computed = calloc(field_count + 1, sizeof *type->computed);
    if (type->slots == NULL || type->computed == NULL) abort();
    lua_createtable(L, 0, (int)field_count);
    type->fields = luaL_ref(L, LUA_REGISTRYINDEX);
    return members;
}

clua_members *clua_define_parts(
    clua_state *S, uint8_t tag, uint8_t part_tag, const char *name, const char *concat_advice) {
    clua_light_type *whole = S->light[tag];
    clua_members *members = clua_define_scalar(S, part_tag, name, concat_advice, false);
    clua_light_type *type = S->light[part_tag];
    type->is_record = true;
    type->whole = whole;
    type->whole_tag = tag;
    whole->part_tag = part_tag;
    return members;
}

/* Pushes the table from the names in a part to their numbers; nil when there is none. */
static int push_names(lua_State *L, const clua_light_type *type, uint32_t part) {
    lua_rawgeti(L, LUA_REGISTRYINDEX, type->fields);
    if (part == 0) return LUA_TTABLE;
    int kind = lua_rawgeti(L, -1, part);
    lua_remove(L, -2);
    return kind;
}

void clua_name_in_part(
    clua_state *S, uint8_t tag, uint32_t part, const char *name, uint32_t number, bool is_part) {
    clua_light_type *type = S->light[tag];
    if (type == NULL || type->slots_used == type->slot_mask) return;
    lua_State *L = clua_thread(S);
    if (is_part) number |= CLUA_PART;
    if (push_names(L, type, part) == LUA_TNIL) {
        lua_pop(L, 1);
        lua_newtable(L);
        lua_rawgeti(L, LUA_REGISTRYINDEX, type->fields);
        lua_pushvalue(L, -2);
        lua_rawseti(L, -2, part);
        lua_pop(L, 1);
    }
    lua_pushstring(L, name);
    const void *interned = lua_topointer(L, -1);
    lua_pushinteger(L, (lua_Integer)number + 1);
    lua_rawset(L, -3); /* keeps the text, and with it its identity */
    lua_pop(L, 1);
    uint32_t slot = slot_of(type, interned, part);
    while (type->slots[slot].name != NULL) slot = (slot + 1) & type->slot_mask;
    type->slots[slot] = (clua_name_slot){.name = interned, .part = part, .number = number};
    type->slots_used += 1;
}

void clua_name_field(clua_state *S, uint8_t tag, uint32_t field, const char *name, bool computed) {
    clua_light_type *type = S->light[tag];
    if (type == NULL || field >= type->field_count) return;
    type->computed[field] = computed;
    clua_name_in_part(S, tag, 0, name, field, false);
}

/* What the name at stack index 2 means within a part: a number as in the slots, or -1. */
static inline int64_t name_number(lua_State *L, const clua_light_type *type, uint32_t part) {
    const void *name = lua_topointer(L, 2);
    uint32_t slot = slot_of(type, name, part);
    for (; type->slots[slot].name != NULL; slot = (slot + 1) & type->slot_mask)
        if (type->slots[slot].name == name && type->slots[slot].part == part) return type->slots[slot].number;
    /* Lua interns strings of up to 40 bytes: another identity is another text. */
    if (lua_type(L, 2) != LUA_TSTRING || lua_rawlen(L, 2) <= 40) return -1;
    lua_Integer number = -1;
    if (push_names(L, type, part) == LUA_TTABLE) {
        lua_pushvalue(L, 2);
        lua_rawget(L, -2);
        number = lua_tointeger(L, -1) - 1;
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    return number;
}

static inline bool is_loaded(const batch *b, uint32_t field) {
    return field < b->column_count && b->columns[field].kind != BATCH_ABSENT;
}

static inline batch *find(clua_light_type *type, int64_t key, uint32_t field, uint32_t *row) {
    batch *hint = type->hint;
    if (hint != NULL && type->hint_row < hint->count && hint->keys[type->hint_row] == key &&
        is_loaded(hint, field)) {
        *row = type->hint_row;
        return hint;
    }
    for (uint32_t i = 0; i < type->attached_count; i++) {
        clua_attached found = type->attached[i];
        if (!is_loaded(found.batch, field)) continue;
        int32_t at = batch_row(found.batch, key);
        if (at < 0) continue;
        if (i > 0) {
            memmove(&type->attached[1], &type->attached[0], i * sizeof found);
            type->attached[0] = found;
        }
        type->hint = found.batch;
        type->hint_row = (uint32_t)at;
        *row = (uint32_t)at;
        return found.batch;
    }
    return NULL;
}

/* The bytes are copied first: making a table may collect a forgotten cursor, and with it the batch. */
static void push_list(lua_State *L, const char *text, uint32_t size) {
    int count = 0;
    text = lua_pushlstring(L, text, size);
    lua_newtable(L);
    const char *end = text + size;
    while (text < end) {
        const char *stop = memchr(text, BATCH_ITEM_END, (size_t)(end - text));
        if (stop == NULL) stop = end;
        lua_pushlstring(L, text, (size_t)(stop - text));
        lua_rawseti(L, -2, ++count);
        text = stop + 1;
    }
    lua_remove(L, -2);
}

static int push_field(lua_State *L, batch *b, uint32_t field, uint32_t row) {
    const batch_column *column = &b->columns[field];
    if (!column->present[row]) {
        lua_pushnil(L);
        return 1;
    }
    int64_t word = column->words[row];
    switch (column->kind) {
    case BATCH_INTEGER: lua_pushinteger(L, word); return 1;
    case BATCH_NUMBER: {
        double number;
        memcpy(&number, &word, sizeof number);
        lua_pushnumber(L, number);
        return 1;
    }
    case BATCH_BOOLEAN: lua_pushboolean(L, word != 0); return 1;
    case BATCH_TEXT:
        lua_pushlstring(L, column->bytes + ((uint64_t)word >> 32), (uint32_t)word);
        return 1;
    case BATCH_LIST: push_list(L, column->bytes + ((uint64_t)word >> 32), (uint32_t)word); return 1;
    case BATCH_LIGHT: {
        clua_light_type *target = state_of(L)->light[column->tag];
        if (target != NULL) target->origin = (clua_origin){.batch = b, .column = field};
        clua_push_light(L, column->tag, word);
        return 1;
    }
    default: lua_pushnil(L); return 1;
    }
}

static int after_host(lua_State *L, clua_state *S, int result) {
    S->suspended = false;
    if (result >= 0 && S->reason == CLUA_RUNNING) return result;
    return clua_finish_callback(L, result);
}

/* Pushes the field named at stack index 2; 0 when there is none. */
int clua_record_index(lua_State *L, clua_state *S, clua_light_type *type, uint64_t word) {
    int64_t key = clua_light_payload(word);
    uint8_t tag = clua_light_tag(word);
    uint32_t part = 0;
    if (type->whole != NULL) {
        part = clua_part_number(key);
        key = clua_part_key(key);
        tag = type->whole_tag;
        type = type->whole;
    }
    int64_t number = name_number(L, type, part);
    if (number < 0) return 0;
    if (number & CLUA_PART) {
        if (key < 0 || key > CLUA_PART_KEY_MASK) clua_error(L, "the key of this record is too large");
        clua_push_light(L, type->part_tag, (number & ~(int64_t)CLUA_PART) << CLUA_PART_KEY_BITS | key);
        return 1;
    }
    uint32_t field = (uint32_t)number, row;
    if (type->computed[field]) {
        S->suspended = true;
        return after_host(L, S, S->host.compute_field(S->host.context, L, tag, key, field));
    }
    batch *b = find(type, key, field, &row);
    if (b == NULL) {
        clua_origin origin = type->origin;
        S->suspended = true;
        after_host(L, S, S->host.load_field(S->host.context, L, tag, key, field, origin));
        b = find(type, key, field, &row);
        if (b == NULL) clua_error(L, "the source of %s did not load a field", type->members.name);
    }
    return push_field(L, b, field, row);
}

/* ---- Batches ------------------------------------------------------------------------------------- */

static void forget(clua_state *S, clua_light_type *type, batch *b) {
    if (type->hint == b) type->hint = NULL;
    for (int tag = 0; tag < CLUA_TYPES; tag++) {
        clua_light_type *other = S->light[tag];
        if (other != NULL && other->origin.batch == b) other->origin = (clua_origin){0};
    }
}

static void attach(clua_state *S, uint8_t tag, batch *attached, bool of_cursor) {
    clua_light_type *type = S->light[tag];
    if (type == NULL) return;
    clua_detach(S, tag, attached);
    if (type->attached_count == CLUA_ATTACHED) {
        /* A cursor's batch goes only when there is nothing else: it is read from where the cursor is. */
        uint32_t last = CLUA_ATTACHED - 1;
        while (last > 0 && type->attached[last].of_cursor) last -= 1;
        if (type->attached[last].of_cursor) last = CLUA_ATTACHED - 1;
        clua_attached evicted = type->attached[last];
        clua_detach(S, tag, evicted.batch);
        if (!evicted.of_cursor) {
            bool suspended = S->suspended;
            S->suspended = true;
            S->host.evicted(S->host.context, tag, evicted.batch);
            S->suspended = suspended;
        }
    }
    memmove(&type->attached[1], &type->attached[0], type->attached_count * sizeof type->attached[0]);
    type->attached[0] = (clua_attached){.batch = attached, .of_cursor = of_cursor};
    type->attached_count += 1;
}

void clua_attach(clua_state *S, uint8_t tag, batch *attached) { attach(S, tag, attached, false); }

void clua_detach(clua_state *S, uint8_t tag, batch *detached) {
    clua_light_type *type = S->light[tag];
    if (type == NULL) return;
    forget(S, type, detached);
    for (uint32_t i = 0; i < type->attached_count; i++) {
        if (type->attached[i].batch != detached) continue;
        type->attached_count -= 1;
        memmove(
            &type->attached[i], &type->attached[i + 1],
            (type->attached_count - i) * sizeof type->attached[0]);
        return;
    }
}

/* ---- Cursors ------------------------------------------------------------------------------------- */

typedef struct {
    void *object; /* the host's; NULL when given up */
    batch *batch;
    uint32_t row;
    uint8_t tag;
} cursor;

static const char cursor_metatable = 0;

static void finish_cursor(clua_state *S, cursor *c) {
    if (c->batch != NULL) clua_detach(S, c->tag, c->batch);
    c->batch = NULL;
    clua_give_up(S, &c->object);
}

static int collect_cursor(lua_State *L) {
    finish_cursor(state_of(L), lua_touserdata(L, 1));
    return 0;
}

void clua_open_cursors(lua_State *L) {
    lua_createtable(L, 0, 1);
    lua_pushcfunction(L, collect_cursor);
    lua_setfield(L, -2, "__gc");
    lua_rawsetp(L, LUA_REGISTRYINDEX, &cursor_metatable);
}

static int step(lua_State *L) {
    cursor *c = lua_touserdata(L, lua_upvalueindex(1));
    clua_state *S = state_of(L);
    clua_light_type *type = S->light[c->tag];
    for (;;) {
        if (c->batch != NULL && c->row < c->batch->count) {
            type->hint = c->batch;
            type->hint_row = c->row;
            clua_push_light(L, c->tag, c->batch->keys[c->row++]);
            return 1;
        }
        if (c->object == NULL) {
            lua_pushnil(L);
            return 1;
        }
        /* The host may refill the batch from here on. */
        if (c->batch != NULL) clua_detach(S, c->tag, c->batch);
        c->batch = NULL;
        c->row = 0;
        batch *next = NULL;
        S->suspended = true;
        after_host(L, S, S->host.next_batch(c->object, L, &next));
        if (next == NULL) {
            finish_cursor(S, c);
            continue;
        }
        c->batch = next;
        attach(S, c->tag, next, true);
    }
}

void clua_push_cursor(clua_state *S, uint8_t tag, void *object) {
    lua_State *L = clua_thread(S);
    cursor *c = lua_newuserdatauv(L, sizeof *c, 0);
    *c = (cursor){.object = object, .tag = tag};
    lua_rawgetp(L, LUA_REGISTRYINDEX, &cursor_metatable);
    lua_setmetatable(L, -2);
    lua_pushcclosure(L, step, 1);
    clua_weigh(L, S);
}
