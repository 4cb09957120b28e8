import type { Answer, Changed, Id, Name, Progress, Request, Response } from "../contract";

/** Where requests go and changes come from. There are two: the desktop shell and the development bridge. */
export interface Host {
  rpc<N extends Name>(name: N, request: Request<N>, actingAs: Id | null): Promise<Answer<Response<N>>>;
  /** Calls back after each committed change, by this window or anyone else. Returns the way to stop. */
  onChanged(callback: (changed: Changed) => void): () => void;
  /** Calls back while a long call works. Returns the way to stop. Absent where nothing is told. */
  onProgress?(callback: (progress: Progress) => void): () => void;
  /** The system's own dialogs. Without them a path can only be typed. */
  files?: FileDialogs;
}

/** Asks where a file is, or where it shall be. Null when the person turned away. */
export interface FileDialogs {
  /** A workspace. */
  open(): Promise<string | null>;
  /** Where a new workspace goes. */
  save(suggested: string): Promise<string | null>;
  /** Files of any kind. */
  choose(): Promise<string[] | null>;
  /** Where a copy of a file goes. The dialog itself asks before it names one that is there already. */
  saveCopy(suggested: string): Promise<string | null>;
  /** Where an export goes. `ending` is that of its kind, without the dot. */
  export(suggested: string, ending: string): Promise<string | null>;
}
