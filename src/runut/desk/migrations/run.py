"""Running the migrations inside a transaction that is already open."""

from importlib.resources import as_file, files

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection


def migrate(connection: Connection) -> None:
    """Bring a database to the newest layout, or leave it as it is when a step fails."""
    with as_file(files("runut.desk.migrations")) as folder:
        config = _config(str(folder))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def newest() -> str | None:
    """The last migration that there is."""
    with as_file(files("runut.desk.migrations")) as folder:
        return ScriptDirectory.from_config(_config(str(folder))).get_current_head()


def _config(folder: str) -> Config:
    config = Config()
    config.set_main_option("script_location", folder.replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
