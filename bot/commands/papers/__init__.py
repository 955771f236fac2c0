"""Hold one paper a file: its arguments and what is made."""
