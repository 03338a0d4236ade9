#pragma once

#include <string>
#include <tl/expected.hpp>

#include "approval_file.h"
#include "diagnostic.h"
#include "diff_baseline.h"
#include "diff_result.h"
#include "options.h"
#include "pipeline.h"
#include "report.h"
#include "site_session.h"

namespace opsg::app {

/// What a comparison is made of.
struct ComparedSites {
  const DiffBaseline& before;
  const PublishedSite& after;
  const std::vector<comparison::Approval>& approvals;
};

/// Compares two releases for the audience of the later one, and sets apart what nobody approved.
/// `site`, `classification` and `approve_command` are left to the caller.
DiffResult compare_sites(const ComparedSites& sites);

/// Where and how much of what a release that lacks approval would publish, and what to do; to be
/// told where others may read it. Empty where nothing lacks it.
std::string missing_approval(const DiffResult& result);

}  // namespace opsg::app
