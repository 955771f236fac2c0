"""Answer citizens on a WeChat Official Account or in WeCom."""
