// Finds elements as a person would name them. Called with a list of steps, each searched inside what the one before
// found; answers the visible elements of the last step, in document order.
const steps = arguments[0];

const ROLES = {
  button: "button, [role=button], input[type=button], input[type=submit], summary",
  link: "a[href], [role=link]",
  textbox: "input:not([type]), input[type=text], input[type=search], input[type=email], input[type=url], textarea, [role=textbox], [contenteditable=true]",
  searchbox: "input[type=search], [role=searchbox]",
  spinbutton: "input[type=number], [role=spinbutton]",
  checkbox: "input[type=checkbox], [role=checkbox]",
  radio: "input[type=radio], [role=radio]",
  switch: "[role=switch]",
  combobox: "select, [role=combobox]",
  option: "option, [role=option]",
  listbox: "[role=listbox]",
  list: "ul, ol, [role=list]",
  listitem: "li, [role=listitem]",
  row: "tr, [role=row]",
  gridcell: "[role=gridcell]",
  grid: "[role=grid]",
  table: "table, [role=table]",
  heading: "h1, h2, h3, h4, h5, h6, [role=heading]",
  dialog: "dialog[open], [role=dialog], [role=alertdialog]",
  alert: "[role=alert]",
  status: "[role=status], output",
  menu: "[role=menu]",
  menuitem: "[role=menuitem], [role=menuitemradio], [role=menuitemcheckbox]",
  tab: "[role=tab]",
  tabpanel: "[role=tabpanel]",
  navigation: "nav, [role=navigation]",
  main: "main, [role=main]",
  region: "section[aria-label], section[aria-labelledby], [role=region]",
  article: "article, [role=article]",
  complementary: "aside, [role=complementary]",
  figure: "figure, [role=figure]",
  form: "form[aria-label], form[aria-labelledby], [role=form]",
  group: "fieldset, [role=group]",
  img: "img, [role=img]",
};

const tidy = (text) => (text ?? "").replace(/\s+/g, " ").trim();

function name(element) {
  const by = element.getAttribute("aria-labelledby");
  if (by) {
    return tidy(by.split(/\s+/).map((id) => document.getElementById(id)?.textContent).join(" "));
  }
  const label = element.getAttribute("aria-label");
  if (label) return tidy(label);
  if (element.labels?.length) return tidy([...element.labels].map(labelText).join(" "));
  if (element.matches("input[type=submit], input[type=button]")) return tidy(element.value);
  const alt = element.getAttribute("alt");
  if (alt) return tidy(alt);
  if (element.matches("fieldset")) return tidy(element.querySelector("legend")?.textContent);
  if (!element.matches("input, select, textarea")) {
    const text = tidy(element.querySelector("[aria-hidden=true]") ? spoken(element) : element.innerText);
    if (text) return text;
  }
  return tidy(element.getAttribute("title") || element.getAttribute("placeholder"));
}

// The words without those that are hidden from a screen reader, such as a shortcut shown on a button.
function spoken(element) {
  const words = [];
  const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (!node.parentElement.closest("[aria-hidden=true]")) words.push(node.data);
  }
  return words.join(" ");
}

// A label that wraps its field: its own words, without what the field holds.
function labelText(label) {
  const copy = label.cloneNode(true);
  for (const field of copy.querySelectorAll("input, select, textarea, button")) field.remove();
  return copy.textContent;
}

function visible(element) {
  if (element.matches("option")) return true;
  const box = element.getBoundingClientRect();
  return element.checkVisibility({ visibilityProperty: true }) && box.width > 0 && box.height > 0;
}

const matches = (step, text) => (step.exact ? text === step.name : text.includes(step.name));

function search(root, step) {
  switch (step.by) {
    case "role": {
      const selector = ROLES[step.role] ?? `[role=${step.role}]`;
      const found = [...root.querySelectorAll(selector)].filter((e) => !e.closest("[aria-hidden=true]"));
      return step.name === null ? found : found.filter((e) => matches(step, name(e)));
    }
    case "field": {
      const fields = root.querySelectorAll(
        "input, select, textarea, [contenteditable=true], [role=textbox], [role=combobox], [role=spinbutton]",
      );
      return [...fields].filter((e) => name(e) === step.name);
    }
    case "text": {
      // The innermost elements that hold the words.
      const holders = [...root.querySelectorAll("*")].filter((e) => matches(step, tidy(e.innerText)));
      return holders.filter((e) => ![...e.children].some((child) => holders.includes(child)));
    }
    case "testId":
      return [...root.querySelectorAll(`[data-testid="${CSS.escape(step.id)}"]`)];
    case "css":
      return [...root.querySelectorAll(step.selector)];
  }
}

let found = [document];
for (const step of steps) {
  if (step.by === "nth") {
    found = found.slice(step.index, step.index + 1);
    continue;
  }
  const next = new Set(found.flatMap((root) => search(root, step)));
  found = [...next].filter(visible);
}
return found;
