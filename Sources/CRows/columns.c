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

static inline void fill(rows_column *column, uint32_t row, sqlite3_stmt *statement, int from) {
    /* Looked up once. The connection has no mutex, so values may be used as they are (sqlite.org/c3ref/value_blob.html). */
    sqlite3_value *value = sqlite3_column_value(statement, from);
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
    fill(column, row, statement, from);
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

int rows_take(rows_batch into, sqlite3_stmt *statement, const int32_t *fields, int32_t count) {
    int code = SQLITE_ROW;
    size_t size = 0;
    for (int32_t place = 0; place < count; place++) rows_open_column(&into.columns[fields[place]]);
    while (into.batch->count < BATCH_ROWS && size < COMFORTABLE_SIZE) {
        code = sqlite3_step(statement);
        if (code != SQLITE_ROW) break;
        uint32_t row = batch_append(into.batch, sqlite3_column_int64(statement, 0));
        size = 0;
        for (int32_t place = 0; place < count; place++) {
            rows_column *column = &into.columns[fields[place]];
            fill(column, row, statement, place + 1);
            if (column->size > size) size = column->size;
        }
    }
    for (int32_t place = 0; place < count; place++)
        rows_show(&into.columns[fields[place]], &into.batch->columns[fields[place]]);
    return code;
}
