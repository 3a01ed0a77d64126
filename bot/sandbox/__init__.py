"""A strict local Bot API in one process: try and test a Telegram bot without a token, a network or a socket.

    sandbox = Sandbox(bot_username="mujaz_bot")
    lina = sandbox.person("Lina", language_code="en")
    chat = lina.private_chat()
    # give sandbox.transport() to the bot's HTTP client, start its polling, then:
    lina.send(chat, "/start")
    reply = await chat.next_message(timeout=5)
    query = lina.press(reply, "Sources")
    answer = await query.answer()

It refuses what Telegram refuses, in Telegram's words, and answers an unknown method or argument with an
error. It imports nothing but the standard library and httpx.
"""

from .api import AnyApi, Api
from .clock import Clock
from .entities import Entity, detect, tidy
from .errors import ApiError
from .fault_plan import ALL_FAULTS, Fault, FaultPlan, FaultRule
from .faults import FaultyApi, WireFault
from .inbox import Mailbox
from .markup import MarkupError, parse_html
from .model import Button, Chat, Message, User
from .people import Person, Writer
from .queries import CallbackAnswer, CallbackQuery, GuestQuery, InlineAnswer, InlineQuery
from .rooms import Channel, ForumTopic, Group, PrivateChat, Room
from .sandbox import DEFAULT_TOKEN, Sandbox
from .transport import SandboxTransport
from .walk import Span, walk
from .world import Call, Event

__all__ = [
    "ALL_FAULTS",
    "DEFAULT_TOKEN",
    "AnyApi",
    "Api",
    "ApiError",
    "Button",
    "Call",
    "CallbackAnswer",
    "CallbackQuery",
    "Channel",
    "Chat",
    "Clock",
    "Entity",
    "Event",
    "Fault",
    "FaultPlan",
    "FaultRule",
    "FaultyApi",
    "ForumTopic",
    "Group",
    "GuestQuery",
    "InlineAnswer",
    "InlineQuery",
    "Mailbox",
    "MarkupError",
    "Message",
    "Person",
    "PrivateChat",
    "Room",
    "Sandbox",
    "SandboxTransport",
    "Span",
    "User",
    "WireFault",
    "Writer",
    "detect",
    "parse_html",
    "tidy",
    "walk",
]
