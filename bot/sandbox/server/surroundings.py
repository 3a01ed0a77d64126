"""What happens around a conversation: people and groups come to be, the bot is let in and put out, Telegram fails."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.sandbox.errors import bad_request
from bot.sandbox.fault_plan import FaultPlan

from .registry import action
from .views import faults_json, person_json, room_json

if TYPE_CHECKING:
    from bot.sandbox.model import JsonObject, Status

    from .scene import Scene

MAX_NAME = 64
MAX_ROOMS = 1000
_STANDINGS: dict[str, Status] = {
    "member": "member",
    "administrator": "administrator",
    "restricted": "restricted",
    "left": "left",
    "kicked": "kicked",
}


def _named(name: str) -> str:
    if not 1 <= len(name.strip()) <= MAX_NAME:
        raise ValueError(f"a name has 1 to {MAX_NAME} characters")
    return name.strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """Somebody's first name and the language of their app."""

    name: str
    language_code: str = "en"


@action("person", NewPerson)
def new_person(scene: Scene, call: NewPerson) -> JsonObject:
    """Bring in somebody new."""
    return person_json(scene.add_person(_named(call.name), call.language_code))


@dataclass(frozen=True, slots=True, kw_only=True)
class NewGroup:
    """A group of people, by their ids, the first its creator."""

    title: str
    people: Any = None
    supergroup: bool = True
    forum: bool = False
    bot: str = "member"


@action("group", NewGroup)
def new_group(scene: Scene, call: NewGroup) -> JsonObject:
    """Make a group."""
    if not isinstance(call.people, list) or not all(isinstance(person, int) for person in call.people):
        raise bad_request("people is a list of people's ids")
    if len(scene.sandbox.world.chats) >= MAX_ROOMS:
        raise ValueError(f"there are {MAX_ROOMS} chats already")
    group = scene.sandbox.group(
        _named(call.title),
        scene.members(call.people),
        supergroup=call.supergroup,
        forum=call.forum,
        bot_status=_standing(call.bot),
    )
    return room_json(scene.sandbox.world, group)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTopic:
    """A topic's name."""

    room: int
    name: str


@action("topic", NewTopic)
def new_topic(scene: Scene, call: NewTopic) -> JsonObject:
    """Open a topic in a forum."""
    topic = scene.group(call.room).create_topic(_named(call.name))
    return {"id": topic.thread_id, "name": topic.topic.name}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the bot is in a group: member, administrator, restricted, left or kicked."""

    room: int
    status: str


@action("standing", Standing)
def standing(scene: Scene, call: Standing) -> JsonObject:
    """Let the bot into a group, restrict it, or put it out."""
    group, status = scene.group(call.room), _standing(call.status)
    if status == "restricted":
        group.restrict_bot()
    elif group.chat.status_of(scene.sandbox.bot.id) != status:
        group.add_bot(status=status)
    return room_json(scene.sandbox.world, group)


def _standing(status: str) -> Status:
    if status not in _STANDINGS:
        raise ValueError(f"the bot is one of {', '.join(_STANDINGS)}")
    return _STANDINGS[status]


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocking:
    """Whether a person blocks the bot."""

    person: int
    blocked: bool = True


@action("block", Blocking)
def block(scene: Scene, call: Blocking) -> bool:
    """Block the bot, or lift the block."""
    person = scene.person(call.person)
    if call.blocked:
        person.block_bot()
    else:
        person.unblock_bot()
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Muting:
    """Whether administrators alone may write in a group."""

    room: int
    muted: bool = True


@action("mute", Muting)
def mute(scene: Scene, call: Muting) -> JsonObject:
    """Let administrators alone write, or everybody."""
    group = scene.group(call.room)
    group.mute(muted=call.muted)
    return room_json(scene.sandbox.world, group)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfRoom:
    """Names a chat."""

    room: int


@action("migrate", OfRoom)
def migrate(scene: Scene, call: OfRoom) -> JsonObject:
    """Let a basic group become a supergroup; returns that."""
    return room_json(scene.sandbox.world, scene.group(call.room).migrate())


@dataclass(frozen=True, slots=True, kw_only=True)
class Faults:
    """A plan as `FaultPlan.parse` reads it, e.g. `10%,flood,seed=7`, or `off`; an empty one changes nothing."""

    plan: str = ""


@action("faults", Faults)
def faults(scene: Scene, call: Faults) -> JsonObject:
    """Say what is to fail from now on; returns what fails and what has failed."""
    if call.plan:
        scene.faults.set_plan(FaultPlan.parse(call.plan))
    return faults_json(scene)
