// The list of messages: drawing, scrolling, moving through it with the keyboard.
import { byId, button, element } from "./dom.js";
import { bubbleOf } from "./bubbles.js";
import { currentRoom, loadEarlier, messagesOf, shownIn, store, tell } from "./store.js";
import { trying } from "./toast.js";

const log = byId("log");
const NEAR = 120;
let current = null;

const isAtBottom = () => log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
export const toBottom = () => { log.scrollTop = log.scrollHeight; };
const nodeOf = (id) => log.querySelector(`[data-id="${CSS.escape(String(id))}"]`);

export function drawLog() {
  const room = currentRoom();
  current = null;
  log.classList.toggle("private", room?.person !== null);
  log.replaceChildren();
  if (!room) return;
  if (!store.complete.has(room.id) && messagesOf(room.id).size) {
    log.append(button("Earlier messages", { class: "earlier", on: { click: () => trying(() => loadEarlier(room.id)) } }));
  }
  const shown = [...messagesOf(room.id).values()].filter((message) => shownIn(room, message));
  if (!shown.length) log.append(emptyCard(room));
  log.append(...shown.map(bubbleOf));
  regroup();
  rove(log.querySelector(".message:last-of-type"));
  toBottom();
}

function emptyCard(room) {
  const isPrivate = room.person !== null;
  const title = isPrivate ? "What can this bot do?" : "Nothing here yet";
  const about = isPrivate ? store.bot.description : room.bot === "left" ? `Mention @${store.bot.username} to call it in as a guest.` : `Write /brief, mention @${store.bot.username}, or reply to it.`;
  return element("section", { class: "card" }, element("h2", { text: title }), element("p", { text: about }));
}

export function drawMessage(message) {
  const room = currentRoom();
  if (!room || message.chat.id !== room.id || !shownIn(room, message)) return;
  const stays = isAtBottom();
  const made = bubbleOf(message);
  const old = nodeOf(message.message_id);
  log.querySelector(".card")?.remove();
  if (old) replaceKeeping(old, made);
  else log.append(made);
  regroup();
  if (!old || old === current) rove(made.matches(".message") ? made : current);
  if (stays) showNew(made);
}

// To the bottom, but a message that is taller than the window is shown from its start.
function showNew(made) {
  toBottom();
  if (made.offsetTop < log.scrollTop) log.scrollTop = made.offsetTop - 8;
}

// Puts an edited message in place of the old one; the focus stays where it was, on the same button if there is one.
function replaceKeeping(old, made) {
  const focused = document.activeElement;
  const had = old.contains(focused);
  const keys = [...old.querySelectorAll(".key")];
  const index = keys.indexOf(focused);
  old.replaceWith(made);
  if (!had) return;
  const now = [...made.querySelectorAll(".key")];
  const same = now.find((key) => key.textContent === focused.textContent) ?? now[Math.min(index, now.length - 1)];
  if (index >= 0 && same) {
    rove(made);
    same.focus({ preventScroll: true });
  } else {
    rove(made);
    made.focus({ preventScroll: true });
  }
}

export function dropMessage(id) {
  const node = nodeOf(id);
  if (!node) return;
  const hadFocus = node.contains(document.activeElement);
  const next = neighbour(node, -1) ?? neighbour(node, 1);
  node.remove();
  regroup();
  if (node === current) rove(next);
  if (hadFocus) (next ?? byId("composer-text")).focus();
}

// Marks the first and the last of several messages of one person in a row.
function regroup() {
  const nodes = [...log.children];
  const writer = (node) => (node?.matches?.(".message") ? messagesOf(store.room).get(Number(node.dataset.id))?.from?.id : undefined);
  nodes.forEach((node, index) => {
    if (!node.matches(".message")) return;
    node.classList.toggle("first", writer(nodes[index - 1]) !== writer(node));
    node.classList.toggle("last", writer(nodes[index + 1]) !== writer(node));
  });
}

// One message at a time is in the tab order, with its links and buttons; arrows move to the next.
function rove(node) {
  for (const old of log.querySelectorAll(".message")) setReachable(old, old === node);
  current = node ?? null;
}

function setReachable(node, isReachable) {
  node.tabIndex = isReachable ? 0 : -1;
  for (const inner of node.querySelectorAll("a, button, [role=button]")) inner.tabIndex = isReachable ? 0 : -1;
}

function neighbour(node, step) {
  let next = node;
  do next = step < 0 ? next.previousElementSibling : next.nextElementSibling;
  while (next && !next.matches(".message"));
  return next;
}

export function focusLast() {
  const last = [...log.querySelectorAll(".message")].at(-1);
  if (!last) return;
  rove(last);
  last.focus();
}

log.addEventListener("keydown", (event) => {
  const node = event.target.closest(".message");
  if (!node) return;
  const message = messagesOf(store.room).get(Number(node.dataset.id));
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (step) {
    const next = neighbour(node, step);
    event.preventDefault();
    if (next) {
      rove(next);
      next.focus();
    } else if (step > 0) byId("composer-text").focus();
  } else if (event.key === "Escape") {
    byId("composer-text").focus();
  } else if (event.target === node && (event.key === "Enter" || event.key === "ContextMenu")) {
    event.preventDefault();
    tell("menu", { message, anchor: node });
  } else if (event.target === node && event.key.toLowerCase() === "r" && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    tell("reply", { message });
  }
});
log.addEventListener("focusin", (event) => {
  const node = event.target.closest(".message");
  if (node && node !== current) rove(node);
});
log.addEventListener("contextmenu", (event) => {
  const node = event.target.closest(".message");
  if (!node || event.target.closest("a")) return;
  event.preventDefault();
  const message = messagesOf(store.room).get(Number(node.dataset.id));
  tell("menu", { message, anchor: node, at: { x: event.clientX, y: event.clientY } });
});
log.addEventListener("scroll", () => { byId("to-bottom").hidden = isAtBottom(); }, { passive: true });
byId("to-bottom").addEventListener("click", toBottom);

export function find(id) {
  const node = nodeOf(id);
  if (!node) return;
  node.scrollIntoView({ block: "center" });
  node.classList.add("found");
  setTimeout(() => node.classList.remove("found"), 1700);
}
