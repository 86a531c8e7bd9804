"""Print the scores of the set: ``python -m tests.bulletins.score [tuned|held-out] [--faults]``."""

import sys

from tests.bulletins.scoring import score, table, truths


def main() -> None:
    """Score both sets, or the one named."""
    chosen = [name for name in ("tuned", "held-out") if name in sys.argv] or ["tuned", "held-out"]
    for name in chosen:
        tallies = score(truths(name))
        sys.stdout.write(f"\n{name}\n")
        sys.stdout.write("\n".join(table(tallies)) + "\n")
        if "--faults" in sys.argv:
            for tally in tallies.values():
                sys.stdout.write("\n".join(tally.faults) + "\n")


if __name__ == "__main__":
    main()
