"""The user's own folders, where what outlives a run is kept."""

import os
from pathlib import Path
from typing import Literal

NOWHERE = Path(os.devnull, "no home folder")
"""Stands for the folders of a user who has none: nothing is ever in it, nor can be."""

Kind = Literal["data", "state", "config", "cache"]


def has_home() -> bool:
    """Whether there are folders in which something can be kept."""
    return NOWHERE not in user_folder("data").parents


def user_folder(kind: Kind) -> Path:
    """Jianbao's folder of one kind, whether it is there or not; in `NOWHERE` without a home.

    A process in a container may have neither ``HOME`` nor a name for its user id.
    """
    import platformdirs  # the first frame does without where it needs no folder

    try:
        folder: Path = getattr(platformdirs, f"user_{kind}_path")("jianbao", appauthor=False)
    except RuntimeError:
        return NOWHERE / kind
    return folder if folder.is_absolute() else NOWHERE / kind
