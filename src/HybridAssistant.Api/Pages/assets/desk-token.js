import { Problem } from "./problem.js";

// A token that ends within this time is renewed before it is used: the request would arrive too late.
const MARGIN_MILLISECONDS = 10_000;

/** The short-lived token of a foreign page: its own server asks the service for one, with the key that no page may hold. */
export class DeskToken {
  #url;
  #token = null;
  #endsAt = 0;
  #fetching = null;

  /** @param url  gives the address of the desk's server; without one nothing is sent */
  constructor(url) {
    this.#url = url;
  }

  current() {
    return !this.#url() || (this.#token && Date.now() < this.#endsAt - MARGIN_MILLISECONDS) ? this.#token : this.#fetch();
  }

  /** Another token than the one that was refused; null where another was refused, too. */
  renew(attempt, refused) {
    if (attempt > 1 || !this.#url()) {
      return null;
    }

    return this.#token !== refused ? this.#token : this.#fetch();
  }

  // Requests that start together share one token.
  #fetch() {
    this.#fetching ??= this.#request().finally(() => {
      this.#fetching = null;
    });
    return this.#fetching;
  }

  async #request() {
    let response;
    try {
      response = await fetch(this.#url(), { method: "POST", headers: { Accept: "application/json" } });
    } catch {
      throw new Problem("This desk's server cannot be reached for a token. Check the connection and try again.");
    }

    if (!response.ok) {
      throw new Problem(`This desk's server gave no token (status ${response.status}). Sign in again, or tell whoever runs the desk.`, response.status);
    }

    const { token, expiresAt } = await response.json();
    this.#token = token;
    this.#endsAt = Date.parse(expiresAt);
    return token;
  }
}
