#pragma once

#include <string>

namespace opsg::web {

enum class LinkState {
  alive,
  dead,        ///< It is not there: whoever follows the link sees an error.
  unverified,  ///< No answer that settles it: an overloaded server, one that wants a login.
};

struct LinkAnswer {
  LinkState state = LinkState::unverified;
  std::string reason;  ///< "it answers 404"; empty where it is alive.
};

/// What a status says (RFC 9110). Only 404 and 410 say that there is nothing: other refusals may be
/// meant for programs alone.
LinkAnswer answer_of_status(long status);

/// What a transfer that failed says, by its CURLcode.
LinkAnswer answer_of_failure(int curl_code);

/// Whether the same failure would be met again at once.
bool is_final_failure(int curl_code);

}  // namespace opsg::web
