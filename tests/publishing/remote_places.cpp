#include "remote_places.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <stdexcept>
#include <thread>

#include "catch2.h"
#include "file_descriptor.h"
#include "loopback.h"
#include "private_disk.h"
#include "process_group.h"
#include "program_run.h"
#include "release_fixture.h"
#include "text.h"

namespace opsg::testing {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr const char* kRclonePassword = "remote-secret";

/// Lets nobody come as far as the folder.
void open_folder(const fs::path& folder) {
  fs::permissions(folder, fs::perms(0755));
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (::lchown(entry.path().c_str(), kNobody, kNobody) != 0) throw std::runtime_error("chown");
  }
}

bool listens(int port) {
  const FileDescriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
  const sockaddr_in address = loopback(port);
  return ::connect(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
}

std::string output_of(const std::string& program, const std::vector<std::string>& arguments) {
  const auto path = find_program(program);
  if (!path) throw std::runtime_error(program + " is not installed");
  const auto run = run_program(*path, arguments);
  if (!run || run->exit_status != 0) throw std::runtime_error(program + ": " + run->complaint);
  return run->output;
}

[[noreturn]] void become_server(std::vector<std::string> command, const fs::path& log) {
  ::setsid();
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  const int file = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
  ::dup2(::open("/dev/null", O_RDONLY), STDIN_FILENO);
  ::dup2(file, STDOUT_FILENO);
  ::dup2(file, STDERR_FILENO);
  ::execv(command.front().c_str(), pointers_to(command).data());
  ::_exit(127);
}

}  // namespace

RunningServer::RunningServer(const std::vector<std::string>& command, int port,
                             const fs::path& log) {
  std::vector<std::string> words = command;
  const auto program = find_program(words.front());
  if (!program) throw std::runtime_error(words.front() + " is not installed");
  words.front() = program->string();
  process_ = ::fork();
  if (process_ == 0) become_server(words, log);
  for (int i = 0; i < 1000 && !listens(port); ++i) {
    std::this_thread::sleep_for(10ms);
    if (::waitpid(process_, nullptr, WNOHANG) == process_) {
      throw std::runtime_error(words.front() + " does not start");
    }
  }
}

void RunningServer::stop() {
  if (process_ < 0) return;
  ::kill(-process_, SIGKILL);
  ::waitpid(process_, nullptr, 0);
  process_ = -1;
}

std::unique_ptr<publishing::PublishTarget> RemotePlace::target(
    const std::vector<std::string>& leave) const {
  publishing::TargetConfig target_config = config();
  target_config.leave = leave;
  auto target = publishing::make_target(target_config, "/");
  if (!target) throw std::runtime_error(target.error().message);
  return std::move(*target);
}

FolderPlace::FolderPlace(const fs::path& parent)
    : folder_(parent), root_(folder_ / "served/site"), port_(free_port()) {
  fs::create_directories(root_.parent_path());
}

void FolderPlace::allow() const {
  for (const auto& entry : fs::recursive_directory_iterator(root_.parent_path())) {
    if (entry.is_directory()) fs::permissions(entry.path(), fs::perms(0755));
    if (::geteuid() == 0) REQUIRE(::lchown(entry.path().c_str(), kNobody, kNobody) == 0);
  }
}

void FolderPlace::forbid(const std::string& forbidden) const {
  allow();
  fs::permissions(root_ / forbidden, fs::perms(0555));
  if (::geteuid() == 0) REQUIRE(::chown((root_ / forbidden).c_str(), 0, 0) == 0);
}

Files FolderPlace::files() const {
  return everything_in(root_);
}

void FolderPlace::seed(const ReleaseFixture& site) {
  fs::copy(site.release().folder, root_, fs::copy_options::recursive);
}

void FolderPlace::add_foreign(const std::string& path) {
  write(root_ / path, "not ours");
}

