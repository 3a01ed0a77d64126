"""Logging: calm lines on standard error, and never the token."""

import logging

_MASK = "<token>"


class TokenFilter(logging.Filter):
    """Masks the bot's token wherever a record would show it: message, arguments, trace."""

    def __init__(self, token: str) -> None:
        super().__init__()
        # Telegram's URLs hold the token whole; a part of it alone (the secret after the colon) gives it away too.
        self._secrets = tuple(part for part in (token, token.partition(":")[2]) if part)

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrites `record` in place; never drops it."""
        try:
            message = record.getMessage()
        except (TypeError, ValueError):
            # A faulty logging call must not take down what it logs.
            message = f"{record.msg} {record.args}"
        record.msg = self.masked(message)
        record.args = ()
        if record.exc_info:
            record.exc_text = self.masked(logging.Formatter().formatException(record.exc_info))
        return True

    def masked(self, text: str) -> str:
        """`text` with the token replaced."""
        for secret in self._secrets:
            text = text.replace(secret, _MASK)
        return text


def configure_logging(token: str, level: int = logging.INFO) -> None:
    """Sets up the root logger for a bot with `token`."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.addFilter(TokenFilter(token))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    # An answer of Telegram's that is no JSON is reported by whoever waited for it, without its text.
    logging.getLogger("telegram.request").setLevel(logging.CRITICAL)
    # They log each request's URL, with the token in it, at INFO.
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
