// What the page knows, and who wants to hear of a change. The server keeps the history; this is a copy of it.
import { read } from "./api.js";

const PAGE = 200;
export const store = {
  bot: null,
  people: new Map(),
  rooms: new Map(),
  messages: new Map(),
  complete: new Set(),
  unread: new Map(),
  typing: new Map(),
  topics: new Map(),
  faults: null,
  me: null,
  room: null,
};
const listeners = new Map();

export function on(what, listener) {
  listeners.set(what, [...(listeners.get(what) ?? []), listener]);
}

export function tell(what, detail) {
  for (const listener of listeners.get(what) ?? []) listener(detail);
}

export const currentRoom = () => store.rooms.get(store.room) ?? null;
export const messagesOf = (room) => store.messages.get(room) ?? new Map();
export const isMine = (message) => message.from?.id === store.me;
export const topicOf = (room) => store.topics.get(room) ?? 0;
export const visibleRooms = () => [...store.rooms.values()].filter((room) => room.person === null || room.person === store.me);
export const nameOf = (message) => message.sender_chat?.title ?? message.from?.first_name ?? "";

export function shownIn(room, message) {
  return !room.is_forum || (message.is_topic_message ? message.message_thread_id : 0) === topicOf(room.id);
}

export async function load() {
  const state = await read("state");
  store.bot = state.bot;
  store.faults = state.faults;
  store.people = new Map(state.people.map((person) => [person.id, person]));
  store.rooms = new Map(state.rooms.map((room) => [room.id, room]));
  store.messages.clear();
  store.complete.clear();
  if (!store.people.has(store.me)) store.me = remembered("me", (id) => store.people.has(id)) ?? state.people[0]?.id ?? null;
  tell("people");
  if (!store.rooms.has(store.room)) store.room = null;
}

export function remembered(name, isValid) {
  const value = Number(sessionStorage.getItem(name));
  return value && isValid(value) ? value : null;
}

export async function openHistory(room) {
  if (store.messages.has(room)) return;
  const found = await read("transcript", { room, limit: PAGE });
  store.messages.set(room, new Map(found.map((message) => [message.message_id, message])));
  if (found.length < PAGE) store.complete.add(room);
}

export async function loadEarlier(room) {
  const known = messagesOf(room);
  const oldest = known.keys().next().value;
  const found = await read("transcript", { room, limit: PAGE, before: oldest });
  if (found.length < PAGE) store.complete.add(room);
  store.messages.set(room, new Map([...found.map((message) => [message.message_id, message]), ...known]));
  tell("history", { added: found.length });
}

export function put(room, message) {
  const known = store.messages.get(room);
  const chat = store.rooms.get(room);
  if (chat && (!chat.newest || chat.newest.message_id <= message.message_id)) chat.newest = message;
  if (!known) return false;
  const isNew = !known.has(message.message_id);
  known.set(message.message_id, message);
  return isNew;
}

export function take(room, messageId) {
  const known = store.messages.get(room);
  known?.delete(messageId);
  const chat = store.rooms.get(room);
  if (chat?.newest?.message_id === messageId) chat.newest = known ? ([...known.values()].at(-1) ?? null) : null;
}
