#pragma once

#include <string>
#include <string_view>

#include "import_document.h"
#include "record_fixture.h"

namespace opsg::test {

/// A site whose documents can be imported.
class ImportSite {
 public:
  RecordSite records;
  Policy policy;

  ImportSite();
  const importing::ImportRules& rules() const { return rules_; }

 private:
  importing::ImportRules rules_{records.config, records.vocabulary, policy};
};

/// The text's lines as a document `minutes.txt`; a form feed begins a page.
importing::DocumentText document_of(std::string_view text);
importing::ImportedDocument import_text(std::string_view text);

/// All findings as the program prints them.
std::string import_findings(std::string_view text, const importing::ImportedDocument& imported);

/// Everything that became of a document, as golden files hold it.
std::string import_report(std::string_view text);

/// The document's Markdown without its front matter.
std::string body_of(const importing::ImportedDocument& imported);

}  // namespace opsg::test
