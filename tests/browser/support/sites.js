// The rendered sites that are tested. CMake's fixture renders them into $OPSG_SITES.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const folder = process.env.OPSG_SITES;
assert.ok(folder, "OPSG_SITES must name the folder of the rendered sites (ctest -L browser sets it)");

/** The base_url of every site but `subpath`; nothing is ever asked of that host. */
const BASE_URL = "https://opsg.example/";
export const SUBPATH_URL = "https://host.example/sub/path/";

/** A rendered site: `root` holds its files, which belong at `baseUrl`. */
export class Site {
  constructor(name) {
    this.name = name;
    this.root = path.join(folder, name);
    this.baseUrl = name === "subpath" ? SUBPATH_URL : BASE_URL;
    this.basePath = new URL(this.baseUrl).pathname;
    assert.ok(existsSync(path.join(this.root, "index.html")), `no site was rendered at ${this.root}`);
  }

  /** Every file, as a path below the root in a fixed order; without the program's own manifest. */
  files(extension = "") {
    return readdirSync(this.root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith(".") && entry.name.endsWith(extension))
      .map((entry) => path.relative(this.root, path.join(entry.parentPath ?? entry.path, entry.name)))
      .sort();
  }

  /** Every HTML page by its address below the root: "actions/open/", "404.html". */
  pages() {
    return this.files(".html").filter((file) => !isPagefind(file)).map(addressOf);
  }

  has(file) {
    return existsSync(path.join(this.root, file));
  }

  read(file) {
    return readFileSync(path.join(this.root, file));
  }

  text(file) {
    return this.read(file).toString("utf8");
  }

  page(address) {
    return this.text(fileOf(address));
  }
}

/** "actions/open/" -> "actions/open/index.html"; "404.html" stays. */
export function fileOf(address) {
  return address === "" || address.endsWith("/") ? `${address}index.html` : address;
}

function addressOf(file) {
  return file.replace(/(^|\/)index\.html$/, "$1");
}

/** What Pagefind writes is its own: its index, and user interfaces that the site does not use. */
export function isPagefind(file) {
  return file.startsWith("pagefind/");
}
