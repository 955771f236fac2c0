"""Look after the files of the knowledge while they are served."""

import gc
import signal
import sys
from threading import Event, Thread

from bot.channels.web.live import Live
from bot.reading.reloading import Reloading
from bot.reading.showing import show_problems

SECONDS = 2.0
"""Time between two looks at the folder."""


class Watching:
    """Hand over new files when they are sound; say what is wrong when they are not."""

    def __init__(self, reloading: Reloading, live: Live) -> None:
        self._reloading, self._live = reloading, live
        self._asked, self._served = Event(), reloading.knowledge

    def start(self) -> None:
        """Begin to look, beside the server; SIGHUP asks to look at once."""
        signal.signal(signal.SIGHUP, lambda *_: self._asked.set())
        Thread(target=self._run, name="watching", daemon=True).start()

    def look(self, *, asked: bool = False) -> None:
        """Look once; take the files up again also unchanged, if asked."""
        if asked:
            self._reloading.take()
        elif not self._reloading.look():
            return
        problems = [one for one in self._reloading.problems if one.severity == "error"]
        if problems:
            print(show_problems(problems), file=sys.stderr, flush=True)
            print("资料有错，先用原来的。", file=sys.stderr, flush=True)
        elif self._reloading.knowledge is not self._served:
            self._served = self._reloading.knowledge
            self._live.use(self._served)
            gc.freeze()  # as at the start: no turn waits while it is looked at
            print(f"换上新资料：{self._served.version}", file=sys.stderr, flush=True)
        self._live.faults = len(problems)

    def _run(self) -> None:
        while True:
            asked = self._asked.wait(SECONDS)
            self._asked.clear()
            self.look(asked=asked)
