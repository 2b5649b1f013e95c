import { icon, make, newId } from "./elements.js";

const MAX_CORRECTION = 4000;
const THUMB_UP = "M7 11v9H4v-9zM7 11l4-7c1.4 0 2.3 1 2 2.4L12.4 10H18c1.2 0 2.1 1.1 1.9 2.3l-1.2 6A2 2 0 0 1 16.7 20H7";
const THUMB_DOWN = "M7 13V4H4v9zM7 13l4 7c1.4 0 2.3-1 2-2.4L12.4 14H18c1.2 0 2.1-1.1 1.9-2.3l-1.2-6A2 2 0 0 0 16.7 4H7";

/**
 * Thumbs up and down under an answer; down asks what would have been right, and takes no answer for one.
 * @param send  sends (rating, correction or undefined)
 */
export function feedbackForm(send) {
  const outcome = make("span", { className: "outcome", role: "status" });
  const thumb = (rating, picture, name) =>
    make("button", { type: "button", className: "quiet thumb", "aria-label": name, title: name, "aria-pressed": "false", "data-rating": rating }, icon(picture));
  const up = thumb("up", THUMB_UP, "This answer helped");
  const down = thumb("down", THUMB_DOWN, "This answer is wrong or does not help");
  const form = make("div", { className: "feedback" }, up, down, outcome);

  let sending = false;
  const submit = async (rating, correction) => {
    if (sending) {
      return false;
    }

    sending = true;
    outcome.textContent = "Sending…";
    try {
      await send(rating, correction);
      up.setAttribute("aria-pressed", String(rating === "up"));
      down.setAttribute("aria-pressed", String(rating === "down"));
      outcome.textContent = "Thank you.";
      return true;
    } catch (error) {
      outcome.textContent = `Not sent. ${error.message}`;
      return false;
    } finally {
      sending = false;
    }
  };

  // What was typed stays until it is sent or left.
  const correction = correctionForm(
    async (text) => {
      if (await submit("down", text || undefined)) {
        leave();
      }
    },
    () => leave(),
  );
  const leave = () => {
    correction.reset();
    correction.remove();
    down.focus();
  };
  up.onclick = () => submit("up");
  down.onclick = () => {
    form.append(correction);
    correction.querySelector("textarea").focus();
  };
  return form;
}

function correctionForm(send, leave) {
  const id = newId("correction");
  const text = make("textarea", { id, rows: 2, maxLength: MAX_CORRECTION });
  const form = make(
    "form",
    { className: "correction" },
    make("label", { for: id }, "What would have been right? (optional)"),
    text,
    make("div", {}, make("button", { type: "submit" }, "Send"), " ", make("button", { type: "button", onclick: leave }, "Cancel")),
  );
  form.onkeydown = (event) => {
    if (event.key === "Escape") {
      leave();
    }
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    send(text.value.trim());
  };
  return form;
}
