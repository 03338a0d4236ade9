#pragma once

namespace CLI {
class App;
}  // namespace CLI

namespace opsg::app {

struct Options;

/// Each adds what its command understands; what is given ends up in `options`, which must outlive
/// the parsing.
void add_report_options(CLI::App& command, Options& options);
void add_build_options(CLI::App& command, Options& options);
void add_serve_options(CLI::App& command, Options& options);
void add_check_options(CLI::App& command, Options& options);
void add_diff_options(CLI::App& command, Options& options);
void add_explain_options(CLI::App& command, Options& options);
void add_init_options(CLI::App& command, Options& options);
void add_import_options(CLI::App& command, Options& options);
void add_new_meeting_options(CLI::App& command, Options& options);
void add_new_page_options(CLI::App& command, Options& options);
void add_verify_options(CLI::App& command, Options& options);
void add_publish_options(CLI::App& command, Options& options);
void add_rollback_options(CLI::App& command, Options& options);

}  // namespace opsg::app
