"""Show staff what they are writing: problems, the map, the talk; on this machine."""
