#pragma once

#include <map>
#include <string>

#include "test_site.h"

namespace opsg::test {

/// How the files of two builds differ, the list of them included: "" where they do not.
std::string difference_in_files(const TestBuild& a, const TestBuild& b);

/// How two builds differ in anything that they give or tell: "" where they do not.
std::string difference_between(const TestBuild& a, const TestBuild& b);

}  // namespace opsg::test
