import { changeReport } from "./change-report.js";
import { make, newId } from "./elements.js";

/** Takes PDFs that are dropped or chosen, one after the other, and says what became of each. */
export class UploadArea {
  #client;
  #uploaded;
  #outcomes = make("ul", { className: "uploads", "aria-live": "polite" });

  /** @param uploaded  called after each sheet that went in */
  constructor(client, uploaded) {
    this.#client = client;
    this.#uploaded = uploaded;
    const id = newId("upload");
    const field = make("input", { id, type: "file", accept: "application/pdf,.pdf", multiple: true });
    field.onchange = () => {
      this.#take([...field.files]);
      field.value = "";
    };
    const area = make("div", { className: "drop" }, make("label", { for: id }, "Add or replace sheets"), field, make("p", {}, "or drop PDFs here"));
    area.ondragover = (event) => {
      event.preventDefault();
      area.classList.add("over");
    };
    area.ondragleave = () => area.classList.remove("over");
    area.ondrop = (event) => {
      event.preventDefault();
      area.classList.remove("over");
      this.#take([...event.dataTransfer.files]);
    };
    this.element = make("section", { "aria-label": "Upload" }, area, this.#outcomes);
  }

  async #take(files) {
    const entries = files.map((file) => ({ file, entry: this.#entry(file) }));
    for (const { file, entry } of entries) {
      await this.#upload(file, entry);
    }
  }

  #entry(file) {
    const progress = make("progress", { max: 1, value: 0, "aria-label": `Upload of ${file.name}` });
    const state = make("p", {}, "Waiting");
    const element = make("li", {}, make("strong", {}, file.name), progress, state);
    this.#outcomes.prepend(element);
    return { element, progress, state };
  }

  async #upload(file, { element, progress, state }) {
    state.textContent = "Sending…";
    try {
      const result = await this.#client.upload(file, (share) => {
        progress.value = share;
        if (share === 1) {
          progress.removeAttribute("value");
          state.textContent = "Reading the sheet…";
        }
      });
      state.textContent = outcomeOf(result);
      if (result.outcome === "replaced") {
        element.append(changeReport(result.changes));
      }

      this.#uploaded();
    } catch (error) {
      element.classList.add("failed");
      state.textContent = error.message;
    } finally {
      progress.remove();
    }
  }
}

function outcomeOf({ outcome, pages, facts }) {
  return outcome === "unchanged" ? "Unchanged: it is there already." : `${outcome === "added" ? "Added" : "Replaced"}: ${pages} pages, ${facts} facts.`;
}
