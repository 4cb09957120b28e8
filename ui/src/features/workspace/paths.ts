/** "team.lineout" of "/home/mira/teams/team.lineout", and the folder before it. Both kinds of slash are understood. */
export function split(path: string): { name: string; folder: string } {
  const at = Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\"));
  return { name: path.slice(at + 1), folder: at > 0 ? path.slice(0, at) : path.slice(0, at + 1) };
}
