#include "document_status.h"

#include <fmt/format.h>

#include <array>
#include <string>

#include "text.h"

namespace opsg::restricted {
namespace {

const std::array<std::string, 2> kStatuses = {"draft", "final"};

void report_unknown(const TomlValue& value, Diagnostics& diagnostics) {
  const auto meant = nearest(*value.string(), kStatuses);
  diagnostics
      .error("status-unknown", value.span(),
             fmt::format("`{}` is no status of a document", *value.string()))
      .with_help(meant ? fmt::format("did you mean `{}`?", *meant) : "write `draft` or `final`");
}

bool is_draft_without_status(const FrontMatter& front_matter, bool is_page,
                             Diagnostics& diagnostics) {
  if (is_page || front_matter.table.contains("adopted")) return false;
  diagnostics.error("status-missing", front_matter.span, "the document has no status")
      .with_help("add `status = \"draft\"`, `status = \"final\"` or the `adopted` meeting's code");
  return true;
}

bool read_draft(const FrontMatter& front_matter, bool is_page, Diagnostics& diagnostics) {
  const TomlValue* status = front_matter.table.find("status");
  if (!status) return is_draft_without_status(front_matter, is_page, diagnostics);
  if (!status->string()) return true;  // Reported as `wrong-type`.
  if (*status->string() == "final") return false;
  if (*status->string() != "draft") {
    report_unknown(*status, diagnostics);
  } else if (const TomlValue* adopted = front_matter.table.find("adopted")) {
    diagnostics.error("status-adopted", status->span(), "adopted minutes cannot be a draft")
        .note("they were adopted here", adopted->span())
        .with_help("leave out `status`: `adopted` makes them final");
  }
  return true;
}

}  // namespace

DocumentStatus read_status(const FrontMatter& front_matter, bool is_page,
                           std::string_view time_zone, Diagnostics& diagnostics) {
  DocumentStatus status;
  status.draft = read_draft(front_matter, is_page, diagnostics);
  const TomlValue* embargo = front_matter.table.find("embargo");
  if (const auto* local = embargo ? embargo->get_if<LocalDateTime>() : nullptr) {
    status.embargo = to_utc(*local, time_zone);
  }
  return status;
}

}  // namespace opsg::restricted
