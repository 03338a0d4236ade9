#pragma once

#include "site_config.h"

namespace opsg::released {

/// How a register is shown. It follows from what site.toml declares, not from the register's name.
enum class RegisterShape {
  log,       ///< It has states: open and closed, overdue.
  scores,    ///< A score, as risks have.
  ratings,   ///< Red, amber and green, as readiness reviews have.
  measures,  ///< Percentages by period.
  plain,
};

RegisterShape shape_of(const RegisterDefinition& definition);

}  // namespace opsg::released
