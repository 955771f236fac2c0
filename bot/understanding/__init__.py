"""Make something of a citizen's words."""
