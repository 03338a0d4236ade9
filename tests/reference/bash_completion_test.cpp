#include "bash_completion.h"

#include "catch2.h"
#include "small_program.h"

namespace opsg::reference {
namespace {

TEST_CASE("bash is told what follows what, and what each option takes") {
  const std::string script = bash_completion(small_program());
  const auto has = [&](const char* text) { return script.find(text) != std::string::npos; };
  CHECK(
      has("      ' paint') command='paint' ;;\n"
          "      ' show') command='show' ;;\n"
          "      'show all') command='show all' ;;\n"));
  CHECK(
      has("    'paint --colour') words='red blue' ;;\n"
          "    'paint -p' | 'paint --palette') paths=file ;;\n"
          "    'paint --into') paths=folder ;;\n"
          "    'paint --title') : ;;\n"
          "    'paint --sketch') paths=file ;;\n"));
  CHECK(has("        '') options='-h --help' words='paint show' ;;\n"));
  CHECK(
      has("        'paint') options='-h --help --colour -p --palette --into --title --sketch' words='' "
          "paths=file ;;\n"));
  CHECK(has("\ncomplete -F _brush brush\n"));
}

}  // namespace
}  // namespace opsg::reference
