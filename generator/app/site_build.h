#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <tl/expected.hpp>

#include "diagnostic.h"
#include "last_build.h"
#include "options.h"
#include "output_place.h"
#include "pipeline.h"
#include "report.h"
#include "site_session.h"
#include "swap.h"

namespace opsg::app {

/// Where the site of the options' audience goes. Every audience has a folder of its own, so that no
/// build stands in another's place.
output::OutputTarget output_target(const Options& options, const std::filesystem::path& root);

/// What the shell is told of an error of the output.
int exit_status(const output::OutputError& error);

/// A build that nothing stopped.
struct SiteBuild {
  BuildOutcome outcome;  ///< With its site.
  std::chrono::duration<double> took{};
};

/// A build that stands in its output folder.
struct WrittenSite {
  SiteBuild build;
  output::SwapReport swap;
};

/// Builds what the options ask for, in memory, and tells everything that was found. The exit status
/// where there is no site.
tl::expected<SiteBuild, int> build_in_memory(const Options& options, const Report& report,
                                             const SiteSession& session, Diagnostics diagnostics);

/// Builds it and swaps it in. With its keys it is kept in mind beside its output. The exit status
/// where the folder is as it was.
tl::expected<WrittenSite, int> write_site(const Options& options, const Report& report,
                                          const SiteSession& session, Diagnostics diagnostics,
                                          const std::optional<BuildKeys>& keys = std::nullopt);

}  // namespace opsg::app
