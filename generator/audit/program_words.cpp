#include "program_words.h"

namespace opsg::audit {

std::string_view program_words() {
  return "about above actions action adopted agenda align alternate alternate_for all also amber "
         "and apologies apology applicable as_of at attachment attachments attendance audience "
         "base "
         "below block blockquote blue box by calendar cancelled category center changed chart cite "
         "class "
         "classification closed closed_on code column confirmed content contact count current "
         "critical data date dates day days days_overdue decided decision decisions description "
         "details document documents down draft due embargo empty end entries entry excerpt "
         "extract "
         "extracts external feed field fields file files final first footnote footnotes from green "
         "group heading headings headlines held high history home id impact in index information "
         "item items key kind language last latest late left level levels link links list log low "
         "main marking matrix maximum measure measures medium meeting meetings mention mentions "
         "menu minimum minutes missed month months more name names new next no noopener noreferrer "
         "not note notes number of on open organisation other overdue owner owners page pages part "
         "parties party people percentage period permalink place planned policy post present "
         "previous probability published quarter raised raises rating red redacted reference "
         "references register registers reopened reported remark result results retired review "
         "reviews revised revision revisions right risk risks role row rows score search section "
         "severity sha256 since site slippage slug span start state states status strong subject "
         "summary table target targets task term terms text the then this title to top total trend "
         "type "
         "unchanged unknown until up updated upcoming url value values verb verbs version week "
         "weeks white year years "
         "begin calscale created dtend dtstamp dtstart gregorian method prodid publish summary "
         "tzid "
         "uid utc valarm vcalendar vevent "
         "application atom author charset css csv html http https icon image javascript json "
         "mailto "
         "org rel schemas self sitemap svg urn utf utf8 www xml xmlns w3 "
         "jan feb mar apr jun jul aug sep oct nov dec ages criterion hatch highest img known lowest "
         "numbers outside over pictures ratings report reports them was "
         "not found page information policy glossary action log to be confirmed rising falling "
         "steady "
         "age better compare earlier getting once raised reported there worse";
}

}  // namespace opsg::audit
