#include "approvals.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

#include "ascii.h"
#include "passage_hash.h"
#include "sha256.h"
#include "table_reader.h"
#include "text.h"
#include "toml_reader.h"

namespace opsg::comparison {
namespace {

const std::array<std::string, 1> kFileKeys = {"approval"};
const std::array<std::string, 5> kApprovalKeys = {"by", "at", "audience", "against", "passages"};

bool is_digest(std::string_view text) {
  constexpr std::size_t kDigits = 64;
  return text.size() == kDigits &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// "2021-02-03T10:00:00Z"
bool is_utc_time(std::string_view text) {
  constexpr std::string_view kShape = "dddd-dd-ddTdd:dd:ddZ";
  return text.size() == kShape.size() &&
         std::equal(text.begin(), text.end(), kShape.begin(), [](char c, char shape) {
           return shape == 'd' ? is_ascii_digit(c) : c == shape;
         });
}

class ApprovalReader {
 public:
  ApprovalReader(const TomlValue& value, Diagnostics& diagnostics)
      : table_(*value.table()),
        span_(value.span()),
        reader_(table_, span_, diagnostics),
        diagnostics_(diagnostics) {}

  Approval read() {
    reader_.allow_only(kApprovalKeys);
    Approval approval;
    approval.span = span_;
    approval.by = reader_.required_text("by");
    approval.at = reader_.required_text("at");
    approval.audience = reader_.required_text("audience");
    approval.against = reader_.text("against");
    approval.passages = reader_.texts("passages");
    check_time(approval);
    check_digests();
    return approval;
  }

 private:
  void check_time(const Approval& approval) {
    const TomlValue* at = table_.find("at");
    if (!at || !at->string() || is_utc_time(approval.at)) return;
    diagnostics_.error("approval-invalid", at->span(), "this is no time in UTC")
        .with_help("write it as \"2021-02-03T10:00:00Z\"");
  }

  void check_digests() {
    const TomlValue* passages = table_.find("passages");
    if (!passages || !passages->array()) return;
    for (const TomlValue& passage : *passages->array()) {
      if (!passage.string() || is_digest(*passage.string())) continue;
      diagnostics_.error("approval-invalid", passage.span(), "this is no digest of a passage")
          .with_help("let `opsg-site diff --approve` write approvals; never change what it wrote");
    }
  }

  const TomlTable& table_;
  const SourceSpan span_;
  TableReader reader_;
  Diagnostics& diagnostics_;
};

/// A TOML basic string.
std::string toml_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out.append("\\").push_back(c);
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
      out += fmt::format("\\u{:04X}", static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
  return out + '"';
}

}  // namespace

std::optional<std::vector<Approval>> read_approvals(std::string_view toml, const SourcePath& path,
                                                    Diagnostics& diagnostics) {
  Diagnostics found;
  const auto table = read_toml(toml, path, 1, found);
  std::vector<Approval> approvals;
  if (table) {
    TableReader reader(*table, SourceSpan{path, 1, 1, 0}, found);
    reader.allow_only(kFileKeys);
    for (const TomlValue* value : reader.tables("approval")) {
      approvals.push_back(ApprovalReader(*value, found).read());
    }
  }
  const bool broken = !table || found.has_errors();
  diagnostics.append(std::move(found));
  if (broken) return std::nullopt;
  return approvals;
}

std::string format_approval(const Approval& approval) {
  std::string out =
      fmt::format("[[approval]]\nby = {}\nat = {}\naudience = {}\n", toml_string(approval.by),
                  toml_string(approval.at), toml_string(approval.audience));
  if (!approval.against.empty())
    out += fmt::format("against = {}\n", toml_string(approval.against));
  out += "passages = [\n";
  for (const std::string& passage : approval.passages)
    out += fmt::format("  {},\n", toml_string(passage));
  return out + "]\n";
}

std::string approval_hash(const PassageChange& change) {
  if (!change.after) return {};
  return change.moved() ? moved_passage_hash(*change.after, change.new_order)
                        : approved_passage_hash(*change.after, change.behind);
}

std::vector<const PassageChange*> unapproved(const PassageComparison& comparison,
                                             const std::vector<Approval>& approvals,
                                             std::string_view audience) {
  std::unordered_set<std::string_view> approved;
  for (const Approval& approval : approvals) {
    if (approval.audience != audience) continue;
    approved.insert(approval.passages.begin(), approval.passages.end());
  }
  std::vector<const PassageChange*> missing;
  for (const DocumentChanges& document : comparison.documents) {
    for (const PassageChange& change : document.changes) {
      if (change.after && !approved.contains(approval_hash(change))) {
        missing.push_back(&change);
      }
    }
  }
  return missing;
}

void report_outdated(const std::vector<const PassageChange*>& unapproved,
                     const std::vector<Approval>& approvals, std::string_view audience,
                     Diagnostics& diagnostics) {
  std::unordered_set<std::string> former;
  for (const PassageChange* change : unapproved) {
    former.insert(former_passage_hash(*change->after));
    former.insert(passage_hash(*change->after));
  }
  for (const Approval& approval : approvals) {
    if (approval.audience != audience) continue;
    const auto outdated = std::count_if(approval.passages.begin(), approval.passages.end(),
                                        [&](const auto& hash) { return former.contains(hash); });
    if (outdated == 0) continue;
    diagnostics
        .warning("approval-outdated", approval.span,
                 fmt::format("{} of this approval {} named without the place in the text, as "
                             "an earlier opsg-site did: nothing is approved by it",
                             outdated == 1 ? "a passage" : fmt::format("{} passages", outdated),
                             outdated == 1 ? "is" : "are"))
        .with_help(
            "have them read again in the report of `opsg-site diff --html`, and approve them by "
            "`opsg-site diff --approve`");
  }
}

std::string list_hash(const std::vector<const PassageChange*>& changes, std::string_view audience) {
  std::vector<std::string> hashes;
  for (const PassageChange* change : changes) {
    if (change->after) hashes.push_back(approval_hash(*change));
  }
  std::sort(hashes.begin(), hashes.end());
  return sha256_hex(fmt::format("opsg-site list 1\n{}:{}\n{}\n", audience.size(), audience,
                                fmt::join(hashes, "\n")));
}

}  // namespace opsg::comparison
