// One message as a node: author, what it replies to, text, buttons, time.
import { avatar, button, element, timeOf, tone } from "./dom.js";
import { followsLink, pressed } from "./doing.js";
import { icon } from "./icons.js";
import { currentRoom, isMine, messagesOf, nameOf, store, tell } from "./store.js";
import { rendered } from "./text.js";

const on = {
  link: followsLink,
  command: (word) => tell("command", word),
  mention: (name) => tell("compose", `${name} `),
};

export function bubbleOf(message) {
  if (message.is_service) return element("p", { class: "service", text: serviceText(message), "data-id": message.message_id });
  const out = isMine(message);
  const node = element("article", {
    class: `message ${out ? "out" : "in"}`,
    "data-id": String(message.message_id),
    "aria-label": `${out ? "You wrote" : nameOf(message)}, ${timeOf(message.date)}`,
    tabindex: "-1",
  });
  const stack = element("div", { class: "stack" }, bubble(message, out));
  if (message.reply_markup) stack.append(keyboard(message));
  const more = button("What to do with this message", { class: "icon-button more", "aria-haspopup": "menu" }, icon("more"));
  more.addEventListener("click", () => tell("menu", { message, anchor: more }));
  node.append(avatar(message.from?.id ?? 0, nameOf(message)), stack, more);
  return node;
}

function bubble(message, out) {
  const holder = element("div", { class: "bubble" });
  const inPrivate = message.chat.type === "private";
  if (!out && !inPrivate) holder.append(element("div", { class: `author ink-${tone(message.from?.id ?? 0)}`, text: nameOf(message) }));
  if (message.via_bot) holder.append(element("div", { class: "author via", text: `via @${message.via_bot.username}` }));
  const replied = repliedNode(message);
  if (replied) holder.append(replied);
  if (message.sticker) holder.append(element("div", { class: "sticker", text: message.sticker.emoji }));
  if (message.photo) holder.append(element("div", { class: "media", role: "img", "aria-label": "A picture", text: "picture" }));
  const text = message.text ?? message.caption;
  if (text) holder.append(element("div", { class: "text", dir: "auto" }, rendered(text, message.entities ?? message.caption_entities, on)));
  holder.append(metaOf(message, out));
  return holder;
}

function metaOf(message, out) {
  const meta = element("div", { class: "meta" });
  if (message.reactions.length) meta.append(element("span", { class: "reactions", text: message.reactions.join(" ") }));
  if (out && !message.is_known_to_bot) {
    const why = "The bot is not told of this: in groups it sees commands, mentions and replies to it.";
    const mark = element("span", { title: why, role: "img", "aria-label": why, class: "unseen" });
    mark.append(icon("unseen"));
    meta.append(mark);
  }
  if (message.edit_date) meta.append(element("span", { text: "edited" }));
  meta.append(element("time", { text: timeOf(message.date), datetime: new Date(message.date * 1000).toISOString() }));
  return meta;
}

function repliedNode(message) {
  const room = currentRoom();
  const id = message.reply_to_message_id;
  const original = id ? (room && messagesOf(room.id).get(id)) ?? message.reply_to_message : null;
  if (!original && !message.external_reply) return null;
  const who = original ? nameOf(original) : "another chat";
  const said = message.quote?.text ?? original?.text ?? original?.caption ?? "a message";
  const node = button(`In reply to ${who}: ${said.slice(0, 120)}`, { class: "replied" }, element("span", { class: "who", text: who }), element("span", { text: said, dir: "auto" }));
  if (id) node.addEventListener("click", () => tell("find", id));
  return node;
}

function keyboard(message) {
  const rows = element("div", { class: "keyboard", role: "group", "aria-label": "Buttons" });
  let index = 0;
  for (const row of message.reply_markup.inline_keyboard) {
    const keys = element("div", { class: "keys" });
    for (const key of row) {
      const number = index;
      const node = element("button", { type: "button", class: "key", text: key.text });
      const mark = key.url ? "open" : key.copy_text ? "copy" : key.callback_data === undefined ? "inline" : null;
      if (mark) node.append(element("span", { class: "mark" }, icon(mark)));
      node.addEventListener("click", () => pressed(message, key, number, node));
      keys.append(node);
      index += 1;
    }
    rows.append(keys);
  }
  return rows;
}

export function serviceText(message) {
  const who = nameOf(message);
  if (message.new_chat_members) return `${who} added ${message.new_chat_members.map((user) => user.first_name).join(", ")}`;
  if (message.left_chat_member) {
    const left = message.left_chat_member;
    return left.id === message.from?.id ? `${left.first_name} left` : `${who} removed ${left.first_name}`;
  }
  if (message.forum_topic_created) return `${who} opened the topic “${message.forum_topic_created.name}”`;
  if (message.forum_topic_closed) return `${who} closed the topic`;
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return "The group became a supergroup";
  return "Something happened";
}

export function summaryOf(message) {
  if (!message) return "";
  if (message.is_service) return serviceText(message);
  const said = message.text ?? message.caption ?? (message.sticker ? message.sticker.emoji : "picture");
  return said.replace(/\s+/g, " ").slice(0, 120);
}

export function describe(message) {
  const text = message.text ?? message.caption ?? summaryOf(message);
  const keys = (message.reply_markup?.inline_keyboard ?? []).flat().map((key) => key.text);
  return `${nameOf(message) === store.bot?.name ? store.bot.name : nameOf(message)}: ${text}${keys.length ? ` Buttons: ${keys.join(", ")}.` : ""}`;
}
