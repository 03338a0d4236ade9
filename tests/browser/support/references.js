// The URLs and anchors of an HTML document, as a parser sees them.
import { parse } from "parse5";

const URL_ATTRIBUTES = new Set(["action", "cite", "data", "formaction", "href", "poster", "src", "xlink:href"]);
const URL_METADATA = /^(og:url|og:image|twitter:image)$/;

/** {references: ["/a/#b", ...], anchors: Set of ids} of an HTML text. */
export function readReferences(html) {
  const found = { references: [], anchors: new Set() };
  for (const element of elements(parse(html))) readElement(element, found);
  return found;
}

/** Every element below a node, in document order. */
export function* elements(node) {
  for (const child of node.childNodes ?? []) {
    if (child.tagName) yield child;
    yield* elements(child);
  }
  if (node.content) yield* elements(node.content);
}

export function attribute(element, name) {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}

/** The file of the site that holds the style sheet or script which an element of the page loads. */
export function loadedFile(site, address, element) {
  const url = loadedUrl(element);
  if (!url) return undefined;
  const { pathname } = new URL(url, new URL(address, site.baseUrl));
  return decodeURIComponent(pathname.slice(site.basePath.length));
}

function loadedUrl(element) {
  if (element.tagName === "script") return attribute(element, "src");
  const isStyle = element.tagName === "link" && /\bstylesheet\b/.test(attribute(element, "rel"));
  return isStyle ? attribute(element, "href") : undefined;
}

function readElement(element, { references, anchors }) {
  for (const { prefix, name, value } of element.attrs) {
    const key = prefix ? `${prefix}:${name}` : name;
    if (key === "id") anchors.add(value);
    if (URL_ATTRIBUTES.has(key)) references.push(value);
    if (key === "srcset") references.push(...value.split(",").map((one) => one.trim().split(/\s/)[0]));
  }
  if (element.tagName === "meta" && URL_METADATA.test(attribute(element, "property") ?? "")) {
    references.push(attribute(element, "content"));
  }
}
