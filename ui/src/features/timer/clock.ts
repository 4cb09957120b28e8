/**
 * Milliseconds as a clock: "8:42" while some are left, the second that has begun counted whole; "+0:07" when it is over.
 */
export function clock(leftMs: number): string {
  return leftMs > 0 ? figure(Math.ceil(leftMs / 1000)) : leftMs > -1000 ? "0:00" : `+${figure(Math.floor(-leftMs / 1000))}`;
}

/** Seconds as a clock: "15:00", "1:05:00". */
export function figure(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** For ears: "8 minutes 42 seconds", "1 minute", "15 seconds". */
export function spoken(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), Math.floor(seconds) % 60];
  const parts = [minutes && `${minutes} ${minutes === 1 ? "minute" : "minutes"}`, (rest || !minutes) && `${rest} ${rest === 1 ? "second" : "seconds"}`];
  return parts.filter(Boolean).join(" ");
}
