#include "active_content.h"

#include <string>

#include "catch2.h"

namespace opsg::restricted {
namespace {

std::string what_of(std::string_view name, std::string_view bytes = "x") {
  const auto active = active_content(name, bytes);
  return active ? std::string(active->what) : std::string("nothing");
}

TEST_CASE("documents, pictures and tables run nowhere") {
  CHECK(what_of("annex 1.pdf", "%PDF-1.7 <html>") == "nothing");
  for (const std::string_view name : {"minutes.docx", "map.png", "photo.jpeg", "figures.csv",
                                      "notes.txt", "all.zip", "README", "html", "call.ics"}) {
    CAPTURE(name);
    CHECK(what_of(name) == "nothing");
  }
  CHECK(what_of("empty.pdf", "") == "nothing");
  CHECK(what_of("notes.txt", "<b") == "nothing");
  CHECK(what_of("notes.txt", "<draft> of the plan") == "nothing");
  CHECK(what_of("notes.txt", "less < more <script>") == "nothing");
}

TEST_CASE("what browsers and servers run is told by the name, whatever its capitals") {
  CHECK(what_of("plan.html") == "a web page");
  CHECK(what_of("PLAN.XHTML") == "a web page");
  CHECK(what_of("map.Svg") == "an SVG picture");
  CHECK(what_of("map.svgz") == "an SVG picture");
  CHECK(what_of("data.xml") == "an XML file");
  CHECK(what_of("site.js") == "a script");
  CHECK(what_of("form.php") == "a web server's program");
}

TEST_CASE("an ending before the last one counts, since servers may look at it") {
  CHECK(what_of("plan.html.en") == "a web page");
  CHECK(what_of("form.php.jpg") == "a web server's program");
  CHECK(what_of("map.svg.") == "an SVG picture");
  CHECK(what_of("map.svg ") == "an SVG picture");
}

TEST_CASE("what a browser would take for a page by its bytes is one, whatever its name") {
  CHECK(what_of("plan", "<!DOCTYPE html><title>x</title>") == "a web page");
  CHECK(what_of("plan.dat", " \r\n<HTML>") == "a web page");
  CHECK(what_of("plan.dat", "\xEF\xBB\xBF<script src=x>") == "a web page");
  CHECK(what_of("plan.dat", "<!-- x --><b>") == "a web page");
  CHECK(what_of("plan.dat", "<?xml version='1.0'?><svg/>") == "an XML file");
  CHECK(what_of("plan.dat", "<svg onload='x()'>") == "an SVG picture");
}

}  // namespace
}  // namespace opsg::restricted
