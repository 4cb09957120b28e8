/** A dialog that closes gives the focus back to what opened it, which may be gone by then. This takes it on from there. */
export function afterDialog(run: () => void): void {
  setTimeout(run, 50);
}
