#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "build_memos.h"
#include "date.h"
#include "diagnostic.h"
#include "gate.h"
#include "pages.h"
#include "profile.h"
#include "progress.h"
#include "rendered_site.h"
#include "sources.h"
#include "theme.h"

namespace opsg::app {

struct BuildRequest {
  std::string audience = "public";
  std::optional<Date> as_of;            ///< For what is overdue; site.toml's where not given.
  restricted::GateTime time;            ///< For embargoes.
  std::optional<std::string> base_url;  ///< Instead of site.toml's.
  int jobs = 1;
  Progress* progress = nullptr;                         ///< Told how far the build is, if not null.
  Profile* profile = nullptr;                           ///< Told where its time goes, if not null.
  std::optional<std::filesystem::path> search_program;  ///< Pagefind, where it is installed.
  released::SiteExtent extent = released::SiteExtent::whole;
  /// What earlier builds left; borrowed. Null: what this build reads is read once, no more.
  BuildMemos* memos = nullptr;
  restricted::GateRules rules;  ///< The tests' alone.
};

enum class BuildStop { none, content, usage, audit, machine };

struct BuildOutcome {
  BuildStop stop = BuildStop::none;
  std::string failure;              ///< What the machine refused, where that stopped the build.
  std::optional<AuditedSite> site;  ///< Exactly where nothing stopped the build.
  bool only_index_failed = false;   ///< Whether there would be a site without the search's index.
  std::optional<restricted::LabelledSite> labelled;  ///< Where site.toml could be read.
  std::optional<UtcTime> next_release;               ///< When an embargo next changes the output.
  std::optional<UtcTime> next_change;                ///< See next_change().
  std::size_t withheld_documents = 0;  ///< Those that the audience is not shown whole.
};

/// When an embargo next ends, whatever the audience: without the privileges that some have, so that
/// none is missed.
std::optional<UtcTime> next_change(const restricted::LabelledSite& labelled,
                                   restricted::GateTime time);

/// The build, in memory: reads labels and markings, judges consistency, clears, joins, renders and
/// audits; then, for a whole site, lets the search program, if there is one, index what was
/// audited, and audits the index. Touches no file. Borrows `tree`, which must outlive the outcome.
BuildOutcome build_site(const SourceTree& tree, const released::ThemeFiles& theme,
                        const BuildRequest& request, Diagnostics& diagnostics);

/// Whether nothing is in the site, which was published before, that is withheld from its audience
/// today; reports what is. `today` comes from a build of the same tree.
bool audit_again(const SourceTree& tree, const restricted::LabelledSite& today,
                 const BuildRequest& request, RenderedSite site, Diagnostics& diagnostics);

/// What a check leaves for those who go on.
struct CheckedSite {
  std::optional<restricted::LabelledSite> labelled;  ///< Where site.toml could be read.
  std::optional<released::Theme> theme;              ///< Where nothing is wrong with it.
};

/// Reports all that is wrong in the records, for whatever audience, and in the theme.
CheckedSite check_site(const SourceTree& tree, const released::ThemeFiles& theme,
                       const BuildRequest& request, Diagnostics& diagnostics);

}  // namespace opsg::app
