"""Makes the modules beside this file importable by their plain names, and property tests repeatable."""

import os
import sys
from pathlib import Path

from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent))

# What CI draws must not change from run to run; HYPOTHESIS_PROFILE=search draws anew, and more.
settings.register_profile("repeatable", derandomize=True)
settings.register_profile("search", max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))
