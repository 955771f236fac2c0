"""Count seconds so that a clock that is set anew does not reach the talks."""

import time


class SteadyClock:
    """Count from the wall clock at the start, then only by the time that goes by."""

    def __init__(self) -> None:
        self._ahead = time.time() - time.clock_gettime(time.CLOCK_BOOTTIME)

    def __call__(self) -> float:
        """Return the second it is."""
        return self._ahead + time.clock_gettime(time.CLOCK_BOOTTIME)
