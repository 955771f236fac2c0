"""Make letters that can be filed: filled, laid out, free of who made them."""
