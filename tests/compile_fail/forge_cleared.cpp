// must fail: is private within this context|private constructor
#include "cleared.h"
#include "sources.h"

namespace opsg {

Cleared<DocumentSource> forge(DocumentSource source) {
  return Cleared<DocumentSource>({}, std::move(source));
}

}  // namespace opsg
