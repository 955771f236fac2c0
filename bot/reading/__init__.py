"""Read what staff wrote, strictly."""
