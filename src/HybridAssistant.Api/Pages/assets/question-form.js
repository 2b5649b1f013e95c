import { make, newId } from "./elements.js";

// The service's limit is 8 KB of UTF-8; a letter has at most three bytes here.
const MAX_LENGTH = 2700;

/** Where a question is typed; Enter sends it, Shift+Enter starts a line. */
export class QuestionForm {
  #field;
  #button = make("button", { type: "submit", className: "primary" }, "Ask");
  #voice = make("select", { id: newId("voice") });
  #voiceField = make("span", { className: "voice", hidden: true }, make("label", { for: this.#voice.id }, "Voice"), this.#voice);
  #stop = null;

  constructor(ask) {
    const id = newId("message");
    this.#field = make("textarea", { id, rows: 2, maxLength: MAX_LENGTH, placeholder: "A value of a product, a comparison, a dimension …" });
    this.element = make(
      "form",
      { className: "ask" },
      make("label", { for: id }, "Your question"),
      this.#voiceField,
      make("div", { className: "entry" }, this.#field, this.#button),
    );
    this.#field.onkeydown = (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        if (!this.#stop) {
          this.element.requestSubmit();
        }
      }
    };
    this.element.onsubmit = (event) => {
      event.preventDefault();
      const message = this.#field.value.trim();
      if (this.#stop) {
        this.#stop();
      } else if (message) {
        this.#field.value = "";
        ask(message);
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

  focus() {
    this.#field.focus();
  }
}
