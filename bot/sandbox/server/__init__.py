"""The sandbox over HTTP, on loopback only: the Bot API, a control API that plays the people, and a page to chat in.

/bot<TOKEN>/METHOD   the Bot API, as Telegram serves it: forms, JSON, multipart, long polling, webhooks
/control/ACTION      what people do and see: send, edit, press, search, choose, open a link, read; see `actions`
/control/events      everything that happens, as server-sent events
/                    a Telegram client in the browser
"""

from .app import build_server
from .running import Address, bound_socket, serving
from .scene import Scene

__all__ = ["Address", "Scene", "bound_socket", "build_server", "serving"]
