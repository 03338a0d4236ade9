// What readers come to ask, answered from the home page in at most three clicks or by one search.
import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { launch, newPage, visit } from "./support/browser.js";
import { serve } from "./support/server.js";
import { Site } from "./support/sites.js";

const site = new Site("committee");
let server;
let browser;
let page;

before(async () => {
  server = await serve(site.root);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

beforeEach(async () => {
  await page?.close();
  page = await newPage(browser, { viewport: { width: 360, height: 780 } });
  await visit(page, server.url);
});

/** A click on the first link in `place` with these words. */
async function follow(place, words) {
  await page.locator(`${place} a`, { hasText: words }).first().click();
  await page.waitForLoadState("load");
}

describe("a first-time reader asks", () => {
  test("what did the OPSG decide about RDP incidents in January 2021? One click", async () => {
    await follow("[aria-labelledby=latest]", "RDP Incidents Report");
    assert.match(page.url(), /2021-01-25-opsg-41\/#item-3-1$/);
    const item = await page.locator("#item-3-1").evaluate((it) => it.closest("section, article")?.innerText ?? "");
    assert.match(item, /OPSG noted the report/);
  });

  test("the same, by one search", async () => {
    await page.locator("header input[type=search]").fill("RDP incidents");
    await page.keyboard.press("Enter");
    const meeting = page.locator("#search-results a[href*='2021-01-25-opsg-41']");
    await meeting.first().waitFor();
    const places = await meeting.evaluateAll((all) => all.map((link) => link.hash));
    assert.ok(places.includes("#item-3-1"), places.join());
  });

  test("what does the DCC still owe, and how late is it? One click", async () => {
    await follow(".owing", "DCC");
    assert.match(page.url(), /parties\/dcc\/$/);
    const owed = await page.locator("main").innerText();
    assert.match(owed, /Open\s+10\s+Overdue\s+None\s+Without a target date\s+10\s+Oldest\s+Open for 364 days/);
    assert.match(owed, /OPSG 59\/03/);
  });

  test("is risk 008 getting better? One click", async () => {
    await follow("main", "Risk 008");
    assert.match(page.url(), /risks\/risk-008\/$/);
    assert.match(await page.locator("main").innerText(), /15 High\s+Reported once/);
  });
});
