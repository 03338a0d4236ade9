#include <string>

#include "catch2.h"
#include "sample_views.h"
#include "template_support.h"

namespace opsg::released {
namespace {

TEST_CASE("sections: a flag shows or hides, and stays in the context around it") {
  const ActionView open = sample_action();
  ActionView closed = open;
  closed.open = false;
  CHECK(render("{{#open}}{{id}}{{/open}}{{^open}}closed{{/open}}", open) == "OPSG 41/03");
  CHECK(render("{{#open}}{{id}}{{/open}}{{^open}}closed{{/open}}", closed) == "closed");
}

TEST_CASE("sections: a flag does not take the dot away") {
  CHECK(render("{{#parties}}{{#held}}{{.}};{{/held}}{{/parties}}", sample_meeting()) ==
        "DCC;R&amp;D;");
}

TEST_CASE("sections: an object is entered once, an absent one not") {
  const std::string text = "{{#target}}{{iso}} of {{id}}{{/target}}{{^target}}none{{/target}}";
  CHECK(render(text, sample_action()) == "2020-11-23 of OPSG 41/03");
  CHECK(render(text, ActionView{}) == "none");
}

TEST_CASE("sections: a list is repeated, an empty one not") {
  const std::string text =
      "{{#owners}}{{name}}{{#lead}} (lead){{/lead}},{{/owners}}{{^owners}}nobody{{/owners}}";
  CHECK(render(text, sample_action()) == "DCC (lead),SECAS,");
  CHECK(render(text, ActionView{}) == "nobody");
}

TEST_CASE("sections: empty text and HTML are falsy, others are shown by the dot") {
  const std::string text = "{{#heading}}[{{.}}]{{/heading}}{{^heading}}untitled{{/heading}}";
  CHECK(render(text, sample_meeting()) == "[Meeting 41]");
  CHECK(render(text, MeetingView{}) == "untitled");
  CHECK(render("{{#summary}}{{.}}{{/summary}}", sample_meeting()) == "<p>Noted.</p>");
  CHECK(render("{{^summary}}none{{/summary}}", MeetingView{}) == "none");
}

TEST_CASE("sections: inside a text's section the names around it are still there") {
  CHECK(render("{{#id}}{{.}}: {{title}}{{/id}}", sample_action()) ==
        "OPSG 41/03: The <b>DCC</b> to report");
}

TEST_CASE("sections: zero is falsy, other numbers are shown by the dot") {
  const std::string text =
      "{{#days_overdue}}{{.}} days{{/days_overdue}}{{^days_overdue}}in time{{/days_overdue}}";
  CHECK(render(text, sample_action()) == "12 days");
  CHECK(render(text, ActionView{}) == "in time");
}

TEST_CASE("sections: an optional number of zero is there, and falsy") {
  MeetingView view;
  view.attendance = 0;
  CHECK(render("{{attendance}}{{#attendance}}some{{/attendance}}", view) == "0");
}

TEST_CASE("sections: inner names hide outer ones of the same name") {
  MeetingView view = sample_meeting();
  CHECK(render("{{#agenda}}{{title}} {{heading}};{{/agenda}}", view) ==
        "Welcome Meeting 41;Reports Meeting 41;");
  CHECK(render("{{#agenda}}{{#site}}{{title}}{{/site}},{{/agenda}}", view) ==
        "Operations &amp; &lt;Group&gt;,Operations &amp; &lt;Group&gt;,");
}

TEST_CASE("sections: after an inner view of the same type the outer one is back") {
  const ItemView item{"outer", {{"one", {}}, {"two", {}}}};
  CHECK(render("{{title}}({{#items}}{{title}} {{/items}}){{title}}", item) ==
        "outer(one two )outer");
}

TEST_CASE("sections: dotted names can be entered") {
  CHECK(render("{{#date.text}}{{.}}{{/date.text}}", sample_meeting()) == "25 January 2021");
  CHECK(render("{{^target.iso}}no target{{/target.iso}}", ActionView{}) == "no target");
}

TEST_CASE("sections: tags alone on their line take the line with them") {
  CHECK(render("<ul>\n  {{#parties}}\n  <li>{{.}}</li>\n  {{/parties}}\n</ul>\n",
               sample_meeting()) == "<ul>\n  <li>DCC</li>\n  <li>R&amp;D</li>\n</ul>\n");
}

TEST_CASE("sections: lines may end in CR LF") {
  CHECK(render("a\r\n{{#held}}\r\nb\r\n{{/held}}\r\nc", sample_meeting()) == "a\r\nb\r\nc");
}

TEST_CASE("sections: two tags on a line keep the line") {
  CHECK(render("a\n {{#held}}{{/held}} \nb\n", sample_meeting()) == "a\n  \nb\n");
}

TEST_CASE("sections: the page itself may be a list") {
  const std::vector<std::string> names = {"one", "two"};
  CHECK(render("{{#.}}{{.}} {{/.}}", names) == "one two ");
}

}  // namespace
}  // namespace opsg::released
