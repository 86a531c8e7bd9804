"""Print the scores: ``python -m tests.bulletins.score [tuned|held-out|blind] [--faults]``."""

import sys

from tests.bulletins.scoring import SETS, score, table, truths


def main() -> None:
    """Score all sets, or those named."""
    for name in [name for name in SETS if name in sys.argv] or SETS:
        tallies = score(truths(name))
        sys.stdout.write(f"\n{name}\n")
        sys.stdout.write("\n".join(table(tallies)) + "\n")
        if "--faults" in sys.argv:
            for tally in tallies.values():
                sys.stdout.write("\n".join(tally.faults) + "\n")


if __name__ == "__main__":
    main()
