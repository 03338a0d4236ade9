#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "site.h"

namespace opsg::released {

/// An order in which a log can be read. Each has a page of the whole log and one of what is open.
struct LogOrder {
  std::string title;  ///< "By target"
  std::string path;   ///< "by-target/"; empty for the standing order, the latest id first.
  std::string text;   ///< "soonest target first"
  bool (*is_before)(const RegisterEntry& a, const RegisterEntry& b) = nullptr;
};

/// The standing order, then those that the register's fields allow.
std::vector<LogOrder> log_orders(const RegisterDefinition& definition);

/// The entries, indices into the register's, in that order; equal ones in the standing order.
std::vector<std::size_t> in_order(const Register& reg, std::vector<std::size_t> entries,
                                  const LogOrder& order);

/// The longest overdue first, then the longest open.
bool is_more_urgent(const RegisterEntry& a, const RegisterEntry& b);

}  // namespace opsg::released
