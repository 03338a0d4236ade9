#include "git_repository.h"

#include <fmt/format.h>

#include <chrono>

#include "text.h"

namespace opsg::publishing {
namespace {

constexpr std::string_view kFetched = "refs/published";
constexpr std::string_view kNobody = "opsg-site";
constexpr std::string_view kNowhere = "opsg-site@localhost";
constexpr std::string_view kMessage = "Publish the site\n";

/// Nothing of ours may start other programs, wait for answers, or change bytes.
const std::vector<std::string> kSettings = {"-c", "core.hooksPath=/dev/null",
                                            "-c", "core.fsmonitor=false",
                                            "-c", "gc.auto=0",
                                            "-c", "maintenance.auto=false",
                                            "-c", "protocol.ext.allow=never",
                                            "-c", "push.gpgSign=false",
                                            "-c", "push.followTags=false",
                                            "-c", "submodule.recurse=false",
                                            "-c", "transfer.fsckObjects=true"};

std::vector<std::string> with_settings(const std::vector<std::string>& words) {
  std::vector<std::string> all = kSettings;
  all.insert(all.end(), words.begin(), words.end());
  return all;
}

std::string ref_of(const std::string& branch) {
  return "refs/heads/" + branch;
}

std::string up_to_line_end(std::string_view text) {
  return std::string(text.substr(0, text.find('\n')));
}

std::string timestamp() {
  using namespace std::chrono;
  const auto now = duration_cast<seconds>(system_clock::now().time_since_epoch());
  return fmt::format("@{} +0000", now.count());  // Not where the publisher is.
}

void set_author(UploadProgram& git) {
  for (const std::string_view who : {"GIT_AUTHOR", "GIT_COMMITTER"}) {
    git.set(fmt::format("{}_NAME", who), kNobody);
    git.set(fmt::format("{}_EMAIL", who), kNowhere);
    git.set(fmt::format("{}_DATE", who), timestamp());
  }
}

/// "100644 blob 0123...\tpath"
bool add_entry(std::string_view entry, GitTree& tree) {
  const std::size_t tab = entry.find('\t');
  const auto words = split(entry.substr(0, tab), ' ');
  if (tab == std::string_view::npos || words.size() != 3) return false;
  tree[std::string(entry.substr(tab + 1))] = {std::string(words[0]), std::string(words[2])};
  return true;
}

}  // namespace

Published<GitRepository> GitRepository::make() {
  auto git = UploadProgram::find(
      "git", "git", {"HOME",          "USER",          "LOGNAME",         "XDG_CONFIG_HOME",
                     "SSH_AUTH_SOCK", "GIT_SSH",       "GIT_SSH_COMMAND", "GIT_ASKPASS",
                     "GIT_CONFIG_*",  "GIT_SSL_*",     "OPSG_SITE_*",     "GITHUB_TOKEN",
                     "CI_JOB_TOKEN",  "SSL_CERT_FILE", "SSL_CERT_DIR",    "HTTP_PROXY",
                     "HTTPS_PROXY",   "NO_PROXY",      "http_proxy",      "https_proxy",
                     "no_proxy"});
  if (!git) return tl::unexpected(git.error());
  auto folder = TemporaryFolder::make();
  if (!folder) return tl::unexpected(PublishError(folder.error()));
  git->set("GIT_DIR", (folder->path() / "repository").string());
  git->set("GIT_TERMINAL_PROMPT", "0");
  set_author(*git);
  GitRepository repository(std::move(*folder), std::move(*git));
  const auto made =
      repository.run("make a repository", {"init", "--quiet", "--bare", "--template="});
  if (!made) return tl::unexpected(made.error());
  return repository;
}

Published<std::string> GitRepository::run(std::string_view what,
                                          const std::vector<std::string>& words,
                                          std::string_view input) const {
  return git_.output_of(what, with_settings(words), input);
}

Published<std::optional<std::string>> GitRepository::remote_head(const std::string& url,
                                                                 const std::string& branch) const {
  const auto text = run("reach " + url, {"ls-remote", "--quiet", "--", url, ref_of(branch)});
  if (!text) return tl::unexpected(text.error());
  for (const std::string_view line : split_lines(*text)) {
    const std::size_t tab = line.find('\t');
    if (tab != std::string_view::npos && line.substr(tab + 1) == ref_of(branch)) {
      return std::optional(std::string(line.substr(0, tab)));
    }
  }
  return std::optional<std::string>();
}

Published<GitCommit> GitRepository::fetch(const std::string& url, const std::string& branch) const {
  const auto fetched = run("fetch from " + url,
                           {"fetch", "--quiet", "--depth=1", "--no-tags", "--no-write-fetch-head",
                            "--", url, fmt::format("+{}:{}", ref_of(branch), kFetched)});
  if (!fetched) return tl::unexpected(fetched.error());
  const auto id = run("read what was fetched", {"rev-parse", "--verify", std::string(kFetched)});
  if (!id) return tl::unexpected(id.error());
  // As it is, not as a shallow repository shows it: without the parents that it has.
  const auto text = run("read what was fetched", {"cat-file", "commit", std::string(kFetched)});
  if (!text) return tl::unexpected(text.error());
  GitCommit commit{up_to_line_end(*id), {}, text->find("\nparent ") != std::string::npos};
  if (text->starts_with("tree ")) commit.tree = up_to_line_end(std::string_view(*text).substr(5));
  return commit;
}

Published<GitTree> GitRepository::list(const std::string& commit) const {
  const auto text = run("list what is published", {"ls-tree", "-r", "-z", commit});
  if (!text) return tl::unexpected(text.error());
  GitTree tree;
  for (const std::string_view entry : split(*text, '\0')) {
    if (entry.empty()) continue;
    if (!add_entry(entry, tree)) return failed("git lists a tree in a way that is not understood");
  }
  return tree;
}

Published<std::string> GitRepository::read(const std::string& blob) const {
  return run("read what is published", {"cat-file", "blob", blob});
}

Published<std::vector<std::string>> GitRepository::store(
    const std::filesystem::path& folder, const std::vector<std::string>& paths) const {
  std::string list;
  for (const std::string& path : paths) list += (folder / path).string() + '\n';
  const auto text =
      run("store the site", {"hash-object", "-w", "--no-filters", "--stdin-paths"}, list);
  if (!text) return tl::unexpected(text.error());
  std::vector<std::string> blobs;
  for (const std::string_view line : split_lines(*text)) blobs.emplace_back(line);
  if (blobs.size() != paths.size()) return failed("git did not store all files of the site");
  return blobs;
}

Published<std::string> GitRepository::store_empty() const {
  return run("store the site", {"hash-object", "-w", "--stdin"}).map(up_to_line_end);
}

Published<std::string> GitRepository::write_tree(const GitTree& tree) const {
  std::string list;
  for (const auto& [path, file] : tree) {
    list += fmt::format("{} {}\t{}", file.mode, file.blob, path);
    list += '\0';
  }
  const auto added = run("put the site together", {"read-tree", "--empty"}).and_then([&](auto) {
    return run("put the site together", {"update-index", "-z", "--index-info"}, list);
  });
  if (!added) return added;
  return run("put the site together", {"write-tree"}).map(up_to_line_end);
}

Published<std::string> GitRepository::commit(const std::string& tree) const {
  return run("make a commit", {"commit-tree", tree}, kMessage).map(up_to_line_end);
}

Published<bool> GitRepository::push(const std::string& url, const std::string& branch,
                                    const std::string& commit,
                                    const std::optional<std::string>& expected) const {
  const auto words =
      with_settings({"push", "--porcelain", "--no-verify",
                     fmt::format("--force-with-lease={}:{}", ref_of(branch), expected.value_or("")),
                     "--", url, fmt::format("{}:{}", commit, ref_of(branch))});
  const auto run = git_.run(words);
  if (!run) return tl::unexpected(run.error());
  if (run->outcome == ProgramRun::Outcome::done) return true;
  if (run->output.find("(stale info)") != std::string::npos) return false;
  return git_.failure_of("push to " + url, *run);
}

}  // namespace opsg::publishing
