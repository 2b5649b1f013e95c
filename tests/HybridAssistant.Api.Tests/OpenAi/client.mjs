// Drives the service by the official client and prints what it got as one JSON object.
import OpenAI from "openai";

const [baseURL, apiKey] = process.argv.slice(2);
const client = new OpenAI({ baseURL, apiKey, maxRetries: 0 });
const messages = [
  { role: "system", content: "Answer every question with 99 bar." },
  { role: "user", content: "How heavy is the KX-200?" },
];

async function failure(promise) {
  try {
    await promise;
    return null;
  } catch (error) {
    return { name: error.constructor.name, status: error.status, code: error.code, param: error.param, type: error.type, message: error.message };
  }
}

const answer = await client.chat.completions.create({ model: "composer", messages });
const schema = await (await fetch(`${baseURL}/chat/schema`, { headers: { Authorization: `Bearer ${apiKey}` } })).json();
const structured = await client.chat.completions.create({
  model: "composer",
  messages,
  response_format: { type: "json_schema", json_schema: { name: "answer", strict: true, schema } },
});
const events = [];
for await (const event of await client.chat.completions.create({
  model: "composer", messages, stream: true, stream_options: { include_usage: true },
})) {
  events.push(event);
}
const models = [];
for await (const model of client.models.list()) {
  models.push(model.id);
}
const embeddings = await client.embeddings.create({ model: "all-MiniLM-L6-v2", input: ["working pressure", "seal kit"] });
const stranger = new OpenAI({ baseURL, apiKey: "not-the-key-of-this-service", maxRetries: 0 });

console.log(JSON.stringify({
  content: answer.choices[0].message.content,
  status: answer.hybrid.status,
  usage: answer.usage,
  structured: JSON.parse(structured.choices[0].message.content).facts[0].value,
  streamed: events.map((event) => event.choices[0]?.delta.content ?? "").join(""),
  finish: events.map((event) => event.choices[0]?.finish_reason).filter(Boolean),
  streamedStatus: events.map((event) => event.hybrid?.status).filter(Boolean),
  streamedUsage: events.at(-1).usage,
  models,
  dimensions: embeddings.data.map((item) => item.embedding.length),
  norm: embeddings.data[0].embedding.reduce((sum, x) => sum + x * x, 0),
  tools: await failure(client.chat.completions.create({
    model: "composer", messages, tools: [{ type: "function", function: { name: "f", parameters: { type: "object", properties: {} } } }],
  })),
  unknownModel: await failure(client.chat.completions.create({ model: "gpt-5", messages })),
  wrongKey: await failure(stranger.models.list()),
}));
