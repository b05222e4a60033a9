"""What day we promise: the definition's deadline, the council's calendar and the day it was asked.

Pure, and made in the opening commit, so that the confirmation shows nothing that a job decides.
"""

from hub.promises.promise import Promise, promise

__all__ = ["Promise", "promise"]
