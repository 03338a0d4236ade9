// must compile
#include "cleared.h"
#include "record.h"
#include "rendered_site.h"
#include "sources.h"

namespace opsg {

const DocumentSource& read(const Cleared<DocumentSource>& source) { return *source; }

released::Record read_with_the_gate(const Cleared<DocumentSource>& source,
                                    const released::SiteConfig& config,
                                    const released::Vocabulary& vocabulary,
                                    Diagnostics& diagnostics) {
  return released::read_record(source, config, vocabulary, diagnostics);
}

}  // namespace opsg
