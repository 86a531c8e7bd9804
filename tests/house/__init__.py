"""Checks of the house itself: catalogue, layers, README."""
