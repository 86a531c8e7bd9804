"""Measurements, and the archives they are made on."""
