/* Handing a page on: by the device's own ways where it has them, and by copying the address. */

class SharePage extends HTMLElement {
  connectedCallback() {
    const { url, title } = this.dataset;
    const share = this.querySelector(".share__with");
    share.hidden = !navigator.canShare?.({ url, title });
    share.addEventListener("click", () => navigator.share({ url, title }).catch(() => {}));
    this.querySelector(".share__copy").addEventListener("click", () => this.copy(url));
  }

  async copy(url) {
    const said = this.querySelector("[role=status]");
    try {
      await navigator.clipboard.writeText(url);
      said.textContent = this.dataset.copied;
    } catch {
      said.textContent = `${this.dataset.failed} ${url}`;
      return;
    }
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (said.textContent = ""), 4000);
  }
}

customElements.define("share-page", SharePage);
