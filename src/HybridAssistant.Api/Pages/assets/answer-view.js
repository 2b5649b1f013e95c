import { answerText } from "./answer-text.js";
import { citationChip } from "./citation-chip.js";
import { make, newId } from "./elements.js";
import { factTable } from "./fact-table.js";
import { feedbackForm } from "./feedback-form.js";

const HEADINGS = {
  clarify: "Which one is meant?",
  not_found: "No sheet answers this",
  refused: "Outside what the sheets cover",
};
const ADVICE = {
  not_found: "If a sheet should state it, name the product and the property as the sheet does.",
};

/** A question and its answer, as it comes in. */
export class AnswerView {
  #text = make("p", { className: "text", dir: "auto" });
  #evidence = make("div", { className: "evidence" });
  #answer = make("div", { className: "answer", "aria-busy": "true" }, make("p", { className: "waiting" }, "Looking it up…"));
  #actions;

  /**
   * @param actions  `open(citation)`, `choose(choice)`, `rate(rating, correction)`, `retry()`, `say(text)` to a screen reader,
   *   `take`: {label, done?, run(response)} or null
   */
  constructor(question, actions) {
    this.#actions = actions;
    const id = newId("question");
    this.element = make("article", { className: "turn", "aria-labelledby": id }, make("p", { id, className: "question", dir: "auto" }, question), this.#answer);
  }

  /** Shows what is decided: status, facts, citations, choices. */
  showFacts({ status, facts, derived, citations, choices }) {
    const heading = HEADINGS[status];
    this.#answer.dataset.status = status;
    this.#answer.replaceChildren(...(heading ? [make("p", { className: "heading" }, heading)] : []), this.#text, this.#evidence);
    const open = this.#actions.open;
    const tabled = facts.length > 1 ? new Set(facts.map((fact) => fact.citation)) : new Set();
    const chips = citations.filter((citation) => !tabled.has(citation.id)).map((citation) => make("li", {}, citationChip(citation, open)));
    this.#evidence.replaceChildren(
      ...(choices.length > 0 ? [this.#choices(choices)] : []),
      ...(facts.length > 1 ? [factTable(facts, derived, citations, open)] : []),
      ...(chips.length > 0 ? [make("ul", { className: "sources", "aria-label": "Sources" }, chips)] : []),
      ...(ADVICE[status] ? [make("p", { className: "advice" }, ADVICE[status])] : []),
    );
  }

  /** Brings it into sight: all of it or, where it is too long, its answer. */
  reveal() {
    this.element.scrollIntoView({ block: "nearest" });
    this.#answer.scrollIntoView({ block: "nearest" });
  }

  /** Adds a piece of text. */
  append(text) {
    this.#text.append(text);
  }

  /** The answer is whole. Only what the service signed can be rated. */
  finish(response) {
    const { rate, say, take } = this.#actions;
    this.showFacts(response);
    this.#text.replaceChildren(...answerText(response.answer, response.facts));
    this.#answer.removeAttribute("aria-busy");
    this.#answer.append(
      make(
        "footer",
        {},
        take && response.status === "answered" ? takeButton(take, response, say) : null,
        response.signature ? feedbackForm(rate) : null,
        make("span", { className: "served" }, servedBy(response)),
      ),
    );
  }

  /** The answer does not come, or not whole. */
  fail(message) {
    this.#answer.removeAttribute("aria-busy");
    this.#answer.querySelector(".waiting")?.remove();
    this.#answer.append(
      make(
        "p",
        { className: "failure" },
        message,
        " ",
        make("button", { type: "button", className: "retry", onclick: () => this.#actions.retry() }, "Ask again"),
      ),
    );
  }

  #choices(choices) {
    const buttons = choices.map((choice) => make("button", { type: "button", className: "choice", onclick: () => this.#actions.choose(choice) }, choice));
    return make("div", { className: "choices", role: "group", "aria-label": "Choices" }, buttons);
  }
}

function takeButton({ label, done, run }, response, say) {
  const button = make("button", { type: "button", className: "quiet take" }, label);
  button.onclick = async () => {
    try {
      await run(response);
      button.textContent = done ?? label;
      say(done ?? "");
    } catch {
      // A browser may refuse the clipboard.
      button.textContent = `${label}: not allowed`;
      say(button.textContent);
    }
  };
  return button;
}

function servedBy({ served, timings }) {
  const speaker = served.model ?? served.variant;
  const voice = served.adapter ? `, voice ${served.adapter}` : "";
  return `Worded by ${speaker}${voice} · ${Math.max(1, Math.round(timings.totalMs))} ms`;
}
