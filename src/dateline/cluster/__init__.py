"""Reading on many machines: stages of Ray Data that write a dataset of readings, and the archive that is made of one.

Only `stages.py` and `session.py` know Ray; everything else runs, and is tested, without it.
"""
