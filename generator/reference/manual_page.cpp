#include "manual_page.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

#include "command_list.h"
#include "text.h"

namespace opsg::reference {
namespace {

using app::CommandReference;
using app::OptionReference;

std::string escaped(char c) {
  switch (c) {
    case '\\':
      return "\\(rs";
    case '-':  // As it is typed; groff would print a hyphen for it.
      return "\\-";
    case '^':
      return "\\(ha";
    case '~':
      return "\\(ti";
    default:
      return std::string(1, c);
  }
}

/// Text whose lines are no requests, whatever they begin with.
std::string roff(std::string_view text, bool line_start = true) {
  std::string out;
  for (const char c : text) {
    if (line_start && (c == '.' || c == '\'')) out += "\\&";
    out += escaped(c);
    line_start = c == '\n';
  }
  return out;
}

/// Of prose, what stands between backticks is what one types.
std::string prose(std::string_view text) {
  const std::vector<std::string_view> parts = split(text, '`');
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::string part = roff(parts[i], i == 0);
    out += i % 2 == 1 ? fmt::format("\\fB{}\\fR", part) : part;
  }
  return out;
}

std::vector<std::string_view> paragraphs(std::string_view text) {
  std::vector<std::string_view> all;
  while (!(text = trim(text)).empty()) {
    const std::size_t end = text.find("\n\n");
    all.push_back(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end);
  }
  return all;
}

/// The first paragraph, as one line without its full stop.
std::string summary(const CommandReference& command) {
  const auto all = paragraphs(command.doc);
  std::string line = all.empty() ? std::string() : collapse_space(all.front());
  if (line.ends_with('.')) line.pop_back();
  return line;
}

std::string bold(std::string_view text) {
  return fmt::format("\\fB{}\\fR", roff(text));
}

std::string italic(std::string_view text) {
  return fmt::format("\\fI{}\\fR", roff(text));
}

std::string usage(const CommandReference& command) {
  std::string text = bold(command.name) + " [" + italic("OPTIONS") + "]";
  for (const OptionReference& argument : command.arguments) {
    const std::string name = italic(argument.names.front()) + (argument.repeatable ? " ..." : "");
    text += argument.required ? " " + name : fmt::format(" [{}]", name);
  }
  return command.commands.empty() ? text : text + " " + italic("COMMAND");
}

std::string synopsis(const CommandReference& command) {
  return fmt::format(".SH SYNOPSIS\n{}\n", usage(command));
}

std::string description(const CommandReference& command) {
  std::string text = ".SH DESCRIPTION\n" + prose(summary(command)) + ".\n";
  const auto all = paragraphs(command.doc);
  for (std::size_t i = 1; i < all.size(); ++i) text += fmt::format(".PP\n{}\n", prose(all[i]));
  return text;
}

/// "\fB-q\fR, \fB--quiet\fR" or "\fB--config\fR \fIFILE\fR"; of an argument, its name.
std::string option_head(const OptionReference& option, bool is_argument) {
  if (is_argument) return italic(option.names.front()) + (option.repeatable ? " ..." : "");
  std::vector<std::string> names;
  for (const std::string& name : option.names) names.push_back(bold(name));
  std::string head = fmt::format("{}", fmt::join(names, ", "));
  if (option.value_optional) return fmt::format("{}[={}]", head, italic(option.value_name));
  if (!option.value_name.empty()) head += " " + italic(option.value_name);
  return option.repeatable ? head + " ..." : head;
}

std::string option_body(const OptionReference& option) {
  if (option.required) return prose(option.doc) + " (required)";
  if (option.default_value.empty()) return prose(option.doc);
  return fmt::format("{} [{}]", prose(option.doc), roff(option.default_value));
}

std::string option_section(std::string_view title, const std::vector<OptionReference>& options,
                           bool are_arguments) {
  if (options.empty()) return {};
  std::string text = fmt::format(".SH {}\n", title);
  for (const OptionReference& option : options) {
    text += fmt::format(".TP\n{}\n{}\n", option_head(option, are_arguments), option_body(option));
  }
  return text;
}

std::string reference_to(const CommandReference& command) {
  return fmt::format("\\fB{}\\fR(1)", roff(joined_name(command, '-')));
}

std::string commands_section(const CommandReference& command) {
  if (command.commands.empty()) return {};
  std::string text = ".SH COMMANDS\n";
  for (const CommandReference& below : command.commands) {
    text += fmt::format(".TP\n{}\n{}\n", reference_to(below), prose(summary(below)));
  }
  return text;
}

std::string footer_sections(const CommandReference& command) {
  std::string text;
  for (const std::string_view paragraph : paragraphs(command.footer)) {
    const std::size_t colon = paragraph.find(':');
    const bool titled = colon < paragraph.find('\n');
    const std::string title = titled ? ascii_upper(paragraph.substr(0, colon)) : "NOTES";
    const std::string_view body = titled ? trim(paragraph.substr(colon + 1)) : paragraph;
    text += fmt::format(".SH {}\n{}\n", roff(title), prose(body));
  }
  return text;
}

}  // namespace

std::string manual_page_name(const CommandReference& command) {
  return joined_name(command, '-') + ".1";
}

std::string manual_page(const CommandReference& command, const CommandReference* parent,
                        std::string_view version) {
  const std::string name = joined_name(command, '-');
  std::string page = fmt::format(".TH {} 1 \"\" \"{}\" \"User Commands\"\n",
                                 roff(ascii_upper(name)), roff(version));
  page += fmt::format(".SH NAME\n{} \\- {}\n", roff(name), roff(summary(command)));
  page += synopsis(command) + description(command) + commands_section(command);
  page += option_section("ARGUMENTS", command.arguments, true);
  page += option_section("OPTIONS", command.options, false);
  page += footer_sections(command);
  if (parent != nullptr) page += fmt::format(".SH SEE ALSO\n{}\n", reference_to(*parent));
  return page;
}

}  // namespace opsg::reference
