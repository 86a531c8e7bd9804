"""Dialogs: each returns a typed value, or none where the user turned back."""
