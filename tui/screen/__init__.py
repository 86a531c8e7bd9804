"""The Textual application. Only this room imports textual."""
