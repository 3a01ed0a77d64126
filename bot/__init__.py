"""The Telegram face of Mujaz: settings, application, handlers, rendering and the command line."""
