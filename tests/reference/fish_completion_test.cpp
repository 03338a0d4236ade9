#include "fish_completion.h"

#include "catch2.h"
#include "small_program.h"

namespace opsg::reference {
namespace {

TEST_CASE("fish is told what each command takes") {
  const std::string script = fish_completion(small_program());
  CHECK(script.find("            case ' paint'\n                set command 'paint'\n") !=
        std::string::npos);
  CHECK(script.find("            case 'show all'\n                set command 'show all'\n") !=
        std::string::npos);
  CHECK(script.substr(script.find("complete -c")) == R"fish(complete -c brush -f
complete -c brush -n "__brush_at ''" -a paint -d 'Paint what\'s there'
complete -c brush -n "__brush_at ''" -a show -d 'Show'
complete -c brush -n "__brush_at ''" -s h -l help -d 'Print this [help]'
complete -c brush -n "__brush_at 'paint'" -s h -l help -d 'Print this [help]'
complete -c brush -n "__brush_at 'paint'" -l colour -d 'Which one: `red`, or C:\\blue' -x -a 'red blue'
complete -c brush -n "__brush_at 'paint'" -s p -l palette -d 'Colours' -r -F
complete -c brush -n "__brush_at 'paint'" -l into -d 'Where to' -x -a '(__fish_complete_directories)'
complete -c brush -n "__brush_at 'paint'" -l title -d '.hidden first' -x
complete -c brush -n "__brush_at 'paint'" -l sketch -d 'Draw first' -F
complete -c brush -n "__brush_at 'paint'" -F
complete -c brush -n "__brush_at 'show'" -a all -d 'Show all'
)fish");
}

}  // namespace
}  // namespace opsg::reference
