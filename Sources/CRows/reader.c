#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "CRows.h"

/*
 One thread fills the batches of a ring as long as some of them are free, while the reader's own thread reads from the one that
 it was given last. Both wait for each other here only, under one lock; SQLite is called outside of it by the thread that is
 `busy`, or by those who hold the connection.
*/

enum { RING = ROWS_AHEAD + 1, STACK = 256 << 10 };

/* Waking a thread takes about as long as filling a batch. So whoever has to wait does so for several. */
enum { SEVERAL = (ROWS_AHEAD + 1) / 2 };

struct rows_walk {
    rows_reader *reader;
    sqlite3_stmt *statement;
    int32_t *fields;
    int32_t count;
    rows_batch ring[RING];
    uint32_t taken;  /* how many batches were given to be read, ever; the last of them is being read */
    uint32_t filled; /* how many were filled, ever */
    int code;        /* of the last filling */
};

struct rows_reader {
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t wanted; /* there may be something to do */
    pthread_cond_t done;   /* a batch is filled, or the connection is left alone */
    rows_walk *walk;       /* what is read now */
    int holds;
    bool busy, stopped;
};

static uint32_t waiting(const rows_walk *walk) { return walk->filled - walk->taken; }

static bool can_fill(const rows_reader *reader) {
    const rows_walk *walk = reader->walk;
    return reader->holds == 0 && walk != NULL && walk->code == SQLITE_ROW && waiting(walk) < ROWS_AHEAD;
}

static void *read_ahead(void *context) {
    rows_reader *reader = context;
    pthread_mutex_lock(&reader->lock);
    while (!reader->stopped) {
        if (!can_fill(reader)) {
            pthread_cond_wait(&reader->wanted, &reader->lock);
            continue;
        }
        rows_walk *walk = reader->walk;
        rows_batch into = walk->ring[walk->filled % RING];
        reader->busy = true;
        pthread_mutex_unlock(&reader->lock);
        rows_clear(into);
        int code = rows_take(into, walk->statement, walk->fields, walk->count);
        pthread_mutex_lock(&reader->lock);
        reader->busy = false;
        walk->code = code;
        /* Rows that came before an error are not told of. */
        if ((code == SQLITE_ROW || code == SQLITE_DONE) && into.batch->count > 0) walk->filled += 1;
        if (!can_fill(reader) || waiting(walk) >= SEVERAL) pthread_cond_signal(&reader->done);
    }
    pthread_mutex_unlock(&reader->lock);
    return NULL;
}

rows_reader *rows_start(void) {
    rows_reader *reader = calloc(1, sizeof *reader);
    if (reader == NULL) return NULL;
    pthread_mutex_init(&reader->lock, NULL);
    pthread_cond_init(&reader->wanted, NULL);
    pthread_cond_init(&reader->done, NULL);
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, STACK);
    /* Signals are for the threads that expect them. */
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    int code = pthread_create(&reader->thread, &attributes, read_ahead, reader);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    pthread_attr_destroy(&attributes);
    if (code == 0) return reader;
    free(reader);
    return NULL;
}

void rows_stop(rows_reader *reader) {
    pthread_mutex_lock(&reader->lock);
    reader->stopped = true;
    pthread_cond_signal(&reader->wanted);
    pthread_mutex_unlock(&reader->lock);
    pthread_join(reader->thread, NULL);
    pthread_cond_destroy(&reader->wanted);
    pthread_cond_destroy(&reader->done);
    pthread_mutex_destroy(&reader->lock);
    free(reader);
}

/* The thread looks for what there is to do again. */
static void wake(rows_reader *reader) {
    if (!reader->busy && can_fill(reader) && waiting(reader->walk) < SEVERAL) pthread_cond_signal(&reader->wanted);
}

void rows_hold(rows_reader *reader) {
    pthread_mutex_lock(&reader->lock);
    reader->holds += 1;
    while (reader->busy) pthread_cond_wait(&reader->done, &reader->lock);
    pthread_mutex_unlock(&reader->lock);
}

void rows_release(rows_reader *reader) {
    pthread_mutex_lock(&reader->lock);
    reader->holds -= 1;
    wake(reader);
    pthread_mutex_unlock(&reader->lock);
}

rows_walk *rows_begin(
    rows_reader *reader, sqlite3_stmt *statement, const int32_t *fields, int32_t count,
    const rows_batch ring[ROWS_AHEAD + 1]) {
    rows_walk *walk = calloc(1, sizeof *walk);
    if (walk == NULL) abort();
    walk->fields = calloc((size_t)count + 1, sizeof *fields);
    if (walk->fields == NULL) abort();
    if (count > 0) memcpy(walk->fields, fields, (size_t)count * sizeof *fields);
    walk->reader = reader;
    walk->statement = statement;
    walk->count = count;
    memcpy(walk->ring, ring, sizeof walk->ring);
    walk->code = SQLITE_ROW;
    return walk;
}

int rows_next(rows_walk *walk, uint32_t *place) {
    rows_reader *reader = walk->reader;
    pthread_mutex_lock(&reader->lock);
    reader->walk = walk;
    wake(reader);
    if (waiting(walk) == 0)
        while (walk->code == SQLITE_ROW && waiting(walk) < SEVERAL) pthread_cond_wait(&reader->done, &reader->lock);
    int code = walk->code;
    if (waiting(walk) > 0) {
        *place = walk->taken % RING;
        walk->taken += 1;
        code = SQLITE_ROW;
        wake(reader);
    }
    pthread_mutex_unlock(&reader->lock);
    return code;
}

void rows_end(rows_walk *walk) {
    rows_reader *reader = walk->reader;
    rows_hold(reader);
    if (reader->walk == walk) reader->walk = NULL;
    rows_release(reader);
    free(walk->fields);
    free(walk);
}
