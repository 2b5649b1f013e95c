import { citationChip } from "./citation-chip.js";
import { make } from "./elements.js";

/** Several facts side by side. One alone is what the sentence says already. */
export function factTable(facts, derived, citations, open) {
  const rows = facts.map((fact, index) => {
    const citation = citations.find((known) => known.id === fact.citation);
    const conversions = derived.filter((quantity) => quantity.fact === index).map((quantity) => ` (${withUnit(quantity)})`);
    return make(
      "tr",
      {},
      make("th", { scope: "row" }, fact.product ?? ""),
      make("td", {}, fact.condition ? `${fact.attribute} (${fact.condition})` : (fact.attribute ?? "")),
      make("td", { className: "value" }, withUnit(fact) + conversions.join("")),
      make("td", {}, citation ? citationChip(citation, open) : ""),
    );
  });
  const head = ["Product", "Property", "Value", "Source"].map((name) => make("th", { scope: "col" }, name));
  return make("table", { className: "facts" }, make("thead", {}, make("tr", {}, head)), make("tbody", {}, rows));
}

/** A quantity as it is printed. */
export function withUnit(quantity) {
  return quantity.unit ? `${quantity.value} ${quantity.unit}` : quantity.value;
}
