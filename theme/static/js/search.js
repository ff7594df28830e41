/* The search: an input, what results are sifted by, and the results. The index and its own script are made with the
   site. Words, filters and results are kept in the address, nowhere else. */

const STEP = 10;
const PAUSE = 180;

class SiteSearch extends HTMLElement {
  connectedCallback() {
    this.words = JSON.parse(this.dataset.words);
    this.plurals = new Intl.PluralRules(document.documentElement.lang);
    this.form = this.querySelector("form");
    this.input = this.querySelector("input");
    this.kinds = [...this.querySelectorAll("[data-kind]")];
    this.sifts = [...this.querySelectorAll("select")];
    this.state = this.querySelector("[role=status]");
    this.list = this.querySelector("ol");
    this.more = this.querySelector(".site-search__more");
    this.template = this.querySelector("template");
    this.recall();
    this.listen();
    if (this.isAsking()) this.search();
  }

  listen() {
    this.input.addEventListener("focus", () => this.index().catch(() => {}), { once: true });
    this.input.addEventListener("input", () => this.soon());
    this.form.addEventListener("submit", (event) => (event.preventDefault(), this.search()));
    for (const sift of this.sifts) sift.addEventListener("change", () => this.search());
    for (const kind of this.kinds) kind.addEventListener("click", () => (this.choose(kind.dataset.kind), this.search()));
    this.more.addEventListener("click", () => this.show(true));
    this.addEventListener("keydown", (event) => this.move(event));
    document.addEventListener("keydown", (event) => this.reach(event));
  }

  /* The index is loaded when it is first needed. */
  async index() {
    if (!this.pagefind) {
      const pagefind = await import(this.dataset.index);
      await pagefind.options({ excerptLength: 24 });
      await pagefind.filters();
      this.pagefind = pagefind;
    }
    return this.pagefind;
  }

  asked() {
    const sifted = this.sifts.map((sift) => [sift.name, sift.value]);
    const kind = this.kinds.find((each) => each.getAttribute("aria-pressed") === "true").dataset.kind;
    return Object.fromEntries([["q", this.input.value.trim()], ["kind", kind], ...sifted].filter(([, value]) => value));
  }

  isAsking() {
    return Object.keys(this.asked()).length > 0;
  }

  recall() {
    const known = new URLSearchParams(location.search);
    this.input.value = known.get("q") ?? "";
    for (const sift of this.sifts) {
      sift.value = known.get(sift.name) ?? "";
      if (sift.selectedIndex < 0) sift.value = "";
    }
    this.choose(known.get("kind") ?? "");
  }

  keep() {
    const address = new URL(location.href);
    address.search = new URLSearchParams(this.asked());
    history.replaceState(null, "", address);
  }

  choose(kind) {
    const known = this.kinds.some((each) => each.dataset.kind === kind) ? kind : "";
    for (const each of this.kinds) each.setAttribute("aria-pressed", String(each.dataset.kind === known));
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.search(), PAUSE);
  }

  async search() {
    clearTimeout(this.timer);
    this.keep();
    const turn = (this.turn = (this.turn ?? 0) + 1);
    if (!this.isAsking()) return this.clear();
    this.setAttribute("aria-busy", "true");
    if (!this.pagefind) this.state.textContent = this.words.loading;
    try {
      const { q = null, kind, ...sifted } = this.asked();
      const pagefind = await this.index();
      const all = await pagefind.search(q, { filters: filters(sifted) });
      const chosen = kind ? await pagefind.search(q, { filters: filters({ ...sifted, kind }) }) : all;
      if (turn !== this.turn) return;
      this.results = chosen.results;
      this.count(all.filters.kind ?? {}, all.results.length);
      await this.show(false, turn);
      if (turn === this.turn) this.announce(q);
    } catch (failed) {
      if (turn === this.turn) this.fail(failed);
    }
    if (turn === this.turn) this.removeAttribute("aria-busy");
  }

  async show(further, turn = this.turn) {
    const from = further ? this.list.children.length : 0;
    const found = await Promise.all(this.results.slice(from, from + STEP).map((result) => result.data()));
    if (turn !== this.turn) return;
    const items = found.map((page) => this.item(page));
    if (further) this.list.append(...items);
    else this.list.replaceChildren(...items);
    this.more.hidden = this.results.length <= this.list.children.length;
    if (further) items[0]?.querySelector("a").focus();
  }

  item({ url, meta, filters: { kind }, excerpt }) {
    const item = this.template.content.cloneNode(true).firstElementChild;
    const part = (name) => item.querySelector(`[data-part=${name}]`);
    item.classList.add(/^line-[a-z0-9-]+$/.test(meta.line ?? "") ? meta.line : "line-none");
    part("title").href = url;
    part("title").textContent = meta.title;
    if (meta.lang) Object.assign(part("title"), { lang: meta.lang, dir: "auto" });
    part("kind").textContent = this.words.one[kind?.[0]] ?? "";
    for (const name of ["status", "day", "place", "note"]) part(name).textContent = meta[name] ?? "";
    part("excerpt").append(...marked(excerpt));
    return item;
  }

  count(found, total) {
    for (const kind of this.kinds) {
      const count = kind.dataset.kind ? (found[kind.dataset.kind] ?? 0) : total;
      kind.querySelector(".site-search__count").textContent = count;
      kind.toggleAttribute("data-none", count === 0);
    }
  }

  announce(words) {
    const count = this.results.length;
    const forms = words ? this.words.results : this.words.sifted;
    const none = words && count === 0;
    const said = none ? this.words.nothing : (forms[this.plurals.select(count)] ?? forms.other);
    this.state.textContent = said.replace("{n}", count).replace("{words}", () => words ?? "");
  }

  clear() {
    this.results = [];
    this.list.replaceChildren();
    this.more.hidden = true;
    this.state.textContent = "";
    this.removeAttribute("aria-busy");
    for (const each of this.querySelectorAll(".site-search__count")) each.textContent = "";
    for (const kind of this.kinds) kind.removeAttribute("data-none");
  }

  fail(failed) {
    this.clear();
    this.state.textContent = this.words.failed;
    console.warn(failed);
  }

  /* Up and down move between the input and the results, Escape leads back to the input and then empties it. */
  move(event) {
    const links = [...this.list.querySelectorAll("a")];
    const places = [this.input, ...links];
    const here = places.indexOf(document.activeElement);
    if (here < 0 || event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const next = places[here + (event.key === "ArrowDown" ? 1 : -1)];
      if (next) (event.preventDefault(), next.focus());
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (here === 0) (this.input.value = ""), this.search();
      else this.input.focus();
    }
  }

  reach(event) {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.input.focus();
    this.input.select();
  }
}

/* What is over is left out unless it is asked for. */
function filters({ when, ...others }) {
  return when ? { ...others, when } : { ...others, none: { when: "past" } };
}

/* The text of an excerpt with its marks, and nothing else of what it may hold. */
function marked(excerpt) {
  const parsed = new DOMParser().parseFromString(excerpt, "text/html").body;
  return [...parsed.childNodes].map((node) => {
    if (node.nodeName !== "MARK") return node.textContent;
    const mark = document.createElement("mark");
    mark.textContent = node.textContent;
    return mark;
  });
}

customElements.define("site-search", SiteSearch);
