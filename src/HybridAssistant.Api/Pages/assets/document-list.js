import { changeReport } from "./change-report.js";
import { confirmed } from "./confirm-dialog.js";
import { counted } from "./counted.js";
import { make, newId } from "./elements.js";

/** The documents of the index, each with what it holds. */
export class DocumentList {
  #client;
  #open;
  #removed;
  #removable = false;
  #entries = new Map();
  #filter;
  #count = make("p", { className: "count", role: "status" });
  #list = make("ul", { className: "documents" });

  /**
   * @param open  opens a document: {document, page, title, revision}
   * @param removed  called after a document was removed
   */
  constructor(client, open, removed) {
    this.#client = client;
    this.#open = open;
    this.#removed = removed;
    const id = newId("filter");
    this.#filter = make("input", { id, type: "search", oninput: () => this.#search() });
    this.element = make("section", { "aria-label": "List of sheets" }, make("label", { for: id }, "Find a sheet or product"), this.#filter, this.#count, this.#list);
  }

  /** Offers removal, or not. */
  allow(removable) {
    this.#removable = removable;
    this.#list.querySelectorAll(".remove").forEach((button) => {
      button.hidden = !removable;
    });
  }

  /** Reads the list anew. What is open in it stays open. */
  async refresh() {
    try {
      this.#place(await this.#client.documents());
      this.#search();
    } catch (error) {
      const again = make("button", { type: "button", onclick: () => this.refresh() }, "Try again");
      this.#count.replaceChildren(`The list cannot be read. ${error.message} `, again);
    }
  }

  #place(documents) {
    const known = this.#entries;
    this.#entries = new Map(documents.map((document) => [JSON.stringify(document), document]));
    for (const [key, document] of this.#entries) {
      this.#entries.set(key, known.get(key) ?? { element: make("li", {}, this.#entry(document)), text: textOf(document) });
    }

    const elements = [...this.#entries.values()].map((entry) => entry.element);
    const kept = new Set(elements);
    [...this.#list.children].filter((element) => !kept.has(element)).forEach((element) => element.remove());
    elements.forEach((element, index) => {
      if (this.#list.children[index] !== element) {
        this.#list.insertBefore(element, this.#list.children[index] ?? null);
      }
    });
  }

  #search() {
    const sought = this.#filter.value.trim().toLowerCase();
    const entries = [...this.#entries.values()];
    for (const { element, text } of entries) {
      element.hidden = !text.includes(sought);
    }

    const found = entries.filter(({ element }) => !element.hidden).length;
    this.#count.textContent = found < entries.length ? `${found} of ${counted(entries.length, "sheet")}` : counted(found, "sheet");
  }

  #entry(document) {
    const outcome = make("div", { role: "status" });
    const revision = [document.revision && `revision ${document.revision}`, document.revisionDate].filter(Boolean).join(", ");
    const button = (text, onclick) => make("button", { type: "button", onclick }, text);
    const remove = button("Remove", () => this.#remove(document.document, outcome));
    remove.className = "remove";
    remove.hidden = !this.#removable;
    return make(
      "details",
      {},
      make("summary", {}, make("strong", {}, document.document), make("span", {}, document.title)),
      make("p", {}, [revision, counted(document.pages, "page"), counted(document.facts, "fact")].filter(Boolean).join(" · ")),
      document.products.length > 0 ? make("p", {}, `Products: ${document.products.join(", ")}`) : null,
      document.supersededBy ? make("p", { className: "superseded" }, `Superseded by ${document.supersededBy}: no longer answered from.`) : null,
      button("Open", () => this.#open({ ...document, page: 1 })),
      button("What changed last", () => this.#showChanges(document.document, outcome)),
      remove,
      outcome,
    );
  }

  async #showChanges(document, outcome) {
    try {
      const report = await this.#client.changes(document);
      outcome.replaceChildren(report ? changeReport(report.changes) : make("p", {}, "It has not been replaced."));
    } catch (error) {
      outcome.textContent = error.message;
    }
  }

  async #remove(document, outcome) {
    if (!(await confirmed(`Remove ${document}?`, "Nothing is answered from it any more. To undo it, add the sheet again.", "Remove"))) {
      return;
    }

    outcome.textContent = "Removing…";
    try {
      await this.#client.remove(document);
      this.#removed();
      await this.refresh();
      this.#count.prepend(`${document} was removed. `);
      this.#filter.focus();
    } catch (error) {
      outcome.textContent = `Not removed. ${error.message}`;
    }
  }
}

function textOf({ document, title, products }) {
  return [document, title, ...products].join("\n").toLowerCase();
}
