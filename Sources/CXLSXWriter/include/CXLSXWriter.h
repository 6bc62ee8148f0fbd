#ifndef HALQA_CXLSXWRITER_H
#define HALQA_CXLSXWRITER_H

#include <xlsxwriter.h>

/*
 libxlsxwriter, loaded when the first workbook is written and not each time that the program starts: with it comes OpenSSL, which
 takes longer to load than all the rest, and is of no use to a worker.

 Its functions are called as its header has them, but only those that are listed in functions.h, and only after this:
*/

/* Loads the library, once. Returns NULL, or what the system says is wrong; it stays wrong then. May be called on any thread. */
const char *xlsxwriter_load(void);

#endif
