"""Who bears a name, what is said under a name that has no entry, and who does an act, each read from an index alone."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the indexes wider."""
    op.drop_index(op.f("ix_bearers_name"), "bearers")
    op.create_index(op.f("ix_bearers_name_person"), "bearers", ["name", "person"], unique=False)
    op.drop_index(op.f("ix_statements_name_act"), "statements")
    op.create_index(op.f("ix_statements_name_person_act"), "statements", ["name", "person", "act"], unique=False)
    op.drop_index(op.f("ix_statements_act"), "statements")
    columns = ["act", "article", "person", "name"]
    op.create_index(op.f("ix_statements_act_article_person_name"), "statements", columns, unique=False)
