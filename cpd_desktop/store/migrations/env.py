"""Where Alembic starts: it is handed a connection inside a transaction and leaves it open."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"], transaction_per_migration=False
)
context.run_migrations()
