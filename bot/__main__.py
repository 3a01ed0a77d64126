"""`python -m bot` is `mujaz`."""

from bot.cli.main import main

main()
