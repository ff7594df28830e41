// A published folder behind HTTP as common hosts serve it: compressed, with the headers that the folder itself asks for
// in its `_headers`, and with its own page for addresses that lead nowhere.
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".geojson": "application/geo+json",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".pdf": "application/pdf",
  ".ics": "text/calendar; charset=utf-8",
  ".xml": "application/xml",
  ".txt": "text/plain; charset=utf-8",
  ".zip": "application/zip",
  ".wasm": "application/wasm",
};
const PACKED = /^(?:text\/|application\/(?:json|geo|manifest|xml|wasm)|image\/svg)/;
const STRICT = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** A server of a folder on a free port: its address, and how to end it. */
export async function serving(folder) {
  const rules = await rulesOf(folder);
  const packed = new Map();
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://here").pathname);
    const found = await fileAt(folder, path);
    if (found.moved) return response.writeHead(301, { location: found.moved }).end();
    const type = TYPES[extname(found.file)] ?? "application/octet-stream";
    const head = { "content-type": type, ...headersFor(rules, path) };
    let body = await readFile(found.file);
    if (PACKED.test(type)) {
      if (!packed.has(found.file)) packed.set(found.file, gzipSync(body, { level: 9 }));
      body = packed.get(found.file);
      head["content-encoding"] = "gzip";
    }
    return response.writeHead(found.status, { ...head, "content-length": body.length }).end(body);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { address: `http://127.0.0.1:${server.address().port}`, close };
}

/** The file that answers a path, and with which status; or where its folder is. */
async function fileAt(folder, path) {
  const file = join(folder, normalize(path));
  const known = await stat(file).catch(() => null);
  if (known?.isFile()) return { file, status: 200 };
  if (known && !path.endsWith("/")) return { moved: `${path}/` };
  const index = join(file, "index.html");
  if (known && (await stat(index).catch(() => null))) return { file: index, status: 200 };
  return { file: join(folder, "404.html"), status: 404 };
}

/** What `_headers` asks for, in its order: a pattern of paths, then indented headers. Without it, the strictest policy. */
async function rulesOf(folder) {
  const text = await readFile(join(folder, "_headers"), "utf-8").catch(() => "");
  const rules = [];
  for (const line of text.split("\n").filter((each) => each.trim() && !each.startsWith("#"))) {
    if (/^\s/.test(line)) {
      const [name, ...value] = line.trim().split(":");
      rules.at(-1).headers.push([name.toLowerCase(), value.join(":").trim()]);
    } else {
      const pattern = line.trim().split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&")).join(".*");
      rules.push({ pattern: new RegExp(`^${pattern}$`), headers: [] });
    }
  }
  return rules.length ? rules : [{ pattern: /.*/, headers: [["content-security-policy", STRICT]] }];
}

/** The headers of all rules that a path fits. */
function headersFor(rules, path) {
  return Object.fromEntries(rules.filter((rule) => rule.pattern.test(path)).flatMap((rule) => rule.headers));
}
