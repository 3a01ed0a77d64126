// The menu of one message: reply, quote, copy, edit, delete.
import { act } from "./api.js";
import { byId, button } from "./dom.js";
import { copy } from "./doing.js";
import { isMine, store, tell } from "./store.js";
import { trying } from "./toast.js";

const menu = byId("menu");
let anchor = null;

export function openMenu({ message, anchor: from, at }) {
  anchor = from;
  const where = { person: store.me, room: message.chat.id, message: message.message_id };
  const text = message.text ?? message.caption ?? "";
  const selected = String(getSelection()).trim();
  const items = [["Reply", () => tell("reply", { message })]];
  if (selected && text.includes(selected)) items.push(["Reply to the selected part", () => tell("reply", { message, quote: selected })]);
  if (text) items.push(["Copy text", () => copy(text)]);
  if (isMine(message) && text && !message.via_bot) items.push(["Edit", () => tell("edit", { message })]);
  items.push(["Delete", () => trying(() => act("delete", where)), "danger"]);
  menu.replaceChildren(...items.map(([label, action, kind]) => button(label, { role: "menuitem", tabindex: "-1", class: kind, on: { click: () => choose(action) } })));
  menu.hidden = false;
  place(at ?? anchor.getBoundingClientRect());
  menu.firstElementChild.focus();
}

function place(spot) {
  const { width, height } = menu.getBoundingClientRect();
  const x = spot.x + (spot.width ? Math.min(spot.width, 80) : 0);
  menu.style.left = `${Math.max(8, Math.min(x, innerWidth - width - 8))}px`;
  menu.style.top = `${Math.max(8, Math.min(spot.y + (spot.height ? 20 : 0), innerHeight - height - 8))}px`;
}

function choose(action) {
  close();
  action();
}

function close() {
  if (menu.hidden) return;
  menu.hidden = true;
  anchor?.focus?.({ preventScroll: true });
}

menu.addEventListener("keydown", (event) => {
  const items = [...menu.children];
  const index = items.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) items[(index + step + items.length) % items.length].focus();
  else if (event.key === "Escape" || event.key === "Tab") close();
  else return;
  event.preventDefault();
});
document.addEventListener("pointerdown", (event) => {
  if (!menu.contains(event.target)) menu.hidden = true;
});
