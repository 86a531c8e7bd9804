"""What holds for every test: no verdict depends on how busy the machine is."""

from hypothesis import settings

settings.register_profile("jianbao", deadline=None)
settings.load_profile("jianbao")
