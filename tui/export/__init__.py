"""Reports as files to hand on: bulletin text, Markdown, CSV, JSON and Word."""
