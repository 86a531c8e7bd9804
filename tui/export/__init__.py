"""From reports to something an office can hand on."""
