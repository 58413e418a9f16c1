"""What all tests share."""

from hypothesis import settings

import samestory

# A busy machine is no fault of the program; and what passes once passes again: the long, random run is `make fuzz`.
settings.register_profile("any machine", deadline=None, derandomize=True, database=None)
settings.load_profile("any machine")


def rendered(form, stories, show, *look):
    """Return the stories as the command writes them, at one go."""
    asked = samestory.Request([story.articles for story in stories], stories, show, *look)
    parts = list(samestory.RENDERERS[form](asked))
    return parts[0][:0].join(parts)
