import { make, newId } from "./elements.js";

const STORED_AS = "hybrid-assistant.key";

/** The API key of the person at the page. It stays in this tab, until the tab is closed. */
export class AccessKey {
  #button;
  #asking = null;

  /** @param button  shows whether there is a key, and asks for one */
  constructor(button) {
    this.#button = button;
    this.#button.onclick = () => this.renew(1, "");
    this.#show();
  }

  current() {
    return sessionStorage.getItem(STORED_AS);
  }

  /** Asks for a key; null when the person has none. Whoever asks meanwhile waits for the same dialog. */
  renew(attempt, reason = attempt > 1 || this.current() ? "The service does not know this key." : "The service asks for a key.") {
    this.#asking ??= this.#ask(reason).finally(() => {
      this.#asking = null;
    });
    return this.#asking;
  }

  #ask(reason) {
    const id = newId("key");
    const title = newId("key-title");
    const field = make("input", { id, type: "password", autocomplete: "off", spellcheck: false, required: true });
    const dialog = make(
      "dialog",
      { className: "key", "aria-labelledby": title },
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
    document.body.append(dialog);
    dialog.showModal();
    return new Promise((resolve) => {
      dialog.addEventListener("close", () => {
        const key = dialog.returnValue === "use" ? field.value.trim() : null;
        if (key) {
          sessionStorage.setItem(STORED_AS, key);
        } else if (dialog.returnValue === "forget") {
          sessionStorage.removeItem(STORED_AS);
        }

        dialog.remove();
        this.#show();
        resolve(key);
      });
    });
  }

  #show() {
    this.#button.textContent = this.current() ? "Key set" : "Key";
  }
}
