// Follows every link of a served site, and every address that its feeds and data files name.
import { readReferences } from "./references.js";

/**
 * Crawls `site` (what was rendered) as served at `serverUrl`. Returns what is wrong, as
 * "page -> link: fault", and the addresses of the pages that links from the home page reach.
 */
export async function crawl(site, serverUrl) {
  const crawler = new Crawler(site, serverUrl);
  await crawler.followPages("");
  const reached = new Set(crawler.pages.keys());
  await crawler.followPages("404.html");
  for (const address of site.pages()) await crawler.followPages(address);
  await crawler.checkReferences();
  return { faults: crawler.faults, reached, checked: crawler.checked };
}

/** The absolute URLs in a feed, a calendar or a data file. */
export function urlsInText(text) {
  const unfolded = text.replaceAll(/\r\n[ \t]/g, "").replaceAll("&amp;", "&");
  return [...unfolded.matchAll(/https?:\/\/[^\s"'<>\\&]+/g)].map(([url]) => url.replace(/[).,;]+$/, ""));
}

class Crawler {
  constructor(site, serverUrl) {
    Object.assign(this, { site, serverUrl, faults: [], checked: 0 });
    this.pages = new Map(); // address -> {references, anchors}
    this.answers = new Map(); // URL -> status and type of what the server has there
  }

  /** Reads the page and, link by link, every page that it leads to. */
  async followPages(start) {
    const waiting = [start];
    while (waiting.length > 0) {
      const address = waiting.pop();
      if (this.pages.has(address)) continue;
      const page = readReferences(await (await fetch(this.serverUrl + address)).text());
      this.pages.set(address, page);
      for (const reference of page.references) {
        const target = this.locate(address, reference);
        if (target.address !== undefined && (await this.isPage(target.address))) waiting.push(target.address);
      }
    }
  }

  async checkReferences() {
    for (const [address, { references }] of this.pages) {
      for (const reference of references) await this.check(address, reference);
    }
    for (const file of this.site.files().filter((name) => /\.(xml|ics|json|csv|txt)$/.test(name))) {
      if (file.startsWith("pagefind/")) continue;
      // An id of a feed only looks like an address; a comma ends one in a table.
      const text = this.site.text(file).replace(/<id>[^<]*<\/id>|"id": "[^"]*"/g, "").replaceAll(",", " ");
      for (const url of new Set(urlsInText(text))) await this.check(file, url);
    }
  }

  async check(address, reference) {
    const target = this.locate(address, reference);
    const fault = target.fault ?? (target.address === undefined ? null : await this.faultOf(target));
    this.checked += 1;
    if (fault) this.faults.push(`${address} -> ${reference}: ${fault}`);
  }

  /** Where a reference leads: {address, anchor} on this site, {} elsewhere, or {fault}. */
  locate(from, reference) {
    // The page for what is missing is shown at any depth, so its links must not depend on it.
    if (reference.startsWith("#")) return { address: from, anchor: reference.slice(1) };
    const base = new URL(from === "404.html" ? "no/such/page/" : from, this.site.baseUrl);
    if (!URL.canParse(reference, base)) return { fault: "is no URL" };
    const url = new URL(reference, base);
    if (!/^(https?|mailto|tel):$/.test(url.protocol)) return { fault: "has a scheme of its own" };
    if (url.host !== base.host) return {};
    if (!url.pathname.startsWith(this.site.basePath)) return { fault: "forgets the site's subpath" };
    return { address: url.pathname.slice(this.site.basePath.length), anchor: decodeURIComponent(url.hash.slice(1)) };
  }

  async faultOf({ address, anchor }) {
    const { status, type } = await this.ask(address);
    if (status !== 200) return `is answered with ${status}`;
    if (!anchor || !type.startsWith("text/html")) return null;
    return this.pages.get(address)?.anchors.has(anchor) ? null : "leads to an anchor that the page lacks";
  }

  async isPage(address) {
    const { status, type } = await this.ask(address);
    return status === 200 && type.startsWith("text/html");
  }

  async ask(address) {
    if (!this.answers.has(address)) {
      const response = await fetch(this.serverUrl + address, { method: "HEAD", redirect: "manual" });
      this.answers.set(address, { status: response.status, type: response.headers.get("content-type") });
    }
    return this.answers.get(address);
  }
}
