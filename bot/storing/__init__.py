"""Keep sessions, sealed and short."""
