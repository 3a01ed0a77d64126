// From a text and its entities to DOM nodes. Offsets count UTF-16 units, as JavaScript's strings do.
import { button, element } from "./dom.js";
import { icon } from "./icons.js";

const BLOCKS = new Set(["blockquote", "expandable_blockquote", "pre"]);
const STYLES = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code" };
let quotes = 0;

const endOf = (entity) => entity.offset + entity.length;

// `on` holds what a click does: `link(url)`, `command(word)`, `mention(name)`.
export function rendered(text, entities = [], on = {}) {
  const fragment = document.createDocumentFragment();
  const blocks = entities.filter((entity) => BLOCKS.has(entity.type)).sort((a, b) => a.offset - b.offset);
  let position = 0;
  for (const block of blocks) {
    if (block.offset < position) continue;
    let before = block.offset;
    if (before > position && text[before - 1] === "\n") before -= 1;
    fragment.append(inline(text, position, before, entities, on));
    fragment.append(blockNode(text, block, entities, on));
    position = endOf(block);
    if (text[position] === "\n") position += 1;
  }
  fragment.append(inline(text, position, text.length, entities, on));
  return fragment;
}

function blockNode(text, block, entities, on) {
  if (block.type === "pre") return element("pre", { text: text.slice(block.offset, endOf(block)), dir: "auto" });
  const quoted = element("div", { class: "quoted", dir: "auto" }, inline(text, block.offset, endOf(block), entities, on));
  const quote = element("blockquote", {}, quoted);
  if (block.type === "expandable_blockquote") makeExpandable(quote, quoted);
  return quote;
}

function makeExpandable(quote, quoted) {
  quoted.id = `quote-${(quotes += 1)}`;
  quote.classList.add("collapsed");
  const toggle = button("Show the whole quote", { class: "expand", "aria-expanded": "false", "aria-controls": quoted.id }, icon("down"));
  toggle.addEventListener("click", () => {
    const isCollapsed = quote.classList.toggle("collapsed");
    toggle.setAttribute("aria-expanded", String(!isCollapsed));
    toggle.setAttribute("aria-label", isCollapsed ? "Show the whole quote" : "Show less of the quote");
  });
  quote.append(toggle);
  new ResizeObserver(() => {
    if (quote.classList.contains("collapsed")) toggle.hidden = quoted.scrollHeight <= quoted.clientHeight + 2;
  }).observe(quoted);
}

function inline(text, start, end, entities, on) {
  const fragment = document.createDocumentFragment();
  if (end <= start) return fragment;
  const tappable = entities
    .filter((entity) => TAPS[entity.type] && entity.offset < end && endOf(entity) > start)
    .sort((a, b) => a.offset - b.offset);
  let position = start;
  for (const entity of tappable) {
    const from = Math.max(entity.offset, position);
    const to = Math.min(endOf(entity), end);
    if (to <= from) continue;
    fragment.append(styled(text, position, from, entities));
    const node = TAPS[entity.type](text.slice(entity.offset, endOf(entity)), entity, on);
    node.append(styled(text, from, to, entities));
    fragment.append(node);
    position = to;
  }
  fragment.append(styled(text, position, end, entities));
  return fragment;
}

const tap = (action) => element("button", { type: "button", class: "tap", on: { click: action } });

function link(url, on) {
  if (!/^(https?|tg):\/\//i.test(url)) return element("span");
  const made = element("a", { href: url, target: "_blank", rel: "noopener noreferrer" });
  made.addEventListener("click", (event) => {
    if (on.link?.(url)) event.preventDefault();
  });
  return made;
}

const TAPS = {
  text_link: (_, entity, on) => link(entity.url, on),
  url: (shown, _, on) => link(/^[a-z]+:\/\//i.test(shown) ? shown : `http://${shown}`, on),
  email: () => element("span", { class: "tap" }),
  bot_command: (shown, _, on) => tap(() => on.command?.(shown)),
  mention: (shown, _, on) => tap(() => on.mention?.(shown)),
  text_mention: () => element("span", { class: "tap" }),
  hashtag: () => element("span", { class: "tap" }),
  cashtag: () => element("span", { class: "tap" }),
};

function styled(text, start, end, entities) {
  const fragment = document.createDocumentFragment();
  if (end <= start) return fragment;
  const styles = entities.filter((entity) => (STYLES[entity.type] || entity.type === "spoiler") && entity.offset < end && endOf(entity) > start);
  const edges = new Set([start, end]);
  for (const entity of styles) {
    edges.add(Math.max(entity.offset, start));
    edges.add(Math.min(endOf(entity), end));
  }
  const ordered = [...edges].sort((a, b) => a - b);
  for (let index = 0; index + 1 < ordered.length; index += 1) {
    const [from, to] = [ordered[index], ordered[index + 1]];
    let node = document.createTextNode(text.slice(from, to));
    for (const entity of styles) {
      if (entity.offset > from || endOf(entity) < to) continue;
      const wrapper = entity.type === "spoiler" ? spoiler() : element(STYLES[entity.type]);
      wrapper.append(node);
      node = wrapper;
    }
    fragment.append(node);
  }
  return fragment;
}

function spoiler() {
  const hidden = element("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": "Spoiler, hidden" });
  const show = () => {
    hidden.classList.add("shown");
    hidden.removeAttribute("aria-label");
    hidden.removeAttribute("role");
  };
  hidden.addEventListener("click", show);
  hidden.addEventListener("keydown", (event) => event.key === "Enter" && show());
  return hidden;
}
