#include "CRows.h"

void rows_forgo_counts(void) { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }
