"""Where everything is kept: tables, transactions, the journal, files, backups."""
