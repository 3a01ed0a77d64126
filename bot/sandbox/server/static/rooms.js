// The list of chats, the head of the open one, its topics, and who speaks.
import { avatar, byId, element, paintAvatar, timeOf } from "./dom.js";
import { summaryOf } from "./bubbles.js";
import { openRoom, speakAs, titleOf } from "./doing.js";
import { currentRoom, isMine, nameOf, store, tell, topicOf, visibleRooms } from "./store.js";

const TYPING_FOR = 5500;

export function drawPeople() {
  const select = byId("speaker");
  select.replaceChildren(...[...store.people.values()].map((person) => element("option", { value: String(person.id), text: person.name, selected: person.id === store.me })));
}

byId("speaker").addEventListener("change", (event) => speakAs(Number(event.target.value)));

export function drawRooms() {
  const focused = document.activeElement?.dataset?.room;
  const rooms = visibleRooms();
  byId("rooms").replaceChildren(...rooms.map((room) => element("li", {}, roomNode(room))));
  if (focused) byId("rooms").querySelector(`[data-room="${CSS.escape(focused)}"]`)?.focus();
}

function roomNode(room) {
  const title = titleOf(room);
  const newest = room.newest;
  const unread = store.unread.get(room.id) ?? 0;
  const writer = newest && room.person === null && !newest.is_service ? `${isMine(newest) ? "You" : nameOf(newest)}: ` : "";
  const node = element(
    "button",
    { type: "button", class: "room", "data-room": String(room.id), "aria-current": String(room.id === store.room), on: { click: () => openRoom(room.id) } },
    avatar(room.person === null ? room.id : store.bot.id, title),
    element("span", { class: "name", text: title }),
    element("span", { class: "when", text: newest ? timeOf(newest.date) : "" }),
    element("span", { class: "snippet", dir: "auto", text: newest ? `${writer}${summaryOf(newest)}` : kindOf(room) }),
  );
  if (unread) node.append(element("span", { class: "badge", text: String(unread), "aria-label": `${unread} unread` }));
  return node;
}

function kindOf(room) {
  if (room.person !== null) return "bot";
  const people = room.members.filter((member) => ["creator", "administrator", "member", "restricted"].includes(member.status));
  const bot = { left: "the bot is not here", kicked: "the bot was put out", restricted: "the bot may only read" }[room.bot];
  return `${room.is_forum ? "forum, " : ""}${people.length} members${bot ? `, ${bot}` : ""}`;
}

export function drawHead() {
  const room = currentRoom();
  if (!room) return;
  const title = titleOf(room);
  byId("chat-title").textContent = title;
  paintAvatar(byId("chat-avatar"), room.person === null ? room.id : store.bot.id, title);
  const typing = store.typing.get(room.id);
  const subtitle = byId("chat-subtitle");
  subtitle.classList.toggle("typing", Boolean(typing));
  subtitle.textContent = typing ? `${store.bot.name} is ${typing}` : kindOf(room);
  document.title = `${title} – sandbox`;
  drawTopics(room);
}

function drawTopics(room) {
  const bar = byId("topics");
  bar.hidden = !room.is_forum;
  if (!room.is_forum) return;
  const topics = [{ id: 0, name: "General" }, ...room.topics];
  const hadFocus = bar.contains(document.activeElement);
  bar.replaceChildren(
    ...topics.map((topic) => {
      const isOpen = topicOf(room.id) === topic.id;
      const open = () => {
        store.topics.set(room.id, topic.id);
        tell("room");
      };
      return element("button", { type: "button", class: "topic", role: "tab", "aria-selected": String(isOpen), tabindex: isOpen ? "0" : "-1", text: topic.name, on: { click: open } });
    }),
  );
  if (hadFocus) bar.querySelector('[aria-selected="true"]')?.focus();
}

byId("topics").addEventListener("keydown", (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const tabs = [...byId("topics").children];
  const index = tabs.findIndex((tab) => tab.getAttribute("aria-selected") === "true");
  tabs[(index + step + tabs.length) % tabs.length].click();
});

export function showTyping(roomId, what) {
  const shown = { typing: "typing" }[what] ?? what.replaceAll("_", " ");
  store.typing.set(roomId, shown);
  clearTimeout(timers.get(roomId));
  timers.set(roomId, setTimeout(() => stopTyping(roomId), TYPING_FOR));
  if (roomId === store.room) drawHead();
}

const timers = new Map();
export function stopTyping(roomId) {
  if (store.typing.delete(roomId) && roomId === store.room) drawHead();
}

byId("back").addEventListener("click", () => {
  byId("app").dataset.view = "list";
  byId("rooms").querySelector('[aria-current="true"]')?.focus();
});
