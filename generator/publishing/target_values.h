#pragma once

#include <string_view>

namespace opsg::publishing {

// What site.toml may say of a target. These values become paths and arguments of programs, so each
// is held to what it is meant to be: none may begin with `-`, or hold a control character.

/// Letters, digits, `-` and `_`.
bool is_target_name(std::string_view text);
bool is_audience_name(std::string_view text);

/// A folder of this machine, absolute or relative to the site's.
bool is_folder_path(std::string_view text);

/// `host:path`, `user@host:path`, or `rsync://user@host:port/module/path`.
bool is_rsync_destination(std::string_view text);

/// `name:path` of a remote that rclone's configuration has. A connection string is none: it could
/// hold what is secret.
bool is_rclone_remote(std::string_view text);

/// `user@host:path`, a URL (ssh, https, git, file), or the path of a repository.
bool is_git_repository(std::string_view text);

/// As `git check-ref-format --branch` has it, and a little stricter.
bool is_branch_name(std::string_view text);

/// An absolute http or https URL without user, query or fragment.
bool is_web_folder(std::string_view text);

/// A file's path below the site's root, or a folder's, which ends in `/`.
bool is_host_path(std::string_view text);

/// Whether there is a password between `://` and `@`: "https://user:secret@example.org/". The user
/// alone is none, but for http and https, where it is most often a token.
bool has_password(std::string_view text);

}  // namespace opsg::publishing
