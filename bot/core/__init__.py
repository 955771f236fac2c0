"""Hold the pure heart: values in, values out."""
