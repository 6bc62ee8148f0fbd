#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "internal.h"

/*
 No hook stands while a script runs: it would slow every instruction. A stop arms one, on the running
 coroutine and on those that resumed it, which raises at each instruction from then on. What a script can
 catch errors with raises the stop again (clua_after_catch).
*/

/* The states that run on this thread, innermost first: all that a signal has to look at. */
static _Thread_local clua_state *volatile running;

/* The value that a stop raises. No script ever holds it. */
static const char stop_value = 0;

static void push_stop(lua_State *L) { lua_pushlightuserdata(L, (void *)(uintptr_t)&stop_value); }

bool clua_is_stop(lua_State *L, int index) {
    return lua_type(L, index) == LUA_TLIGHTUSERDATA && lua_touserdata(L, index) == &stop_value;
}

static void pin_frames(clua_state *S, lua_State *L) {
    if (S->frames_pinned) return;
    S->frame_count = S->frames_skipped = 0;
    clua_capture(S, L, 0);
    S->frames_pinned = true;
}

_Noreturn void clua_raise_stop(lua_State *L) {
    pin_frames(state_of(L), L);
    push_stop(L);
    lua_error(L);
    __builtin_unreachable();
}

static void hook(lua_State *L, lua_Debug *info) {
    (void)info;
    clua_state *S = state_of(L);
    if (S->reason == CLUA_RUNNING && S->pressed) {
        lua_gc(L, LUA_GCCOLLECT);
        S->pressed = false;
        if (S->used > S->pressure - S->pressure / 16) S->reason = CLUA_STOP_MEMORY;
    }
    if (S->reason == CLUA_RUNNING) {
        lua_sethook(L, NULL, 0, 0);
        /* A signal may have come between the two. */
        if (S->reason == CLUA_RUNNING) return;
    }
    clua_arm(S);
    clua_raise_stop(L);
}

void clua_arm(clua_state *S) {
    for (clua_link *link = S->current; link != NULL; link = link->parent)
        lua_sethook(link->thread, hook, LUA_MASKCOUNT, 1);
}

void clua_stop(clua_state *S, clua_stop_reason reason) {
    if (S->reason == CLUA_RUNNING) S->reason = reason;
    clua_arm(S);
}

clua_stop_reason clua_stopped(const clua_state *S) { return (clua_stop_reason)S->reason; }

void clua_after_catch(lua_State *L, int status) {
    clua_state *S = state_of(L);
    if (status == LUA_ERRMEM) {
        if (S->frame_count > 0) S->frames_pinned = true;
        clua_stop(S, CLUA_STOP_MEMORY);
    }
    if (S->reason != CLUA_RUNNING) clua_raise_stop(L);
    clua_forget_frames(S);
}

/* ---- Deadlines ----------------------------------------------------------------------------------- */

static int stop_signal(void) { return SIGRTMIN + 4; }

int64_t clua_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static void check_deadline(clua_state *S) {
    if (S->deadline != 0 && clua_now() >= S->deadline) clua_stop(S, CLUA_STOP_DEADLINE);
}

clua_stop_reason clua_check(clua_state *S) {
    check_deadline(S);
    return clua_stopped(S);
}

static void on_signal(int signal, siginfo_t *info, void *context) {
    (void)signal, (void)context;
    int saved = errno;
    for (clua_state *S = running; S != NULL; S = S->next_running) {
        check_deadline(S);
        if (info->si_code == SI_QUEUE && (uint32_t)info->si_value.sival_int == S->number)
            clua_stop(S, CLUA_STOP_CANCELLED);
    }
    errno = saved;
}

static void install(void) {
    struct sigaction action = {.sa_sigaction = on_signal, .sa_flags = SA_SIGINFO | SA_RESTART};
    sigemptyset(&action.sa_mask);
    sigaction(stop_signal(), &action, NULL);
}

/* Threads of a pool begin with all signals blocked. */
static void unmask(clua_state *S) {
    uint64_t self = clua_current_thread();
    if (S->unmasked_thread == self) return;
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, install);
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, stop_signal());
    pthread_sigmask(SIG_UNBLOCK, &set, NULL);
    S->unmasked_thread = self;
}

void clua_cancel_timer(clua_state *S) {
    if (S->timer != NULL) timer_delete(*(timer_t *)S->timer);
    free(S->timer);
    S->timer = NULL;
}

static bool start_timer(clua_state *S) {
    clua_cancel_timer(S);
    unmask(S);
    struct sigevent event = {.sigev_notify = SIGEV_THREAD_ID, .sigev_signo = stop_signal()};
    event._sigev_un._tid = gettid();
    timer_t *timer = malloc(sizeof *timer);
    if (timer == NULL) return false;
    if (timer_create(CLOCK_MONOTONIC, &event, timer) != 0) {
        free(timer);
        return false;
    }
    S->timer = timer;
    S->timer_thread = clua_current_thread();
    struct itimerspec when = {
        .it_value = {.tv_sec = S->deadline / 1000000000, .tv_nsec = S->deadline % 1000000000},
    };
    return timer_settime(*timer, TIMER_ABSTIME, &when, NULL) == 0;
}

bool clua_set_deadline(clua_state *S, int64_t nanoseconds) {
    S->deadline = nanoseconds;
    if (nanoseconds == 0) {
        clua_cancel_timer(S);
        return true;
    }
    return start_timer(S);
}

void clua_enter(clua_state *S) {
    if (S->depth++ > 0) return;
    S->next_running = running;
    atomic_signal_fence(memory_order_seq_cst);
    running = S;
    unmask(S);
    if (S->deadline != 0) {
        if (S->timer_thread != clua_current_thread()) start_timer(S);
        check_deadline(S);
    }
}

void clua_leave(clua_state *S) {
    if (--S->depth == 0) running = S->next_running;
}

/* ---- Other threads ------------------------------------------------------------------------------- */

uint32_t clua_number(const clua_state *S) { return S->number; }
uint64_t clua_current_thread(void) { return (uint64_t)pthread_self(); }

void clua_stop_other(uint64_t thread, uint32_t number) {
    pthread_sigqueue((pthread_t)thread, stop_signal(), (union sigval){.sival_int = (int)number});
}
