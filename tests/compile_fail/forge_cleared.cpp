// must fail: no matching function for call to|could not convert
#include "cleared.h"
#include "sources.h"

namespace opsg {

Cleared<DocumentSource> forge(DocumentSource source) {
  return Cleared<DocumentSource>({}, std::move(source));
}

}  // namespace opsg