RsyncDaemonPlace::RsyncDaemonPlace(ServedBy served_by, const fs::path& parent)
    : FolderPlace(parent) {
  const bool as_nobody = served_by == ServedBy::nobody && ::geteuid() == 0;
  if (as_nobody) open_folder(folder_.path());
  write(folder_ / "secrets", "publisher:daemon-secret\n");
  fs::permissions(folder_ / "secrets", fs::perms(0600));
  std::string user;
  if (::geteuid() == 0)
    user = as_nobody ? "uid = nobody\ngid = nogroup\n" : "uid = root\ngid = root\n";
  write(folder_ / "rsyncd.conf",
        fmt::format("use chroot = no\n{}[www]\npath = {}\nread only = no\nauth users = publisher\n"
                    "secrets file = {}\n",
                    user, root_.parent_path().string(), (folder_ / "secrets").string()));
  server_ = std::make_unique<RunningServer>(
      std::vector<std::string>{"rsync", "--daemon", "--no-detach", "--address=127.0.0.1",
                               fmt::format("--port={}", port_),
                               "--config=" + (folder_ / "rsyncd.conf").string()},
      port_, folder_ / "log");
  ::setenv("RSYNC_PASSWORD", "daemon-secret", 1);
}

publishing::TargetConfig RsyncDaemonPlace::config() const {
  publishing::TargetConfig target;
  target.kind = publishing::TargetKind::rsync;
  target.destination = fmt::format("rsync://publisher@127.0.0.1:{}/www/site", port_to_use());
  return target;
}

RsyncSshPlace::RsyncSshPlace() {
  const auto file = [&](const std::string& name) { return (folder_ / name).string(); };
  output_of("ssh-keygen", {"-q", "-t", "ed25519", "-N", "", "-f", file("host_key")});
  output_of("ssh-keygen", {"-q", "-t", "ed25519", "-N", "", "-f", file("user_key")});
  fs::copy_file(file("user_key.pub"), file("authorized_keys"));
  write(
      file("sshd_config"),
      fmt::format("ListenAddress 127.0.0.1:{}\nHostKey {}\nAuthorizedKeysFile {}\nStrictModes no\n"
                  "UsePAM no\nPasswordAuthentication no\nPermitRootLogin yes\nPidFile none\n",
                  port_, file("host_key"), file("authorized_keys")));
  write(file("ssh_config"),
        fmt::format("Host committee\nHostName 127.0.0.1\nPort {}\nIdentityFile {}\n"
                    "IdentitiesOnly yes\nUserKnownHostsFile {}\nStrictHostKeyChecking accept-new\n"
                    "LogLevel ERROR\n",
                    port_, file("user_key"), file("known_hosts")));
  // Where sshd, run by root, wants to shut its children in.
  if (::geteuid() == 0) fs::create_directories("/run/sshd");
  server_ = std::make_unique<RunningServer>(
      std::vector<std::string>{"sshd", "-D", "-e", "-f", file("sshd_config")}, port_,
      folder_ / "log");
  // `ssh` with these settings, as the program will find it.
  write(file("bin/ssh"), "#!/bin/sh\nexec " + find_program("ssh")->string() + " -F " +
                             file("ssh_config") + " \"$@\"\n");
  fs::permissions(file("bin/ssh"), fs::perms(0755));
  path_variable_ = program_path();
  ::setenv("PATH", (file("bin") + ':' + path_variable_).c_str(), 1);
}

RsyncSshPlace::~RsyncSshPlace() {
  ::setenv("PATH", path_variable_.c_str(), 1);
}

publishing::TargetConfig RsyncSshPlace::config() const {
  publishing::TargetConfig target;
  target.kind = publishing::TargetKind::rsync;
  target.destination = "committee:" + root_.string();
  return target;
}

RclonePlace::RclonePlace(const std::string& protocol, ServedBy served_by, const fs::path& parent)
    : FolderPlace(parent), remote_("opsgtest" + protocol) {
  std::vector<std::string> command;
  if (served_by == ServedBy::nobody && ::geteuid() == 0) {
    fs::create_directory(folder_ / "home");
    open_folder(folder_.path());
    command = {"setpriv",        "--reuid=65534", "--regid=65534",
               "--clear-groups", "env",           "HOME=" + (folder_ / "home").string()};
  }
  for (const std::string& word :
       std::vector<std::string>{"rclone", "serve", protocol, root_.parent_path().string(), "--addr",
                                fmt::format("127.0.0.1:{}", port_), "--user", "publisher", "--pass",
                                kRclonePassword, "--dir-cache-time=0s", "--config=/dev/null"}) {
    command.push_back(word);
  }
  server_ = std::make_unique<RunningServer>(command, port_, folder_ / "log");
  ::setenv("RCLONE_CONFIG", "/dev/null", 1);
  set("TYPE", protocol);
  set("USER", "publisher");
  set("PASS", std::string(trim(output_of("rclone", {"obscure", kRclonePassword}))));
  set("VENDOR", "other");
  set("HOST", "127.0.0.1");
}

