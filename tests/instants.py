"""Moments for hand-made messages."""

import datetime

MIDNIGHT = datetime.datetime(2023, 11, 5, tzinfo=datetime.UTC)
