/**
 * Reads server-sent events from a body. EventSource cannot: it sends neither a question nor a key.
 * The format: https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export async function* eventsOf(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    let pending = "";
    for (;;) {
      const { value, done } = await reader.read();
      if (done) {
        return;
      }

      const blocks = (pending + value).split(/\r?\n\r?\n/);
      pending = blocks.pop();
      yield* blocks.map(eventOf);
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

function eventOf(block) {
  const event = { name: "message", data: [] };
  for (const line of block.split(/\r?\n/)) {
    const [, field, value] = /^([^:]*):? ?(.*)$/.exec(line);
    if (field === "event") {
      event.name = value;
    } else if (field === "data") {
      event.data.push(value);
    }
  }

  return { name: event.name, data: event.data.join("\n") };
}
