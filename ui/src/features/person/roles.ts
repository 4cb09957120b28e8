import type { Role } from "$lib/contract";
import { ROLE_NAMES } from "$lib/session.svelte";

/** In the order tables and forms list them. */
export const ROLES: readonly Role[] = ["productOwner", "scrumMaster", "developer", "stakeholder"];

/** For narrow heads. */
export const SHORT_ROLES: Record<Role, string> = { productOwner: "PO", scrumMaster: "SM", developer: "Dev", stakeholder: "Stakeholder" };

/** What each answers for, in a sentence. */
export const ROLE_MEANS: Record<Role, string> = {
  productOwner: "Answers for the Product Goal and the order of the Product Backlog",
  scrumMaster: "Answers for how well the team works with Scrum",
  developer: "Answers for the Sprint Backlog, its estimates and the Increment",
  stakeholder: "Cares about the outcome, from outside the Scrum Team",
};

/** The roles with one of them switched. */
export function toggled(roles: readonly Role[], role: Role): Role[] {
  return ROLES.filter((one) => (one === role) !== roles.includes(one));
}

export { ROLE_NAMES };
