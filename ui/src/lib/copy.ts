import { announce } from "./announce";
import { toasts } from "./toasts.svelte";

/** Puts a text on the clipboard and says so. `what` names it: "Minutes". */
export async function copyText(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toasts.done(`${what} copied`);
    announce(`${what} copied`);
  } catch {
    toasts.warn(`${what} could not be copied. Select the text and copy it by hand.`);
  }
}
