#pragma once

#include <optional>
#include <span>
#include <string>

#include "audit_memo.h"
#include "date.h"
#include "diagnostic.h"
#include "policy.h"
#include "profile.h"
#include "rendered_site.h"
#include "site_addition.h"
#include "sources.h"

namespace opsg::restricted {

struct AuditOptions {
  UtcTime now;            ///< When embargoes are judged: the earlier of the clock and `--as-of`.
  std::string time_zone;  ///< The site's; must be known.
};

/// What the audit looks through and by.
struct AuditInput {
  const SourceTree& sources;
  const Policy& policy;
  /// Texts that are public whatever the sources say: what the program itself holds.
  std::span<const std::string> public_texts;
  AuditOptions options;
  int jobs = 1;                ///< Threads.
  Profile* profile = nullptr;  ///< Told where the time goes, if not null.
  AuditMemo* memo = nullptr;   ///< What earlier audits have learnt, if not null; borrowed.
};

/// The last check before anything is written, and the only maker of an `AuditedSite`. It shares no
/// code with the gate, and trusts it in nothing: it reads the raw sources for itself, and looks for
/// whatever is withheld from the site's audience in the bytes and paths of the output.
class Auditor {
 public:
  /// The site, if nothing withheld is in it. Otherwise `audit-leak` names both places of each
  /// finding; `audit-audience` refuses an audience that the policy does not know.
  static std::optional<AuditedSite> audit(const AuditInput& input, RenderedSite site,
                                          Diagnostics& diagnostics);

  /// The site with the search index that was made of it, if nothing withheld is in that either.
  /// Reports as `audit` does, and `audit-unreadable` for a file of the index that cannot be read:
  /// what cannot be read is not written. `addition.own` is taken on trust, having been written
  /// before any of the site was known.
  static std::optional<AuditedSite> audit_addition(const AuditInput& input, AuditedSite site,
                                                   SiteAddition addition, Diagnostics& diagnostics);
};

}  // namespace opsg::restricted
