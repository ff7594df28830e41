// The forms: Sveltia CMS with the formats of our files. The page says where its configuration and the shapes lie.

import CMS from "@sveltia/cms";
import { SOURCE, format } from "./format.js";
import { newId } from "./mark.js";

const page = document.documentElement.dataset;

// Where a file lies in the network: the repository may hold more.
function pathOf(entry) {
  return /(?:events|spaces|content)\/.*$/.exec(entry.get("path"))[0];
}

function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

// What is new, or a copy, has nothing of another's past; an event has an identifier that never changes, and its day.
function begin({ entry }) {
  if (!entry.get("newRecord")) return undefined;
  const fresh = ["formerly", "source", SOURCE].reduce((each, field) => each.deleteIn(["data", field]), entry);
  const kind = entry.get("collection");
  if (kind === "events") {
    const id = newId(pathOf(entry), entry.getIn(["data", "starts", "day"]));
    return fresh.setIn(["data", "id"], id).updateIn(["data", "published"], (day) => day || today());
  }
  return kind === "news" || kind === "pages" ? fresh.setIn(["data", "slug"], entry.get("slug")) : fresh;
}

const FROM_AFAR = /@font-face\s*\{[^}]*url\(["']?https:[^}]*\}/g;

// The content policy of the site lets no style stand in a page. The editor's styles, which come with its program, are
// adopted instead, which the policy leaves to programs. Fonts are those that lie beside it, never those of others.
function adoptStyles() {
  const append = HTMLHeadElement.prototype.appendChild;
  HTMLHeadElement.prototype.appendChild = function adopting(node) {
    if (!(node instanceof HTMLStyleElement)) return append.call(this, node);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(node.textContent.replace(FROM_AFAR, ""));
    document.adoptedStyleSheets.push(sheet);
    const stand = document.createElement("meta");
    stand.id = node.id;
    append.call(this, stand);
    return node;
  };
}

async function given(address) {
  return (await fetch(address, { cache: "no-cache" })).json();
}

// The forms speak the first of the visitor's languages that they know, or else the network's own.
function spoken() {
  const known = page.spoken.split(" ");
  return navigator.languages.map((each) => each.split("-")[0]).find((each) => known.includes(each)) ?? known[0];
}

async function start() {
  const [{ lang, kinds }, config] = await Promise.all([given(page.shapes), given(`config.${spoken()}.json`)]);
  adoptStyles();
  for (const facts of Object.values(kinds)) {
    CMS.registerCustomFormat(facts.format, facts.style === "yaml" ? "yaml" : "md", format(facts, lang));
  }
  CMS.registerEventListener({ name: "preSave", handler: begin });
  await CMS.init({ config: { ...config, load_config_file: false } });
}

start();
