"""How the layout of a desk came to be; alembic runs these in order."""
