// The search page with the true Pagefind.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch, newPage, visit } from "./support/browser.js";
import { serve } from "./support/server.js";
import { Site } from "./support/sites.js";

const ANSWER_TIME = { timeout: 30_000 };

let browser;

before(async () => {
  browser = await launch();
});

after(() => browser?.close());

for (const name of ["committee", "subpath"]) {
  describe(`the search of the ${name} site`, () => {
    const site = new Site(name);
    let server;
    let page;

    before(async () => {
      server = await serve(site.root, site.basePath);
      page = await newPage(browser, { viewport: { width: 1280, height: 800 } });
    });

    after(() => server?.close());

    const address = (query) => `${server.url}search/?${query}`;
    const links = () => page.locator("#search-results a").evaluateAll((all) => all.map((link) => link.href));

    test("an address with words shows what is found, by kind of page", async () => {
      await visit(page, address("q=RDP+incidents"));
      await answered(page, /pages found for “RDP incidents”/);
      const kinds = await page.locator("#search-results h2").allInnerTexts();
      assert.ok(kinds.includes("Meetings") && kinds.includes("Action log"), kinds.join());
      assert.ok((await links()).some((href) => /\/meetings\/[^/]+\/#/.test(href)), "a place within a meeting");
      assert.ok((await page.locator("#search-results mark").count()) > 0);
      assert.deepEqual(page.problems, []);
    });

    test("every result leads to a page and a place that are there", async () => {
      const found = await links();
      assert.ok(found.length > 5);
      for (const href of found) {
        await page.goto("about:blank"); // a place on the same page would answer nothing
        const response = await page.goto(href);
        assert.equal(response.status(), 200, href);
        const id = decodeURIComponent(new URL(href).hash.slice(1));
        if (id) assert.equal(await page.evaluate((it) => !!document.getElementById(it), id), true, href);
      }
    });

    test("the box in every page's head leads to the results, by keyboard alone", async () => {
      await visit(page, server.url);
      await tabTo(page, "header input[type=search]");
      await page.keyboard.type("firmware");
      await page.keyboard.press("Enter");
      await answered(page, /found for “firmware”/);
      await tabTo(page, "#search-words");
      await page.keyboard.press("End");
      await page.keyboard.type(" test");
      await answered(page, /found for “firmware test”/);
      await tabTo(page, "#search-results a");
      const href = await page.evaluate(() => document.activeElement.href);
      await page.keyboard.press("Enter");
      await page.waitForURL(href);
      assert.deepEqual(page.problems, []);
    });

    test("filters narrow down, stay in the address, and can be taken back", async () => {
      await visit(page, address("q=DCC"));
      await answered(page, /found for “DCC”\./);
      const all = (await links()).length;
      await page.selectOption("#search-year", "2021");
      await answered(page, /found for “DCC” in 2021\./);
      assert.match(page.url(), /year=2021/);
      await page.selectOption("#search-kind", "Action log");
      await answered(page, /found for “DCC” in Action log, 2021\./);
      assert.deepEqual(await page.locator("#search-results h2").allInnerTexts(), ["Action log"]);
      await page.goBack();
      await page.goBack();
      await answered(page, /found for “DCC”\./);
      assert.equal((await links()).length, all);
      assert.deepEqual(page.problems, []);
    });

    test("words that are HTML are words", async () => {
      await visit(page, address(`q=${encodeURIComponent("<img src=x onerror=alert(1)> zzzz")}`));
      await answered(page, /found for “<img src=x onerror=alert\(1\)> zzzz”/);
      assert.equal(await page.locator("main img").count(), 0);
      assert.deepEqual(page.problems, []);
    });

    test("nothing found is said, and the lists stay", async () => {
      await visit(page, address("q=xyzzyplugh"));
      await answered(page, /Nothing found/);
      assert.ok((await page.locator(".search-lists a").count()) > 5);
    });

    test("without scripts the page says so and leads to the lists", async () => {
      const plain = await newPage(browser, { javaScriptEnabled: false });
      await visit(plain, address("q=RDP"));
      assert.match(await plain.locator("main").innerText(), /needs JavaScript/);
      assert.ok((await plain.locator(".search-lists a").count()) > 5);
      await plain.close();
    });
  });
}

/** Waits until the status says so, on whatever page the browser is by then. */
async function answered(page, pattern) {
  await page.waitForFunction(
    ([source]) => new RegExp(source).test(document.getElementById("search-status")?.textContent),
    [pattern.source],
    ANSWER_TIME,
  );
}

/** Presses Tab until the focus is on the selector. */
async function tabTo(page, selector) {
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
  }
  assert.fail(`Tab never comes to ${selector}`);
}
