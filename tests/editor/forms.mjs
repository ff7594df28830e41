// Writes in the forms as a person does, in Chromium, and says which files that made.
//
// The editor's local mode writes to a folder that a person picks. The folder that it is given here is one of the
// browser's own (the origin private file system), with handles of the same kind: what lies in it is the network, and
// what was written there goes back to the network's folder afterwards. One object of JSON in, one out.
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import puppeteer from "puppeteer-core";
import { serving } from "../quality/served.mjs";

const WHOLE = { width: 1280, height: 8000 }; // fields are drawn where they are in view: here all of them
const asked = JSON.parse(await text(process.stdin));
const web = await serving(asked.site);
const browser = await puppeteer.launch({
  executablePath: asked.chromium,
  args: ["--no-sandbox", "--disable-dev-shm-usage", "--lang=it"],
});
const found = { foreign: [], refused: [], errors: [] };
try {
  const page = await opened(browser);
  const before = await filesOf(asked.network);
  await page.goto(`${web.address}/admin/shapes.json`);
  await page.evaluate(put, before);
  await signIn(page, `/admin/spaces/base/`);
  await change(page);
  await add(page);
  await ask(page);
  found.phone = await narrow(page);
  found.office = await lead(page);
  const after = await page.evaluate(taken);
  found.written = Object.keys(after).filter((path) => after[path] !== before[path]).sort();
  found.gone = Object.keys(before).filter((path) => !(path in after));
  for (const path of found.written) {
    await mkdir(dirname(join(asked.network, path)), { recursive: true });
    await writeFile(join(asked.network, path), Buffer.from(after[path], "base64"));
  }
  console.log(JSON.stringify(found));
} finally {
  await browser.close();
  web.close();
}

// What a person does

async function signIn(page, address) {
  await page.goto(web.address + address);
  await press(page, "Lavora con Repository Locale");
  await page.waitForFunction(() => location.hash.startsWith("#/collections/"));
}

// The title of an event, reached by the link on its page.
async function change(page) {
  await page.goto(`${web.address}/eventi/base/festa/`);
  const link = await page.$eval(".edit-ways__link", (each) => each.href);
  await page.goto(link);
  await write(page, "title", "Festa di cortile, con musica");
  await save(page);
}

// A new event with a picture and a fact of the network's own.
async function add(page) {
  await page.evaluate(() => (location.hash = "#/collections/events/new"));
  await write(page, "title", "L'Orto: semina & merenda");
  await write(page, "summary", "Si semina insieme, poi si mangia.");
  await page.waitForSelector(field("starts.day", "input"));
  await fill(page, "starts.day", "2026-12-05");
  await fill(page, "starts.clock", "15:30");
  await addTo(page, "pictures");
  const [chooser] = await Promise.all([page.waitForFileChooser(), pickPicture(page)]);
  await chooser.accept([asked.picture]);
  await press(page, "Inserisci", "dialog");
  await write(page, "pictures.0.alt.it", "Un'aiuola appena seminata");
  await write(page, "pictures.0.credit", "Ada Riva");
  await addTo(page, "extra");
  await write(page, "extra.0.name", "aiuole");
  await write(page, "extra.0.value", "12");
  await write(page, "body", "Porta un cucchiaio.", "textarea");
  await save(page);
}

async function pickPicture(page) {
  await press(page, "Sfoglia", field("pictures.0.file"));
  await press(page, "Carica", "dialog");
}

// An interest in a project.
async function ask(page) {
  await page.evaluate(() => (location.hash = "#/collections/interests/entries/lettere"));
  await write(page, "by", "Programmazione");
  await write(page, "message", "Ci piacerebbe in primavera.", "textarea");
  await save(page);
}

// Whether a form fits on a phone without being pushed sideways.
async function narrow(page) {
  await page.setViewport({ width: 390, height: 844 });
  await page.evaluate(() => (location.hash = "#/collections/events/entries/festa"));
  await page.waitForSelector(field("title", "input"));
  return page.evaluate(() => document.documentElement.scrollWidth);
}

