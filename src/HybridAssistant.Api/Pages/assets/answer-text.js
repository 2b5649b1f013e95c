import { make } from "./elements.js";
import { withUnit } from "./fact-table.js";

// A longer one may break, or it would not fit on a phone.
const LONGEST_WHOLE = 30;

/** An answer's text as nodes: no line of it ends inside a product's name or a printed value ("SK-204-E", "14 bar"). */
export function answerText(text, facts) {
  const whole = facts.flatMap((fact) => [fact.product, withUnit(fact), fact.value]).filter((printed) => printed?.length <= LONGEST_WHOLE && /[\s-]/.test(printed));
  if (whole.length === 0) {
    return [text];
  }

  // The longest first: "14 bar" before "14". What a pattern of one group splits off stands at the odd places.
  const pattern = [...new Set(whole)].sort((one, other) => other.length - one.length).map((printed) => printed.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return text.split(new RegExp(`(${pattern.join("|")})`)).map((part, place) => (place % 2 === 1 ? make("span", { className: "whole" }, part) : part));
}
