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
  #asking = false;

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

  /** Asks a question and shows its answer as it comes in. One at a time: a second click on a choice asks nothing. */
  async ask(message) {
    if (this.#asking) {
      return;
    }

    this.#asking = true;
    this.#hint.remove();
    const stopping = new AbortController();
    const outcome = {};
    const view = new AnswerView(message, this.#actions(message, outcome));
    this.#log.append(view.element);
    this.#form.busy(() => stopping.abort());
    this.#form.focus();
    this.#spoken.textContent = "Looking it up.";
    view.reveal();
    try {
      const voice = this.#form.voice || this.#settings.voice();
      const request = this.#conversation.request(message, { product: this.#settings.product(), voice });
      Object.assign(
        outcome,
        await this.#client.ask(request, {
          onFacts: (facts) => this.#follow(view, () => view.showFacts(facts)),
          onDelta: (text) => this.#follow(view, () => view.append(text)),
          signal: stopping.signal,
        }),
      );
      const { response } = outcome;
      this.#conversation.add(message, response);
      this.#follow(view, () => view.finish(response));
      this.#spoken.textContent = response.answer;
      this.#settings.on("answered", { question: message, response });
    } catch (error) {
      const text = stopping.signal.aborted ? "Stopped." : error.message;
      this.#follow(view, () => view.fail(text));
      this.#spoken.textContent = text;
    } finally {
      this.#asking = false;
      this.#form.busy(null);
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
      say: (text) => {
        this.#spoken.textContent = text;
      },
      take: this.#settings.take,
      rate: async (rating, correction) => {
        await this.#client.rate(question, outcome.received, rating, correction);
        this.#settings.on("feedback", { question, rating, correction: correction ?? null, response: outcome.response });
      },
    };
  }

  // Who scrolled up to read stays there; who sees the end of the answer is taken along.
  #follow(view, change) {
    const seen = view.element.getBoundingClientRect().bottom <= this.#form.element.getBoundingClientRect().top + 1;
    change();
    if (seen) {
      view.reveal();
    }
  }
}
