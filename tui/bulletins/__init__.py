"""From a file to reports: text, then headings and paragraphs, then fields."""
