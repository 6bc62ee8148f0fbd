#include "internal.h"

/*
 The host's functions: C closures over a box that holds the host's object. The host is called, returns,
 and only then is its error raised.
*/

typedef struct {
    void *object;
} box;

static const char box_metatable = 0; /* its address is the key in the registry */

void clua_give_up(clua_state *S, void **held) {
    void *object = *held;
    *held = NULL;
    if (object == NULL) return;
    bool suspended = S->suspended;
    S->suspended = true;
    S->host.release(object);
    S->suspended = suspended;
}

static int release_box(lua_State *L) {
    box *b = lua_touserdata(L, 1);
    clua_give_up(state_of(L), &b->object);
    return 0;
}

void clua_open_functions(lua_State *L) {
    lua_createtable(L, 0, 1);
    lua_pushcfunction(L, release_box);
    lua_setfield(L, -2, "__gc");
    lua_rawsetp(L, LUA_REGISTRYINDEX, &box_metatable);
}

int clua_finish_callback(lua_State *L, int result) {
    clua_state *S = state_of(L);
    if (S->reason != CLUA_RUNNING) clua_raise_stop(L);
    if (result >= 0) return result;
    if (result == CLUA_RAISE_HERE) {
        clua_push_position(L);
        lua_insert(L, -2);
        lua_concat(L, 2);
    }
    return lua_error(L);
}

static int call_function(lua_State *L) {
    clua_state *S = state_of(L);
    box *b = lua_touserdata(L, lua_upvalueindex(1));
    S->suspended = true;
    int result = S->host.call(b->object, L);
    S->suspended = false;
    if (result >= 0 && S->reason == CLUA_RUNNING) return result;
    return clua_finish_callback(L, result);
}

void clua_push_function(clua_state *S, void *function) {
    lua_State *L = clua_thread(S);
    box *b = lua_newuserdatauv(L, sizeof *b, 0);
    b->object = function;
    lua_rawgetp(L, LUA_REGISTRYINDEX, &box_metatable);
    lua_setmetatable(L, -2);
    lua_pushcclosure(L, call_function, 1);
    clua_weigh(L, S);
}

void *clua_to_function(lua_State *L, int index) {
    if (lua_tocfunction(L, index) != call_function) return NULL;
    lua_getupvalue(L, index, 1);
    box *b = lua_touserdata(L, -1);
    lua_pop(L, 1);
    return b->object;
}

/* ---- Entering ------------------------------------------------------------------------------------ */

static int on_error(lua_State *L) {
    clua_state *S = state_of(L);
    if (S->frames_pinned || clua_is_stop(L, 1)) return 1;
    /* What is there already are the frames of a wrapped coroutine that this error came out of. */
    clua_capture(S, L, 1);
    return 1;
}

static clua_status finish(clua_state *S, lua_State *L, int status) {
    if (status == LUA_OK) return CLUA_OK;
    if (status == LUA_ERRMEM) {
        if (S->frame_count > 0) S->frames_pinned = true;
        clua_stop(S, CLUA_STOP_MEMORY);
    }
    if (S->reason == CLUA_RUNNING) return CLUA_FAILED;
    lua_pop(L, 1);
    return CLUA_STOPPED;
}

clua_status clua_call(clua_state *S, int argument_count) {
    lua_State *L = clua_thread(S);
    int base = lua_gettop(L) - argument_count;
    if (S->depth == 0) clua_forget_frames(S);
    lua_pushcfunction(L, on_error);
    lua_insert(L, base);
    clua_enter(S);
    clua_status result;
    if (S->reason != CLUA_RUNNING) {
        lua_settop(L, base - 1);
        result = CLUA_STOPPED;
    } else {
        bool suspended = S->suspended;
        S->suspended = false;
        int status = lua_pcall(L, argument_count, LUA_MULTRET, base);
        S->suspended = suspended;
        lua_remove(L, base);
        result = finish(S, L, status);
    }
    clua_leave(S);
    return result;
}

clua_status clua_load(clua_state *S, const char *source, size_t size, const char *chunk_name) {
    lua_State *L = clua_thread(S);
    clua_status result = CLUA_STOPPED;
    clua_enter(S);
    if (S->reason == CLUA_RUNNING) {
        clua_forget_frames(S);
        bool suspended = S->suspended;
        S->suspended = false;
        int status = luaL_loadbufferx(L, source, size, chunk_name, "t");
        S->suspended = suspended;
        result = finish(S, L, status);
    }
    clua_leave(S);
    return result;
}
