"""The parts of the browser's screen. They get state by binding and post messages upward."""
