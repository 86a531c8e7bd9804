"""Tests of ``archive``."""
