"""Hold one command a file: its arguments and what it does."""
