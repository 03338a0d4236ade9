#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace opsg::app {

/// Help as a person reads it: "--config FILE   The site's site.toml [site.toml]".
class HelpFormatter : public CLI::Formatter {
 public:
  std::string make_option_opts(const CLI::Option* option) const override;
  std::string make_option_desc(const CLI::Option* option) const override;
};

}  // namespace opsg::app
