import { changeReport } from "./change-report.js";
import { counted } from "./counted.js";
import { make, newId } from "./elements.js";

/** Takes PDFs that are dropped or chosen, one after the other, and says what became of each. */
export class UploadArea {
  #client;
  #uploaded;
  #maxBytes = Infinity;
  #notice = make("p", { className: "notice" });
  #area;
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
    this.#area = area;
    this.element = make("section", { "aria-label": "Upload" }, area, this.#notice, this.#outcomes);
  }

  /** Offers uploading, or not; `notice` says which right is missing. */
  allow(uploading, maxBytes, notice) {
    this.#area.hidden = !uploading;
    this.#maxBytes = maxBytes;
    this.#notice.textContent = notice;
  }

  async #take(files) {
    const entries = files.map((file) => ({ file, ...this.#entry(file) }));
    this.#outcomes.prepend(...entries.map(({ element }) => element));
    for (const entry of entries) {
      await this.#upload(entry);
    }
  }

  #entry(file) {
    const progress = make("progress", { max: 1, value: 0, "aria-label": `Upload of ${file.name}` });
    const state = make("p", {}, "Waiting");
    return { element: make("li", {}, make("strong", {}, file.name), progress, state), progress, state };
  }

  async #upload({ file, element, progress, state }) {
    state.textContent = "Sending…";
    try {
      // A server that refuses it before it is sent cuts the connection: nobody would learn why.
      if (file.size > this.#maxBytes) {
        throw new Error(`It is larger than this service takes: ${mebibytes(file.size)}, at most ${mebibytes(this.#maxBytes)} (Api:MaxUploadBytes).`);
      }

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
  return outcome === "unchanged"
    ? "Unchanged: it is there already."
    : `${outcome === "added" ? "Added" : "Replaced"}: ${counted(pages, "page")}, ${counted(facts, "fact")}.`;
}

function mebibytes(bytes) {
  return `${(bytes / 1048576).toFixed(1)} MiB`;
}
