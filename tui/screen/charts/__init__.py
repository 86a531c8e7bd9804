"""Charts, for people who would rather look than read: drawn by plotext, which is optional."""
