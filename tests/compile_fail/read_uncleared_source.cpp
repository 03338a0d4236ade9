// must fail: no matching function|invalid initialization of reference|no viable conversion
#include "record.h"

namespace opsg {

released::Record skip_the_gate(const DocumentSource& source, const released::SiteConfig& config,
                               const released::Vocabulary& vocabulary, Diagnostics& diagnostics) {
  return released::read_record(source, config, vocabulary, diagnostics);
}

}  // namespace opsg
