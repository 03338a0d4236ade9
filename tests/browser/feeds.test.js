// Atom and JSON feeds, by a schema each and by a feed reader's own parser.
import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { schemaFaults } from "./support/json_schema.js";
import { Site } from "./support/sites.js";
import { python, xmlFaults } from "./support/tools.js";

const ATOM = fileURLToPath(new URL("schemas/atom.rng", import.meta.url));
const JSON_FEED = new URL("schemas/json_feed.schema.json", import.meta.url);

for (const name of ["committee", "subpath", "awkward", "empty"]) {
  const site = new Site(name);
  const feeds = site.files("feed.xml");
  const paths = feeds.map((feed) => path.join(site.root, feed));

  test(`${name}: Atom feeds are as RFC 4287 has them`, () => {
    assert.ok(feeds.includes("feed.xml"));
    assert.equal(xmlFaults("--relaxng", ATOM, paths), "");
  });

  test(`${name}: a feed reader reads the Atom feeds`, () => {
    for (const [file, feed] of Object.entries(python("read_feeds.py", ...paths))) {
      assert.deepEqual([feed.fault, feed.version], [null, "atom10"], file);
      assert.ok(feed.title, file);
      assert.deepEqual(feed.entries.filter(({ id, title, link, isDated }) => !(id && title && link && isDated)), []);
      assert.equal(new Set(feed.entries.map(({ id }) => id)).size, feed.entries.length, `${file}: ids are unique`);
    }
  });

  test(`${name}: JSON feeds are as their specification has them`, () => {
    const files = site.files("feed.json");
    assert.ok(files.includes("feed.json"));
    for (const file of files) assert.deepEqual(schemaFaults(JSON_FEED, JSON.parse(site.text(file))), [], file);
  });
}

test("there is a feed of headlines, of actions, of each action and of each reference", () => {
  const site = new Site("committee");
  const feeds = new Set(site.files("feed.xml"));
  const own = site.pages().filter((page) => /^(actions\/opsg-[^/]+|references\/[^/]+)\/$/.test(page));
  assert.ok(own.length > 10);
  assert.deepEqual(["", "actions/", ...own].filter((page) => !feeds.has(`${page}feed.xml`)), []);
  for (const file of ["feed.xml", "actions/feed.xml"]) {
    const [feed] = Object.values(python("read_feeds.py", path.join(site.root, file)));
    assert.notEqual(feed.entries.length, 0, file);
  }
});
