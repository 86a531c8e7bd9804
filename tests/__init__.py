"""The checks of Jianbao, a folder per room; ``python -m tests`` runs them all."""
