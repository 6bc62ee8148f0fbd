#ifndef HALQA_CLUA_H
#define HALQA_CLUA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lua5.4/lua.h>

#include <lua5.4/lauxlib.h>
#include <lua5.4/lualib.h>

#include "CBatch.h"

/*
 A Lua state that a program can give to code it does not trust, and the only code through which Lua may
 longjmp.

 The rule that everything here serves: no error of Lua crosses a frame of the host.
 - The host's functions are called by a C function, which raises their error after they have returned.
 - The host enters Lua by clua_call and clua_load alone; both are protected.
 - What else it calls (pushing, raw reads and writes) raises only when memory is short, and the cap is
   suspended while a frame of the host is on top. When malloc itself fails there, the process aborts.
*/

typedef struct clua_state clua_state;

/* What the library that is loaded says of itself: `$LuaVersion: Lua 5.4.4  Copyright …`. */
static inline const char *clua_identity(void) { return lua_ident; }

/* ---- Light values ------------------------------------------------------------------------------

 A light userdata whose high 8 bits are a tag and whose low 56 bits are a signed payload. Tag 0 is not
 used. Equal when tag and payload are. */

#define CLUA_PAYLOAD_BITS 56
#define CLUA_PAYLOAD_MASK ((UINT64_C(1) << CLUA_PAYLOAD_BITS) - 1)
#define CLUA_PAYLOAD_MAX ((INT64_C(1) << (CLUA_PAYLOAD_BITS - 1)) - 1)
#define CLUA_PAYLOAD_MIN (-CLUA_PAYLOAD_MAX - 1)
#define CLUA_PART_KEY_BITS 40
#define CLUA_PART_KEY_MASK ((INT64_C(1) << CLUA_PART_KEY_BITS) - 1)

static inline uint64_t clua_light_word(uint8_t tag, int64_t payload) {
    return ((uint64_t)tag << CLUA_PAYLOAD_BITS) | ((uint64_t)payload & CLUA_PAYLOAD_MASK);
}
static inline uint8_t clua_light_tag(uint64_t word) { return (uint8_t)(word >> CLUA_PAYLOAD_BITS); }
static inline int64_t clua_light_payload(uint64_t word) {
    return (int64_t)(word << (64 - CLUA_PAYLOAD_BITS)) >> (64 - CLUA_PAYLOAD_BITS);
}
static inline void clua_push_light(lua_State *L, uint8_t tag, int64_t payload) {
    lua_pushlightuserdata(L, (void *)(uintptr_t)clua_light_word(tag, payload));
}
/* The word of a value that lua_type calls a light userdata. */
static inline uint64_t clua_to_light(lua_State *L, int index) {
    return (uint64_t)(uintptr_t)lua_touserdata(L, index);
}

/* ---- The host's side ----------------------------------------------------------------------------- */

/* What a callback returns instead of a number of results. The error value is on top of the stack. */
enum {
    CLUA_RAISE = -1,      /* raise it as it is */
    CLUA_RAISE_HERE = -2, /* it is text: put the position of the author's line before it */
};

/* Where a value of BATCH_LIGHT was last read from: the batch and the number of its column, or NULL. */
typedef struct {
    batch *batch;
    uint32_t column;
} clua_origin;

/* Everything that Lua asks of the host. All but `release` may push an error and return CLUA_RAISE…. */
typedef struct {
    void *context; /* handed to the callbacks that name it */

    /* Calls a function made by clua_push_function; its arguments are the whole stack. */
    int (*call)(void *function, lua_State *L);
    /* Gives up an object that was handed over with clua_push_function, …_object, …_cursor. */
    void (*release)(void *object);
    /* An unknown name of a protected table. Stack: table, key, table with the names, name of the table or nil. */
    int (*unknown)(void *context, lua_State *L);

    /* Makes the column of a record's field available in an attached batch; returns 0. */
    int (*load_field)(void *context, lua_State *L, uint8_t tag, int64_t key, uint32_t field, clua_origin origin);
    /* Pushes the value of a computed field; returns 1. */
    int (*compute_field)(void *context, lua_State *L, uint8_t tag, int64_t key, uint32_t field);
    /* An attached batch made room for another and may be refilled. */
    void (*evicted)(void *context, uint8_t tag, batch *evicted);
    /* The next batch of a cursor in `out`, or NULL at its end; returns 0. */
    int (*next_batch)(void *cursor, lua_State *L, batch **out);
} clua_host;

/* ---- States -------------------------------------------------------------------------------------- */

/* NULL when there is no memory for it. Nothing in it is older or newer than the seed: two states with
   one seed do the same. */
