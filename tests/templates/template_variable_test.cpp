#include <string>

#include "catch2.h"
#include "sample_views.h"
#include "template_support.h"

namespace opsg::released {
namespace {

TEST_CASE("variables: text is escaped") {
  MeetingView view = sample_meeting();
  view.heading = "<script>\"R&D\" 'n'</script>";
  CHECK(render("{{heading}}", view) ==
        "&lt;script&gt;&quot;R&amp;D&quot; &#39;n&#39;&lt;/script&gt;");
}

TEST_CASE("variables: text is not read as a template") {
  MeetingView view = sample_meeting();
  view.heading = "{{summary}}";
  CHECK(render("{{heading}}", view) == "{{summary}}");
}

TEST_CASE("variables: HTML goes in as it is, however it is asked for") {
  CHECK(render("{{summary}}|{{{summary}}}|{{&summary}}", sample_meeting()) ==
        "<p>Noted.</p>|<p>Noted.</p>|<p>Noted.</p>");
}

TEST_CASE("variables: numbers are decimal") {
  CHECK(render("{{attendance}}", sample_meeting()) == "7");
  CHECK(render("{{days_overdue}}", ActionView{}) == "0");
}

TEST_CASE("variables: an absent optional shows nothing") {
  CHECK(render("[{{place}}]", sample_meeting()) == "[]");
  CHECK(render("[{{target.text}}]", ActionView{}) == "[]");
  CHECK(render("[{{site.title}}]", MeetingView{}) == "[]");
}

TEST_CASE("variables: dotted names go into views and shared views") {
  CHECK(render("{{date.iso}} {{site.title}}", sample_meeting()) ==
        "2021-01-25 Operations &amp; &lt;Group&gt;");
}

TEST_CASE("variables: white space inside the tag does not matter") {
  CHECK(render("{{  heading\t}}", sample_meeting()) == "Meeting 41");
  CHECK(render("{{\n heading\n}}", sample_meeting()) == "Meeting 41");
}

TEST_CASE("variables: a list of strings is shown by the implicit iterator") {
  CHECK(render("{{#parties}}<{{.}}>{{/parties}}", sample_meeting()) == "<DCC><R&amp;D>");
  CHECK(render("{{#notes}}{{.}}{{/notes}}", sample_meeting()) == "<i>one</i><i>two</i>");
}

TEST_CASE("variables: delimiters can be changed, for this template alone") {
  const TemplateTexts texts = {{"page.html", "{{=<% %>=}}<%heading%> {{heading}} <%>part%>"},
                               {"part.html", "{{heading}}"}};
  CHECK(render(texts, sample_meeting()) == "Meeting 41 {{heading}} Meeting 41");
}

TEST_CASE("variables: delimiters can be changed back") {
  CHECK(render("{{=| |=}}|heading||={{ }}=|{{heading}}", sample_meeting()) ==
        "Meeting 41Meeting 41");
  CHECK(render("{{={{ }}=}}{{heading}}", sample_meeting()) == "Meeting 41");
}

TEST_CASE("variables: text without tags comes out as it is") {
  CHECK(render("", sample_meeting()).empty());
  CHECK(render("a { b } }} é \r\n", sample_meeting()) == "a { b } }} é \r\n");
}

TEST_CASE("comments: end at the first closing delimiter") {
  CHECK(render("a{{! {{heading}} }}b", sample_meeting()) == "a }}b");
}

TEST_CASE("comments: are dropped, with their line where they stand alone") {
  CHECK(render("a\n  {{! heading }}\nb\n", sample_meeting()) == "a\nb\n");
  CHECK(render("a\n  {{! one\n two }}\nb{{! three }}c\n", sample_meeting()) == "a\nbc\n");
}

}  // namespace
}  // namespace opsg::released
