"use strict";
// Finds sections whose words begin as what is typed; all of the words must be there.
const field = document.getElementById("search");
const list = document.getElementById("found");
const contents = document.getElementById("contents");
const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const words = (text) => folded(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
const known = SECTIONS.map((each) => ({
  ...each, head: words(each.page + " " + each.title), body: words(each.text),
}));
const MOST = 8;

function score(section, asked) {
  let sum = 0;
  for (const word of asked) {
    const inHead = section.head.some((each) => each.startsWith(word));
    const inBody = section.body.some((each) => each.startsWith(word));
    if (!inHead && !inBody) return 0;
    sum += (inHead ? 10 : 0) + (inBody ? 1 : 0);
  }
  return sum;
}

function excerpt(section, asked) {
  const at = Math.max(0, ...asked.map((word) => folded(section.text).indexOf(word)));
  const from = at < 40 ? 0 : section.text.indexOf(" ", at - 40) + 1;
  const cut = section.text.slice(from, from + 110);
  return (from ? "… " : "") + cut + (from + 110 < section.text.length ? " …" : "");
}

function entry(section, asked) {
  const link = document.createElement("a");
  link.href = section.href;
  link.textContent = section.title;
  const more = document.createElement("small");
  more.textContent = excerpt(section, asked);
  link.append(more);
  const item = document.createElement("li");
  item.append(link);
  return item;
}

function show() {
  const asked = words(field.value);
  const found = known
    .map((section) => [score(section, asked), section])
    .filter(([points]) => points > 0)
    .sort(([one], [other]) => other - one)
    .slice(0, MOST);
  list.replaceChildren(...found.map(([, section]) => entry(section, asked)));
  if (asked.length && !found.length) {
    const nothing = document.createElement("p");
    nothing.textContent = "Nothing has these words.";
    list.append(nothing);
  }
  list.hidden = !asked.length;
  contents.hidden = !list.hidden;
}

function move(event) {
  const links = [...list.querySelectorAll("a")];
  if (event.key === "Escape") { field.value = ""; show(); field.focus(); return; }
  if (!links.length || !["ArrowDown", "ArrowUp", "Enter"].includes(event.key)) return;
  const at = links.indexOf(document.activeElement);
  if (event.key === "Enter") { if (at < 0) { links[0].click(); event.preventDefault(); } return; }
  event.preventDefault();
  const next = event.key === "ArrowDown" ? Math.min(at + 1, links.length - 1) : at - 1;
  (next < 0 ? field : links[next]).focus();
}

contents.open = matchMedia("(min-width: 48rem)").matches;
field.addEventListener("input", show);
field.addEventListener("keydown", move);
list.addEventListener("keydown", move);
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && document.activeElement !== field) { event.preventDefault(); field.focus(); }
});
