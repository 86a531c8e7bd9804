"""What takes several steps with the user: a dialog, work in a thread, a word about the outcome."""
