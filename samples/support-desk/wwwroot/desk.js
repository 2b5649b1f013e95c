// What the desk does with the widget's events.
const assistant = document.querySelector("hybrid-assistant");
const reply = document.getElementById("reply");
const activity = document.getElementById("activity");

// An answer that the agent takes over goes where the cursor is.
assistant.addEventListener("insert", (event) => {
  const lead = reply.selectionStart > 0 && reply.value[reply.selectionStart - 1] !== "\n" ? "\n" : "";
  reply.setRangeText(`${lead}${event.detail.text}\n`, reply.selectionStart, reply.selectionEnd, "end");
  reply.focus();
});

// The rest is for a desk's own records.
assistant.addEventListener("answered", (event) => note(`Assistant: ${event.detail.response.status.replace("_", " ")}.`));
assistant.addEventListener("cited", (event) => note(`Opened ${event.detail.citation.document}.`));
assistant.addEventListener("feedback", (event) => note(`Rated ${event.detail.rating}.`));

document.getElementById("reply-form").addEventListener("submit", (event) => {
  event.preventDefault();
  note("This is a sample: nothing was sent.");
});

function note(text) {
  activity.textContent = text;
}
