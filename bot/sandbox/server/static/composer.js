// The line that one writes: sending, replying, editing, commands, inline mode.
import { act } from "./api.js";
import { button, byId, element } from "./dom.js";
import { summaryOf } from "./bubbles.js";
import { openPayload } from "./doing.js";
import { icon } from "./icons.js";
import { focusLast, toBottom } from "./log.js";
import { currentRoom, isMine, messagesOf, nameOf, put, store, topicOf } from "./store.js";
import { trying } from "./toast.js";
import * as suggest from "./suggest.js";

const field = byId("composer-text");
const drafts = new Map();
let draftOf = null;
let context = null;
let underway = Promise.resolve();

// `context` is what is written about: a message replied to, with a quote maybe, or one's own that is changed.
function setContext(next) {
  context = next;
  const bar = byId("context");
  bar.hidden = !next;
  if (!next) return;
  const title = next.kind === "edit" ? "Edit message" : `Reply to ${nameOf(next.message)}`;
  const said = next.quote ?? summaryOf(next.message);
  const text = element("div", { class: "bar-text" }, element("span", { class: "bar-title", text: title }), element("span", { text: said, dir: "auto" }));
  const cancel = button("Cancel", { class: "icon-button", on: { click: () => { dropContext(); field.focus(); } } }, icon("close"));
  bar.replaceChildren(text, cancel);
}

function dropContext() {
  if (context?.kind === "edit") setText("");
  setContext(null);
}

export function reply({ message, quote }) {
  if (message.is_service) return;
  setContext({ kind: "reply", message, quote });
  field.focus();
}

export function edit({ message }) {
  setContext({ kind: "edit", message });
  setText(message.text ?? message.caption ?? "");
  field.focus();
}

export function compose(text) {
  setText(text);
  field.focus();
  typed();
}

function setText(text) {
  field.value = text;
  grow();
}

function grow() {
  field.style.height = "auto";
  field.style.height = `${Math.min(field.scrollHeight, 180)}px`;
}

export function sendText(text) {
  underway = sending(text);
  return underway;
}

async function sending(text) {
  const room = currentRoom();
  if (!room || !text.trim()) return;
  const where = { person: store.me, room: room.id };
  const about = context;
  const written = field.value;
  // The line is free at once: what is written while this one is on its way is not lost.
  if (written === text) setText("");
  setContext(null);
  let sent;
  if (about?.kind === "edit") {
    sent = await trying(() => act("edit", { ...where, message: about.message.message_id, text }));
  } else {
    const thread = room.is_forum && topicOf(room.id) ? { thread: topicOf(room.id) } : {};
    const to = about ? { reply_to: about.message.message_id, ...(about.quote ? { quote: about.quote } : {}) } : {};
    sent = await trying(() => act("send", { ...where, text, ...thread, ...to }));
  }
  if (!sent) {
    giveBack(room, written, about);
    return;
  }
  put(room.id, sent);
  toBottom();
}

// What could not be sent stands where it was written, unless something else does by now.
function giveBack(room, text, about) {
  if (store.room !== room.id) {
    drafts.set(room.id, drafts.get(room.id) || text);
  } else if (!field.value || field.value === text) {
    setText(text);
    setContext(about);
  }
}

export function sendCommand(word) {
  const isShared = currentRoom()?.person === null && !word.includes("@");
  sendText(isShared ? `${word}@${store.bot.username}` : word);
}

function inlineQuery() {
  const start = `@${store.bot.username.toLowerCase()} `;
  return field.value.toLowerCase().startsWith(start) ? field.value.slice(start.length) : null;
}

function typed() {
  grow();
  const command = /^\/(\w*)$/.exec(field.value);
  const query = inlineQuery();
  if (query !== null) {
    suggest.offerInline(query, { onChosen: chosen, onStart: (payload) => { suggest.close(); setText(""); openPayload(payload); } });
  } else if (command && context?.kind !== "edit") {
    suggest.offerCommands(command[1], complete);
  } else {
    suggest.close();
  }
}

function complete(name) {
  setText(`/${name} `);
  suggest.close();
  field.focus();
}

async function chosen(searchId, result) {
  suggest.close();
  const room = currentRoom();
  const query = field.value;
  setText("");
  const sent = await trying(() => act("choose", { person: store.me, room: room.id, search_id: searchId, result }));
  if (!sent) giveBack(room, query, null);
  field.focus();
}

async function submit() {
  const text = field.value;
  suggest.close();
  await sendText(text);
}

field.addEventListener("input", typed);
field.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  if (suggest.isOpen() && ["ArrowDown", "ArrowUp"].includes(event.key)) {
    suggest.move(event.key === "ArrowDown" ? 1 : -1);
  } else if (suggest.isOpen() && event.key === "Tab" && !event.shiftKey && suggest.takeMarked({ any: /^\/\w*$/.test(field.value) })) {
    // taken
  } else if (event.key === "Enter" && !event.shiftKey) {
    if (!(suggest.hasMarked() && suggest.takeMarked())) submit();
  } else if (event.key === "Escape") {
    if (suggest.isOpen()) suggest.close();
    else dropContext();
  } else if (event.key === "ArrowUp" && !field.value && !context) {
    if (event.ctrlKey || event.metaKey) focusLast();
    else editNewest();
  } else {
    return;
  }
  event.preventDefault();
});

async function editNewest() {
  // What was sent a moment ago is the newest, though it may still be on its way.
  await underway;
  if (field.value || context) return;
  const mine = [...messagesOf(store.room).values()].filter((message) => isMine(message) && message.text && !message.via_bot && !message.is_service);
  if (mine.length) edit({ message: mine.at(-1) });
  else focusLast();
}

byId("composer").addEventListener("submit", (event) => {
  event.preventDefault();
  submit();
  field.focus();
});
byId("commands").addEventListener("click", () => {
  if (suggest.isOpen()) suggest.close();
  else suggest.offerCommands("", complete);
  field.focus();
});
byId("start").addEventListener("click", () => sendText("/start"));

// Each chat keeps what was being written in it.
export function drawComposer({ isNewRoom }) {
  const room = currentRoom();
  if (!room) return;
  if (isNewRoom) {
    if (draftOf !== null) drafts.set(draftOf, context?.kind === "edit" ? "" : field.value);
    draftOf = room.id;
    setContext(null);
    suggest.close();
    setText(drafts.get(room.id) ?? "");
  }
  const needsStart = room.person !== null && !room.is_started;
  const me = room.members.find((member) => member.id === store.me);
  const isShut = room.person === null && room.is_muted && !["creator", "administrator"].includes(me?.status);
  const wasStart = !byId("start").hidden && [document.body, byId("start")].includes(document.activeElement);
  byId("start").hidden = !needsStart;
  byId("composer").hidden = needsStart || isShut;
  if (wasStart && !needsStart && !isNewRoom) field.focus();
  byId("closed").hidden = !isShut;
  byId("closed").textContent = isShut ? "Only administrators may write here." : "";
}
