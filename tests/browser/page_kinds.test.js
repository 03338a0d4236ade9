import assert from "node:assert/strict";
import { test } from "node:test";
import { kindOf, pagesByKind } from "./support/page_kinds.js";
import { Site } from "./support/sites.js";

for (const name of ["committee", "awkward", "empty"]) {
  test(`every page of the ${name} site is of a known kind`, () => {
    assert.deepEqual(new Site(name).pages().filter((address) => !kindOf(address)), []);
  });
}

test("the committee's site has pages of every kind", () => {
  const missing = [...pagesByKind(new Site("committee"))].filter(([, pages]) => pages.length === 0);
  assert.deepEqual(missing.map(([kind]) => kind), []);
});
