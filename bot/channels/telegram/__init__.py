"""Answer citizens on Telegram; off until a token is configured."""
