// The style sheets: known properties with valid values, nothing said twice, nothing forced.
import assert from "node:assert/strict";
import { test } from "node:test";
import stylelint from "stylelint";
import recommended from "stylelint-config-recommended";
import { isPagefind, Site } from "./support/sites.js";

const config = {
  rules: {
    ...recommended.rules,
    "declaration-no-important": true,
    "declaration-property-value-no-unknown": true,
    "no-descending-specificity": null, // it asks for an order by specificity; ours is by subject
  },
};

test("style sheets hold to the standard", async () => {
  const site = new Site("committee");
  const sheets = site.files(".css").filter((file) => !isPagefind(file));
  assert.notEqual(sheets.length, 0);
  for (const sheet of sheets) assert.deepEqual(await faultsOf(sheet, site.text(sheet)), []);
});

test("a fault is found", async () => {
  assert.equal((await faultsOf("wrong.css", "a { colour: red; margin: 1 furlong !important; }")).length, 3);
});

async function faultsOf(sheet, code) {
  const { results } = await stylelint.lint({ code, config });
  const faults = results.flatMap(({ warnings, parseErrors }) => [...warnings, ...parseErrors]);
  return faults.map(({ line, text }) => `${sheet}:${line}: ${text}`);
}
