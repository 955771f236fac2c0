"""Bring the talk to where citizens are."""
