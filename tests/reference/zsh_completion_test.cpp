#include "zsh_completion.h"

#include "catch2.h"
#include "small_program.h"

namespace opsg::reference {
namespace {

TEST_CASE("zsh is told of every command by a function of its own") {
  CHECK(zsh_completion(small_program()) == R"zsh(#compdef brush

_brush() {
  local curcontext="$curcontext" state line
  local -a commands=(
    'paint:Paint what'\''s there'
    'show:Show'
  )
  _arguments -C -s -S \
    '(-h --help)'{-h,--help}'[Print this \[help\]]' \
    '1:command:->command' \
    '*::argument:->argument'
  case "$state" in
    command) _describe -t commands command commands ;;
    argument)
      case "$line[1]" in
        paint) _brush_paint ;;
        show) _brush_show ;;
      esac
      ;;
  esac
}

_brush_paint() {
  _arguments -s -S \
    '(-h --help)'{-h,--help}'[Print this \[help\]]' \
    '--colour=[Which one\: `red`, or C\:\\blue]:red|blue:(red blue)' \
    '(-p --palette)'{-p+,--palette=}'[Colours]:FILE:_files' \
    '--into=[Where to]:FOLDER:_files -/' \
    '--title=[.hidden first]:TEXT: ' \
    '--sketch=-[Draw first]::FILE:_files' \
    '*:pictures:_files'
}

_brush_show() {
  local curcontext="$curcontext" state line
  local -a commands=(
    'all:Show all'
  )
  _arguments -C -s -S \
    '1:command:->command' \
    '*::argument:->argument'
  case "$state" in
    command) _describe -t commands command commands ;;
    argument)
      case "$line[1]" in
        all) _brush_show_all ;;
      esac
      ;;
  esac
}

_brush_show_all() {
  _arguments -s -S
}

_brush "$@"
)zsh");
}

}  // namespace
}  // namespace opsg::reference
