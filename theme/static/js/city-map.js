/* The map: what is pointed at in the list is marked on the map, and the other way round; and, once it is asked for, a
   map that moves. It is drawn by Leaflet over the site's own GeoJSON: nothing is asked of others, unless the network
   has set tiles. */

const STOP = 28;

class CityMap extends HTMLElement {
  connectedCallback() {
    this.pair();
    this.querySelector(".city-map__open")?.addEventListener("click", () => this.open());
  }

  /* A stop and the card of its space. */
  pair() {
    for (const stop of this.querySelectorAll("[id^=stop-]")) {
      const card = document.getElementById(stop.id.replace("stop-", "space-"));
      if (!card) continue;
      for (const [one, other] of [[stop, card], [card, stop]]) {
        for (const begin of ["mouseenter", "focusin"]) one.addEventListener(begin, () => other.toggleAttribute("data-meant", true));
        for (const end of ["mouseleave", "focusout"]) one.addEventListener(end, () => other.removeAttribute("data-meant"));
      }
    }
  }

  async open() {
    const button = this.querySelector(".city-map__open");
    const state = this.querySelector("[role=status]");
    const words = JSON.parse(this.dataset.words);
    button.disabled = true;
    try {
      const [leaflet, spaces, areas] = await Promise.all([
        program(this.dataset.program),
        data(this.dataset.spaces),
        data(this.dataset.areas),
      ]);
      this.toggleAttribute("data-open", true);
      this.draw(leaflet, spaces, areas, words).getContainer().focus();
      state.textContent = words.shown;
    } catch (failed) {
      this.removeAttribute("data-open");
      button.disabled = false;
      state.classList.remove("visually-hidden");
      state.textContent = words.failed;
      console.warn(failed);
    }
  }

  draw(leaflet, spaces, areas, words) {
    const place = this.appendChild(document.createElement("div"));
    place.className = "city-map__live";
    place.dir = "ltr";
    place.setAttribute("role", "region");
    place.setAttribute("aria-label", this.dataset.label);
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const moves = { zoomAnimation: !still, fadeAnimation: !still, markerZoomAnimation: !still, inertia: !still };
    const map = leaflet.map(place, { zoomControl: false, zoomSnap: 0.5, maxZoom: Number(this.dataset.zoom), ...moves });
    const titles = { zoomInTitle: words.zoom_in, zoomOutTitle: words.zoom_out };
    leaflet.control.zoom({ position: "bottomright", ...titles }).addTo(map); // where no popup opens
    map.attributionControl.setPrefix("Leaflet").addAttribution(text(this.dataset.attribution));
    if (this.dataset.tiles) {
      place.toggleAttribute("data-tiled", true);
      leaflet.tileLayer(this.dataset.tiles, { maxZoom: Number(this.dataset.zoom), referrerPolicy: "strict-origin" }).addTo(map);
    }
    const ground = this.ground(leaflet, areas).addTo(map);
    const stops = this.stops(leaflet, spaces).addTo(map);
    map.on("popupopen", ({ popup }) => {
      popup.getElement().querySelector(".leaflet-popup-close-button")?.setAttribute("aria-label", words.close);
    });
    place.addEventListener("keydown", (event) => event.key === "Escape" && close(map));
    const shown = areas.features.length ? ground.getBounds().extend(stops.getBounds()) : stops.getBounds().pad(0.2);
    return map.fitBounds(shown, { animate: false }).setMinZoom(map.getZoom() - 1);
  }

  ground(leaflet, areas) {
    const outer = areas.features[0]?.properties.division;
    return leaflet.geoJSON(areas, {
      interactive: false,
      style: ({ properties }) => ({ className: properties.division === outer ? "live-area" : "live-area live-area--inner" }),
    });
  }

  stops(leaflet, spaces) {
    return leaflet.geoJSON(spaces, {
      pointToLayer: ({ properties }, at) => {
        const icon = leaflet.divIcon({ className: `live-stop ${properties.line}`, iconSize: [STOP, STOP], popupAnchor: [0, -STOP / 2] });
        const marker = leaflet.marker(at, { icon, title: properties.name, riseOnHover: true });
        marker.on("add", () => marker.getElement().setAttribute("aria-label", properties.name));
        return marker.bindPopup(() => popup(properties), { autoPanPadding: [16, 16] });
      },
    });
  }
}

/* Leaflet, which sets a global of its own, and its sheet. */
async function program(folder) {
  const sheet = document.createElement("link");
  const loaded = new Promise((done, failed) => Object.assign(sheet, { onload: done, onerror: failed }));
  Object.assign(sheet, { rel: "stylesheet", href: `${folder}leaflet.css` });
  document.head.append(sheet);
  await Promise.all([import(`${folder}leaflet.js`), loaded]);
  return globalThis.L;
}

async function data(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

function popup({ name, kind, address, url }) {
  const content = document.createElement("div");
  content.dir = "auto";
  const link = content.appendChild(document.createElement("a"));
  Object.assign(link, { className: "live-popup__name", href: new URL(url).pathname, textContent: name });
  content.append(kind, document.createElement("br"), address);
  return content;
}

/* Escape closes the popup, and the stop it belongs to has the focus again. */
function close(map) {
  const open = map._popup?.isOpen() ? map._popup._source : null;
  map.closePopup();
  open?.getElement().focus();
}

function text(plain) {
  const element = document.createElement("span");
  element.textContent = plain;
  return element.innerHTML;
}

customElements.define("city-map", CityMap);
