"""The command line: arguments, exit statuses, what goes where."""
