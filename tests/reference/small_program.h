#pragma once

#include "command_reference.h"

namespace opsg::reference {

/// A program with one of everything that completions and manual pages tell apart.
inline app::CommandReference small_program() {
  using app::CommandReference;
  using app::OptionReference;
  using app::ValueKind;
  const OptionReference help{{"-h", "--help"}, ValueKind::none, "", {}, "Print this [help]", ""};
  CommandReference paint{"brush paint", "Paint what's there", "", {help}, {}, {}};
  paint.options.push_back({{"--colour"},
                           ValueKind::choice,
                           "red|blue",
                           {"red", "blue"},
                           "Which one: `red`, or C:\\blue",
                           "red"});
  paint.options.push_back({{"-p", "--palette"}, ValueKind::file, "FILE", {}, "Colours", ""});
  paint.options.push_back({{"--into"}, ValueKind::folder, "FOLDER", {}, "Where to", "", true});
  paint.options.push_back({{"--title"}, ValueKind::text, "TEXT", {}, ".hidden first", ""});
  paint.options.push_back(
      {{"--sketch"}, ValueKind::file, "FILE", {}, "Draw first", "sketch.png", false, false, true});
  paint.arguments.push_back({{"pictures"}, ValueKind::file, "FILE", {}, "What", "", true, true});
  CommandReference show{"brush show", "Show", "", {}, {}, {}};
  show.commands.push_back({"brush show all", "Show all", "", {}, {}, {}});
  return {"brush",
          "Paints.\n\nStart with `brush paint`.",
          "Exit status: 0 done,\n1 not.",
          {help},
          {},
          {paint, show}};
}

}  // namespace opsg::reference
