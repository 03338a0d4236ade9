// A plain static file server: it maps paths to files below a base path, and knows nothing of the site.
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { createGzip } from "node:zlib";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ics": "text/calendar; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".xml": "application/xml; charset=utf-8",
};
const COMPRESSED = /^(text|application\/(json|xml)|image\/svg)/;

// As strict as any page may need; each page's own policy is stricter still.
const HEADERS = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; " +
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/** Serves `root` below `basePath` ("/sub/path/") at a free port. `close()` it in the end. */
export async function serve(root, basePath = "/") {
  const server = createServer((request, response) => answer(root, basePath, request, response));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}${basePath}`,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer(root, basePath, request, response) {
  const { pathname } = new URL(request.url, "http://localhost");
  if (!pathname.startsWith(basePath)) return send(request, response, 404, null);
  const file = path.join(root, decodeURIComponent(pathname.slice(basePath.length)));
  if (!file.startsWith(root)) return send(request, response, 404, null);
  if (pathname.endsWith("/")) return sendIfThere(root, path.join(file, "index.html"), request, response);
  if (existsSync(file) && statSync(file).isDirectory()) {
    response.writeHead(301, { Location: `${pathname}/` });
    return response.end();
  }
  return sendIfThere(root, file, request, response);
}

function sendIfThere(root, file, request, response) {
  if (existsSync(file)) return send(request, response, 200, file);
  return send(request, response, 404, path.join(root, "404.html"));
}

function send(request, response, status, file) {
  const type = file ? (TYPES[path.extname(file)] ?? "application/octet-stream") : "text/plain";
  const headers = { ...HEADERS, "Content-Type": type, "Cache-Control": cachingOf(file) };
  const zip = COMPRESSED.test(type) && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
  response.writeHead(status, zip ? { ...headers, "Content-Encoding": "gzip" } : headers);
  if (!file || !existsSync(file)) return response.end();
  const stream = createReadStream(file);
  return (zip ? stream.pipe(createGzip()) : stream).pipe(response);
}

function cachingOf(file) {
  return file?.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
}
