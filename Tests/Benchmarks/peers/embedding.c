/*
 The report of a programmer who embeds Lua in C by hand: embedding DATABASE SQL SCRIPT.

 The script walks over the rows of the SQL by records(): a cursor whose fields are taken from the statement when they are asked
 for. That took less time than giving the columns of each row as values, and than a table that is filled for each. days()
 is what Halqa has by that name, for the measurement of calls: it takes a whole number and gives a value that needs no memory.
*/
#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { MOST_COLUMNS = 8 };

static sqlite3_stmt *statement;
static const char *names[MOST_COLUMNS]; /* as Lua interned them: the same text is the same pointer */
static int column_count;

static int push_field(lua_State *L) {
    const char *name = lua_tostring(L, 2);
    int column = 0;
    while (names[column] != name)
        if (++column == column_count) return luaL_error(L, "unknown field '%s'", name);
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER: lua_pushinteger(L, sqlite3_column_int64(statement, column)); break;
    case SQLITE_NULL: lua_pushnil(L); break;
    default: {
        const char *text = (const char *)sqlite3_column_text(statement, column);
        lua_pushlstring(L, text, (size_t)sqlite3_column_bytes(statement, column));
    }
    }
    return 1;
}

static int next_record(lua_State *L) {
    if (sqlite3_step(statement) != SQLITE_ROW) return 0;
    lua_pushvalue(L, lua_upvalueindex(1));
    return 1;
}

static int records(lua_State *L) {
    lua_newuserdatauv(L, 0, 0);
    lua_createtable(L, 0, 1);
    lua_pushcfunction(L, push_field);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
    lua_pushcclosure(L, next_record, 1);
    return 1;
}

static int days(lua_State *L) {
    lua_pushlightuserdata(L, (void *)(uintptr_t)luaL_checkinteger(L, 1));
    return 1;
}

static int fail(const char *what) {
    fprintf(stderr, "%s\n", what);
    return EXIT_FAILURE;
}

int main(int count, char **arguments) {
    if (count != 4) return fail("usage: embedding DATABASE SQL SCRIPT");
    sqlite3 *database;
    int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX;
    if (sqlite3_open_v2(arguments[1], &database, flags, NULL) != SQLITE_OK ||
        sqlite3_exec(database, "PRAGMA cache_size = -16000", NULL, NULL, NULL) != SQLITE_OK ||
        sqlite3_prepare_v2(database, arguments[2], -1, &statement, NULL) != SQLITE_OK)
        return fail(sqlite3_errmsg(database));
    lua_State *L = luaL_newstate();
    luaL_openlibs(L);
    lua_register(L, "records", records);
    lua_register(L, "days", days);
    column_count = sqlite3_column_count(statement);
    if (column_count > MOST_COLUMNS) return fail("too many columns");
    for (int column = 0; column < column_count; column++) {
        lua_pushstring(L, sqlite3_column_name(statement, column));
        names[column] = lua_tostring(L, -1);
        luaL_ref(L, LUA_REGISTRYINDEX); /* keeps it where it is */
    }
    if (luaL_dofile(L, arguments[3]) != LUA_OK) return fail(lua_tostring(L, -1));
    sqlite3_finalize(statement);
    lua_close(L);
    sqlite3_close(database);
    return EXIT_SUCCESS;
}
