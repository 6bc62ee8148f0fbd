#include <stdlib.h>
#include <string.h>

#include "CRows.h"

/*
 Records lie one after the other, without gaps: shape and key, then of each value its size and its bytes, which are a text or a
 word. When there is no more room, the older half of them is forgotten. A slot says where the record of a key begins; a
 key that comes later to the same slot takes it.
*/

enum { HALF = 2 << 20, SLOTS = 1 << 17 };

/* The size of a value that is null. Records with texts longer than that, or as long, are not kept. */
enum { ABSENT = 1 << 12 };

struct rows_cache {
    uint32_t half, used;   /* which half is written to, and how much of it */
    uint32_t slots[SLOTS]; /* where a record begins, counted from 1; 0: none */
    char bytes[2 * HALF];
};

typedef struct {
    int64_t key;
    uint32_t shape;
} heading;

enum { HEADING = sizeof(int64_t) + sizeof(uint32_t) };

rows_cache *rows_open_cache(void) {
    /* Memory that is not written to yet takes none: there may be few records. */
    rows_cache *cache = calloc(1, sizeof *cache);
    if (cache == NULL) abort();
    return cache;
}

void rows_close_cache(rows_cache *cache) { free(cache); }

/* Keys are numbered one after the other, and so take different slots. */
static inline uint32_t *slot(rows_cache *cache, uint32_t shape, int64_t key) {
    return &cache->slots[((uint64_t)key + shape * BATCH_HASH) % SLOTS];
}

static inline bool is_text(const rows_column *column) { return column->kind == BATCH_TEXT || column->kind == BATCH_LIST; }

static inline uint32_t value_size(const rows_column *column, uint32_t row) {
    if (!column->present[row]) return 0;
    return is_text(column) ? (uint32_t)column->words[row] : sizeof column->words[row];
}

/* ---- Finding ------------------------------------------------------------------------------------- */

static const char *find(rows_cache *cache, uint32_t shape, int64_t key) {
    uint32_t start = *slot(cache, shape, key);
    if (start == 0) return NULL;
    const char *record = cache->bytes + start - 1;
    heading found;
    memcpy(&found.key, record, sizeof found.key);
    memcpy(&found.shape, record + sizeof found.key, sizeof found.shape);
    return found.key == key && found.shape == shape ? record + HEADING : NULL;
}

uint32_t rows_recall(
    rows_cache *cache, uint32_t shape, rows_batch into, const int32_t *fields, int32_t count, int64_t *keys,
    uint32_t key_count) {
    uint32_t missing = 0;
    for (int32_t place = 0; place < count; place++) rows_open_column(&into.columns[fields[place]]);
    for (uint32_t index = 0; index < key_count; index++) {
        int64_t key = keys[index];
        const char *value = find(cache, shape, key);
        if (value == NULL) {
            keys[missing++] = key;
            continue;
        }
        if (batch_row(into.batch, key) >= 0) continue;
        uint32_t row = batch_append(into.batch, key);
        for (int32_t place = 0; place < count; place++) {
            rows_column *column = &into.columns[fields[place]];
            uint16_t size;
            memcpy(&size, value, sizeof size);
            value += sizeof size;
            column->present[row] = size != ABSENT;
            if (size == ABSENT) continue;
            if (is_text(column))
                rows_keep(column, row, value, size);
            else
                memcpy(&column->words[row], value, size);
            value += size;
        }
    }
    for (int32_t place = 0; place < count; place++)
        rows_show(&into.columns[fields[place]], &into.batch->columns[fields[place]]);
    return missing;
}

/* ---- Keeping ------------------------------------------------------------------------------------- */

/* Room for a record in one of the halves. */
static uint32_t start_of_record(rows_cache *cache, uint32_t size) {
    if (cache->used + size > HALF) {
        cache->half = 1 - cache->half;
        cache->used = 0;
        for (uint32_t index = 0; index < SLOTS; index++) {
            uint32_t start = cache->slots[index];
            if (start != 0 && (start - 1) / HALF == cache->half) cache->slots[index] = 0;
        }
    }
    uint32_t start = cache->half * HALF + cache->used;
    cache->used += size;
    return start;
}

static char *put(char *at, const void *value, size_t size) {
    memcpy(at, value, size);
    return at + size;
}

static void keep(rows_cache *cache, uint32_t shape, rows_batch from, uint32_t row, const int32_t *fields, int32_t count) {
    size_t size = HEADING;
    for (int32_t place = 0; place < count; place++) {
        uint32_t taken = value_size(&from.columns[fields[place]], row);
        if (taken >= ABSENT) return;
        size += sizeof(uint16_t) + taken;
    }
    if (size > HALF) return;
    int64_t key = from.batch->keys[row];
    uint32_t start = start_of_record(cache, (uint32_t)size);
    char *at = put(put(cache->bytes + start, &key, sizeof key), &shape, sizeof shape);
    for (int32_t place = 0; place < count; place++) {
        const rows_column *column = &from.columns[fields[place]];
        uint16_t taken = (uint16_t)value_size(column, row);
        uint64_t word = (uint64_t)column->words[row];
        uint16_t said = column->present[row] ? taken : ABSENT;
        at = put(at, &said, sizeof said);
        if (taken > 0) at = put(at, is_text(column) ? column->bytes + (word >> 32) : (const char *)&word, taken);
    }
    *slot(cache, shape, key) = start + 1;
}

void rows_remember(
    rows_cache *cache, uint32_t shape, rows_batch from, uint32_t first, const int32_t *fields, int32_t count) {
    for (uint32_t row = first; row < from.batch->count; row++) keep(cache, shape, from, row, fields, count);
}
