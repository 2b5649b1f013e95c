import { AssistantClient } from "./assistant-client.js";
import { placeOf } from "./citation-chip.js";
import { ConversationView } from "./conversation-view.js";
import { DeskToken } from "./desk-token.js";
import { make } from "./elements.js";

// Where this script came from; a page rarely has another service in mind.
const SCRIPT_ORIGIN = document.currentScript?.src ? new URL(document.currentScript.src).origin : "";

/**
 * `<hybrid-assistant endpoint voice product token-url>`: the assistant inside another page. Its events bubble out of it:
 * `answered` {question, response}, `cited` {citation}, `feedback` {question, rating, correction, response} and
 * `insert` {text, response}, when the person takes an answer over into the page's own editor.
 */
class HybridAssistantElement extends HTMLElement {
  #view = null;

  connectedCallback() {
    // Moved about in its page, it keeps what was said.
    if (this.#view) {
      return;
    }

    const endpoint = (this.getAttribute("endpoint") ?? SCRIPT_ORIGIN).replace(/\/+$/, "");
    const client = new AssistantClient(endpoint, new DeskToken(() => this.getAttribute("token-url")));
    this.#view = new ConversationView(client, `${endpoint}/assets/`, {
      product: () => this.getAttribute("product") ?? "",
      voice: () => this.getAttribute("voice") ?? "",
      hint: "Ask what a spec sheet states.",
      take: { label: "Insert into reply", run: (response) => this.#tell("insert", { text: replyText(response), response }) },
      on: (name, detail) => this.#tell(name, detail),
    });
    const root = this.attachShadow({ mode: "open" });
    const styles = new CSSStyleSheet();
    styles.replaceSync(WIDGET_STYLES);
    root.adoptedStyleSheets = [styles];
    root.append(make("section", { "aria-label": "Spec sheet assistant" }, this.#view.elements), this.#view.viewer.element);
  }

  /** Asks a question as if it had been typed. */
  ask(message) {
    return this.#view.ask(message);
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

// A customer cannot open our sheets by a number: each source is named.
function replyText({ answer, citations }) {
  const places = [...new Set(citations.map((citation) => (citation.revision ? `${placeOf(citation)}, revision ${citation.revision}` : placeOf(citation))))];
  return places.length > 0 ? `${answer}\n(${places.length > 1 ? "Sources" : "Source"}: ${places.join("; ")})` : answer;
}

customElements.define("hybrid-assistant", HybridAssistantElement);
