#pragma once

#include "command_reference.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace opsg::app {

/// A command as data. Values are files or folders where their type is named FILE or FOLDER, and
/// choices where it joins them with bars ("human|json").
CommandReference describe(const CLI::App& command);

OptionReference describe(const CLI::Option& option);

}  // namespace opsg::app
