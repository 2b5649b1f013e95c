/**
 * Lets the browser's way back close a dialog, which tells by the event `opened` that it opened: on a phone it is how overlays are
 * closed, and would else leave the page with all that was said on it.
 */
export function closeOnBack(dialog) {
  // Whether the next way back is our own, after the dialog was closed in another way.
  let returning = false;
  const enter = () => history.pushState({ overlay: true }, "");
  dialog.addEventListener("opened", () => history.state?.overlay || enter());
  dialog.addEventListener("close", () => {
    if (history.state?.overlay && !returning) {
      returning = true;
      history.back();
    }
  });
  window.addEventListener("popstate", () => {
    if (!returning) {
      dialog.close();
    } else if (dialog.open) {
      // Opened anew before the way back was through.
      enter();
    }

    returning = false;
  });
}
