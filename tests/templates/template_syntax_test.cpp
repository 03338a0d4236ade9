#include <string>

#include "catch2.h"
#include "sample_views.h"
#include "template_support.h"

namespace opsg::released {
namespace {

std::string syntax_findings(const std::string& page) {
  return findings<MeetingView>(page);
}

TEST_CASE("syntax: sections, inverted sections, blocks and parents must be closed") {
  CHECK(findings<MeetingView>(
            {{"page.html", "{{#held}}\n{{^held}}\n{{$b}}\n{{<l}}\n"}, {"l.html", ""}}) ==
        R"(templates/page.html:1:1: error[template-syntax]: section `held` is never closed
    1 | {{#held}}
      | ^~~~~~~~~
  help: close it with {{/held}}
templates/page.html:2:1: error[template-syntax]: inverted section `held` is never closed
    2 | {{^held}}
      | ^~~~~~~~~
  help: close it with {{/held}}
templates/page.html:3:1: error[template-syntax]: block `b` is never closed
    3 | {{$b}}
      | ^~~~~~
  help: close it with {{/b}}
templates/page.html:4:1: error[template-syntax]: parent `l` is never closed
    4 | {{<l}}
      | ^~~~~~
  help: close it with {{/l}}
)");
}

TEST_CASE("syntax: an outer closing tag shows that the inner one is missing") {
  CHECK(syntax_findings("{{#held}}\n  {{#actions}}\n{{/held}}\n") ==
        R"(templates/page.html:2:3: error[template-syntax]: section `actions` is never closed
    2 |   {{#actions}}
      |   ^~~~~~~~~~~~
  help: close it with {{/actions}}
)");
}

TEST_CASE("syntax: a closing tag of another name") {
  CHECK(
      syntax_findings("{{#held}}\n{{/hled}}\n") ==
      R"(templates/page.html:2:1: error[template-syntax]: this closes `hled`, but section `held` is open
    2 | {{/hled}}
      | ^~~~~~~~~
  note: templates/page.html:1:1: opened here
    1 | {{#held}}
      | ^~~~~~~~~
  help: close it with {{/held}}
)");
}

TEST_CASE("syntax: a closing tag with nothing open") {
  CHECK(syntax_findings("x {{/held}}") ==
        R"(templates/page.html:1:3: error[template-syntax]: nothing is open that `held` could close
    1 | x {{/held}}
      |   ^~~~~~~~~
  help: remove the tag, or open the section before it
)");
}

TEST_CASE("syntax: an unclosed tag does not hide what follows") {
  CHECK(syntax_findings("{{heading\n<p>{{date.iso}}</p> {{{summary}} {{}}\n") ==
        R"(templates/page.html:1:1: error[template-syntax]: this tag is never closed
    1 | {{heading
      | ^~
  help: close it with }}
templates/page.html:2:21: error[template-syntax]: this tag is never closed
    2 | <p>{{date.iso}}</p> {{{summary}} {{}}
      |                     ^~
  help: close it with }}}
templates/page.html:2:34: error[template-syntax]: this tag is empty
    2 | <p>{{date.iso}}</p> {{{summary}} {{}}
      |                                  ^~~~
  help: name a field of the view
)");
}

TEST_CASE("syntax: an unclosed comment ends the template") {
  CHECK(syntax_findings("a\n{{! comment\n{{#x}\n") ==
        R"(templates/page.html:2:1: error[template-syntax]: this tag is never closed
    2 | {{! comment
      | ^~
  help: close it with }}
)");
}

TEST_CASE("syntax: names are words with dots between them") {
  for (const std::string name : {"a..b", ".a", "a.", "a b", "a/b", "%a", "a=b", "é", "'a'"}) {
    INFO(name);
    CHECK(syntax_findings("{{" + name + "}}") ==
          "templates/page.html:1:1: error[template-syntax]: `" + name +
              "` is not a name\n    1 | {{" + name + "}}\n      | ^~~~" +
              std::string(name == "é" ? 1 : name.size(), '~') +
              "\n  help: names have letters, digits, _ and -, with dots between the parts\n");
  }
}

TEST_CASE("syntax: names of templates are not computed") {
  CHECK(syntax_findings("{{>*dynamic}}") ==
        R"(templates/page.html:1:1: error[template-syntax]: dynamic names are not supported
    1 | {{>*dynamic}}
      | ^~~~~~~~~~~~~
  help: name the template itself
)");
}

TEST_CASE("syntax: delimiters are two words") {
  for (const std::string tag : {"{{=<% =}}", "{{=a b c=}}", "{{= =}}", "{{=<= =>=}}"}) {
    INFO(tag);
    CHECK(syntax_findings(tag) ==
          "templates/page.html:1:1: error[template-syntax]: delimiters are two words without white "
          "space and without =\n    1 | " +
              tag + "\n      | ^" + std::string(tag.size() - 1, '~') +
              "\n  help: for example {{=<% %>=}}\n");
  }
}

TEST_CASE("syntax: only blocks count inside a parent, each once") {
  CHECK(findings<MeetingView>(
            {{"page.html",
              "{{<l}}\n{{$a}}{{/a}}\n{{$a}}{{/a}}\n{{#held}}{{/held}}\n{{heading}}\n{{/l}}"},
             {"l.html", "{{$a}}{{/a}}"}}) ==
        R"(templates/page.html:3:1: error[template-syntax]: block `a` is overridden twice
    3 | {{$a}}{{/a}}
      | ^~~~~~
  note: templates/page.html:2:1: overridden here before
    2 | {{$a}}{{/a}}
      | ^~~~~~
  help: keep one of the two
templates/page.html:4:1: error[template-syntax]: this would never be shown: only blocks count inside parent `l`
    4 | {{#held}}{{/held}}
      | ^~~~~~~~~
  help: move it into a block
templates/page.html:5:1: error[template-syntax]: this would never be shown: only blocks count inside parent `l`
    5 | {{heading}}
      | ^~~~~~~~~~~
  help: move it into a block
)");
}

TEST_CASE("syntax: bytes that are no text") {
  CHECK(syntax_findings(std::string("ok\nab\0c", 7)) ==
        "templates/page.html:2:3: error[template-syntax]: this byte is not text\n"
        "    2 | ab\xEF\xBF\xBD"
        "c\n"
        "      |   ^\n"
        "  help: save the template as UTF-8\n");
  CHECK(syntax_findings("ok\n\xC3\xA1\xFFz") ==
        "templates/page.html:2:3: error[template-syntax]: this byte is not text\n"
        "    2 | \xC3\xA1\xEF\xBF\xBDz\n"
        "      |  ^\n"
        "  help: save the template as UTF-8\n");
}

TEST_CASE("syntax: a byte order mark is text") {
  CHECK(render("\xEF\xBB\xBF{{heading}}", sample_meeting()) == "\xEF\xBB\xBFMeeting 41");
}

}  // namespace
}  // namespace opsg::released
