"""Tells Telegram what the bot is called in its menus: commands by scope, descriptions. Only what changed is sent."""

from collections.abc import Sequence

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeDefault,
)

from bot.commands import COMMANDS, DESCRIPTION, IN_GROUPS, SHORT_DESCRIPTION, Command


async def publish(bot: Bot) -> None:
    """Brings Telegram's menus up to date.

    Raises:
        telegram.error.TelegramError: Telegram refused or could not be reached.
    """
    menus: Sequence[tuple[BotCommandScope, Sequence[Command]]] = (
        (BotCommandScopeDefault(), IN_GROUPS),
        (BotCommandScopeAllPrivateChats(), COMMANDS),
        (BotCommandScopeAllGroupChats(), IN_GROUPS),
    )
    for scope, commands in menus:
        wanted = [BotCommand(command.name, command.description) for command in commands]
        if list(await bot.get_my_commands(scope)) != wanted:
            await bot.set_my_commands(wanted, scope)
    if (await bot.get_my_description()).description != DESCRIPTION:
        await bot.set_my_description(DESCRIPTION)
    if (await bot.get_my_short_description()).short_description != SHORT_DESCRIPTION:
        await bot.set_my_short_description(SHORT_DESCRIPTION)
