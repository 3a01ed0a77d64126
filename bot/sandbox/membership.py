"""Coming and going: members' standing, the updates about it, a group's upgrade to a supergroup."""

from __future__ import annotations

from .delivery import deliver
from .model import PRESENT, Chat, Member, Status, User
from .shapes import chat_json, member_json, user_json
from .world import Event, World


def change_member(world: World, chat: Chat, user: User, status: Status, *, by: User) -> None:
    """Change a user's standing, and tell the bot: `my_chat_member` about itself, `chat_member` about others.

    People in the chat see a service message where somebody came or went.
    """
    old = chat.members.get(user.id) or Member(user, "left")
    new = world.set_member(chat, user, status)
    announce_change(world, chat, old, new, by)
    world.publish(Event("changed", chat))
    came, went = (
        status in PRESENT and old.status not in PRESENT,
        status not in PRESENT and old.status in PRESENT,
    )
    if chat.type not in ("group", "supergroup"):
        return
    if came:
        deliver(world, world.add_message(chat, sender=by, content={"new_chat_members": [user_json(user)]}))
    elif went:
        deliver(world, world.add_message(chat, sender=by, content={"left_chat_member": user_json(user)}))
    if went and user is world.bot:
        world.publish(Event("left", chat))


def announce_change(world: World, chat: Chat, old: Member, new: Member, by: User) -> None:
    """Queue the update about a changed standing; about others only where the bot is an administrator."""
    about_bot = new.user is world.bot
    if not about_bot and chat.status_of(world.bot.id) != "administrator":
        return
    world.updates.push(
        "my_chat_member" if about_bot else "chat_member",
        {
            "chat": chat_json(chat),
            "from": user_json(by),
            "date": world.clock.now(),
            "old_chat_member": member_json(old, world.bot.id),
            "new_chat_member": member_json(new, world.bot.id),
        },
    )


def migrate(world: World, chat: Chat, by: User) -> Chat:
    """Upgrade a basic group: the old id dies, a supergroup with a new one takes over its members.

    Service messages tell it on both sides. Raises ValueError for anything but a basic group.
    """
    if chat.type != "group" or chat.migrated_to is not None:
        raise ValueError("only a basic group that was not upgraded yet can become a supergroup")
    upgraded = world.add_chat("supergroup", chat.title)
    upgraded.members = {key: Member(member.user, member.status) for key, member in chat.members.items()}
    chat.migrated_to = upgraded.id
    world.publish(Event("changed", chat))
    world.publish(Event("changed", upgraded))
    deliver(world, world.add_message(chat, sender=by, content={"migrate_to_chat_id": upgraded.id}))
    deliver(world, world.add_message(upgraded, sender=by, content={"migrate_from_chat_id": chat.id}))
    return upgraded
