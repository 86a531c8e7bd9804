"""Checks of the reader: a scored set of bulletins, bad input, properties.

``files/`` and ``blind/`` hold the set: made-up bulletins from every province in the shapes of
real ones, each with the truth beside it as JSON. Those marked ``tuned`` were written before or
between the rules; those marked ``held-out`` after them, to see what the rules make of pages they
were not made for; those in ``blind/`` by someone who had not seen the rules. A fault found in any
is mended, so new ones have to be written to measure again.
``python -m tests.bulletins.score --faults`` prints the scores.
"""
