#pragma once

#include <list>
#include <string>
#include <string_view>

#include "options.h"
#include "progress_bar.h"

namespace opsg::app {

/// Shows a person the step that a long task is at, as it names it.
class StepDisplay {
 public:
  explicit StepDisplay(const Options& options) : bar_(wants_progress_bar(options)) {}

  void show(std::string_view step) {
    steps_.emplace_back(step);
    bar_.begin(steps_.back(), 0);
  }

 private:
  std::list<std::string> steps_;  ///< The bar keeps no text of its own.
  ProgressBar bar_;
};

}  // namespace opsg::app
