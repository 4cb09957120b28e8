/** Where the window is: `#/backlog/HBR-12` is the room `backlog` with the params `["HBR-12"]`. */
export type Place = { room: string; params: string[] };

export function parse(hash: string): Place {
  const [room = "", ...params] = hash.replace(/^#?\/?/, "").split("/").filter(Boolean).map(decode);
  return { room, params };
}

/** The address of a place, for links: `href("backlog", "HBR-12")`. */
export function href(room: string, ...params: string[]): string {
  return `#/${[room, ...params].map(encodeURIComponent).join("/")}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a hand-typed address with a stray percent sign
  }
}

export class Router {
  #place = $state.raw<Place>({ room: "", params: [] });

  get room(): string {
    return this.#place.room;
  }

  get params(): string[] {
    return this.#place.params;
  }

  /** Follows the address until told to stop. */
  start(): () => void {
    const read = () => (this.#place = parse(window.location.hash));
    read();
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }

  go(room: string, ...params: string[]): void {
    window.location.hash = href(room, ...params);
    this.#place = { room, params };
  }

  /** Like `go`, leaving no step for Back: for a selection that follows the keyboard. */
  replace(room: string, ...params: string[]): void {
    window.history.replaceState(null, "", href(room, ...params));
    this.#place = { room, params };
  }
}

export const router = new Router();
