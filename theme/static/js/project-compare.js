/**
 * Projects side by side: only those that are chosen, a few at most.
 *
 * The table shows all of them. With none chosen it still does. What is chosen stands in the address, so that it can be
 * sent to others, and is the same after "back".
 */
class ProjectCompare extends HTMLElement {
  connectedCallback() {
    if (this.boxes) return;
    this.boxes = [...this.querySelectorAll("input[name=p]")];
    this.cells = [...this.querySelectorAll("[data-project]")];
    this.groups = [...this.querySelectorAll("[colspan]")];
    this.querySelector("fieldset").hidden = false;
    this.addEventListener("change", () => this.write());
    addEventListener("popstate", () => this.read());
    this.read();
  }

  /** Choose what the address says. */
  read() {
    const said = (new URLSearchParams(location.search).get("p") ?? "").split(",");
    for (const box of this.boxes) box.checked = said.includes(box.value);
    this.show();
  }

  /** Say in the address what is chosen. */
  write() {
    const chosen = this.chosen().join(",");
    history.pushState(null, "", chosen ? `?p=${chosen}` : location.pathname);
    this.show();
  }

  chosen() {
    return this.boxes.filter((box) => box.checked).map((box) => box.value);
  }

  /** Show the columns that are chosen; all while none is. */
  show() {
    const chosen = this.chosen();
    const full = chosen.length >= Number(this.dataset.most);
    for (const box of this.boxes) box.disabled = full && !box.checked;
    for (const cell of this.cells) cell.hidden = chosen.length > 0 && !chosen.includes(cell.dataset.project);
    for (const group of this.groups) group.colSpan = (chosen.length || this.boxes.length) + 1;
  }
}

customElements.define("project-compare", ProjectCompare);
