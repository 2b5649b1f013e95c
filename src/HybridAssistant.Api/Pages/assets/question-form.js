import { make, newId } from "./elements.js";

// The service's limit of a message, in UTF-8.
const MAX_BYTES = 8192;
// From here on it is said how much there is.
const MANY_BYTES = 7168;
// What Safari gives the Enter that ends a composition (of kana, say), which it does not call composing.
const COMPOSING = 229;

/** Where a question is typed; Enter sends it, Shift+Enter starts a line. */
export class QuestionForm {
  #field;
  #button = make("button", { type: "submit", className: "primary" }, "Ask");
  #voice = make("select", { id: newId("voice") });
  #voiceField = make("span", { className: "voice", hidden: true }, make("label", { for: this.#voice.id }, "Voice"), this.#voice);
  #size = make("p", { id: newId("size"), className: "size", role: "status" });
  #stop = null;
  #ask;

  constructor(ask) {
    this.#ask = ask;
    const id = newId("message");
    this.#field = make("textarea", { id, rows: 2, dir: "auto", placeholder: "A value, a comparison, a dimension …", "aria-describedby": this.#size.id });
    this.element = make(
      "form",
      { className: "ask" },
      make("label", { for: id }, "Your question"),
      this.#voiceField,
      make("div", { className: "entry" }, this.#field, this.#button),
      this.#size,
    );
    this.#field.oninput = () => this.#measure();
    this.#field.onkeydown = (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== COMPOSING) {
        event.preventDefault();
        this.#send();
      }
    };
    // The second click of a double click on Ask would be one on Stop.
    this.#button.onclick = (event) => {
      if (event.detail > 1) {
        event.preventDefault();
      }
    };
    this.element.onsubmit = (event) => {
      event.preventDefault();
      if (this.#stop) {
        this.#stop();
      } else {
        this.#send();
      }
    };
  }

  /** The chosen voice; "" for the service's own choice. */
  get voice() {
    return this.#voice.value;
  }

  /** Offers voices, where there are any. */
  offerVoices(voices) {
    this.#voiceField.hidden = voices.length === 0;
    this.#voice.replaceChildren(
      make("option", { value: "" }, "Default"),
      ...voices.map(({ name, description }) => make("option", { value: name, title: description ?? "" }, name)),
    );
  }

  /** While an answer is on its way, the button ends it by `stop`; null when it is there. */
  busy(stop) {
    this.#stop = stop;
    this.#button.textContent = stop ? "Stop" : "Ask";
  }

  /** To type on; not where that brings up a keyboard on the screen, which covers the answer. */
  focus() {
    if (window.matchMedia("(pointer: coarse)").matches) {
    } else {
      this.#field.focus();
    }
  }

  #send() {
    const message = this.#field.value.trim();
    if (message && !this.#stop && this.#measure()) {
      this.#field.value = "";
      this.#measure();
      this.#field.blur();
      this.#ask(message);
    }
  }

  // What is pasted is never cut short: the end of a customer's message may be the question.
  #measure() {
    const bytes = new TextEncoder().encode(this.#field.value.trim()).length;
    const count = `${bytes.toLocaleString("en")} of ${MAX_BYTES.toLocaleString("en")} bytes`;
    const fits = bytes <= MAX_BYTES;
    this.#size.textContent = bytes < MANY_BYTES ? "" : fits ? count : `Too long: ${count}. Shorten it, then ask.`;
    this.#size.classList.toggle("over", !fits);
    this.#field.setAttribute("aria-invalid", String(!fits));
    return fits;
  }
}
