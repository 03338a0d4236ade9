// Headers of libraries that most tests include; see opsg_precompile().
#pragma once

#include "precompiled_module.h"

#include "../tests/support/catch2.h"
