import { make } from "./elements.js";
import { Problem } from "./problem.js";
import { SheetFile, saveFile } from "./sheet-file.js";

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
  #folder;
  #pdfjs = null;
  #opened = null;
  #citation = null;
  #page = 1;
  #zoom = 1;
  // Whoever opens sheets or turns pages quickly sees the last one asked for, not the last one that came.
  #latest = 0;
  #title = make("h2", { tabindex: "-1" });
  #quote = make("p", { className: "quote" });
  #state = make("div", { className: "state", role: "status" });
  #paper = make("div", { className: "paper" });
  #desk = make("div", { className: "desk", role: "region", tabindex: "0", "aria-label": "Page of the sheet" }, this.#paper);
  #back = this.#button("Previous page", "‹", () => this.#show(this.#page - 1));
  #forth = this.#button("Next page", "›", () => this.#show(this.#page + 1));
  #place = make("span", { className: "place" });

  /** @param assets  address of the folder that PDF.js lies under, with a slash at its end */
  constructor(client, assets) {
    this.#client = client;
    this.#folder = `${assets}${PDFJS}/`;
    const close = make("button", { type: "button", className: "close", onclick: () => this.element.close() }, "Close");
    const bar = make(
      "div",
      { className: "bar" },
      this.#back,
      this.#place,
      this.#forth,
      this.#button("Smaller", "−", () => this.#scale(1 / ZOOM_STEP)),
      this.#button("Larger", "+", () => this.#scale(ZOOM_STEP)),
      make("button", { type: "button", className: "save", onclick: () => this.#save() }, "Download"),
    );
    this.element = make(
      "dialog",
      { className: "sheet", "aria-label": "Source" },
      make("header", {}, make("div", { className: "title" }, this.#title, close), bar, this.#quote),
      this.#state,
      this.#desk,
    );
    this.element.addEventListener("close", () => {
      this.#latest += 1;
      this.#paper.replaceChildren();
    });
  }

  /** Opens a citation: {document, page, title?, revision?, quote?, box?, readBy?}. */
  async open(citation) {
    this.#citation = citation;
    this.#zoom = 1;
    const revision = citation.revision ? `, revision ${citation.revision}` : "";
    this.#title.textContent = `${citation.document}${revision}`;
    this.#quote.textContent = citation.quote ? `“${citation.quote}”${citation.readBy === "ocr" ? " – recognised on a scanned page" : ""}` : (citation.title ?? "");
    this.#place.textContent = "";
    this.#back.disabled = true;
    this.#forth.disabled = true;
    this.#paper.replaceChildren();
    this.#state.textContent = "Opening the sheet…";
    if (!this.element.open) {
      this.element.showModal();
      this.element.dispatchEvent(new Event("opened"));
    }

    this.#title.focus();
    await this.#show(citation.page);
  }

  /** Forgets the sheet that is in memory: it may have been replaced. */
  forget() {
    this.#opened?.file.then((file) => file.close(), () => {});
    this.#opened = null;
  }

  async #show(page) {
    const latest = (this.#latest += 1);
    const citation = this.#citation;
    try {
      const file = await this.#file(citation.document);
      if (latest === this.#latest) {
        const number = Math.min(Math.max(page, 1), file.pdf.numPages);
        this.#turn(number, file.pdf.numPages);
        this.#paper.classList.add("old");
        const drawn = await Promise.race([this.#draw(file.pdf, number), file.failure]);
        if (latest === this.#latest) {
          this.#lay(drawn, number === citation.page ? citation : null);
        }
      }
    } catch (error) {
      if (latest === this.#latest) {
        this.forget();
        this.#paper.replaceChildren();
        const again = make("button", { type: "button", onclick: () => this.open({ ...citation, page }) }, "Try again");
        this.#state.replaceChildren(`The sheet cannot be shown. ${error.message} `, again);
      }
    }
  }

  #file(document) {
    if (this.#opened?.document !== document) {
      this.forget();
      this.#opened = { document, file: this.#load(document) };
    }

    return this.#opened.file;
  }

  async #load(document) {
    try {
      this.#pdfjs ??= await import(`${this.#folder}pdf.min.mjs`);
    } catch {
      throw new Problem("The program that draws PDFs did not load. Check the connection and try again.");
    }

    this.#pdfjs.GlobalWorkerOptions.workerSrc = `${this.#folder}pdf.worker.min.mjs`;
    return SheetFile.open(this.#client, document, this.#pdfjs, this.#folder);
  }

  #turn(page, pages) {
    this.#page = page;
    this.#place.textContent = `Page ${page} of ${pages}`;
    this.#back.disabled = page === 1;
    this.#forth.disabled = page === pages;
  }

  #scale(factor) {
    this.#zoom = Math.min(Math.max(this.#zoom * factor, MIN_ZOOM), MAX_ZOOM);
    return this.#show(this.#page);
  }

  async #draw(pdf, number) {
    const page = await pdf.getPage(number);
    const size = page.getViewport({ scale: 1 });
    const width = Math.max(this.#desk.clientWidth, MIN_WIDTH) * this.#zoom;
    const sharp = Math.min((width / size.width) * (window.devicePixelRatio || 1), Math.sqrt(MAX_PIXELS / (size.width * size.height)));
    const viewport = page.getViewport({ scale: sharp });
    const canvas = make("canvas", { width: Math.round(viewport.width), height: Math.round(viewport.height), role: "img" });
    await page.render({ canvas, viewport }).promise;
    return { canvas, width, size };
  }

  #lay({ canvas, width, size }, cited) {
    const marks = cited?.box ? [markOf(cited.box, size)] : [];
    canvas.setAttribute("aria-label", `Page ${this.#page} of ${this.#citation.document}${cited?.box ? `; marked: ${cited.quote}` : ""}`);
    this.#paper.style.width = `${width}px`;
    this.#paper.replaceChildren(canvas, ...marks);
    this.#paper.classList.remove("old");
    this.#state.textContent = "";
    marks[0]?.scrollIntoView({ block: "center", inline: "center" });
  }

  async #save() {
    const { document } = this.#citation;
    this.#state.textContent = "Fetching the whole sheet…";
    try {
      saveFile(await this.#client.file(document), document);
      this.#state.textContent = "";
    } catch (error) {
      this.#state.textContent = `Not downloaded. ${error.message}`;
    }
  }

  #button(name, sign, onclick) {
    return make("button", { type: "button", className: "quiet", "aria-label": name, title: name, onclick }, sign);
  }
}

// A box is in PDF points from the top left of the page as displayed; in shares of the page it fits whatever size it is drawn in.
function markOf([left, top, right, bottom], { width, height }) {
  const mark = make("div", { className: "mark" });
  mark.style.left = `${(left / width) * 100}%`;
  mark.style.top = `${(top / height) * 100}%`;
  mark.style.width = `${((right - left) / width) * 100}%`;
  mark.style.height = `${((bottom - top) / height) * 100}%`;
  return mark;
}
