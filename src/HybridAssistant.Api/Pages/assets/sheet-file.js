import { Problem } from "./problem.js";

// A sheet of a few pages comes whole with the first part; of a scanned catalogue only what a page needs.
const FIRST_PART = 512 * 1024;
const LATER_PART = 64 * 1024;
const PRECONDITION_FAILED = 412;

/** A PDF as PDF.js reads it: through our client, so that each part carries the key or a token that is still good. */
export class SheetFile {
  #loading;
  #fail;

  /** Rejects when a part does not come: PDF.js has no word for it and would wait for ever. */
  failure = new Promise((_, reject) => {
    this.#fail = reject;
  });

  /** Opens a document; `folder` is where PDF.js lies, with a slash at its end. */
  static async open(client, document, pdfjs, folder) {
    const first = await client.part(document, 0, FIRST_PART);
    const file = new SheetFile();
    file.failure.catch(() => {});
    const source = first.bytes.length < first.total ? { range: file.#parts(client, document, pdfjs, first) } : { data: first.bytes };
    file.#loading = pdfjs.getDocument({
      ...source,
      rangeChunkSize: LATER_PART,
      disableAutoFetch: true,
      disableStream: true,
      standardFontDataUrl: `${folder}fonts/`,
      wasmUrl: `${folder}wasm/`,
      isEvalSupported: false,
    });
    try {
      file.pdf = await Promise.race([file.#loading.promise, file.failure]);
      return file;
    } catch (error) {
      file.close();
      throw error;
    }
  }

  /** Gives back the memory and the worker. */
  close() {
    this.#loading.destroy();
  }

  #parts(client, document, pdfjs, { bytes, total, changedAt }) {
    const transport = new pdfjs.PDFDataRangeTransport(total, bytes);
    transport.requestDataRange = async (begin, end) => {
      try {
        const part = await client.part(document, begin, end, changedAt);
        transport.onDataRange(begin, part.bytes);
      } catch (error) {
        this.#fail(error.status === PRECONDITION_FAILED ? new Problem("It was replaced since it was opened. Close it and ask again.") : error);
      }
    };
    return transport;
  }
}

/** Hands a file to the browser's downloads. */
export function saveFile(bytes, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type: "application/pdf" }));
  link.download = name;
  link.click();
  // The download has read it long before.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
