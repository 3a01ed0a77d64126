// Puts the page together: loads, listens, draws.
import { listen } from "./api.js";
import { describe } from "./bubbles.js";
import * as composer from "./composer.js";
import { openPayload, openRoom } from "./doing.js";
import { byId } from "./dom.js";
import { icon } from "./icons.js";
import { drawLog, drawMessage, dropMessage, find, toBottom } from "./log.js";
import { openMenu } from "./menu.js";
import { openPanel } from "./panel.js";
import { drawHead, drawPeople, drawRooms, showTyping, stopTyping } from "./rooms.js";
import { isMine, load, on, put, remembered, store, take } from "./store.js";
import { announce, toast, trying } from "./toast.js";

let drawnRoom = null;
let isLost = false;

function drawRoom() {
  const isNewRoom = drawnRoom !== store.room;
  drawnRoom = store.room;
  drawRooms();
  drawHead();
  drawLog();
  composer.drawComposer({ isNewRoom });
  if (isNewRoom && matchMedia("(min-width: 721px)").matches) byId(byId("start").hidden ? "composer-text" : "start").focus();
}

on("room", drawRoom);
on("people", drawPeople);
on("history", drawLog);
on("menu", openMenu);
on("reply", composer.reply);
on("edit", composer.edit);
on("compose", composer.compose);
on("command", composer.sendCommand);
on("find", find);

async function reload() {
  const wasLost = isLost;
  isLost = false;
  const done = await trying(async () => {
    await load();
    return true;
  });
  if (!done) return;
  const payload = new URLSearchParams(location.hash.slice(1)).get("start");
  if (payload) {
    history.replaceState(null, "", location.pathname);
    await openPayload(payload);
    return;
  }
  const last = store.room ?? remembered("room", (id) => store.rooms.has(id));
  const mine = store.people.get(store.me)?.private_chat;
  const view = byId("app").dataset.view;
  await openRoom(last ?? mine);
  if (last === null || last === undefined) byId("app").dataset.view = matchMedia("(max-width: 720px)").matches ? "list" : "chat";
  else if (wasLost) byId("app").dataset.view = view;
}

function happened(event) {
  if (event.chat) {
    store.rooms.set(event.room, event.chat);
    drawRooms();
    if (event.room === store.room) {
      drawHead();
      composer.drawComposer({ isNewRoom: false });
    }
  }
  if (event.kind === "action") showTyping(event.room, event.detail);
  if (event.kind === "deleted") {
    take(event.room, event.message_id);
    if (event.room === store.room) dropMessage(event.message_id);
    drawRooms();
  }
  if (event.message) messageCame(event);
}

function messageCame({ kind, room, message }) {
  put(room, message);
  if (kind === "sent") stopTyping(room);
  if (room !== store.room && ["sent", "received"].includes(kind) && !isMine(message)) {
    store.unread.set(room, (store.unread.get(room) ?? 0) + 1);
  }
  drawRooms();
  if (room !== store.room) return;
  drawMessage(message);
  if (isMine(message) && kind === "received") toBottom();
  if (kind === "sent" || kind === "edited") announce(`${kind === "edited" ? "Changed. " : ""}${describe(message)}`);
}

function lost() {
  if (!isLost) toast("The connection to the sandbox is lost; trying again.");
  isLost = true;
}

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  byId("theme").setAttribute("aria-pressed", String(theme === "dark"));
}

function dressUp() {
  for (const [id, name] of [["theme", "theme"], ["settings", "settings"], ["back", "back"], ["send", "send"], ["to-bottom", "down"]]) byId(id).append(icon(name));
  setTheme(localStorage.getItem("theme") ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"));
  byId("theme").addEventListener("click", () => {
    const next = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
    localStorage.setItem("theme", next);
    setTheme(next);
  });
  byId("settings").addEventListener("click", openPanel);
}

dressUp();
listen({ onEvent: happened, onReset: reload, onLost: lost });
addEventListener("hashchange", () => location.hash && reload());


