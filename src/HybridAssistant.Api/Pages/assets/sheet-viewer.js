import { make } from "./elements.js";
import { Problem } from "./problem.js";

const PDFJS = "pdfjs-6.5.438";
// Narrower, the print of a sheet cannot be read: a phone shows a part of the page, around the place.
const MIN_WIDTH = 600;
const ZOOM_STEP = 1.25;
const MIN_ZOOM = 0.5;
const MAX_ZOOM = 4;
// Beyond this many pixels a canvas is slow or, on phones, empty.
const MAX_PIXELS = 16e6;

/** Shows a page of a sheet with the place that an answer was taken from. PDF.js is loaded when the first one is opened. */
export class SheetViewer {
  #client;
  #assets;
  #pdfjs = null;
  #sheet = null;
  #citation = null;
  #page = 1;
  #zoom = 1;
  #drawing = 0;
  #title = make("h2", { tabindex: "-1" });
  #quote = make("p", { className: "quote" });
  #state = make("p", { className: "state", role: "status" });
  #paper = make("div", { className: "paper" });
  #desk = make("div", { className: "desk", role: "region", tabindex: "0", "aria-label": "Page of the sheet" }, this.#paper);
  #back = this.#button("Previous page", "‹", () => this.#turn(this.#page - 1));
  #forth = this.#button("Next page", "›", () => this.#turn(this.#page + 1));
  #place = make("span", { className: "place" });
  #save = make("a", { className: "save" }, "Download");

  /** @param assets  address of the folder that PDF.js lies under, with a slash at its end */
  constructor(client, assets) {
    this.#client = client;
    this.#assets = assets;
    const bar = make(
      "div",
      { className: "bar" },
      this.#back,
      this.#place,
      this.#forth,
      this.#button("Smaller", "−", () => this.#scale(1 / ZOOM_STEP)),
      this.#button("Larger", "+", () => this.#scale(ZOOM_STEP)),
      this.#save,
      make("button", { type: "button", className: "close", onclick: () => this.element.close() }, "Close"),
    );
    this.element = make("dialog", { className: "sheet", "aria-label": "Source" }, make("header", {}, this.#title, bar, this.#quote), this.#state, this.#desk);
    this.element.addEventListener("close", () => this.#paper.replaceChildren());
  }

  /** Opens a citation: {document, page, title?, revision?, quote?, box?, readBy?}. */
  async open(citation) {
    this.#citation = citation;
    this.#zoom = 1;
    const revision = citation.revision ? `, revision ${citation.revision}` : "";
    this.#title.textContent = `${citation.document}${revision}`;
    this.#quote.textContent = citation.quote ? `“${citation.quote}”${citation.readBy === "ocr" ? " – recognised on a scanned page" : ""}` : (citation.title ?? "");
    this.#paper.replaceChildren();
    this.#state.textContent = "Opening the sheet…";
    if (!this.element.open) {
      this.element.showModal();
    }

    this.#title.focus();
    try {
      await this.#load(citation.document);
      await this.#turn(citation.page);
    } catch (error) {
      this.#state.textContent = `The sheet cannot be shown. ${error.message}`;
    }
  }

  /** Forgets the sheet that is in memory: it may have been replaced. */
  forget() {
    this.#sheet = null;
  }

  async #load(document) {
    if (this.#sheet?.document === document) {
      return;
    }

    const folder = `${this.#assets}${PDFJS}/`;
    const [pdfjs, file] = await Promise.all([this.#reader(folder), this.#client.file(document)]);
    pdfjs.GlobalWorkerOptions.workerSrc = `${folder}pdf.worker.min.mjs`;
    URL.revokeObjectURL(this.#save.href);
    this.#save.href = URL.createObjectURL(new Blob([file], { type: "application/pdf" }));
    this.#save.download = document;
    const loading = pdfjs.getDocument({ data: file, standardFontDataUrl: `${folder}fonts/`, wasmUrl: `${folder}wasm/`, isEvalSupported: false });
    this.#sheet = { document, pdf: await loading.promise };
  }

  async #reader(folder) {
    try {
      this.#pdfjs ??= await import(`${folder}pdf.min.mjs`);
      return this.#pdfjs;
    } catch {
      throw new Problem("The program that draws PDFs did not load. Check the connection and try again.");
    }
  }

  async #turn(page) {
    const { pdf } = this.#sheet;
    this.#page = Math.min(Math.max(page, 1), pdf.numPages);
    this.#place.textContent = `Page ${this.#page} of ${pdf.numPages}`;
    this.#back.disabled = this.#page === 1;
    this.#forth.disabled = this.#page === pdf.numPages;
    await this.#draw();
  }

  async #scale(factor) {
    this.#zoom = Math.min(Math.max(this.#zoom * factor, MIN_ZOOM), MAX_ZOOM);
    if (this.#sheet) {
      await this.#draw();
    }
  }

  async #draw() {
    // Whoever turns pages quickly sees the last one asked for, not the last one drawn.
    const drawing = (this.#drawing += 1);
    const page = await this.#sheet.pdf.getPage(this.#page);
    const size = page.getViewport({ scale: 1 });
    const width = Math.max(this.#desk.clientWidth, MIN_WIDTH) * this.#zoom;
    const sharp = Math.min((width / size.width) * (window.devicePixelRatio || 1), Math.sqrt(MAX_PIXELS / (size.width * size.height)));
    const viewport = page.getViewport({ scale: sharp });
    const canvas = make("canvas", { width: Math.round(viewport.width), height: Math.round(viewport.height), role: "img" });
    await page.render({ canvas, viewport }).promise;
    if (drawing !== this.#drawing) {
      return;
    }

    const box = this.#page === this.#citation.page ? this.#citation.box : null;
    canvas.setAttribute("aria-label", `Page ${this.#page} of ${this.#sheet.document}${box ? `; marked: ${this.#citation.quote}` : ""}`);
    this.#paper.style.width = `${width}px`;
    this.#paper.replaceChildren(canvas, ...(box ? [this.#mark(box, size)] : []));
    this.#state.textContent = "";
    this.#paper.querySelector(".mark")?.scrollIntoView({ block: "center", inline: "center" });
  }

  // A box is in PDF points from the top left of the page as displayed; in shares of the page it fits whatever size it is drawn in.
  #mark([left, top, right, bottom], { width, height }) {
    const mark = make("div", { className: "mark" });
    mark.style.left = `${(left / width) * 100}%`;
    mark.style.top = `${(top / height) * 100}%`;
    mark.style.width = `${((right - left) / width) * 100}%`;
    mark.style.height = `${((bottom - top) / height) * 100}%`;
    return mark;
  }

  #button(name, sign, onclick) {
    return make("button", { type: "button", className: "quiet", "aria-label": name, title: name, onclick }, sign);
  }
}
