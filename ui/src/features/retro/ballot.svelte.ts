import type { Id, Retro } from "$lib/contract";
import { announce } from "$lib/announce";
import type { Result } from "$lib/data";
import { inPrivate } from "./private";

/** The votes of the one at the screen, until they are handed in: known to this window only. */
export class Ballot {
  #retro: () => Retro | null;
  votes = $state.raw<Id[]>([]);

  constructor(retro: () => Retro | null) {
    this.#retro = retro;
  }

  get left(): number {
    return (this.#retro()?.votesEach ?? 0) - this.votes.length;
  }

  on(subject: Id): number {
    return this.votes.filter((one) => one === subject).length;
  }

  /** One vote more, while there is one left and the topic takes it. */
  add(subject: Id, title: string): void {
    if (this.left <= 0) return announce("No votes left");
    if (!this.#retro()?.votesSeveral && this.on(subject)) return announce("One vote to a topic");
    this.votes = [...this.votes, subject];
    announce(`${this.on(subject)} on ${title}, ${this.left} left`);
  }

  remove(subject: Id, title: string): void {
    const at = this.votes.lastIndexOf(subject);
    if (at < 0) return;
    this.votes = this.votes.toSpliced(at, 1);
    announce(`${this.on(subject)} on ${title}, ${this.left} left`);
  }

  /** Takes the last vote away. */
  back(): void {
    this.votes = this.votes.slice(0, -1);
    announce(`Taken away, ${this.left} left`);
  }

  /** Only what can be voted on keeps its votes: cards may have been put together since. */
  prune(subjects: Id[]): void {
    if (this.votes.some((one) => !subjects.includes(one))) this.votes = this.votes.filter((one) => subjects.includes(one));
  }

  async handIn(): Promise<Result<{ ids: Id[] }>> {
    const result = await inPrivate("retro.vote", { retro: this.#retro()?.id ?? "", votes: this.votes });
    if (result.ok) this.votes = [];
    return result;
  }
}
