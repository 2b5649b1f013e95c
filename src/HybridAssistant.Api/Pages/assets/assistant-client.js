import { eventsOf } from "./event-stream.js";
import { Problem } from "./problem.js";

const UNREACHABLE = "The service cannot be reached. Check the connection and try again.";
const BROKEN_OFF = "The connection ended before the answer was complete.";

/** Speaks to the service's /v1. */
export class AssistantClient {
  #endpoint;
  #credential;

  /**
   * @param endpoint  address of the service, without a slash at its end; "" for the page's own
   * @param credential  what is sent as a bearer: `current()` gives it or null; `renew(attempt, refused)`, after a 401, another or
   *   null; `missing`, where there is such a text, says what to do without one
   */
  constructor(endpoint, credential) {
    this.#endpoint = endpoint;
    this.#credential = credential;
  }

  /**
   * Asks. `onFacts` is told what is decided, `onDelta` each piece of the verified text. Gives the whole response and, because
   * its signature covers it, the very text that it came in.
   */
  async ask(question, { onFacts, onDelta, signal }) {
    const response = await this.#send("/v1/chat", {
      method: "POST",
      // What is refused is no stream.
      headers: { "Content-Type": "application/json", Accept: "text/event-stream, application/problem+json" },
      body: JSON.stringify(question),
      signal,
    });
    try {
      for await (const { name, data } of eventsOf(response.body)) {
        if (name === "facts") {
          onFacts(JSON.parse(data));
        } else if (name === "delta") {
          onDelta(JSON.parse(data).text);
        } else if (name === "done") {
          return { response: JSON.parse(data), received: data };
        }
      }
    } catch (error) {
      throw signal?.aborted ? error : new Problem(BROKEN_OFF);
    }

    throw new Problem(BROKEN_OFF);
  }

  /** Sends a rating of a response. */
  async rate(question, received, rating, correction) {
    const rest = correction ? `,"correction":${JSON.stringify(correction)}` : "";
    await this.#send("/v1/feedback", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      // The response goes back as it came: parsed and written anew, a number could look different and the signature would not fit.
      body: `{"question":${JSON.stringify(question)},"response":${received},"rating":"${rating}"${rest}}`,
    });
  }

  /** The models and voices; none from a service that has no such list. */
  voices() {
    return this.#find("/v1/voices", { models: [], voices: [] });
  }

  /** All documents. */
  async documents() {
    return (await (await this.#send("/v1/documents")).json()).documents;
  }

  /** What the last replacement of a document changed; null where it was never replaced. */
  changes(document) {
    return this.#find(`/v1/documents/${encodeURIComponent(document)}/changes`, null);
  }

  /** Who asks and what they may do: {name, kind, role, maxUploadBytes}. */
  async access() {
    return (await this.#send("/v1/access")).json();
  }

  /** Removes a document from the index. */
  async remove(document) {
    await this.#send(`/v1/documents/${encodeURIComponent(document)}`, { method: "DELETE" });
  }

  /** The PDF of a document, whole. */
  async file(document) {
    return (await this.#send(`/v1/documents/${encodeURIComponent(document)}/file`)).arrayBuffer();
  }

  /**
   * The bytes of a document's PDF from `begin` to before `end`, how many there are in all and when they changed. With
   * `unchangedSince`, what that was for an earlier part, bytes of another version are refused (412).
   */
  async part(document, begin, end, unchangedSince) {
    const headers = { Range: `bytes=${begin}-${end - 1}`, ...(unchangedSince && { "If-Unmodified-Since": unchangedSince }) };
    const response = await this.#send(`/v1/documents/${encodeURIComponent(document)}/file`, { headers });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const changedAt = response.headers.get("Last-Modified");
    // Not every proxy on the way knows parts.
    return response.status === 206
      ? { bytes, total: Number(/\d+$/.exec(response.headers.get("Content-Range"))[0]), changedAt }
      : { bytes: begin === 0 ? bytes : bytes.subarray(begin, end), total: bytes.length, changedAt };
  }

  /** Uploads a PDF; `onProgress` is told the share that is sent, 0 to 1. Not by fetch, which does not tell. */
  async upload(file, onProgress) {
    const outcome = await this.#authorized((credential) => this.#uploadOnce(file, onProgress, credential));
    if (outcome.status >= 300) {
      throw Problem.read(outcome.status, outcome.body);
    }

    return JSON.parse(outcome.body);
  }

  #uploadOnce(file, onProgress, credential) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open("POST", `${this.#endpoint}/v1/documents?name=${encodeURIComponent(file.name)}`);
      request.setRequestHeader("Content-Type", "application/pdf");
      if (credential) {
        request.setRequestHeader("Authorization", `Bearer ${credential}`);
      }

      request.upload.onprogress = (event) => onProgress(event.total ? event.loaded / event.total : 1);
      request.onload = () => resolve({ status: request.status, body: request.responseText });
      request.onerror = () => reject(new Problem(UNREACHABLE));
      request.send(file);
    });
  }

  async #find(path, otherwise) {
    try {
      return await (await this.#send(path)).json();
    } catch (error) {
      if (error instanceof Problem && error.status === 404) {
        return otherwise;
      }

      throw error;
    }
  }

  async #send(path, init = {}) {
    const response = await this.#authorized((credential) => this.#fetch(path, init, credential));
    if (!response.ok) {
      throw await Problem.of(response);
    }

    return response;
  }

  async #authorized(send) {
    let credential = await this.#credential.current();
    let response = await send(credential);
    for (let attempt = 1; response.status === 401; attempt += 1) {
      credential = await this.#credential.renew(attempt, credential);
      if (credential) {
        response = await send(credential);
      } else if (this.#credential.missing) {
        throw new Problem(this.#credential.missing, response.status);
      } else {
        break;
      }
    }

    return response;
  }

  async #fetch(path, init, credential) {
    const headers = { ...init.headers, ...(credential && { Authorization: `Bearer ${credential}` }) };
    try {
      return await fetch(this.#endpoint + path, { ...init, headers });
    } catch (error) {
      throw init.signal?.aborted ? error : new Problem(UNREACHABLE);
    }
  }
}
