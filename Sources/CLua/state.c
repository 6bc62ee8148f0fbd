#include <stdatomic.h>
#include <stdlib.h>

#include "internal.h"

static int set_up(lua_State *L) {
    clua_open_functions(L);
    clua_open_cursors(L);
    clua_open_globals(L);
    clua_open_standard(L);
    clua_use_environment(L);
    clua_open_light(L);
    clua_open_objects(L);
    return 0;
}

clua_state *clua_open(clua_host host, size_t memory_cap, uint64_t seed, long fail_from, long fail_to) {
    static atomic_uint_least32_t numbers;
    clua_state *S = calloc(1, sizeof *S);
    if (S == NULL) return NULL;
    S->host = host;
    S->seed = seed;
    S->cap = memory_cap;
    S->pressure = memory_cap - memory_cap / 16;
    S->fail_from = fail_from;
    S->fail_to = fail_to;
    S->number = (uint32_t)atomic_fetch_add(&numbers, 1) + 1;
    lua_State *L = lua_newstate(clua_allocate, S);
    if (L == NULL) {
        free(S);
        return NULL;
    }
    *(clua_state **)lua_getextraspace(L) = S; /* each coroutine begins with a copy */
    S->L = L;
    S->main.thread = L;
    S->current = &S->main;
    lua_pushcfunction(L, set_up);
    int status = lua_pcall(L, 0, 0, 0);
    S->suspended = true;
    if (status != LUA_OK) {
        clua_close(S);
        return NULL;
    }
    return S;
}

void clua_close(clua_state *S) {
    clua_cancel_timer(S);
    S->suspended = true;
    lua_close(S->L);
    clua_members *members = S->members;
    for (int tag = 0; tag < CLUA_TYPES; tag++) {
        clua_light_type *type = S->light[tag];
        if (type == NULL) continue;
        free(type->slots);
        free(type->computed);
    }
    while (members != NULL) {
        clua_members *next = members->next;
        clua_free_members(members);
        free(members); /* the first part of a light type, or all of an object's */
        members = next;
    }
    free(S);
}

lua_State *clua_thread(clua_state *S) { return S->current->thread; }
clua_state *clua_of(lua_State *L) { return state_of(L); }
