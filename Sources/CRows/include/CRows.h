#ifndef HALQA_CROWS_H
#define HALQA_CROWS_H

#include "CBatch.h"
#include <sqlite3.h>

/*
 The rows of a statement, put into batches: at once, or ahead of whoever reads them on a thread of its own.

 A connection and its statements are used by one thread at a time. While a reader may be at work, other questions are put to
 the connection between rows_hold() and rows_release() only.
*/

/* Has SQLite keep no counts of the memory that it uses, for which each allocation would take a lock. Without effect once SQLite
   is in use. In C, as sqlite3_config() takes what it is given by `...`. */
void rows_forgo_counts(void);

/* ---- Columns ------------------------------------------------------------------------------------- */

typedef struct rows_column rows_column;

/* Takes a text that is not kept as it stands: calls rows_keep(), or nothing where it holds no value. It may be called on the
   reader's thread. */
typedef void (*rows_conversion)(const void *context, rows_column *column, uint32_t row, const char *text, uint32_t size);

/* The memory of one column of a batch; all zero: none yet. */
struct rows_column {
    uint8_t kind; /* batch_kind: how a batch shows it */
    uint8_t tag;
    uint8_t *present;
    int64_t *words;
    char *bytes;
    size_t size, capacity; /* of the bytes: in use, and there */
    rows_conversion convert;
    const void *context;
};

/* Gives a column its memory, if it has none. */
void rows_open_column(rows_column *column);

void rows_close_column(rows_column *column);

/* Takes a row's value from a column of a statement. */
void rows_fill(rows_column *column, uint32_t row, sqlite3_stmt *statement, int from);

/* The value of a row is this text. */
void rows_keep(rows_column *column, uint32_t row, const char *text, size_t size);

/* Shows the column to those who read the batch; again after each filling, which may have moved the bytes. */
void rows_show(const rows_column *column, batch_column *shown);

/* ---- Batches ------------------------------------------------------------------------------------- */

/* A batch and the memory of its columns, both in the order of the entity's fields. */
typedef struct {
    batch *batch;
    rows_column *columns;
} rows_batch;

/* Forgets all rows, and which columns were loaded, but not their memory. */
void rows_clear(rows_batch into);

/* Appends rows of a statement, whose first column is the key and whose others are these fields, until the batch is full or has
   as much text as is comfortable. Returns SQLITE_ROW when there may be more, SQLITE_DONE, or an error.

   Or else the statement calls gather(), with the key and the fields' values, for each row that is wanted, as its condition.
   That is true when the batch is full, so that SQLite gives a row for each batch and not for each record: a fifth of the time. */
int rows_take(rows_batch into, sqlite3_stmt *statement, const int32_t *fields, int32_t count);

/* Gives a connection the function gather(). */
int rows_add_gather(sqlite3 *connection);

/* ---- Remembering --------------------------------------------------------------------------------- */

/*
 Values of records by their keys, for batches of records that were read before: in a memory of a fixed size, of which no more
 is used than there is to be kept. What is kept together, an entity and some of its fields, has a number, its shape.
*/
typedef struct rows_cache rows_cache;

rows_cache *rows_open_cache(void);
void rows_close_cache(rows_cache *cache);

/* Appends to a batch the records of those keys that are remembered, each once. The others come to stand in front of the keys;
   returns how many they are. */
uint32_t rows_recall(
    rows_cache *cache, uint32_t shape, rows_batch into, const int32_t *fields, int32_t count, int64_t *keys,
    uint32_t key_count);

/* Remembers the records of a batch from a row on, as far as it suits. */
void rows_remember(
    rows_cache *cache, uint32_t shape, rows_batch from, uint32_t first, const int32_t *fields, int32_t count);

/* ---- Reading ahead ------------------------------------------------------------------------------- */

/* So many batches are filled ahead of the one that is read. */
enum { ROWS_AHEAD = 7 };

typedef struct rows_reader rows_reader;

/* A thread that waits for statements to read. NULL when the system gives none. */
rows_reader *rows_start(void);

/* Ends the thread; no statement is read any more. */
void rows_stop(rows_reader *reader);

/* Waits until the reader leaves the connection alone, and keeps it from it until rows_release(). May be nested. */
void rows_hold(rows_reader *reader);
void rows_release(rows_reader *reader);

typedef struct rows_walk rows_walk;

/* Begins to read a statement ahead, into these batches in turns. They and the statement are the reader's until rows_end(), but
   for the batch that rows_next() gave last. */
rows_walk *rows_begin(
    rows_reader *reader, sqlite3_stmt *statement, const int32_t *fields, int32_t count,
    const rows_batch ring[ROWS_AHEAD + 1]);

/* Waits for the next batch and gives its place in the ring; the batch given before may be filled again from here on. Returns
   SQLITE_ROW, SQLITE_DONE when there are none left, or an error. */
int rows_next(rows_walk *walk, uint32_t *place);

void rows_end(rows_walk *walk);

#endif