void RclonePlace::set(const std::string& name, const std::string& value) const {
  ::setenv(("RCLONE_CONFIG_" + ascii_upper(remote_) + '_' + name).c_str(), value.c_str(), 1);
}

publishing::TargetConfig RclonePlace::config() const {
  set("URL", fmt::format("http://127.0.0.1:{}", port_to_use()));
  set("PORT", std::to_string(port_to_use()));
  publishing::TargetConfig target;
  target.kind = publishing::TargetKind::rclone;
  target.destination = remote_ + ":site";
  return target;
}

std::vector<std::string> RclonePlace::secrets() const {
  const std::string name = "RCLONE_CONFIG_" + ascii_upper(remote_) + "_PASS";
  return {kRclonePassword, std::getenv(name.c_str())};
}

GitPlace::GitPlace(const fs::path& parent) : folder_(parent), port_(free_port()) {
  output_of("git", {"init", "--quiet", "--bare", repository()});
  server_ = std::make_unique<RunningServer>(
      std::vector<std::string>{"git", "daemon", "--export-all", "--enable=receive-pack",
                               "--base-path=" + folder_.path().string(), "--listen=127.0.0.1",
                               fmt::format("--port={}", port_), "--reuseaddr"},
      port_, folder_ / "log");
}

void GitPlace::forbid() const {
  const std::string hook = repository() + "/hooks/pre-receive";
  write(hook, "#!/bin/sh\necho 'you may not write here' >&2\nexit 1\n");
  fs::permissions(hook, fs::perms(0755));
}

void GitPlace::allow() const {
  fs::remove(repository() + "/hooks/pre-receive");
}

publishing::TargetConfig GitPlace::config() const {
  publishing::TargetConfig target;
  target.kind = publishing::TargetKind::git;
  target.destination = fmt::format("git://127.0.0.1:{}/site.git", port_to_use());
  target.branch = "pages/live";
  return target;
}

std::string GitPlace::git(const std::vector<std::string>& arguments) const {
  std::vector<std::string> words = {"-C", repository()};
  words.insert(words.end(), arguments.begin(), arguments.end());
  return output_of("git", words);
}

/// But for the file that tells GitHub to serve the others as they are. Of one commit: a push that
/// was cut off here may still come to its end there.
Files GitPlace::files() const {
  Files files;
  const std::string commit(trim(git({"for-each-ref", "--format=%(objectname)", "refs/heads/"})));
  if (commit.empty()) return files;
  const std::string list = git({"ls-tree", "-r", "-z", "--name-only", commit});
  for (const std::string_view path : split(list, '\0')) {
    if (path.empty() || path == ".nojekyll") continue;
    files[std::string(path)] = git({"cat-file", "blob", commit + ':' + std::string(path)});
  }
  return files;
}

void GitPlace::seed(const ReleaseFixture& site) {
  if (!target()->publish(site.release(), {})) throw std::runtime_error("cannot push");
}

/// As a host does that keeps a setting in the branch: by a commit on top.
void GitPlace::add_foreign(const std::string& path) {
  const TempFolder clone;
  const std::string work = clone.path().string();
  write(clone / path, "not ours");
  const bool exists = !git({"branch", "--list", "pages/live"}).empty();
  output_of("git", {"-C", work, "init", "--quiet"});
  if (exists) {
    output_of("git", {"-C", work, "fetch", "--quiet", repository(), "pages/live"});
    output_of("git", {"-C", work, "reset", "--quiet", "--mixed", "FETCH_HEAD"});
  }
  output_of("git", {"-C", work, "add", "--force", path});
  output_of("git", {"-C", work, "-c", "user.name=host", "-c", "user.email=host@localhost", "commit",
                    "--quiet", "-m", "Set the domain"});
  output_of("git", {"-C", work, "push", "--quiet", repository(), "HEAD:refs/heads/pages/live"});
}

}  // namespace opsg::testing
