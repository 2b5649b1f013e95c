// The service takes no more; what is older than ten questions does not complete a follow-up.
const MAX_TURNS = 20;

/** What was said, kept here: the service has no memory of its own. */
export class Conversation {
  #turns = [];
  #id = null;

  /** The request of a question, with what was said before it. */
  request(message, { product, voice }) {
    return {
      message,
      history: this.#turns.slice(-MAX_TURNS),
      ...(this.#id && { conversationId: this.#id }),
      ...(product && { filters: { product } }),
      ...(voice && { voice }),
    };
  }

  /** Keeps an answered question. An answer that broke off is not kept: nobody can refer to it. */
  add(message, response) {
    this.#id ??= response.id;
    this.#turns.push({ role: "user", content: message }, { role: "assistant", content: response.answer });
  }
}
