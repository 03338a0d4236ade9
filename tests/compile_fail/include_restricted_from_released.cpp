// must fail: gate\.h: No such file|'gate\.h' file not found
#include "record.h"
#include "gate.h"
