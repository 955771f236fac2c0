"""Talk on any phone or browser: a form, a redirect, a page; no script needed."""
