#pragma once

#include <string_view>

namespace opsg::test {

/// The site.toml of a committee with actions, risks, reviews and measures, and two references.
inline constexpr std::string_view kSiteToml = R"toml(title = "SEC Operations Group"
committee = "OPSG"
base_url = "https://opsg.example/"

[policy]
people = "green"
[[policy.levels]]
name = "white"
audience = "public"
[[policy.levels]]
name = "green"
audience = "parties"

[registers.actions]
title = "Action log"
id = 'OPSG \d+x*/\d{2}'
raised_by = "ACTION"
states = [{ name = "Open" }, { name = "Closed", closed = true }]
fields = [
  { name = "raised", title = "Raised", type = "date" },
  { name = "target", title = "Target", type = "date" },
  { name = "revised", title = "Revised", type = "date" },
  { name = "owner", title = "Owner", type = "parties" },
  { name = "status", title = "Status", type = "state" },
]

[registers.risks]
title = "Risks"
id = 'Risk \d{3}'
fields = [
  { name = "severity", title = "Severity", type = "score" },
  { name = "probability", title = "Probability", type = "score" },
  { name = "impact", title = "Impact", type = "score" },
  { name = "owner", title = "Owner", type = "parties" },
]

[registers.reviews]
title = "Readiness reviews"
id = 'LSC \d+'
key = ["release"]
fields = [
  { name = "release", title = "Release", type = "text" },
  { name = "status", title = "Status", type = "rag" },
]

[registers.measures]
title = "Performance measures"
id = '(CPM\d+|PM\d+(\.\d+)?)'
key = ["provider", "period"]
fields = [
  { name = "provider", title = "Provider", type = "parties" },
  { name = "period", title = "Period", type = "period" },
  { name = "value", title = "Value", type = "percentage" },
  { name = "target", title = "Target", type = "percentage" },
  { name = "minimum", title = "Minimum", type = "percentage" },
  { name = "result", title = "Result", type = "text" },
]

[references.modification]
title = "Modification"
pattern = '(MP|DP)\d{3}'
link = "https://modifications.example/{id}"

[references.incident]
title = "Incident"
pattern = 'INC\d{12}'
)toml";

}  // namespace opsg::test
