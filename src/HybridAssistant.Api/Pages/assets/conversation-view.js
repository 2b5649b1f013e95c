import { AnswerView } from "./answer-view.js";
import { Conversation } from "./conversation.js";
import { make } from "./elements.js";
import { QuestionForm } from "./question-form.js";
import { SheetViewer } from "./sheet-viewer.js";

/** Asking and answering: the same on the page and in the widget. */
export class ConversationView {
  #client;
  #settings;
  #conversation = new Conversation();
  #form = new QuestionForm((message) => this.ask(message));
  #hint = make("p", { className: "hint" });
  #log = make("div", { className: "log", role: "region", "aria-label": "Conversation", tabindex: "0" }, this.#hint);
  // What a screen reader says: the whole answer once, rather than each piece as it comes in.
  #spoken = make("p", { className: "unseen", role: "status" });

  /**
   * @param settings  `product` and `voice` (functions), `take` ({label, done?, run(response)} or null), `hint`,
   *   `on(event, detail)`: told of "answered", "cited" and "feedback"
   */
  constructor(client, assets, settings) {
    this.#client = client;
    this.#settings = settings;
    this.#hint.textContent = settings.hint;
    this.viewer = new SheetViewer(client, assets);
    this.elements = [this.#log, this.#form.element, this.#spoken];
  }

  get form() {
    return this.#form;
  }

  /** Asks a question and shows its answer as it comes in. */
  async ask(message) {
    this.#hint.remove();
    const stopping = new AbortController();
    const outcome = {};
    const view = new AnswerView(message, this.#actions(message, outcome));
    this.#log.append(view.element);
    this.#form.busy(() => stopping.abort());
    this.#form.focus();
    this.#spoken.textContent = "Looking it up.";
    this.#reveal(view);
    try {
      const voice = this.#form.voice || this.#settings.voice();
      const request = this.#conversation.request(message, { product: this.#settings.product(), voice });
      Object.assign(
        outcome,
        await this.#client.ask(request, {
          onFacts: (facts) => {
            view.showFacts(facts);
            this.#reveal(view);
          },
          onDelta: (text) => view.append(text),
          signal: stopping.signal,
        }),
      );
      const { response } = outcome;
      this.#conversation.add(message, response);
      view.finish(response);
      this.#spoken.textContent = response.answer;
      this.#settings.on("answered", { question: message, response });
    } catch (error) {
      const text = stopping.signal.aborted ? "Stopped." : error.message;
      view.fail(text);
      this.#spoken.textContent = text;
    } finally {
      this.#form.busy(null);
      this.#reveal(view);
    }
  }

  #actions(question, outcome) {
    return {
      open: (citation) => {
        this.#settings.on("cited", { citation });
        this.viewer.open(citation);
      },
      choose: (choice) => this.ask(choice),
      retry: () => this.ask(question),
      take: this.#settings.take,
      rate: async (rating, correction) => {
        await this.#client.rate(question, outcome.received, rating, correction);
        this.#settings.on("feedback", { question, rating, correction: correction ?? null, response: outcome.response });
      },
    };
  }

  #reveal(view) {
    view.element.scrollIntoView({ block: "nearest" });
  }
}
