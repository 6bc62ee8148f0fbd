#ifndef HALQA_CLUA_INTERNAL_H
#define HALQA_CLUA_INTERNAL_H

#include <signal.h>

#include "CLua.h"

/* The running coroutine and those that resumed it, innermost first; each lives in the C frame that
   resumes it. */
typedef struct clua_link {
    lua_State *thread;
    struct clua_link *parent;
} clua_link;

enum { CLUA_FRAMES = 32, CLUA_TYPES = 256, CLUA_ATTACHED = 16 };

struct clua_members {
    char *name;
    char *concat_advice;
    int methods, properties, handlers; /* references to tables by name */
    int metatable;                     /* of host objects: a reference */
    struct clua_members *next;         /* all of a state, to free them */
};

/* What a name means in a record type, found by the identity of the interned name: a field of the record or
   of a part of it, or a part. */
typedef struct {
    const void *name;
    uint32_t part;   /* in which the name is; 0 is the record */
    uint32_t number; /* of the field; of a part with CLUA_PART */
} clua_name_slot;

#define CLUA_PART UINT32_C(0x80000000)

typedef struct {
    batch *batch;
    bool of_cursor;
} clua_attached;

typedef struct clua_light_type {
    clua_members members;
    bool ordered, is_record;

    /* Of parts of records: the type and tag of the whole; of records: the tag of their parts, or 0. */
    struct clua_light_type *whole;
    uint8_t whole_tag, part_tag;

    uint32_t field_count;
    bool *computed;
    clua_name_slot *slots; /* open addressing; twice as many as names, or more */
    uint32_t slot_mask, slots_used;
    int fields; /* reference to the table from name to number + 1, which keeps the names alive; from the
                   number of a part to such a table of its own */

    clua_attached attached[CLUA_ATTACHED]; /* most recently used first */
    uint32_t attached_count;
    batch *hint; /* where the next read most likely is */
    uint32_t hint_row;
    clua_origin origin;
} clua_light_type;

struct clua_state {
    lua_State *L;
    clua_host host;
    uint64_t seed;

    /* Memory. */
    size_t used, peak, cap, pressure;
    int unweighed; /* objects of the host's that the collector has not been told of */
    bool suspended;   /* a frame of the host is on top: the cap does not apply */
    bool pressed;     /* memory is short: the hook collects, then decides */
    long allocations; /* while the cap applied */
    long fail_from, fail_to; /* the numbers of the allocations that are to fail, or 0 */

    /* Stops. */
    volatile sig_atomic_t reason;
    clua_link main;
    clua_link *volatile current;
    struct clua_state *volatile next_running; /* on this thread */
    int depth;                                /* of clua_call */
    int closing;                              /* nested coroutine.close */
    uint32_t number;
    volatile int64_t deadline;
    void *timer;
    uint64_t timer_thread, unmasked_thread;

    /* The last failure. */
    clua_frame frames[CLUA_FRAMES];
    int frame_count, frames_skipped, frames_skipped_after;
    bool frames_pinned; /* they tell of a stop: what is raised later does not replace them */

    /* Registry references. */
    int globals, environment, object_cache;

    clua_members *members;
    clua_light_type *light[CLUA_TYPES];
};

static inline clua_state *state_of(lua_State *L) { return *(clua_state **)lua_getextraspace(L); }

/* allocator.c */
void *clua_allocate(void *S, void *block, size_t old_size, size_t new_size);

/* stop.c */
void clua_arm(clua_state *S);
_Noreturn void clua_raise_stop(lua_State *L);
bool clua_is_stop(lua_State *L, int index);
/* To be called wherever an error was caught: raises again what no script may catch. */
void clua_after_catch(lua_State *L, int status);
void clua_enter(clua_state *S);
void clua_leave(clua_state *S);
void clua_cancel_timer(clua_state *S);

/* frames.c */
void clua_append_frames(clua_state *S, lua_State *L, int level);
void clua_capture(clua_state *S, lua_State *L, int level);
void clua_capture_innermost(clua_state *S);
/* Pushes "chunk:line: " of the innermost function written in Lua, or "". */
void clua_push_position(lua_State *L);
_Noreturn void clua_error(lua_State *L, const char *format, ...);

/* functions.c */
/* Hands an object of the host's back to it, once: what held it is NULL from then on. */
void clua_give_up(clua_state *S, void **held);
/* Raises what a callback left, if its result says so; else returns the result. */
int clua_finish_callback(lua_State *L, int result);

/* The standard functions that are ours. */
int clua_base_pcall(lua_State *L);
int clua_base_xpcall(lua_State *L);
int clua_base_load(lua_State *L);
int clua_base_setmetatable(lua_State *L);
int clua_base_rawset(lua_State *L);
int clua_base_tostring(lua_State *L);
int clua_base_print(lua_State *L);
int clua_base_pairs(lua_State *L);
int clua_base_next(lua_State *L);
int clua_string_format(lua_State *L);
int clua_string_rep(lua_State *L);
int clua_table_sort(lua_State *L);
int clua_math_randomseed(lua_State *L);
int clua_coroutine_create(lua_State *L);
int clua_coroutine_resume(lua_State *L);
int clua_coroutine_wrap(lua_State *L);
int clua_coroutine_close(lua_State *L);
int clua_coroutine_status(lua_State *L);
int clua_coroutine_running(lua_State *L);
int clua_coroutine_isyieldable(lua_State *L);
int clua_coroutine_yield(lua_State *L);

/* text.c: pushes a value's text, without addresses. */
void clua_push_text(lua_State *L, int index);
/* What a value is called in messages: a type's own name, or Lua's. */
const char *clua_type_name(lua_State *L, int index);

/* What opening a state does, in this order. */
void clua_open_functions(lua_State *L);
void clua_open_cursors(lua_State *L);
void clua_open_globals(lua_State *L);
void clua_open_standard(lua_State *L);
void clua_use_environment(lua_State *L);
void clua_open_light(lua_State *L);
void clua_open_objects(lua_State *L);

/* globals.c */
/* Tells the collector of another object of the host's. */
void clua_weigh(lua_State *L, clua_state *S);
bool clua_is_protected(lua_State *L, int index);
/* "a" or "an", before a name. */
const char *clua_article(const char *name);
void clua_protect_table(lua_State *L, const char *name);

/* members.c */
void clua_init_members(clua_state *S, clua_members *members, const char *name, const char *advice);
void clua_free_members(clua_members *members);
/* Pushes a member of the name at `key`; a property is read from the value at index 1. */
bool clua_push_member(lua_State *L, const clua_members *members, int key);
bool clua_push_handler(lua_State *L, const clua_members *members, const char *name);

/* records.c */
int clua_record_index(lua_State *L, clua_state *S, clua_light_type *type, uint64_t word);

#endif
