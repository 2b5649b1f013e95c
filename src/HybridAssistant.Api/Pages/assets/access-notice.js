/** Which right is missing to add sheets, or to remove them; "" where none is. */
export function accessNotice({ kind, name, role }) {
  if (kind === "local") {
    return "Sheets are added with a key, and this service has none configured: set Api:Keys:0 (HYBRID__Api__Keys__0).";
  }

  return {
    read: `The key '${name}' has the right 'read'. Adding or replacing sheets needs a key with the right 'ingest', removing them one with 'admin'.`,
    ingest: `The key '${name}' has the right 'ingest'. Removing sheets needs a key with the right 'admin'.`,
    admin: "",
  }[role];
}
