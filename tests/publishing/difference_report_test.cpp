#include "difference_report.h"

#include <vector>

#include "catch2.h"

namespace opsg::publishing {
namespace {

TEST_CASE("differences are a line each, with what to do once for each kind") {
  const std::vector<Difference> differences = {
      {DifferenceKind::missing, "a.html", {}},
      {DifferenceKind::changed, "b.html", {}},
      {DifferenceKind::changed, "c.html", "it is a symbolic link"},
      {DifferenceKind::preview, "d.html", "it was made by `serve`"}};
  CHECK(report_differences(differences, VerifiedPlace::folder, 100) ==
        "  missing: a.html\n"
        "  changed: b.html\n"
        "  changed: c.html (it is a symbolic link)\n"
        "  preview: d.html (it was made by `serve`)\n"
        "  help: publish it again\n"
        "  help: publish what `opsg-site build` makes: `serve` is for your own eyes\n");
}

TEST_CASE("of many differences the first are told, and what helps against all") {
  std::vector<Difference> differences(5, {DifferenceKind::missing, "a.html", "it answers 404"});
  differences.push_back({DifferenceKind::withdrawn, "b.html", "SITE/b.html: it answers 200"});
  CHECK(report_differences(differences, VerifiedPlace::site, 2) ==
        "  missing: a.html (it answers 404)\n"
        "  missing: a.html (it answers 404)\n"
        "  and 4 more\n"
        "  help: publish it again\n"
        "  help: empty the host's cache, or remove the files from it, until these addresses answer "
        "404 or 410\n");
}

TEST_CASE("a site that serves other bytes may have a host that rewrites pages") {
  const std::vector<Difference> differences = {{DifferenceKind::changed, "a.html", {}}};
  CHECK(report_differences(differences, VerifiedPlace::site, 100) ==
        "  changed: a.html\n"
        "  help: publish it again; a host that rewrites pages (minifies them, hides addresses, "
        "inserts scripts) must be told not to\n");
}

TEST_CASE("no differences are no words") {
  CHECK(report_differences({}, VerifiedPlace::folder, 100).empty());
}

}  // namespace
}  // namespace opsg::publishing
