"""Checks of the reader: a scored set of bulletins, bad input, properties."""
