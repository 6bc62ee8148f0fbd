#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "internal.h"

/* A stack may be 200,000 calls deep: keep both ends. */
enum { INNER = CLUA_FRAMES / 2 };

static void append(clua_state *S, const lua_Debug *info) {
    if (S->frame_count == CLUA_FRAMES) {
        /* The outer half slides: the outermost frames remain. */
        memmove(
            &S->frames[INNER], &S->frames[INNER + 1], (CLUA_FRAMES - INNER - 1) * sizeof(clua_frame));
        S->frame_count -= 1;
        S->frames_skipped += 1;
        S->frames_skipped_after = INNER;
    }
    clua_frame *frame = &S->frames[S->frame_count++];
    const char *chunk = info->source;
    if (*chunk == '@' || *chunk == '=')
        chunk += 1;
    else
        chunk = info->short_src;
    frame->chunk_size = snprintf(frame->chunk, sizeof frame->chunk, "%s", chunk);
    if (frame->chunk_size >= (int)sizeof frame->chunk) frame->chunk_size = sizeof frame->chunk - 1;
    snprintf(frame->name, sizeof frame->name, "%s", info->name != NULL ? info->name : "");
    frame->line = info->currentline;
}

static int last_level(lua_State *L) {
    lua_Debug info;
    int low = 0, high = 1;
    while (lua_getstack(L, high, &info)) {
        low = high;
        high *= 2;
    }
    while (low < high) {
        int middle = (low + high) / 2;
        if (lua_getstack(L, middle, &info))
            low = middle + 1;
        else
            high = middle;
    }
    return high - 1;
}

void clua_append_frames(clua_state *S, lua_State *L, int level) {
    /* Each level is found from the top, so that all of a deep stack would take its square. */
    int last = last_level(L), skip_to = 0;
    lua_Debug info;
    if (last - level > 4 * CLUA_FRAMES) skip_to = last - 2 * CLUA_FRAMES;
    for (int at = level; at <= last; at++) {
        if (skip_to > 0 && at == level + 2 * CLUA_FRAMES) {
            S->frames_skipped += skip_to - at;
            at = skip_to;
        }
        if (!lua_getstack(L, at, &info)) break;
        lua_getinfo(L, "Sln", &info);
        if (*info.what == 'C' || info.currentline < 0) continue;
        if (*info.what == 'm') info.name = NULL;
        append(S, &info);
    }
}

/* The frames of a running thread and of all that resumed it. */
void clua_capture(clua_state *S, lua_State *L, int level) {
    clua_link *link = S->current;
    while (link != NULL && link->thread != L) link = link->parent;
    clua_append_frames(S, L, level);
    if (link == NULL) return;
    for (link = link->parent; link != NULL; link = link->parent)
        clua_append_frames(S, link->thread, 0);
}

/* As much as can be told cheaply, where every refused allocation comes by. */
void clua_capture_innermost(clua_state *S) {
    lua_State *L = S->current->thread;
    lua_Debug info;
    S->frame_count = S->frames_skipped = 0;
    for (int level = 0; level < INNER && lua_getstack(L, level, &info); level++) {
        lua_getinfo(L, "Sl", &info);
        info.name = NULL;
        if (info.currentline > 0) append(S, &info);
    }
}

int clua_frame_count(const clua_state *S) { return S->frame_count; }
clua_frame clua_frame_at(const clua_state *S, int index) { return S->frames[index]; }

int clua_frames_skipped(const clua_state *S, int *after) {
    *after = S->frames_skipped_after;
    return S->frames_skipped;
}

void clua_forget_frames(clua_state *S) {
    if (S->frames_pinned) return;
    S->frame_count = S->frames_skipped = 0;
}

void clua_push_position(lua_State *L) {
    lua_Debug info;
    for (int level = 1; lua_getstack(L, level, &info); level++) {
        lua_getinfo(L, "Sl", &info);
        if (info.currentline > 0) {
            lua_pushfstring(L, "%s:%d: ", info.short_src, info.currentline);
            return;
        }
    }
    lua_pushliteral(L, "");
}

_Noreturn void clua_error(lua_State *L, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    clua_push_position(L);
    lua_pushvfstring(L, format, arguments);
    va_end(arguments);
    lua_concat(L, 2);
    lua_error(L);
    __builtin_unreachable();
}
