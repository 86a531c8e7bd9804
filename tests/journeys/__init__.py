"""The whole app as a clerk uses it: keys pressed, and what is then to be seen."""
