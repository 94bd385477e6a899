"""Periods of time as a person writes them."""

from __future__ import annotations

import re
from typing import Any

import click

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
_PERIOD = re.compile(r"(\d{1,6})\s*([smhd])")


class Period(click.ParamType[int]):
    """A number and a unit: 90s, 10m, 2h, 1d; gives seconds."""

    name = "period"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if isinstance(value, int):
            return value
        found = _PERIOD.fullmatch(value.strip().lower())
        if not found:
            self.fail(f"“{value}” is no period; write 10m, 2h or 1d.", param, ctx)
        return int(found[1]) * UNITS[found[2]]
