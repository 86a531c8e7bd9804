"""The one question everything on screen answers: its value, its language, its matching."""
