// The chair's report of `opsg-site diff --html`: valid, self-contained, and legible everywhere.
import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { accessibilityFaults } from "./support/accessibility.js";
import { launch, newPage, visit } from "./support/browser.js";
import { checkMarkup } from "./support/markup.js";

const folder = path.join(process.env.OPSG_SITES, "reports");
const reports = readdirSync(folder);
const pictures = process.env.OPSG_SCREENSHOTS;
let browser;
let page;

before(async () => {
  browser = await launch();
  page = await newPage(browser);
});

after(async () => {
  await browser?.close();
});

test("there are reports of a first release, of a withdrawal and of hostile records", () => {
  assert.deepEqual(reports, ["awkward.html", "first.html", "withdrawal.html"]);
  assert.match(readFileSync(path.join(folder, "withdrawal.html"), "utf8"), /<li class="gone">/);
  assert.match(readFileSync(path.join(folder, "first.html"), "utf8"), /Nothing has been published yet/);
});

test("no errors and no warnings of the Nu Html Checker", () => {
  assert.deepEqual(checkMarkup(reports.map((report) => path.join(folder, report))), []);
});

for (const report of reports) {
  describe(report, () => {
    const address = pathToFileURL(path.join(folder, report)).href;
    const asked = [];
    before(async () => {
      page.on("request", (request) => asked.push(request.url()));
      await visit(page, address);
    });

    test("asks for nothing but itself, and says nothing on the console", () => {
      assert.deepEqual(asked, [address]);
      assert.deepEqual(page.problems, []);
    });

    test("runs no script", async () => {
      assert.equal(await page.locator("script, img, iframe, object, link, form").count(), 0);
    });

    for (const colorScheme of ["light", "dark"]) {
      for (const width of [360, 1200]) {
        test(`${width} px, ${colorScheme}`, async () => {
          await page.setViewportSize({ width, height: 900 });
          await page.emulateMedia({ media: "screen", colorScheme });
          await keepPicture(report, `${width}-${colorScheme}`);
          assert.equal(await page.evaluate(overflow), 0, "it scrolls sideways");
          // The hostile one is of a million characters, which axe takes minutes for.
          if (report !== "awkward.html") assert.deepEqual(await accessibilityFaults(page), []);
        });
      }
    }

    test("on paper", async () => {
      await page.setViewportSize({ width: 718, height: 1000 });
      await page.emulateMedia({ media: "print", colorScheme: "light" });
      await keepPicture(report, "print");
      assert.equal(await page.evaluate(overflow), 0, "sheets would cut it off");
    });
  });
}

function overflow() {
  const root = document.documentElement;
  return Math.max(0, root.scrollWidth - root.clientWidth);
}

async function keepPicture(report, view) {
  if (!pictures || report === "awkward.html") return;
  const place = path.join(pictures, "reports");
  mkdirSync(place, { recursive: true });
  await page.screenshot({ path: path.join(place, `${path.parse(report).name}-${view}.png`), fullPage: true });
}
