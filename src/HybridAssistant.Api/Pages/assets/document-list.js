import { changeReport } from "./change-report.js";
import { make, newId } from "./elements.js";

/** The documents of the index, each with what it holds. */
export class DocumentList {
  #client;
  #open;
  #documents = [];
  #filter;
  #count = make("p", { className: "count", role: "status" });
  #list = make("ul", { className: "documents" });

  /** @param open  opens a document: {document, page, title, revision} */
  constructor(client, open) {
    this.#client = client;
    this.#open = open;
    const id = newId("filter");
    this.#filter = make("input", { id, type: "search", oninput: () => this.#show() });
    this.element = make("section", { "aria-label": "List of sheets" }, make("label", { for: id }, "Find a sheet or product"), this.#filter, this.#count, this.#list);
  }

  /** Reads the list anew. */
  async refresh() {
    try {
      this.#documents = await this.#client.documents();
      this.#show();
    } catch (error) {
      this.#count.textContent = `The list cannot be read. ${error.message}`;
    }
  }

  #show() {
    const sought = this.#filter.value.trim().toLowerCase();
    const found = this.#documents.filter((document) => [document.document, document.title, ...document.products].some((text) => text?.toLowerCase().includes(sought)));
    const total = this.#documents.length;
    this.#count.textContent = found.length < total ? `${found.length} of ${total} sheets` : total === 1 ? "1 sheet" : `${total} sheets`;
    this.#list.replaceChildren(...found.map((document) => make("li", {}, this.#entry(document))));
  }

  #entry(document) {
    const changes = make("div", { role: "status" });
    const revision = [document.revision && `revision ${document.revision}`, document.revisionDate].filter(Boolean).join(", ");
    return make(
      "details",
      {},
      make("summary", {}, make("strong", {}, document.document), make("span", {}, document.title)),
      make("p", {}, [revision, counted(document.pages, "page"), counted(document.facts, "fact")].filter(Boolean).join(" · ")),
      document.products.length > 0 ? make("p", {}, `Products: ${document.products.join(", ")}`) : null,
      document.supersededBy ? make("p", { className: "superseded" }, `Superseded by ${document.supersededBy}: no longer answered from.`) : null,
      make("button", { type: "button", onclick: () => this.#open({ ...document, page: 1 }) }, "Open"),
      make("button", { type: "button", onclick: () => this.#showChanges(document.document, changes) }, "What changed last"),
      changes,
    );
  }

  async #showChanges(document, place) {
    try {
      const report = await this.#client.changes(document);
      place.replaceChildren(report ? changeReport(report.changes) : make("p", {}, "It has not been replaced."));
    } catch (error) {
      place.textContent = error.message;
    }
  }
}

function counted(number, noun) {
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`;
}
