#include "internal.h"

/*
 The coroutine library. Each resume leaves its mark in a chain, so that a stop finds the running
 coroutine and its parents; and a coroutine that died of a stop is never resumed, wrapped or closed into
 something that the script could go on with.
*/

/* lua_resetthread does not count C calls: closing coroutines from closing values overruns the C stack. */
enum { MAX_CLOSING = 50 };

static lua_State *thread_argument(lua_State *L) {
    lua_State *thread = lua_tothread(L, 1);
    luaL_argexpected(L, thread != NULL, 1, "coroutine");
    return thread;
}

static int resume(lua_State *L, lua_State *thread, int argument_count, int *status) {
    clua_state *S = state_of(L);
    if (!lua_checkstack(thread, argument_count)) {
        lua_pushliteral(L, "too many arguments to resume");
        *status = LUA_ERRRUN;
        return -1;
    }
    lua_xmove(L, thread, argument_count);
    clua_link link = {.thread = thread, .parent = S->current};
    int result_count;
    S->current = &link;
    if (S->reason != CLUA_RUNNING || S->pressed) clua_arm(S); /* the signal came before the link */
    *status = lua_resume(thread, L, argument_count, &result_count);
    S->current = link.parent;
    if (*status == LUA_OK || *status == LUA_YIELD) {
        if (!lua_checkstack(L, result_count + 1)) {
            lua_pop(thread, result_count);
            lua_pushliteral(L, "too many results to resume");
            *status = LUA_ERRRUN;
            return -1;
        }
        lua_xmove(thread, L, result_count);
        return result_count;
    }
    lua_xmove(thread, L, 1);
    return -1;
}

int clua_coroutine_resume(lua_State *L) {
    lua_State *thread = thread_argument(L);
    int status;
    int count = resume(L, thread, lua_gettop(L) - 1, &status);
    if (count < 0) {
        clua_after_catch(L, status);
        lua_pushboolean(L, 0);
        lua_insert(L, -2);
        return 2;
    }
    lua_pushboolean(L, 1);
    lua_insert(L, -(count + 1));
    return count + 1;
}

/* Closes a coroutine, the values it holds included; leaves the error on its stack when that fails. */
static int reset(lua_State *L, lua_State *thread) {
    clua_state *S = state_of(L);
    if (S->closing >= MAX_CLOSING) clua_error(L, "too many coroutines that close one another");
    clua_link link = {.thread = thread, .parent = S->current};
    S->closing += 1;
    S->current = &link;
    if (S->reason != CLUA_RUNNING || S->pressed) clua_arm(S);
    int status = lua_resetthread(thread);
    S->current = link.parent;
    S->closing -= 1;
    return status;
}

static int wrapped(lua_State *L) {
    lua_State *thread = lua_tothread(L, lua_upvalueindex(1));
    int status;
    int count = resume(L, thread, lua_gettop(L), &status);
    if (count >= 0) return count;
    clua_state *S = state_of(L);
    int of_thread = lua_status(thread);
    if (status == LUA_ERRMEM || S->reason != CLUA_RUNNING) clua_after_catch(L, status);
    if (of_thread != LUA_OK && of_thread != LUA_YIELD) { /* it died of this error, and keeps its frames */
        clua_forget_frames(S);
        clua_append_frames(S, thread, 0);
        status = reset(L, thread);
        if (status != LUA_OK) {
            lua_pop(L, 1);
            lua_xmove(thread, L, 1); /* the error, or the one that closing its values raised */
        }
        if (status == LUA_ERRMEM || S->reason != CLUA_RUNNING) clua_after_catch(L, status);
    }
    return lua_error(L);
}

int clua_coroutine_create(lua_State *L) {
    luaL_checktype(L, 1, LUA_TFUNCTION);
    lua_State *thread = lua_newthread(L);
    lua_pushvalue(L, 1);
    lua_xmove(L, thread, 1);
    return 1;
}

int clua_coroutine_wrap(lua_State *L) {
    clua_coroutine_create(L);
    lua_pushcclosure(L, wrapped, 1);
    return 1;
}

int clua_coroutine_yield(lua_State *L) { return lua_yield(L, lua_gettop(L)); }

static const char *status_of(lua_State *L, lua_State *thread) {
    if (L == thread) return "running";
    switch (lua_status(thread)) {
    case LUA_YIELD: return "suspended";
    case LUA_OK: {
        lua_Debug info;
        if (lua_getstack(thread, 0, &info)) return "normal";
        return lua_gettop(thread) == 0 ? "dead" : "suspended";
    }
    default: return "dead";
    }
}

int clua_coroutine_status(lua_State *L) {
    lua_pushstring(L, status_of(L, thread_argument(L)));
    return 1;
}

int clua_coroutine_isyieldable(lua_State *L) {
    lua_State *thread = lua_isnone(L, 1) ? L : thread_argument(L);
    lua_pushboolean(L, lua_isyieldable(thread));
    return 1;
}

int clua_coroutine_running(lua_State *L) {
    lua_pushboolean(L, lua_pushthread(L));
    return 2;
}

int clua_coroutine_close(lua_State *L) {
    lua_State *thread = thread_argument(L);
    const char *status = status_of(L, thread);
    if (*status != 's' && *status != 'd') return luaL_error(L, "cannot close a %s coroutine", status);
    int result = reset(L, thread);
    if (result == LUA_OK) {
        lua_pushboolean(L, 1);
        return 1;
    }
    lua_pushboolean(L, 0);
    lua_xmove(thread, L, 1);
    clua_after_catch(L, result);
    return 2;
}
