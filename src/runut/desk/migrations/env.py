"""What alembic runs: the migrations, on the connection that the desk opened."""

from alembic import context

from runut.desk.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