// Whether the office's links lead to the forms of everything.
async function lead(page) {
  await page.setViewport(WHOLE);
  await page.goto(`${web.address}/admin/`); // whoever is signed in stays so
  await page.waitForFunction(() => location.hash.startsWith("#/collections/"));
  const found = [];
  for (const way of asked.ways) {
    await page.evaluate((hash) => (location.hash = hash), way);
    const input = await page.waitForSelector(`${field("title", "input")}, ${field("name", "input")}`);
    found.push(await input.evaluate((each) => each.value));
    await page.evaluate(() => (location.hash = "#/collections/office"));
    await page.waitForFunction(() => !document.querySelector("[data-key-path]"));
  }
  return found;
}

// How it is done

function field(path, inner = "") {
  return `[data-key-path="${path}"] ${inner}`.trim();
}

async function write(page, path, value, kind = "input") {
  const input = await page.waitForSelector(field(path, kind), { visible: true });
  await input.evaluate((each) => {
    each.scrollIntoView({ block: "center" });
    each.focus();
    each.select();
  });
  await page.keyboard.type(value);
}

// Inputs for days and times hold a value whose order of typing differs from country to country.
async function fill(page, path, value) {
  await page.$eval(
    field(path, "input"),
    (each, given) => {
      each.value = given;
      each.dispatchEvent(new Event("input", { bubbles: true }));
      each.dispatchEvent(new Event("change", { bubbles: true }));
    },
    value,
  );
}

async function seen(page, name, inside = "body") {
  const named = (words, scope) =>
    [...document.querySelectorAll(`${scope} button`)].find((each) => {
      const said = `${each.getAttribute("aria-label") ?? ""} ${each.innerText}`;
      return said.includes(words) && !each.disabled && each.offsetParent;
    });
  return (await page.waitForFunction(named, {}, name, inside)).asElement();
}

async function press(page, name, inside) {
  await (await seen(page, name, inside)).evaluate((each) => each.click());
}

// A part more of a list. Soon afterwards the editor goes to its first button; whoever writes sooner loses letters.
async function addTo(page, path) {
  await press(page, "Aggiungi", field(path));
  await page.waitForFunction((list) => document.activeElement.closest(list), {}, field(path));
}

// Saving closes the form; only then another may be opened.
async function save(page) {
  await press(page, "Salva");
  await page.waitForFunction(() => /^#\/collections\/\w+$/.test(location.hash) && !document.querySelector("[data-key-path]"));
}

// A page that asks nobody but this server, in Italian.
async function opened(browser) {
  const page = await browser.newPage();
  page.setDefaultTimeout(60_000);
  await page.setViewport(WHOLE);
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    const own = request.url().startsWith(web.address) || /^(?:data|blob):/.test(request.url());
    if (!own) found.foreign.push(request.url());
    return own ? request.continue() : request.abort();
  });
  page.on("pageerror", (error) => found.errors.push(error.message));
  page.on("console", (told) => told.type() === "error" && found.errors.push(told.text()));
  await page.exposeFunction("refused", (what) => found.refused.push(what));
  await page.evaluateOnNewDocument(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      window.refused(`${event.effectiveDirective} ${event.blockedURI}`);
    });
    window.showDirectoryPicker = async () =>
      (await navigator.storage.getDirectory()).getDirectoryHandle("rete", { create: true });
    Object.defineProperty(navigator, "languages", { get: () => ["it-IT", "it"] });
    Object.defineProperty(navigator, "language", { get: () => "it-IT" });
  });
  return page;
}

// Files, by their paths, as base64.
async function filesOf(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
  const wanted = paths.map((path) => path.slice(folder.length + 1)).filter((path) => /^(?:content|events|spaces)\//.test(path));
  const read = wanted.map(async (path) => [path, (await readFile(join(folder, path))).toString("base64")]);
  return Object.fromEntries(await Promise.all(read));
}

// In the page: the files go into the folder of the browser, with the mark of a repository.
async function put(files) {
  const top = await window.showDirectoryPicker();
  await top.getDirectoryHandle(".git", { create: true });
  for (const [path, content] of Object.entries(files)) {
    const parts = path.split("/");
    const name = parts.pop();
    let folder = top;
    for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
    const writer = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await writer.write(Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0)));
    await writer.close();
  }
}

// In the page: the files of that folder.
async function taken() {
  const files = {};
  async function look(folder, path) {
    for await (const [name, handle] of folder.entries()) {
      if (name === ".git") continue;
      if (handle.kind === "directory") await look(handle, `${path}${name}/`);
      else {
        const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
        files[path + name] = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
      }
    }
  }
  await look(await window.showDirectoryPicker(), "");
  return files;
}
