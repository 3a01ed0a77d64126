"""The ASGI application: routes, and the guard around them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from . import actions, surroundings
from .endpoints import Endpoints
from .guard import Guard

if TYPE_CHECKING:
    from .scene import Scene

STATIC = Path(__file__).parent / "static"

__all__ = ["actions", "build_server", "surroundings"]


def build_server(scene: Scene) -> tuple[Starlette, Endpoints]:
    """The application around a scene, and its endpoints, whose `closing` is to be set before the server stops."""
    endpoints = Endpoints(scene)
    # Importing the modules of actions registers them; the names are kept above for that.
    routes = [
        Route("/bot{rest:path}", endpoints.bot_api, methods=["GET", "POST"]),
        Route("/control/events", endpoints.events, methods=["GET"]),
        Route("/control/{action}", endpoints.control, methods=["GET", "POST"]),
        Mount("/", StaticFiles(directory=STATIC, html=True)),
    ]
    return Starlette(routes=routes, middleware=[Middleware(Guard)]), endpoints
