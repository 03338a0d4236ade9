#include "manifest_signature.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <vector>

#include "ascii.h"
#include "file_system.h"
#include "output_manifest.h"
#include "program_environment.h"
#include "program_run.h"
#include "temporary_folder.h"
#include "text.h"

namespace opsg::publishing {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLargestKeyFile = 4096;
constexpr std::chrono::seconds kTime{60};
// minisign adds the time otherwise, and no two signatures of one release would be the same.
constexpr const char* kUntrustedComment = "signature of an opsg-site manifest";
constexpr const char* kTrustedComment = "opsg-site manifest";
constexpr std::size_t kKeyLength = 56;

/// 42 bytes in base64: "Ed", the key's number and the key.
bool is_public_key(std::string_view text) {
  return text.size() == kKeyLength && text.starts_with("RW") &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return is_ascii_letter_or_digit(c) || c == '+' || c == '/'; });
}

/// A manifest in a folder of its own, and its signature beside it.
class SigningRoom {
 public:
  static Result<SigningRoom> make(std::string_view manifest_text) {
    auto folder = TemporaryFolder::make();
    if (!folder) return tl::unexpected(folder.error());
    SigningRoom room(std::move(*folder));
    const auto written = write_file(room.manifest(), manifest_text);
    if (!written) return tl::unexpected(written.error());
    return room;
  }

  fs::path manifest() const { return folder_.path() / "manifest"; }
  fs::path signature() const { return folder_.path() / "signature"; }

 private:
  explicit SigningRoom(TemporaryFolder folder) : folder_(std::move(folder)) {}

  TemporaryFolder folder_;
};

Result<ProgramRun> run_minisign(const std::vector<std::string>& arguments) {
  const auto program = find_program("minisign");
  if (!program) return failure("minisign is not installed, which signatures need");
  RunSettings settings;
  settings.time = kTime;
  return run_program(*program, arguments, settings);
}

std::string first_complaint(std::string_view text) {
  const auto lines = split_lines(text);
  return lines.empty() ? "it does not say why" : printable(lines.front());
}

}  // namespace

Result<PublicKey> PublicKey::read(const std::string& key_or_file) {
  if (is_public_key(key_or_file)) return PublicKey(key_or_file);
  const auto text = read_file(key_or_file, kLargestKeyFile);
  if (!text) return failure("no public key: " + text.error().message);
  const auto lines = split_lines(*text);
  if (lines.size() == 2 && is_public_key(trim(lines[1]))) {
    return PublicKey(std::string(trim(lines[1])));
  }
  return failure(fmt::format("{} holds no public key of minisign", key_or_file));
}

Result<std::string> sign_manifest(std::string_view manifest_text, const fs::path& secret_key) {
  const auto room = SigningRoom::make(manifest_text);
  if (!room) return tl::unexpected(room.error());
  const auto run =
      run_minisign({"-S", "-s", fs::absolute(secret_key), "-m", room->manifest(), "-x",
                    room->signature(), "-c", kUntrustedComment, "-t", kTrustedComment});
  if (!run) return tl::unexpected(run.error());
  if (run->outcome != ProgramRun::Outcome::done) {
    return failure(fmt::format(
        "minisign does not sign with {}: {}\nIt must be a secret key without a password, as "
        "`minisign -G -W` makes one.",
        secret_key.string(), first_complaint(run->complaint)));
  }
  return read_file(room->signature(), kLargestSignature);
}

Result<bool> verify_signature(std::string_view manifest_text, std::string_view signature_text,
                              const PublicKey& key) {
  if (signature_text.size() > kLargestSignature) return false;
  const auto room = SigningRoom::make(manifest_text);
  if (!room) return tl::unexpected(room.error());
  const auto written = write_file(room->signature(), signature_text);
  if (!written) return tl::unexpected(written.error());
  const auto run = run_minisign(
      {"-V", "-q", "-P", key.base64(), "-m", room->manifest(), "-x", room->signature()});
  if (!run) return tl::unexpected(run.error());
  return run->outcome == ProgramRun::Outcome::done;
}

}  // namespace opsg::publishing
