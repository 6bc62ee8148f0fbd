#include "CBatch.h"
