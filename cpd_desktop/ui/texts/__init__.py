"""The editor of what mails say, and how a mail looks."""
