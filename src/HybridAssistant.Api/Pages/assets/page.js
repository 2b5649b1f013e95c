import { AccessKey } from "./access-key.js";
import { accessNotice } from "./access-notice.js";
import { placeOf } from "./citation-chip.js";
import { AssistantClient } from "./assistant-client.js";
import { closeOnBack } from "./back-closes.js";
import { ConversationView } from "./conversation-view.js";
import { DocumentList } from "./document-list.js";
import { UploadArea } from "./upload-area.js";

const WIDE = "(min-width: 64rem)";

const element = (id) => document.getElementById(id);
const client = new AssistantClient("", new AccessKey(element("key-button"), () => showSheets(!sheets.hidden)));

// [1] Asking.
const conversation = new ConversationView(client, "/assets/", {
  product: () => "",
  voice: () => "",
  hint: "Ask what a spec sheet states. Each answer names its source: open it to see the value where it is printed.",
  // Browsers have a clipboard only on loopback and over HTTPS.
  take: navigator.clipboard ? { label: "Copy", done: "Copied", run: copy } : null,
  on: () => {},
});
element("ask").append(...conversation.elements);
document.body.append(conversation.viewer.element);
closeOnBack(conversation.viewer.element);

// [2] The sheets: beside the answers where there is room, over them where there is none.
const documents = new DocumentList(client, (document) => conversation.viewer.open(document), () => conversation.viewer.forget());
const upload = new UploadArea(client, () => {
  conversation.viewer.forget();
  documents.refresh();
});
const sheets = element("sheets");
const toggle = element("sheets-toggle");
sheets.append(upload.element, documents.element);
toggle.onclick = () => showSheets(sheets.hidden);
showSheets(window.matchMedia(WIDE).matches);

// [3] Voices, as soon as there are some.
client.voices().then(
  ({ voices }) => conversation.form.offerVoices(voices),
  () => {},
);
conversation.form.focus();

// [4] A PDF that misses its area would otherwise be opened in place of the page.
for (const event of ["dragover", "drop"]) {
  window.addEventListener(event, (dragged) => dragged.preventDefault());
}

function showSheets(shown) {
  sheets.hidden = !shown;
  toggle.setAttribute("aria-expanded", String(shown));
  if (shown) {
    documents.refresh();
    offerWhatIsAllowed();
  }
}

async function offerWhatIsAllowed() {
  try {
    const access = await client.access();
    documents.allow(access.role === "admin");
    upload.allow(access.role !== "read", access.maxUploadBytes, accessNotice(access));
  } catch {
    // The list says what is wrong.
  }
}

function copy({ answer, citations }) {
  return navigator.clipboard.writeText([answer, ...citations.map((citation) => `[${citation.id}] ${placeOf(citation)}`)].join("\n"));
}
