#include "output_test_support.h"

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#include <cerrno>
#include <cstddef>
#include <fstream>
#include <iterator>

#include "catch2.h"
#include "output_manifest.h"

namespace opsg::testing {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace

AuditedSite audited(const Files& files, std::string audience) {
  RenderedSite site{std::move(audience), {}};
  for (const auto& [path, bytes] : files) site.files.push_back({path, bytes});
  return restricted::Auditor::pass(std::move(site));
}

Files files_in(const fs::path& folder) {
  Files files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string path = entry.path().lexically_relative(folder).string();
    if (path == output::kManifestName ||
        entry.symlink_status().type() == fs::file_type::directory) {
      continue;
    }
    const bool regular = entry.symlink_status().type() == fs::file_type::regular;
    files[path] = regular ? bytes_of(entry.path()) : "(special)";
  }
  return files;
}

void write(const fs::path& path, std::string_view bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

OutputSite::OutputSite() : temporary_(std::make_shared<TempFolder>()), root_(temporary_->path()) {
  fs::create_directories(root_ / "content");
  fs::create_directories(root_ / "themes");
}

OutputSite::OutputSite(fs::path root) : root_(std::move(root)) {}

output::OutputTarget OutputSite::target() const {
  return {folder(),
          {{root_, "the site's folder", true},
           {root_ / "content", "the content folder"},
           {root_ / "themes", "the themes folder"}}};
}

output::Outcome<output::SwapReport> OutputSite::publish(const Files& files,
                                                        std::string audience) const {
  return output::swap_in(audited(files, std::move(audience)), target());
}

std::string OutputSite::error_of_publishing(const Files& files, std::string audience) const {
  const auto report = publish(files, std::move(audience));
  return report ? std::string() : error_of(report.error());
}

std::string OutputSite::error_of(const output::OutputError& error) const {
  std::string text =
      (error.kind == output::OutputErrorKind::refused ? "refused: " : "failed: ") + error.message;
  for (auto at = text.find(root_.string()); at != std::string::npos;
       at = text.find(root_.string())) {
    text.replace(at, root_.string().size(), "SITE");
  }
  return text;
}

bool forbid_exchange() {
  const sock_filter filter[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_renameat2, 0, 3),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, args[4])),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, RENAME_EXCHANGE, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EINVAL),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  const sock_fprog program{std::size(filter), const_cast<sock_filter*>(filter)};
  return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

}  // namespace opsg::testing
