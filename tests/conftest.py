"""What all tests share."""

from hypothesis import settings

# A busy machine is no fault of the program; and what passes once passes again: the long, random run is `make fuzz`.
settings.register_profile("any machine", deadline=None, derandomize=True, database=None)
settings.load_profile("any machine")
