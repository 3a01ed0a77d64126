// What is offered above the line that one writes: commands after a slash, inline results after the bot's name.
import { act, read } from "./api.js";
import { button, byId, element } from "./dom.js";
import { currentRoom, store } from "./store.js";

const TYPED_FOR = 220;
const panel = byId("suggestions");
const field = byId("composer-text");
let options = [];
let active = -1;
let asked = 0;
let timer = null;
let controller = null;

export const isOpen = () => !panel.hidden;

export function close() {
  clearTimeout(timer);
  controller?.abort();
  asked += 1;
  panel.hidden = true;
  panel.replaceChildren();
  options = [];
  active = -1;
  reflect();
}

function show(nodes, role) {
  panel.replaceChildren(...nodes);
  panel.setAttribute("role", role);
  panel.hidden = nodes.length === 0;
  options = nodes.filter((node) => node.getAttribute("role") === "option");
  options.forEach((node, index) => { node.id = `option-${index}`; });
  active = -1;
  reflect();
}

function reflect() {
  options.forEach((node, index) => node.setAttribute("aria-selected", String(index === active)));
  field.setAttribute("aria-expanded", String(isOpen()));
  byId("commands").setAttribute("aria-expanded", String(isOpen()));
  if (active >= 0) field.setAttribute("aria-activedescendant", options[active].id);
  else field.removeAttribute("aria-activedescendant");
}

export function move(step) {
  if (!options.length) return;
  active = active < 0 ? (step > 0 ? 0 : options.length - 1) : (active + step + options.length) % options.length;
  reflect();
  options[active].scrollIntoView({ block: "nearest" });
}

// Takes what is marked, or the first one where `any` may do. Returns whether there was something to take.
export function takeMarked({ any = false } = {}) {
  const node = options[active] ?? (any ? options[0] : null);
  node?.click();
  return Boolean(node);
}

export const hasMarked = () => active >= 0;

export async function offerCommands(typed, onChosen) {
  const room = currentRoom();
  const turn = (asked += 1);
  let commands = [];
  try {
    commands = await read("commands", { person: store.me, room: room.id });
  } catch {
    return;
  }
  if (turn !== asked) return;
  const fitting = commands.filter((command) => command.command.startsWith(typed.toLowerCase()));
  const nodes = fitting.map((command) => option("command", `/${command.command}`, command.description, () => onChosen(command.command)));
  if (!nodes.length && typed === "") nodes.push(element("p", { class: "hint", text: "The bot has set no commands." }));
  show(nodes, "listbox");
}

function option(kind, title, note, action) {
  const node = element("button", { type: "button", class: `suggestion ${kind}`, role: "option", "aria-selected": "false", tabindex: "-1" });
  node.append(element("span", { class: "title", text: title }));
  if (note) node.append(element("span", { class: "note", text: note, dir: "auto" }));
  node.addEventListener("click", action);
  return node;
}

export function offerInline(query, { onChosen, onStart }) {
  const turn = (asked += 1);
  clearTimeout(timer);
  controller?.abort();
  timer = setTimeout(() => search(turn, query, "", [], { onChosen, onStart }), TYPED_FOR);
}

async function search(turn, query, offset, before, handlers) {
  controller = new AbortController();
  let found;
  try {
    found = await act("inline", { person: store.me, room: store.room, query, offset }, controller.signal);
  } catch (error) {
    if (turn === asked && error.name !== "AbortError") show([element("p", { class: "hint", text: error.message })], "status");
    return;
  }
  if (turn !== asked) return;
  const nodes = found.results.map((result) => option("result", result.title, result.description, () => handlers.onChosen(found.search_id, result.id)));
  if (found.button && !before.length) {
    nodes.unshift(option("start", found.button.text, "", () => handlers.onStart(found.button.start_parameter)));
  }
  const all = [...before, ...nodes];
  if (found.next_offset) {
    all.push(button("More results", { class: "suggestion more-results", on: { click: () => search(turn, query, found.next_offset, before.concat(nodes), handlers) } }));
  }
  if (!all.length) all.push(element("p", { class: "hint", text: "Nothing found." }));
  const kept = active;
  show(all, "listbox");
  if (before.length) move(kept >= 0 ? kept + 1 : before.length + 1);
}
