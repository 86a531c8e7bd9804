"""Jianbao 简报: a terminal browser for regional meeting reports."""
