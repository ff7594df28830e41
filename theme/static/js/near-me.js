/**
 * One's own neighbourhood among all: chosen from a list, or the nearest to where one is.
 *
 * The choice stands in the address (`?quartiere=barona`), nowhere else. The position is asked for only on a press of
 * the button, compared on the device with the middle of each neighbourhood's spaces, and neither kept nor sent.
 */
class NearMe extends HTMLElement {
  connectedCallback() {
    if (this.select) return;
    this.select = this.querySelector("select");
    this.areas = [...this.querySelectorAll("[data-area]")];
    this.status = this.querySelector("[role=status]");
    this.find = this.querySelector("button");
    this.find.hidden = !("geolocation" in navigator);
    this.find.addEventListener("click", () => this.locate());
    this.select.addEventListener("change", () => this.choose(this.select.value));
    addEventListener("popstate", () => this.read());
    this.querySelector(".near-me__ask").hidden = false;
    this.read();
  }

  /** Show what the address says. */
  read() {
    const said = new URLSearchParams(location.search).get(this.dataset.query) ?? "";
    this.show(this.areas.some((area) => area.dataset.area === said) ? said : "");
  }

  /** Say a choice in the address, as a step that "back" undoes. */
  choose(area) {
    const said = new URLSearchParams(location.search);
    said.delete(this.dataset.query);
    if (area) said.set(this.dataset.query, area);
    const search = said.toString();
    history.pushState(null, "", (search ? `?${search}` : location.pathname) + location.hash);
    this.show(area);
  }

  /** One area alone with more of what is next, or all with the first thing each. */
  show(chosen) {
    this.select.value = chosen;
    this.status.textContent = "";
    for (const area of this.areas) {
      area.hidden = Boolean(chosen) && area.dataset.area !== chosen;
      [...area.querySelectorAll(".near-me__row")].forEach((row, number) => (row.hidden = !chosen && number > 0));
    }
  }

  /** Ask where one is, and choose the nearest area. */
  locate() {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => this.choose(nearest(this.areas, coords)),
      () => (this.status.textContent = this.dataset.failed),
      { maximumAge: 600000, timeout: 10000 },
    );
  }
}

/** The name of the area whose middle is nearest to a position. */
function nearest(areas, { latitude, longitude }) {
  const shrink = Math.cos((latitude * Math.PI) / 180);
  const far = ({ dataset }) => Math.hypot(dataset.lat - latitude, (dataset.lon - longitude) * shrink);
  const placed = areas.filter((area) => area.dataset.lat);
  return placed.sort((one, other) => far(one) - far(other))[0]?.dataset.area ?? "";
}

customElements.define("near-me", NearMe);
