import { make } from "./elements.js";

/** The name of a citation's place: "kx.pdf, p. 2". */
export function placeOf(citation) {
  return `${citation.document}, p. ${citation.page}`;
}

/** The button that opens a citation's page. */
export function citationChip(citation, open) {
  return make(
    "button",
    {
      type: "button",
      className: "chip",
      title: citation.quote ?? "",
      "data-citation": citation.id,
      onclick: () => open(citation),
    },
    make("span", { className: "unseen" }, "Source "),
    make("span", { className: "chip-number" }, String(citation.id)),
    " ",
    placeOf(citation),
    make("span", { className: "unseen" }, ": show it on the sheet"),
  );
}
