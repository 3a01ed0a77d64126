"""What the control API shows: people, chats, messages and events, as JSON. Messages have the Bot API's own shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.sandbox.model import Chat, JsonObject, Message
from bot.sandbox.rooms import Room

if TYPE_CHECKING:
    from bot.sandbox.people import Person
    from bot.sandbox.queries import CallbackAnswer, InlineQuery
    from bot.sandbox.world import Event, World

    from .scene import Scene


def state_json(scene: Scene) -> JsonObject:
    """The bot, the people and the chats; no messages."""
    world = scene.sandbox.world
    return {
        "bot": {
            "id": world.bot.id,
            "name": world.bot.first_name,
            "username": world.bot.username,
            "description": world.settings.descriptions.get("", ""),
            "privacy": world.privacy,
        },
        "people": [person_json(person) for person in scene.people.values()],
        "rooms": [room_json(world, room) for room in scene.rooms()],
        "faults": faults_json(scene),
    }


def person_json(person: Person) -> JsonObject:
    """Somebody who can be spoken as."""
    return {"id": person.user.id, "name": person.user.first_name, "private_chat": person.private_chat().id}


def room_json(world: World, room: Room) -> JsonObject:
    """A chat: its members, its topics and the bot's standing in it."""
    chat = room.chat
    newest = next(reversed(chat.messages.values()), None)
    return {
        "id": chat.id,
        "type": chat.type,
        "title": chat.title or (chat.user.first_name if chat.user else ""),
        "person": chat.user.id if chat.user else None,
        "is_forum": chat.is_forum,
        "is_started": chat.is_started,
        "is_blocked": chat.is_blocked,
        "is_muted": chat.is_muted,
        "bot": "member" if chat.type == "private" else chat.status_of(world.bot.id),
        "members": [
            {"id": member.user.id, "name": member.user.first_name, "status": member.status}
            for member in chat.members.values()
        ],
        "topics": [
            {"id": topic.thread_id, "name": topic.name, "is_closed": topic.is_closed} for topic in chat.topics.values()
        ],
        "newest": message_json(world, newest) if newest else None,
    }


def message_json(world: World, message: Message) -> JsonObject:
    """A message in the Bot API's shape, with what else people see: reactions, whether the bot was told of it."""
    shape = world.json_of(message)
    if "inline_keyboard" not in shape.get("reply_markup", {}):
        shape.pop("reply_markup", None)
    shape["reply_to_message_id"] = message.reply_to_message_id
    shape["reactions"] = [reaction.get("emoji", "") for reaction in message.reactions]
    shape["is_service"] = message.is_service
    shape["is_known_to_bot"] = message.sender is world.bot or message.update_id is not None
    return shape


def event_json(world: World, event: Event, room: Room | None) -> JsonObject:
    """Something that happened; `room` is the chat itself where that changed."""
    shape: JsonObject = {"kind": event.kind, "room": event.chat.id}
    if event.message is not None:
        shape["message_id"] = event.message.message_id
        if event.kind != "deleted":
            shape["message"] = message_json(world, event.message)
    if event.detail:
        shape["detail"] = event.detail
    if room is not None:
        shape["chat"] = room_json(world, room)
    return shape


def needs_chat(event: Event) -> Chat | None:
    """The chat that an event shows anew, None where the event is about a message alone."""
    return event.chat if event.kind in ("changed", "left") else None


def answer_json(answer: CallbackAnswer) -> JsonObject:
    """What a pressed button was answered with."""
    return {"text": answer.text, "show_alert": answer.show_alert, "url": answer.url}


def search_json(search: InlineQuery) -> JsonObject:
    """An inline search and what the bot found."""
    shape: JsonObject = {"search_id": search.id, "query": search.query}
    if search.given is not None:
        shape |= {
            "results": search.given.results,
            "next_offset": search.given.next_offset,
            "button": search.given.button,
        }
    return shape


def faults_json(scene: Scene) -> JsonObject:
    """What fails on purpose, and what has failed so far."""
    return {
        "plan": str(scene.faults.plan),
        "counts": {str(fault): count for fault, count in scene.faults.counts.items()},
    }
