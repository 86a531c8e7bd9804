"""``python -m tui`` does what the command ``jianbao`` does."""

import sys

from tui.cli import main

sys.exit(main())
