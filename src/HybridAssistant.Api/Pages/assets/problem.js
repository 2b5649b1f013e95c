/** A request that failed, in words for the person who made it. */
export class Problem extends Error {
  /** The HTTP status; 0 where there was no response. */
  constructor(message, status = 0) {
    super(message);
    this.name = "Problem";
    this.status = status;
  }

  /** The problem of a response: its RFC 9457 details where it has them. */
  static async of(response) {
    const wait = response.headers.get("Retry-After");
    if (response.status === 429 && wait) {
      return new Problem(`Too many requests for now. Try again in ${wait} s.`, response.status);
    }

    return Problem.read(response.status, await response.text().catch(() => ""));
  }

  /** The problem of a status and a body. */
  static read(status, body) {
    let details = {};
    try {
      details = JSON.parse(body) ?? {};
    } catch {
      // Not every proxy on the way speaks JSON.
    }

    return new Problem(details.detail ?? details.title ?? `The service answered with status ${status}.`, status);
  }
}