clua_state *clua_open(clua_host host, size_t memory_cap, uint64_t seed, long fail_from, long fail_to);
void clua_close(clua_state *S);

/* The thread (coroutine) that is running. */
lua_State *clua_thread(clua_state *S);
clua_state *clua_of(lua_State *L);

size_t clua_memory_used(const clua_state *S);
size_t clua_memory_peak(const clua_state *S);
/* How many allocations have been made that the cap applies to. */
long clua_allocations(const clua_state *S);

/* ---- Entering Lua -------------------------------------------------------------------------------- */

typedef enum {
    CLUA_OK = 0,
    CLUA_FAILED,  /* the error value is on top of the stack, frames are ready */
    CLUA_STOPPED, /* see clua_stopped; nothing is on the stack */
} clua_status;

/* Calls the function below its arguments, which are popped with it; its results are left. */
clua_status clua_call(clua_state *S, int argument_count);
/* Compiles text (never bytecode) into a function, which is left on the stack. */
clua_status clua_load(clua_state *S, const char *source, size_t size, const char *chunk_name);

/* The frames of the last failure, innermost first, only of functions written in Lua. */
typedef struct {
    int line;
    int chunk_size;
    char chunk[240]; /* its name as given, not shortened as in messages (unless too long for here) */
    char name[64];   /* as the caller calls it; "" for a chunk itself or when unknown */
} clua_frame;
int clua_frame_count(const clua_state *S);
clua_frame clua_frame_at(const clua_state *S, int index);
/* How many frames in the middle of a long traceback were left out, and after which. */
int clua_frames_skipped(const clua_state *S, int *after);
void clua_forget_frames(clua_state *S);

/* ---- Stops --------------------------------------------------------------------------------------- */

typedef enum {
    CLUA_RUNNING = 0,
    CLUA_STOP_DEADLINE,
    CLUA_STOP_CANCELLED,
    CLUA_STOP_MEMORY,
} clua_stop_reason;

/* Stops what runs, for good: nothing in the script can catch it, and later calls are refused. Safe in a
   signal handler on the state's thread. */
void clua_stop(clua_state *S, clua_stop_reason reason);
clua_stop_reason clua_stopped(const clua_state *S);
/* For loops of the host: notices a deadline that has passed while no Lua code ran. */
clua_stop_reason clua_check(clua_state *S);

/* A deadline on CLOCK_MONOTONIC in nanoseconds; 0 for none. False when the system has no timer left. */
bool clua_set_deadline(clua_state *S, int64_t nanoseconds);
int64_t clua_now(void);

/* Stops a state from another thread: the number that clua_number gives, and the thread that is inside
   clua_call of it. */
uint32_t clua_number(const clua_state *S);
uint64_t clua_current_thread(void);
void clua_stop_other(uint64_t thread, uint32_t number);

/* ---- Globals ------------------------------------------------------------------------------------- */

/* Gives the global its value, which is popped. */
void clua_set_global(clua_state *S, const char *name);
/* Makes `print`, which gives each line to the function on top; it is popped. */
void clua_set_output(clua_state *S);
/* Pushes the `string.format` that scripts have. */
void clua_push_format(lua_State *L);
/* Pushes the table that holds the globals. */
void clua_push_globals(clua_state *S);
/* From now on, a global cannot be assigned, and reading an unknown one is an error. */
void clua_freeze(clua_state *S);
/* Replaces the table on top by a read-only view of it. `name` may be NULL. */
void clua_protect(clua_state *S, const char *name);
/* A shape of tables that have some names and no others: reading another one is an error, one without a value is nil.
   Takes a table whose keys are the names; `name` is what such tables are called. */
int clua_define_shape(clua_state *S, const char *name);
/* Gives the table on top a shape. */
void clua_set_shape(clua_state *S, int shape);
/* How many names the standard library has that a script is given or denied, and each. */
typedef struct {
    const char *library; /* NULL for globals */
    const char *name;
    bool allowed;
    const char *reason;
} clua_standard_name;
int clua_standard_count(void);
clua_standard_name clua_standard_at(int index);

/* ---- Functions, objects, members ----------------------------------------------------------------- */

/* Pushes a function of the host's, which is released when Lua no longer needs it. */
void clua_push_function(clua_state *S, void *function);
/* The host's function at an index, or NULL. */
void *clua_to_function(lua_State *L, int index);

typedef enum {
    CLUA_METHOD,   /* a function that reading the name gives */
    CLUA_PROPERTY, /* a function that is called with the value to read the name */
    CLUA_HANDLER,  /* "unknown" (value, key), "tostring" (value), "add" "sub" "mul" "div" "unm" (left, right) */
} clua_member_kind;

