import { make, newId } from "./elements.js";

/** Asks before what cannot be undone; gives whether it was agreed to. Escape and the first button agree to nothing. */
export async function confirmed(question, explanation, action) {
  const title = newId("confirm");
  const dialog = make(
    "dialog",
    { className: "asking", "aria-labelledby": title },
    make(
      "form",
      { method: "dialog" },
      make("h2", { id: title }, question),
      make("p", {}, explanation),
      make("div", { className: "send" }, make("button", { type: "submit", value: "no" }, "Cancel"), make("button", { type: "submit", value: "yes", className: "primary" }, action)),
    ),
  );
  return (await closed(dialog)) === "yes";
}

/** Shows a dialog over the page; gives what it was closed with, and takes it away again. */
export function closed(dialog) {
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue);
    });
  });
}
