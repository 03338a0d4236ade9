#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "allowed_hosts.h"
#include "options.h"
#include "pipeline.h"
#include "preview_sites.h"
#include "report.h"
#include "site_session.h"

namespace opsg::app {

/// Builds the sites of a preview from the files as they are, and tells on the terminal what came of
/// it. One thread at a time. Borrows options and report.
class PreviewBuilder {
 public:
  PreviewBuilder(const Options& options, const Report& report, preview::PreviewAddress address)
      : options_(options), report_(report), address_(std::move(address)) {}

  preview::PreviewBuild build(const std::string& audience);

  /// What is wrong with the options, where the last build found that; empty: nothing.
  const std::string& misuse() const { return misuse_; }

 private:
  struct Sources;
  struct LateOutcome;

  std::shared_ptr<const Sources> read_sources(Diagnostics& diagnostics, std::string& failure);
  BuildRequest request_for(const std::string& audience, const SiteSession& session) const;
  std::string misuse_of(const Policy& policy, const std::string& audience) const;
  preview::PreviewBuild finish(const std::shared_ptr<const Sources>& sources, BuildRequest request,
                               BuildOutcome outcome, Diagnostics diagnostics);
  std::shared_ptr<const preview::PreviewSite> make_site(
      const std::shared_ptr<const Sources>& sources, const BuildRequest& request,
      BuildOutcome& outcome, Diagnostics& diagnostics) const;
  static LateOutcome build_late(const Sources& sources, const BuildRequest& request,
                                const Report& report, WithheldText withheld);
  preview::LateFiles late_files(const std::shared_ptr<const Sources>& sources, BuildRequest request,
                                std::vector<std::string> left_out) const;
  WithheldText withheld_text() const;
  static std::string words_of(const Sources& sources, const BuildOutcome& outcome,
                              const Diagnostics& diagnostics, WithheldText withheld);
  std::string errors_of(const Sources& sources, const BuildOutcome& outcome,
                        const Diagnostics& diagnostics) const;
  void tell_findings(const Sources& sources, const BuildOutcome& outcome,
                     const Diagnostics& diagnostics);
  void tell_site(const std::string& audience, std::shared_ptr<const preview::PreviewSite> site);

  const Options& options_;
  const Report& report_;
  const preview::PreviewAddress address_;
  BuildMemos memos_;  ///< Of the last build.
  std::string misuse_;
  std::string told_;  ///< The findings that were printed last.
  std::map<std::string, std::shared_ptr<const preview::PreviewSite>> built_;  ///< By audience.
  std::chrono::steady_clock::time_point begun_;
};

}  // namespace opsg::app
