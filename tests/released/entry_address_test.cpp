#include "entry_address.h"

#include "catch2.h"
#include "entry_series.h"
#include "site_builder.h"

namespace opsg::released {
namespace {

using opsg::test::SiteBuilder;
using Texts = std::vector<std::string>;

Texts addresses(const Site& site, std::string_view register_name) {
  Texts texts;
  for (const RegisterEntry& entry : site.find_register(register_name)->entries) {
    texts.push_back(entry.place.empty() ? entry.slug : entry.slug + '#' + entry.place);
  }
  return texts;
}

SiteBuilder measures(const std::string& provider, const std::string& spelt_period) {
  SiteBuilder builder;
  builder.meeting("64", "2022-01-24").document("minutes");
  builder.entry("PM2").field("provider", provider).field("period", "2021-10");
  auto& period = std::get<Period>(builder.last_entry().fields.back().value);
  period.text = builder.last_entry().fields.back().text = spelt_period;
  return builder;
}

TEST_CASE("an address does not depend on how a record writes the key") {
  const Texts address = {"pm2-csp-n-dcc#period-2021-10"};
  CHECK(addresses(measures("CSP N/DCC", "October 2021").join(), "measures") == address);
  CHECK(addresses(measures("DCC/CSP N", "Oct 2021").join(), "measures") == address);
}

TEST_CASE("an address does not depend on titles or on other entries") {
  SiteBuilder one;
  one.meeting("41", "2021-01-25").document("minutes").entry("OPSG 41/02", "The DCC to report");
  SiteBuilder many;
  many.meeting("40", "2020-12-01").document("minutes").entry("OPSG 41/01");
  many.meeting("41", "2021-01-25").document("minutes");
  many.entry("OPSG 41/02", "The DCC to write").entry("OPSG 40/09");
  CHECK(addresses(one.join(), "actions") == Texts{"opsg-41-02"});
  CHECK(addresses(many.join(), "actions") == Texts{"opsg-40-09", "opsg-41-01", "opsg-41-02"});
}

TEST_CASE("the periods of one measure are one series, earliest first") {
  SiteBuilder builder;
  builder.meeting("64", "2022-01-24").document("minutes");
  for (const char* period : {"2021-11", "2021-09", "2021-10"}) {
    builder.entry("PM2").field("provider", "DCC").field("period", period);
  }
  builder.entry("PM2").field("provider", "DCC");
  builder.entry("PM2").field("provider", "CSP N").field("period", "2021-12");
  builder.entry("CPM1").field("period", "2021-12");
  const Site site = builder.join();
  const Register& reg = *site.find_register("measures");
  Texts series;
  for (const EntrySeries& each : entry_series(reg)) {
    std::string text = reg.entries[each.entries.front()].slug + ':';
    for (const std::size_t i : each.entries) text += ' ' + reg.entries[i].place;
    series.push_back(text);
  }
  CHECK(series == Texts{"cpm1: period-2021-12", "pm2-csp-n: period-2021-12",
                        "pm2-dcc:  period-2021-09 period-2021-10 period-2021-11"});
  CHECK(has_series(reg.definition));
  CHECK_FALSE(has_series(site.find_register("reviews")->definition));
}

TEST_CASE("a key without letters or digits has an address all the same") {
  CHECK(wanted_slug({"\xC3\xA9", ""}) == "entry");
  SeriesSlugs slugs;
  CHECK(slugs.slug_of({"\xC3\xA9"}) == "entry");
  CHECK(slugs.slug_of({"\xC3\xA8"}) == "entry-2");
  CHECK(slugs.slug_of({"\xC3\xA9"}) == "entry");
}

}  // namespace
}  // namespace opsg::released
