/** What of an item the panel shows. */
export type PanelTab = "details" | "comments" | "history";
