/**
 * The filters of the agenda, at once.
 *
 * The page holds links to the page of each filter. This turns them into switches over the rows that the page shows, so
 * that filters combine: several choices of one axis widen, those of different axes narrow. What is chosen stands in the
 * address, goes along to the agenda's other pages, and is the same after "back". Nothing is stored or sent.
 */
class AgendaFilter extends HTMLElement {
  connectedCallback() {
    if (this.choices) return;
    this.rows = all("[data-facets]").map((row) => ({
      row,
      facets: new Set(row.dataset.facets.split(" ")),
      counted: !row.closest("[data-later]"),
    }));
    this.parts = all(".agenda-day, .split").filter((part) => part.matches(".agenda-day") || part.querySelector("[data-facets]"));
    this.cells = all(".month-grid__cell[data-day]");
    this.bars = all("[data-passes]").map((bar) => ({ bar, facets: new Set(bar.dataset.passes.split(" ")) }));
    this.ways = all("a:is(.agenda-ways__link, .pager__link, .agenda-day__link, .month-grid__link, [data-query][aria-current])");
    this.plain = this.ways.map((way) => way.getAttribute("href"));
    this.choices = [...this.querySelectorAll("a[data-query]:not([aria-current])")].map((link) => this.switched(link));
    this.axes = [...this.querySelectorAll("details")];
    this.status = this.querySelector("[role=status]");
    this.reset = this.querySelector(".agenda-filter__reset");
    this.plurals = new Intl.PluralRules(document.documentElement.lang);
    this.reset.addEventListener("click", (event) => this.cleared(event));
    this.addEventListener("keydown", (event) => event.key === "Escape" && this.close(true));
    document.addEventListener("click", (event) => this.axes.some((axis) => axis.open && !axis.contains(event.target)) && this.close());
    addEventListener("popstate", () => this.read());
    this.read();
  }

  /** A link as a switch that looks the same. */
  switched(link) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = link.className;
    button.append(...link.childNodes);
    if (!button.querySelector(".agenda-filter__count")) {
      const count = document.createElement("span");
      count.className = "agenda-filter__count";
      button.append(" ", count);
    }
    link.replaceWith(button);
    const axis = button.closest("details");
    const choice = { button, axis, facet: link.dataset.facet, query: link.dataset.query.split("="), on: false };
    button.addEventListener("click", () => {
      choice.on = !choice.on;
      this.write();
    });
    return choice;
  }

  /** Choose what the address says. */
  read() {
    const said = new URLSearchParams(location.search);
    for (const choice of this.choices) choice.on = said.getAll(choice.query[0]).includes(choice.query[1]);
    this.show();
  }

  /** Say in the address what is chosen, as a step that "back" undoes. */
  write() {
    const said = new URLSearchParams(location.search);
    for (const { query } of this.choices) said.delete(query[0]);
    for (const { query, on } of this.choices) if (on) said.append(...query);
    const search = said.toString();
    history.pushState(null, "", (search ? `?${search}` : location.pathname) + location.hash);
    this.show();
  }

  /** Take back every choice. */
  cleared(event) {
    event.preventDefault();
    for (const choice of this.choices) choice.on = false;
    this.write();
    this.querySelector("button").focus();
  }

  /** Show the rows that fit, the days that have any, and how many there are. */
  show() {
    const chosen = this.choices.filter((choice) => choice.on);
    let count = 0;
    for (const { row, facets, counted } of this.rows) {
      row.hidden = !fits(facets, chosen);
      count += counted && !row.hidden;
    }
    for (const part of this.parts) part.hidden = chosen.length > 0 && !part.querySelector("[data-facets]:not([hidden])");
    for (const choice of this.choices) this.mark(choice, chosen);
    for (const axis of this.axes) this.sum(axis);
    for (const cell of this.cells) this.recount(cell);
    for (const { bar, facets } of this.bars) bar.toggleAttribute("data-none", !fits(facets, chosen));
    this.say(chosen.length > 0, count);
    this.lead();
  }

  /** How a switch stands, and what it would let through beside the choices of the other axes. */
  mark(choice, chosen) {
    const others = chosen.filter((other) => !choice.axis || other.axis !== choice.axis);
    const found = this.rows.filter(
      ({ facets, counted }) => counted && facets.has(choice.facet) && fits(facets, others),
    ).length;
    choice.button.setAttribute("aria-pressed", String(choice.on));
    choice.button.toggleAttribute("data-none", !found);
    choice.button.querySelector(".agenda-filter__count").textContent = found;
  }

  /** How many choices of an axis there are, beside its name. */
  sum(axis) {
    const own = this.choices.filter((choice) => choice.axis === axis && choice.on);
    const some = axis.querySelector(".agenda-filter__some");
    if (axis.querySelector("[aria-current]")) return;
    some.hidden = !own.length;
    some.textContent = own.length === 1 ? own[0].button.querySelector(".agenda-filter__word").textContent : own.length;
  }

  /** A month's day counts what is left of it, and its train loses the coaches of the rest. */
  recount(cell) {
    const day = document.getElementById(`d${cell.dataset.day}`);
    const found = cell.querySelector(".month-grid__found");
    if (!day || !found) return;
    const left = [...day.querySelectorAll("[data-facets]:not([hidden])")];
    found.textContent = left.length;
    cell.toggleAttribute("data-none", !left.length);
    const lines = left.map((row) => [...row.classList].find((name) => name.startsWith("line-")) ?? "line-none");
    cell.querySelector(".month-grid__train").replaceChildren(...lines.sort().slice(0, 14).map(coach));
  }

  /** Tell eyes and ears how much is left; nothing while nothing is chosen. */
  say(filtering, count) {
    const sentence = this.dataset[this.plurals.select(count)] ?? this.dataset.other;
    this.status.textContent = !filtering ? "" : count ? sentence.replace("{n}", count) : this.dataset.none;
    this.reset.hidden = !filtering;
  }

  /** The agenda's other pages are asked for with the same choices. */
  lead() {
    const said = new URLSearchParams();
    for (const { query, on } of this.choices) if (on) said.append(...query);
    this.ways.forEach((way, number) => {
      const to = new URL(this.plain[number], location.href);
      for (const [name, value] of said) if (!to.searchParams.getAll(name).includes(value)) to.searchParams.append(name, value);
      if (!this.plain[number].startsWith("#")) way.setAttribute("href", to.pathname + to.search + to.hash);
    });
  }

  /** Close what is open; the keyboard goes back to its name. */
  close(focused = false) {
    for (const axis of this.axes.filter((each) => each.open)) {
      axis.open = false;
      if (focused) axis.querySelector("summary").focus();
    }
  }
}

/** All elements of the page that a selector finds. */
function all(selector) {
  return [...document.querySelectorAll(selector)];
}

/** One coach of a day's train, in the colour of a line. */
function coach(line) {
  const made = document.createElement("span");
  made.className = `month-grid__coach ${line}`;
  return made;
}

/** Whether facets meet every axis on which something is chosen. A choice without an axis stands for itself. */
function fits(facets, chosen) {
  return chosen.every(
    (choice) => facets.has(choice.facet) || (choice.axis && chosen.some((other) => other.axis === choice.axis && facets.has(other.facet))),
  );
}

customElements.define("agenda-filter", AgendaFilter);
