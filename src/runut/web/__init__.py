"""The desk in the browser: look, compare, rule and watch; every page is whole without a script."""

from runut.web.app import desk_application

__all__ = ["desk_application"]
