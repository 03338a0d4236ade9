#include <string>

#include "catch2.h"
#include "sample_views.h"
#include "template_support.h"

namespace opsg::released {
namespace {

std::string meeting_findings(const TemplateTexts& texts) {
  return findings<MeetingView>(texts);
}
std::string meeting_findings(const std::string& page) {
  return findings<MeetingView>(page);
}

TEST_CASE("unknown name: the nearest declared one is named") {
  CHECK(meeting_findings("<h1>{{heding}}</h1>\n") ==
        R"(templates/page.html:1:5: error[template-unknown-name]: no view here has `heding`
    1 | <h1>{{heding}}</h1>
      |     ^~~~~~~~~~
  help: did you mean `heading`?
)");
}

TEST_CASE("unknown name: where none is near, all are named") {
  CHECK(findings<OwnerView>("{{organisation}}") ==
        R"(templates/page.html:1:1: error[template-unknown-name]: no view here has `organisation`
    1 | {{organisation}}
      | ^~~~~~~~~~~~~~~~
  help: the names here are name, lead
)");
}

TEST_CASE("unknown name: in sections and inverted sections, at any depth") {
  CHECK(meeting_findings("{{#agenda}}\n  {{#itemz}}{{/itemz}}\n  {{#items}}{{^helld}}{{/helld}}"
                         "{{/items}}\n{{/agenda}}\n") ==
        R"(templates/page.html:2:3: error[template-unknown-name]: no view here has `itemz`
    2 |   {{#itemz}}{{/itemz}}
      |   ^~~~~~~~~~
  help: did you mean `items`?
templates/page.html:3:13: error[template-unknown-name]: no view here has `helld`
    3 |   {{#items}}{{^helld}}{{/helld}}{{/items}}
      |             ^~~~~~~~~~
  help: did you mean `held`?
)");
}

TEST_CASE("unknown name: a name of another view is not known here") {
  CHECK(meeting_findings("{{#actions}}{{id}}{{/actions}}{{id}}") ==
        R"(templates/page.html:1:31: error[template-unknown-name]: no view here has `id`
    1 | {{#actions}}{{id}}{{/actions}}{{id}}
      |                               ^~~~~~
  help: the names here are site, heading, date, summary, actions, agenda, parties, notes, place, attendance, held
)");
}

TEST_CASE("unknown name: in a dotted name, the part is named") {
  CHECK(meeting_findings("{{date.isoo}}") ==
        R"(templates/page.html:1:1: error[template-unknown-name]: `date` has no `isoo` (DateView)
    1 | {{date.isoo}}
      | ^~~~~~~~~~~~~
  help: did you mean `date.iso`?
)");
}

TEST_CASE("unknown name: text and lists have no names inside") {
  CHECK(
      meeting_findings("{{date.iso.day}}\n{{actions.id}}\n") ==
      R"(templates/page.html:1:1: error[template-unknown-name]: `date.iso` is text and has no names inside
    1 | {{date.iso.day}}
      | ^~~~~~~~~~~~~~~~
templates/page.html:2:1: error[template-unknown-name]: `actions` is a list of ActionView and has no names inside
    2 | {{actions.id}}
      | ^~~~~~~~~~~~~~
  help: enter it with {{#actions}}
)");
}

TEST_CASE("unknown name: a partial is judged where it is included") {
  CHECK(meeting_findings({{"page.html", "{{#actions}}\n  {{>card}}\n{{/actions}}\n{{>card}}\n"},
                          {"card.html", "<b>{{id}}</b> {{heading}}"}}) ==
        R"(templates/card.html:1:4: error[template-unknown-name]: no view here has `id`
    1 | <b>{{id}}</b> {{heading}}
      |    ^~~~~~
  note: templates/page.html:4:1: included here
    4 | {{>card}}
      | ^~~~~~~~~
  help: the names here are site, heading, date, summary, actions, agenda, parties, notes, place, attendance, held
)");
}

TEST_CASE("unknown name: one place is reported once, however often it is included") {
  CHECK(meeting_findings({{"page.html", "{{>card}}\n{{#date}}{{>card}}{{/date}}\n"},
                          {"card.html", "{{heding}}"}}) ==
        R"(templates/card.html:1:1: error[template-unknown-name]: no view here has `heding`
    1 | {{heding}}
      | ^~~~~~~~~~
  note: templates/page.html:1:1: included here
    1 | {{>card}}
      | ^~~~~~~~~
  help: did you mean `heading`?
)");
}

TEST_CASE("unknown name: an override is judged where its block stands") {
  CHECK(meeting_findings({{"page.html", "{{<rows}}\n{{$row}}{{id}} {{nam}}{{/row}}\n{{/rows}}\n"},
                          {"rows.html", "{{#actions}}{{$row}}{{/row}}{{/actions}}\n"}}) ==
        R"(templates/page.html:2:16: error[template-unknown-name]: no view here has `nam`
    2 | {{$row}}{{id}} {{nam}}{{/row}}
      |                ^~~~~~~
  note: templates/rows.html:1:13: included here
    1 | {{#actions}}{{$row}}{{/row}}{{/actions}}
      |             ^~~~~~~~
  note: templates/page.html:1:1: included here
    1 | {{<rows}}
      | ^~~~~~~~~
  help: the names here are id, title, open, owners, target, days_overdue, site, heading, date, summary, actions, agenda, ...
)");
}

TEST_CASE("not text: flags, views and lists cannot be shown") {
  CHECK(meeting_findings("{{held}}\n{{date}}\n{{actions}}\n{{#date}}{{.}}{{/date}}\n") ==
        R"(templates/page.html:1:1: error[template-not-text]: `held` is not text: it is a flag
    1 | {{held}}
      | ^~~~~~~~
  help: use it as a section: {{#held}} ... {{/held}}
templates/page.html:2:1: error[template-not-text]: `date` is not text: it is a view (DateView)
    2 | {{date}}
      | ^~~~~~~~
  help: show a part of it: {{date.iso}}
templates/page.html:3:1: error[template-not-text]: `actions` is not text: it is a list of ActionView
    3 | {{actions}}
      | ^~~~~~~~~~~
  help: use it as a section: {{#actions}} ... {{/actions}}
templates/page.html:4:10: error[template-not-text]: `.` is not text: it is a view (DateView)
    4 | {{#date}}{{.}}{{/date}}
      |          ^~~~~
  help: show a part of it: {{iso}}
)");
}

TEST_CASE("unescaped text: only HTML may be shown raw") {
  CHECK(
      meeting_findings("{{{heading}}}\n{{& attendance}}\n{{#parties}}{{{.}}}{{/parties}}\n") ==
      R"(templates/page.html:1:1: error[template-unescaped-text]: `heading` is text, not HTML, and must be escaped
    1 | {{{heading}}}
      | ^~~~~~~~~~~~~
  help: write {{heading}}
templates/page.html:2:1: error[template-unescaped-text]: `attendance` is a number, not HTML, and must be escaped
    2 | {{& attendance}}
      | ^~~~~~~~~~~~~~~~
  help: write {{attendance}}
templates/page.html:3:13: error[template-unescaped-text]: `.` is text, not HTML, and must be escaped
    3 | {{#parties}}{{{.}}}{{/parties}}
      |             ^~~~~~~
  help: write {{.}}
)");
}

TEST_CASE("unknown partial: also in templates that no page uses") {
  CHECK(
      meeting_findings({{"page.html", "{{>headr}}\n  {{<layuot}}{{/layuot}}\n"},
                        {"header.html", "{{>something-else}}"},
                        {"layout.html", ""}}) ==
      R"(templates/header.html:1:1: error[template-unknown-partial]: there is no template `something-else`
    1 | {{>something-else}}
      | ^~~~~~~~~~~~~~~~~~~
  help: add it to the theme's templates
templates/page.html:1:1: error[template-unknown-partial]: there is no template `headr`
    1 | {{>headr}}
      | ^~~~~~~~~~
  help: did you mean `header`?
templates/page.html:2:3: error[template-unknown-partial]: there is no template `layuot`
    2 |   {{<layuot}}{{/layuot}}
      |   ^~~~~~~~~~~
  help: did you mean `layout`?
)");
}

TEST_CASE("unknown block: what overrides nothing would not be shown") {
  CHECK(
      meeting_findings(
          {{"page.html", "{{<layout}}{{$mian}}{{/mian}}{{$sidebar}}{{/sidebar}}{{/layout}}"},
           {"layout.html", "{{>inner}}"},
           {"inner.html", "{{#held}}{{$main}}{{/main}}{{/held}}"}}) ==
      R"(templates/page.html:1:12: error[template-unknown-block]: parent `layout` has no block `mian`
    1 | {{<layout}}{{$mian}}{{/mian}}{{$sidebar}}{{/sidebar}}{{/layout}}
      |            ^~~~~~~~~
  help: did you mean `main`?
templates/page.html:1:30: error[template-unknown-block]: parent `layout` has no block `sidebar`
    1 | {{<layout}}{{$mian}}{{/mian}}{{$sidebar}}{{/sidebar}}{{/layout}}
      |                              ^~~~~~~~~~~~
  help: what overrides no block would never be shown
)");
}

TEST_CASE("missing template: a page's own") {
  CHECK(meeting_findings({{"pages.html", ""}}) ==
        R"(templates: error[template-missing]: the theme has no template `page.html`
  help: is `pages.html` misnamed?
)");
  CHECK(meeting_findings(TemplateTexts{}) ==
        R"(templates: error[template-missing]: the theme has no template `page.html`
  help: add it to the templates
)");
}

TEST_CASE("recursion: without a section it never ends") {
  CHECK(meeting_findings({{"page.html", "{{>a}}\n"},
                          {"a.html", "{{>b}}\n"},
                          {"b.html", "<p>\n  {{>a}}\n</p>\n"}}) ==
        R"(templates/b.html:2:3: error[template-recursion]: this includes itself without end
    2 |   {{>a}}
      |   ^~~~~~
  note: templates/a.html:1:1: included here
    1 | {{>b}}
      | ^~~~~~
  note: templates/page.html:1:1: included here
    1 | {{>a}}
      | ^~~~~~
  help: include it only inside a section on a list of the view itself, such as its children
)");
}

TEST_CASE("recursion: a section that asks the same each time does not end it") {
  const std::string expected =
      R"(: error[template-recursion]: this includes itself without end
)";
  CHECK_THAT(meeting_findings("{{#held}}{{>page}}{{/held}}"), Catch::Contains(expected));
  CHECK_THAT(meeting_findings("{{#date}}{{>page}}{{/date}}"), Catch::Contains(expected));
  CHECK_THAT(meeting_findings("{{#.}}{{>page}}{{/.}}"), Catch::Contains(expected));
  CHECK_THAT(meeting_findings("{{^actions}}{{>page}}{{/actions}}"), Catch::Contains(expected));
}

TEST_CASE("recursion: a block cannot hold itself") {
  CHECK(meeting_findings({{"page.html", "{{<l}}{{$main}}a{{$main}}{{/main}}{{/main}}{{/l}}"},
                          {"l.html", "{{$main}}{{/main}}"}}) ==
        R"(templates/page.html:1:17: error[template-recursion]: this includes itself without end
    1 | {{<l}}{{$main}}a{{$main}}{{/main}}{{/main}}{{/l}}
      |                 ^~~~~~~~~
  note: templates/l.html:1:1: included here
    1 | {{$main}}{{/main}}
      | ^~~~~~~~~
  note: templates/page.html:1:1: included here
    1 | {{<l}}{{$main}}a{{$main}}{{/main}}{{/main}}{{/l}}
      | ^~~~~~
  help: include it only inside a section on a list of the view itself, such as its children
)");
}

TEST_CASE("errors: those of all templates and pages come in one run") {
  CHECK(meeting_findings({{"page.html", "{{heding}}{{>a}}{{>nope}}"},
                          {"a.html", "{{#held}}"},
                          {"unused.html", "\n\n {{"}}) ==
        R"(templates/a.html:1:1: error[template-syntax]: section `held` is never closed
    1 | {{#held}}
      | ^~~~~~~~~
  help: close it with {{/held}}
templates/page.html:1:1: error[template-unknown-name]: no view here has `heding`
    1 | {{heding}}{{>a}}{{>nope}}
      | ^~~~~~~~~~
  help: did you mean `heading`?
templates/page.html:1:17: error[template-unknown-partial]: there is no template `nope`
    1 | {{heding}}{{>a}}{{>nope}}
      |                 ^~~~~~~~~
  help: add it to the theme's templates
templates/unused.html:3:2: error[template-syntax]: this tag is never closed
    3 |  {{
      |  ^~
  help: close it with }}
)");
}

}  // namespace
}  // namespace opsg::released
