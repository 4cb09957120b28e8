/**
 * Where the window is: `#/backlog/HBR-12?type=fix` is the room `backlog` with the params `["HBR-12"]`, and how that room
 * is looked at is the query `type=fix`, which the room reads for itself.
 */
export type Place = { room: string; params: string[]; query: string };

export function parse(hash: string): Place {
  const [path = "", ...query] = hash.replace(/^#?\/?/, "").split("?");
  const [room = "", ...params] = path.split("/").filter(Boolean).map(decode);
  return { room, params, query: query.join("?") };
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
  #place = $state.raw<Place>({ room: "", params: [], query: "" });

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

  /** How the room is looked at. Whoever comes from elsewhere without a query sees it plain. */
  get query(): string {
    return this.#place.query;
  }

  go(room: string, ...params: string[]): void {
    this.to({ room, params, query: "" });
  }

  /** Like `go`, leaving no step for Back: for a selection that follows the keyboard. */
  replace(room: string, ...params: string[]): void {
    this.to({ room, params, query: "" }, { replace: true });
  }

  to(place: Place, { replace = false } = {}): void {
    const address = href(place.room, ...place.params) + (place.query && `?${place.query}`);
    if (replace) window.history.replaceState(null, "", address);
    else window.location.hash = address;
    this.#place = place;
  }
}

export const router = new Router();
