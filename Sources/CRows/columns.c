#include <stdlib.h>
#include <string.h>

#include "CRows.h"

/* A batch ends early at so many bytes of text, so that long texts do not fill the memory. */
enum { COMFORTABLE_SIZE = 1 << 20 };

static void *allocated(void *memory) {
    if (memory == NULL) abort();
    return memory;
}

void rows_open_column(rows_column *column) {
    if (column->present != NULL) return;
    column->present = allocated(calloc(BATCH_ROWS, sizeof *column->present));
    column->words = allocated(calloc(BATCH_ROWS, sizeof *column->words));
}

void rows_close_column(rows_column *column) {
    free(column->present);
    free(column->words);
    free(column->bytes);
    *column = (rows_column){0};
}

void rows_keep(rows_column *column, uint32_t row, const char *text, size_t size) {
    size_t end = column->size + size;
    if (end > column->capacity) {
        size_t capacity = column->capacity * 2 < 4096 ? 4096 : column->capacity * 2;
        column->capacity = end > capacity ? end : capacity;
        column->bytes = allocated(realloc(column->bytes, column->capacity));
    }
    if (size > 0) memcpy(column->bytes + column->size, text, size);
    column->present[row] = 1;
    column->words[row] = (int64_t)((uint64_t)column->size << 32 | size);
    column->size = end;
}

/* Kept in one piece with the loops that call it: what it asks of a column stays in registers. */
__attribute__((always_inline)) static inline void
take_value(rows_column *column, uint32_t row, sqlite3_value *value) {
    if (sqlite3_value_type(value) == SQLITE_NULL) {
        column->present[row] = 0;
        return;
    }
    switch (column->kind) {
    case BATCH_TEXT:
    case BATCH_LIST: {
        const char *text = (const char *)sqlite3_value_text(value);
        uint32_t size = (uint32_t)sqlite3_value_bytes(value);
        if (column->convert == NULL) {
            rows_keep(column, row, text, size);
        } else {
            column->present[row] = 0;
            column->convert(column->context, column, row, text, size);
        }
        return;
    }
    case BATCH_NUMBER: {
        double number = sqlite3_value_double(value);
        memcpy(&column->words[row], &number, sizeof number);
        break;
    }
    default: column->words[row] = sqlite3_value_int64(value); break;
    }
    column->present[row] = 1;
}

void rows_fill(rows_column *column, uint32_t row, sqlite3_stmt *statement, int from) {
    /* The connection has no mutex, so values may be used as they are (sqlite.org/c3ref/value_blob.html). */
    take_value(column, row, sqlite3_column_value(statement, from));
}

void rows_show(const rows_column *column, batch_column *shown) {
    *shown = (batch_column){
        .kind = column->kind,
        .tag = column->tag,
        .present = column->present,
        .words = column->words,
        .bytes = column->bytes};
}

void rows_clear(rows_batch into) {
    batch_clear(into.batch);
    for (uint32_t field = 0; field < into.batch->column_count; field++) {
        if (into.columns[field].present == NULL) continue;
        into.columns[field].size = 0;
        into.batch->columns[field].kind = BATCH_ABSENT;
    }
}

/* What is taken by this thread while it steps a statement. */
typedef struct {
    batch *batch;
    rows_column *columns;
    const int32_t *fields;
    int32_t count;
    size_t size; /* of the longest of the columns' texts */
} taking;

static _Thread_local taking *current;

static inline bool is_full(const taking *taken) {
    return taken->batch->count >= BATCH_ROWS || taken->size >= COMFORTABLE_SIZE;
}

__attribute__((always_inline)) static inline void
take_field(taking *taken, uint32_t row, int32_t place, sqlite3_value *value) {
    rows_column *column = &taken->columns[taken->fields[place]];
    take_value(column, row, value);
    if (column->size > taken->size) taken->size = column->size;
}

static void gather(sqlite3_context *call, int count, sqlite3_value **values) {
    taking *taken = current;
    if (taken == NULL || count != taken->count + 1) {
        sqlite3_result_error(call, "gather() is not for these values", -1);
        return;
    }
    uint32_t row = batch_append(taken->batch, sqlite3_value_int64(values[0]));
    for (int32_t place = 0; place < taken->count; place++) take_field(taken, row, place, values[place + 1]);
    sqlite3_result_int(call, is_full(taken));
}

int rows_add_gather(sqlite3 *connection) {
    int flags = SQLITE_UTF8 | SQLITE_DIRECTONLY;
    return sqlite3_create_function(connection, "gather", -1, flags, NULL, gather, NULL, NULL);
}

int rows_take(rows_batch into, sqlite3_stmt *statement, const int32_t *fields, int32_t count) {
    taking taken = {.batch = into.batch, .columns = into.columns, .fields = fields, .count = count};
    for (int32_t place = 0; place < count; place++) rows_open_column(&into.columns[fields[place]]);
    current = &taken;
    int code = SQLITE_ROW;
    while (!is_full(&taken)) {
        uint32_t before = into.batch->count;
        code = sqlite3_step(statement);
        if (code != SQLITE_ROW) break;
        if (into.batch->count > before) continue; /* gathered */
        uint32_t row = batch_append(into.batch, sqlite3_column_int64(statement, 0));
        for (int32_t place = 0; place < count; place++)
            take_field(&taken, row, place, sqlite3_column_value(statement, place + 1));
    }
    current = NULL;
    for (int32_t place = 0; place < count; place++)
        rows_show(&into.columns[fields[place]], &into.batch->columns[fields[place]]);
    return code;
}
