#include "CXLSXWriter.h"

#include <dlfcn.h>
#include <pthread.h>

/* Each function hands its arguments on to the library's of the same name. Hidden, so that the library's own calls do not come
   by here. */
#define FUNCTION(result, name, parameters, arguments)                                    \
    static __typeof__(name) *loaded_##name;                                              \
    __attribute__((visibility("hidden"))) result name parameters { return loaded_##name arguments; }
#include "functions.h"
#undef FUNCTION

static const char *problem;

static void load(void) {
    void *library = dlopen("libxlsxwriter.so." LXW_SOVERSION, RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) {
        problem = dlerror();
        return;
    }
#define FUNCTION(result, name, parameters, arguments)                \
    loaded_##name = (__typeof__(loaded_##name))dlsym(library, #name); \
    if (loaded_##name == NULL) problem = "it lacks " #name;
#include "functions.h"
#undef FUNCTION
}

const char *xlsxwriter_load(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, load);
    return problem;
}
