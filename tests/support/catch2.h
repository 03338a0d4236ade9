#pragma once

// One include for Catch2 2.13 (Debian 12) and Catch2 3.
#if __has_include(<catch2/catch.hpp>)
#include <catch2/catch.hpp>
#else
#include <catch2/catch_all.hpp>
#endif
