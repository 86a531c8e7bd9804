"""The one question everything on screen answers."""
