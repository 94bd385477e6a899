"""What routes are given: the desk that is served."""

from typing import TypeAlias

from litestar.di import NamedDependency

from runut.desk import Desk

HeldDesk: TypeAlias = NamedDependency[Desk]
"""A parameter of this type, named `desk`, is the desk."""
