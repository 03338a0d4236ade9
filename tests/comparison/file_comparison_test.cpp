#include "file_comparison.h"

#include "catch2.h"

namespace opsg::comparison {
namespace {

using Paths = std::vector<std::string>;

TEST_CASE("files that came, went or have other bytes") {
  const FileComparison files =
      compare_files({{"a.html", "1"}, {"b.html", "1"}, {"c.css", "1"}, {"e/index.html", "1"}},
                    {{"a.html", "1"}, {"b.html", "2"}, {"d.html", "1"}, {"f.html", "1"}});
  CHECK(files.added == Paths{"d.html", "f.html"});
  CHECK(files.changed == Paths{"b.html"});
  CHECK(files.removed == Paths{"c.css", "e/index.html"});
  CHECK(count_pages(files.removed) == 1);
}

TEST_CASE("where nothing was, every file is added") {
  CHECK(compare_files({}, {{"a", "1"}}).added == Paths{"a"});
  CHECK(compare_files({{"a", "1"}}, {}).removed == Paths{"a"});
}

}  // namespace
}  // namespace opsg::comparison
