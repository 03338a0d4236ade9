// must fail: could not convert|no known conversion|invalid initialization of reference|cannot convert
#include "swap.h"

namespace opsg {

void publish(const RenderedSite& site, const output::OutputTarget& target) {
  output::swap_in(site, target);
}

}  // namespace opsg
