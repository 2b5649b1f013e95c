import { closed } from "./confirm-dialog.js";
import { make, newId } from "./elements.js";

const STORED_AS = "hybrid-assistant.key";

/** The API key of the person at the page. It stays in this tab, until the tab is closed. */
export class AccessKey {
  #button;
  #changed;
  #asking = null;

  /** What is said where a key is needed and none was given. */
  missing = "The service needs a key. Press “Key” at the top and enter one.";

  /**
   * @param button  shows whether there is a key, and asks for one
   * @param changed  called when there is another key, or none any more
   */
  constructor(button, changed) {
    this.#button = button;
    this.#changed = changed;
    this.#button.onclick = () => this.ask("");
    this.#show();
  }

  current() {
    return sessionStorage.getItem(STORED_AS);
  }

  /** Another key than the one that was refused; null when the person has none. */
  renew(attempt, refused) {
    const current = this.current();
    if (current && current !== refused) {
      return current;
    }

    this.#store(null);
    return this.ask(refused ? "The service does not know this key." : "The service asks for a key.");
  }

  /** Asks for a key. Whoever asks meanwhile waits for the same dialog. */
  ask(reason) {
    this.#asking ??= this.#ask(reason).finally(() => {
      this.#asking = null;
    });
    return this.#asking;
  }

  async #ask(reason) {
    const id = newId("key");
    const title = newId("key-title");
    const field = make("input", { id, type: "password", autocomplete: "off", spellcheck: false, required: true });
    const dialog = make(
      "dialog",
      { className: "asking key", "aria-labelledby": title },
      make(
        "form",
        { method: "dialog" },
        make("h2", { id: title }, "API key"),
        make("p", {}, `${reason} It is kept in this tab only, until you close it.`.trim()),
        make("label", { for: id }, "Key"),
        field,
        make(
          "div",
          { className: "send" },
          make("button", { type: "button", onclick: () => dialog.close() }, "Cancel"),
          this.current() ? make("button", { type: "button", onclick: () => dialog.close("forget") }, "Forget the key") : null,
          make("button", { type: "submit", value: "use", className: "primary" }, "Use"),
        ),
      ),
    );
    const chosen = await closed(dialog);
    const key = chosen === "use" ? field.value.trim() : null;
    if (key || chosen === "forget") {
      this.#store(key);
      this.#changed();
    }

    return key;
  }

  #store(key) {
    if (key) {
      sessionStorage.setItem(STORED_AS, key);
    } else {
      sessionStorage.removeItem(STORED_AS);
    }

    this.#show();
  }

  #show() {
    this.#button.textContent = this.current() ? "Key set" : "Key";
  }
}
