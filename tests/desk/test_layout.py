from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from runut.desk.migrations.run import newest
from runut.desk.opening import HEAD
from runut.desk.tables import metadata


def test_the_migrations_make_the_tables(desk):
    assert newest() == HEAD
    with desk.reading() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
    assert [d for d in differences if "found" not in str(d[1])] == []
