#include "text_pattern.h"

namespace opsg::importing {

std::string committee_names(const released::SiteConfig& config,
                            const released::Vocabulary& vocabulary) {
  std::string names = re2::RE2::QuoteMeta(config.committee);
  if (const released::Party* party = vocabulary.find_party(config.committee)) {
    for (const std::string& name : party->also) names += "|" + re2::RE2::QuoteMeta(name);
  }
  return names;
}

}  // namespace opsg::importing
