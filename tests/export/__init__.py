"""Reports become bytes; bulletins become reports again."""