/* The members of a type of values. They live as long as the state. */
typedef struct clua_members clua_members;

/* A type of host objects. `name` is copied. */
clua_members *clua_define_object(clua_state *S, const char *name);
/* Gives the type a metamethod such as "__len"; the function is popped. */
void clua_set_metamethod(clua_state *S, clua_members *type, const char *event);
/* Pushes a host object, the same value each time. A reference to it is handed over; when the object is
   already known, it is released at once. */
void clua_push_object(clua_state *S, clua_members *type, void *object);
/* The host object at an index, or NULL. */
void *clua_to_object(lua_State *L, int index);

/* A type of light values. `concat_advice` completes the sentence that '..' raises; both are copied. */
clua_members *clua_define_scalar(
    clua_state *S, uint8_t tag, const char *name, const char *concat_advice, bool ordered);
/* A type of records: light values whose payload is a key and whose fields come from batches. */
clua_members *clua_define_record(
    clua_state *S, uint8_t tag, const char *name, const char *concat_advice, uint32_t field_count,
    uint32_t name_count);
/* Names each of the fields, from 0, before the first record of the type is read. */
void clua_name_field(clua_state *S, uint8_t tag, uint32_t field, const char *name, bool computed);
/* A type of parts of records, such as `record.x` where fields have names like "x.a.b": light values whose
   payload is a key and, above it, the number of the part, from 1. */
clua_members *clua_define_parts(
    clua_state *S, uint8_t tag, uint8_t part_tag, const char *name, const char *concat_advice);
/* Gives a part of records, or with part 0 the records themselves, another name for a field, or one for a part. */
void clua_name_in_part(
    clua_state *S, uint8_t tag, uint32_t part, const char *name, uint32_t number, bool is_part);
/* The key and the number in the payload of a part of a record. */
static inline int64_t clua_part_key(int64_t payload) { return payload & CLUA_PART_KEY_MASK; }
static inline uint32_t clua_part_number(int64_t payload) {
    return (uint32_t)(payload >> CLUA_PART_KEY_BITS);
}
/* Gives a type a member; the function on top is popped. */
void clua_set_member(clua_state *S, clua_members *type, clua_member_kind kind, const char *name);
/* The name of the type of light values with this tag, or NULL. */
const char *clua_light_name(clua_state *S, uint8_t tag);

/* Makes a batch available to the records of a tag, the first to be looked into. */
void clua_attach(clua_state *S, uint8_t tag, batch *attached);
void clua_detach(clua_state *S, uint8_t tag, batch *detached);

/* Pushes an iterator over the records that the host's cursor gives. */
void clua_push_cursor(clua_state *S, uint8_t tag, void *cursor);

/* ---- Reading tables ------------------------------------------------------------------------------ */

/* Pushes a list of the table's keys in the fixed order of `pairs`, without 1…n, where n is the number of
   items up to the first hole; returns n. Sets `count` to the length of the list, and `unordered` to the
   number of those keys at its end that have no order (tables, functions, objects). */
int64_t clua_push_keys(clua_state *S, int index, int64_t *count, int64_t *unordered);

/* ---- What Lua has as macros ---------------------------------------------------------------------- */

static inline void clua_pop(lua_State *L, int count) { lua_settop(L, -count - 1); }
static inline int clua_upvalue_index(int index) { return lua_upvalueindex(index); }
static inline void clua_push_table(lua_State *L) { lua_createtable(L, 0, 0); }
static inline int clua_registry_index(void) { return LUA_REGISTRYINDEX; }
static inline int64_t clua_to_integer(lua_State *L, int index) { return lua_tointegerx(L, index, NULL); }
static inline double clua_to_number(lua_State *L, int index) { return lua_tonumberx(L, index, NULL); }
static inline void clua_insert(lua_State *L, int index) { lua_rotate(L, index, 1); }
static inline void clua_remove(lua_State *L, int index) {
    lua_rotate(L, index, -1);
    lua_settop(L, -2);
}
static inline bool clua_is_integer(lua_State *L, int index) { return lua_isinteger(L, index) != 0; }
static inline int clua_reference(lua_State *L) { return luaL_ref(L, LUA_REGISTRYINDEX); }
static inline void clua_unreference(lua_State *L, int reference) {
    luaL_unref(L, LUA_REGISTRYINDEX, reference);
}
static inline void clua_push_reference(lua_State *L, int reference) {
    lua_rawgeti(L, LUA_REGISTRYINDEX, reference);
}

#endif
