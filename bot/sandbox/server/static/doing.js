// What a person does in the page: opens chats and links, presses buttons, copies, chooses where to go on.
import { act } from "./api.js";
import { avatar, byId, button, element } from "./dom.js";
import { currentRoom, openHistory, store, tell, visibleRooms } from "./store.js";
import { alertOf, toast, trying } from "./toast.js";

export async function openRoom(id) {
  if (!store.rooms.has(id)) return;
  store.room = id;
  sessionStorage.setItem("room", id);
  store.unread.delete(id);
  await trying(() => openHistory(id));
  byId("app").dataset.view = "chat";
  tell("room");
}

export async function speakAs(id) {
  const wasPrivate = currentRoom()?.person !== null && currentRoom() !== null;
  store.me = id;
  sessionStorage.setItem("me", id);
  if (wasPrivate) await openRoom(store.people.get(id).private_chat);
  tell("people");
  tell("room");
}

// Whether the page itself follows a link: to the bot, its chat opens; to elsewhere, the browser does.
export function followsLink(url) {
  let parsed;
  try {
    parsed = new URL(url);
  } catch {
    return false;
  }
  const isBot = /^(t|telegram)\.me$/.test(parsed.hostname) && parsed.pathname.slice(1).toLowerCase() === store.bot.username.toLowerCase();
  if (!isBot) return false;
  if (parsed.searchParams.has("start")) openPayload(parsed.searchParams.get("start"));
  else openRoom(store.people.get(store.me).private_chat);
  return true;
}

export async function openPayload(payload) {
  const sent = await trying(() => act("open", { person: store.me, link: payload }));
  if (sent) await openRoom(store.people.get(store.me).private_chat);
}

export async function pressed(message, key, index, node) {
  if (key.url) {
    if (!followsLink(key.url)) window.open(key.url, "_blank", "noopener");
  } else if (key.copy_text) {
    await copy(key.copy_text.text);
  } else if (key.switch_inline_query_current_chat !== undefined) {
    tell("compose", `@${store.bot.username} ${key.switch_inline_query_current_chat}`);
  } else if (key.switch_inline_query !== undefined) {
    pickRoom(() => true, key.switch_inline_query);
  } else if (key.switch_inline_query_chosen_chat) {
    const wanted = key.switch_inline_query_chosen_chat;
    pickRoom((room) => (room.person === null ? wanted.allow_group_chats : wanted.allow_bot_chats), wanted.query ?? "");
  } else {
    await callBack(message, index, node);
  }
}

async function callBack(message, index, node) {
  if (node.getAttribute("aria-busy") === "true") return;
  node.setAttribute("aria-busy", "true");
  const where = { person: store.me, room: message.chat.id, message: message.message_id };
  const answer = await trying(() => act("press", { ...where, button: index }));
  node.removeAttribute("aria-busy");
  if (answer?.text) (answer.show_alert ? alertOf : toast)(answer.text);
  if (answer?.url) followsLink(answer.url);
}

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const holder = element("textarea");
    holder.value = text;
    document.body.append(holder);
    holder.select();
    document.execCommand("copy");
    holder.remove();
  }
  toast("Copied.");
}

function pickRoom(isAllowed, query) {
  const list = byId("picker-rooms");
  const choose = async (room) => {
    byId("picker").close();
    await openRoom(room.id);
    tell("compose", `@${store.bot.username} ${query}`);
  };
  const rooms = visibleRooms().filter(isAllowed);
  list.replaceChildren(
    ...rooms.map((room) => {
      const title = titleOf(room);
      const row = button(title, { class: "room", on: { click: () => choose(room) } }, avatar(room.id, title), element("span", { class: "name", text: title }));
      return element("li", {}, row);
    }),
  );
  byId("picker").showModal();
}

export const titleOf = (room) => (room.person === null ? room.title : store.bot.name);
