const BEAT_MS = 250;

/** The window's own seconds: what is counted between two answers of the host. Beats only while somebody looks. */
class Pulse {
  /** Milliseconds of the machine's clock, at the last beat. */
  at = $state(Date.now());
  #watchers = 0;
  #beat: ReturnType<typeof setInterval> | undefined;

  /** Beats until told to stop. */
  watch(): () => void {
    this.at = Date.now();
    if (this.#watchers++ === 0) this.#beat = setInterval(() => (this.at = Date.now()), BEAT_MS);
    return () => {
      if (--this.#watchers === 0) clearInterval(this.#beat);
    };
  }
}

export const pulse = new Pulse();
