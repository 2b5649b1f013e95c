import { counted } from "./counted.js";
import { make } from "./elements.js";

/** What a replacement changed, fact by fact: lines such as "KX-200 · max. working pressure: 16 bar -> 12 bar, p. 2". */
export function changeReport(lines) {
  if (lines.length === 0) {
    return make("p", {}, "No fact changed.");
  }

  const items = lines.map((line) => {
    const cut = line.indexOf(": ");
    return make("li", {}, make("span", {}, line.slice(0, cut + 1)), " ", make("strong", {}, line.slice(cut + 2).replace(" -> ", " → ")));
  });
  return make("div", { className: "changes", role: "region", "aria-label": "What changed", tabindex: "0" }, make("p", {}, `${counted(lines.length, "fact")} changed`), make("ul", {}, items));
}
