#include <stdlib.h>

#include "internal.h"

/* The cap, and under it a mark at which the hook collects at a safe point: Lua's own emergency collection
   runs in the midst of whatever asked for memory, and is the last resort. */
static bool refused(clua_state *S, size_t growth) {
    S->allocations += 1;
    if (S->allocations >= S->fail_from && S->allocations <= S->fail_to) return true;
    if (S->used + growth > S->cap || S->used + growth < S->used) return true;
    if (S->used + growth > S->pressure && !S->pressed && S->depth > 0) {
        S->pressed = true;
        clua_arm(S);
    }
    return false;
}

void *clua_allocate(void *state, void *block, size_t old_size, size_t new_size) {
    clua_state *S = state;
    if (block == NULL) old_size = 0; /* then it says what is allocated */
    if (new_size == 0) {
        free(block);
        S->used -= old_size;
        return NULL;
    }
    if (new_size > old_size && !S->suspended && refused(S, new_size - old_size)) {
        /* No message handler sees this error: remember the place now. */
        if (!S->frames_pinned && S->depth > 0) clua_capture_innermost(S);
        return NULL;
    }
    void *result = realloc(block, new_size);
    if (result == NULL) {
        if (S->suspended) abort(); /* an error of Lua would now cross a frame of the host */
        return new_size <= old_size ? block : NULL;
    }
    S->used = S->used - old_size + new_size;
    if (S->used > S->peak) S->peak = S->used;
    return result;
}

/* To Lua an object of the host's is a word. Let it count for about what it is, so that a loop that makes one
   each time does not gather garbage that is large for the host: as much as if the script had allocated it. */
enum { OBJECT_SIZE = 256, OBJECTS_WEIGHED = 64 };

void clua_weigh(lua_State *L, clua_state *S) {
    if (++S->unweighed < OBJECTS_WEIGHED) return;
    S->unweighed = 0;
    lua_gc(L, LUA_GCSTEP, OBJECTS_WEIGHED * OBJECT_SIZE / 1024);
}

size_t clua_memory_used(const clua_state *S) { return S->used; }
size_t clua_memory_peak(const clua_state *S) { return S->peak; }
long clua_allocations(const clua_state *S) { return S->allocations; }
