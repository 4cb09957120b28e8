import type { Attachment } from "svelte/attachments";

/** Keeps a text area as tall as its text. `value` is read so that clearing it from outside shrinks it as well. */
export function autosize(value: () => unknown): Attachment<HTMLTextAreaElement> {
  return (area) => {
    value();
    const fit = () => {
      area.style.height = "auto";
      area.style.height = `${area.scrollHeight}px`;
    };
    fit();
    // Before the font is there, a line may have wrapped that will not.
    void document.fonts?.ready.then(fit);
    let width = area.clientWidth;
    const observer = new ResizeObserver(() => {
      if (area.clientWidth === width) return;
      width = area.clientWidth;
      fit();
    });
    observer.observe(area);
    return () => observer.disconnect();
  };
}
