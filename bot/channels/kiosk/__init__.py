"""Furnish the web talk for a touch screen in a reception hall."""
