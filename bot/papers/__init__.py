"""Make what a citizen takes in hand."""
