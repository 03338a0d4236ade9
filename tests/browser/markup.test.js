// The Nu Html Checker over every page, picture and style sheet.
import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { checkMarkup } from "./support/markup.js";
import { isPagefind, Site } from "./support/sites.js";

// Messages that are no faults of the site, each with the reason.
const EXPECTED = [
  // A file has no origin, so that the checker takes 'self' to admit nothing. The pages are tested
  // against their policy in a browser (pages.test.js).
  /^Resource violates Content Security Policy \(meta tag\): external (stylesheet|script|image) “\/[^/].*” blocked by/,
  // A property of SVG 2 that the checker's list lacks; stylelint knows it (styles.test.js).
  /^CSS: “paint-order”: Property “paint-order” doesn't exist\.$/,
];

const sites = ["committee", "subpath", "awkward", "empty"].map((name) => new Site(name));

test("no errors and no warnings", () => {
  const files = sites.flatMap(checkedFiles);
  for (const type of [".html", ".css"]) {
    assert.ok(files.some((file) => file.endsWith(type)), `no ${type} file was found`);
  }
  assert.deepEqual(checkMarkup(files, EXPECTED), []);
});

function checkedFiles(site) {
  return site
    .files()
    .filter((file) => /\.(html|svg|css)$/.test(file) && !isPagefind(file))
    .map((file) => path.join(site.root, file));
}
