"""What a report is: its fields, its date, its place. No files but the bundled tables."""
