const ATTRIBUTE = /^(aria-|data-|role$|for$|part$|tabindex$|colspan$|scope$)/;
const SVG = "http://www.w3.org/2000/svg";
let lastId = 0;

/** Makes an element of properties and children. Text stays text: nothing here reads markup. */
export function make(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (ATTRIBUTE.test(key)) {
      element.setAttribute(key, value);
    } else {
      element[key] = value;
    }
  }

  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

/** A picture of one path on a grid of 24 by 24, in the colour of the text around it. Its button says what it means. */
export function icon(path) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

/** An id that no other element of the document or of the widget has. */
export function newId(name) {
  lastId += 1;
  return `${name}-${lastId}`;
}
