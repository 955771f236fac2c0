"""Guide a citizen to the right office, remedy and day (问路)."""
