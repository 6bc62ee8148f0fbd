#ifndef HALQA_CBATCH_H
#define HALQA_CBATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 The layout of a batch of column values: up to BATCH_ROWS rows of one table, stored column by column.
 A producer (a database reader) fills it; a consumer (the record access of CLua) reads it. Neither needs
 to know the other.

 Ownership: the producer owns all memory. A batch may be refilled only while no consumer runs.
*/

enum { BATCH_ROWS = 512 };

/* How the words of a column are to be read. */
typedef enum {
    BATCH_ABSENT = 0, /* not loaded: the consumer asks its source for it */
    BATCH_INTEGER,    /* word: the integer */
    BATCH_NUMBER,     /* word: the bits of a double */
    BATCH_BOOLEAN,    /* word: 0 or 1 */
    BATCH_TEXT,       /* word: offset << 32 | length, into `bytes` */
    BATCH_LIST,       /* like text: items, each followed by BATCH_ITEM_END */
    BATCH_LIGHT,      /* word: the payload of a light value with the column's `tag` (see CLua.h) */
    BATCH_COMPUTED,   /* never held in a batch: the source answers row by row (references to many) */
} batch_kind;

enum { BATCH_ITEM_END = 0x1F };

typedef struct {
    uint8_t kind;           /* batch_kind */
    uint8_t tag;            /* of BATCH_LIGHT */
    const uint8_t *present; /* BATCH_ROWS flags: 0 where the value is null */
    const int64_t *words;   /* BATCH_ROWS words */
    const char *bytes;      /* of BATCH_TEXT and BATCH_LIST; valid UTF-8 is not promised */
} batch_column;

/* Open addressing from key to row: the slot of a key is (key * BATCH_HASH) >> 54, probed linearly;
   a slot holds row + 1, or 0 when free. Twice as many slots as rows. */
enum { BATCH_SLOTS = 1024 };
#define BATCH_HASH UINT64_C(0x9E3779B97F4A7C15)

typedef struct {
    uint32_t count;        /* rows in use */
    uint32_t column_count; /* as many as the table has fields, in the fields' order */
    int64_t keys[BATCH_ROWS];
    uint16_t slots[BATCH_SLOTS];
    batch_column *columns;
} batch;

/* Forgets the index; call before the first batch_append. */
static inline void batch_clear(batch *b) {
    b->count = 0;
    for (int i = 0; i < BATCH_SLOTS; i++) b->slots[i] = 0;
}

static inline uint32_t batch_slot(int64_t key) {
    return (uint32_t)(((uint64_t)key * BATCH_HASH) >> 54);
}

/* Adds a row with this key and returns its number; the caller keeps count below BATCH_ROWS. A key that
   stands in the batch already keeps its first row in the index. */
static inline uint32_t batch_append(batch *b, int64_t key) {
    uint32_t row = b->count++;
    b->keys[row] = key;
    uint32_t slot = batch_slot(key);
    while (b->slots[slot] != 0) {
        if (b->keys[b->slots[slot] - 1] == key) return row;
        slot = (slot + 1) & (BATCH_SLOTS - 1);
    }
    b->slots[slot] = (uint16_t)(row + 1);
    return row;
}

/* The row of a key, or -1. */
static inline int32_t batch_row(const batch *b, int64_t key) {
    uint32_t slot = batch_slot(key);
    while (b->slots[slot] != 0) {
        uint32_t row = b->slots[slot] - 1u;
        if (b->keys[row] == key) return (int32_t)row;
        slot = (slot + 1) & (BATCH_SLOTS - 1);
    }
    return -1;
}

#endif
