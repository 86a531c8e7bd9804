"""The reading pane: Chinese line breaking, the parts of a report, and the widgets showing it."""
