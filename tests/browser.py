"""A headless Chromium, driven over a pipe with nothing but the standard library."""

import fcntl
import json
import os
import select
import shutil
import subprocess
import tempfile

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
PATIENCE = 20  # seconds
OPTIONS = """
    --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
    --disable-component-update --disable-sync --hide-scrollbars --remote-debugging-pipe
""".split()


class Browser:
    """One page of Chromium; `events` holds what it reported: requests, console messages, errors, dialogs."""

    def __init__(self):
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        theirs_in, self.ours_out = os.pipe()
        self.ours_in, theirs_out = os.pipe()
        self.process = subprocess.Popen(
            [CHROMIUM, *OPTIONS, f"--user-data-dir={self.profile.name}", "about:blank"],
            preexec_fn=lambda: self.offer(theirs_in, theirs_out),
            pass_fds=(3, 4),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        self.unread, self.number, self.session, self.events = b"", 0, None, []
        target = next(t for t in self.call("Target.getTargets")["targetInfos"] if t["type"] == "page")
        self.session = self.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    @staticmethod
    def offer(theirs_in, theirs_out):
        """Make the two pipe ends the file descriptors 3 and 4, where Chromium looks for them."""
        spare = [fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (theirs_in, theirs_out)]
        os.dup2(spare[0], 3)
        os.dup2(spare[1], 4)

    def call(self, method, **params):
        """Send one command and return its result."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.ours_out, json.dumps(message).encode() + b"\0")
        while (answer := self.next_message()).get("id") != self.number:
            self.events.append(answer)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']['message']}")
        return answer["result"]

    def next_message(self):
        while b"\0" not in self.unread:
            if not select.select([self.ours_in], [], [], PATIENCE)[0]:
                raise RuntimeError("Chromium does not answer")
            chunk = os.read(self.ours_in, 1 << 20)
            if not chunk:
                raise RuntimeError("Chromium has ended")
            self.unread += chunk
        message, self.unread = self.unread.split(b"\0", 1)
        return json.loads(message)

    def open(self, path, width=1400, height=900, dark=False):
        """Show the page at `path` and wait until it is there."""
        self.events.clear()
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", features=[scheme])
        self.call("Page.navigate", url=path.resolve().as_uri())
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(self.next_message())

    def run(self, script):
        """Return the value of a JavaScript expression on the page, after any promise."""
        result = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(str(result["exceptionDetails"]))
        return result["result"].get("value")

    def seen(self, *methods):
        """Return what was reported of these kinds since the page was opened."""
        return [event["params"] for event in self.events if event.get("method") in methods]

    def close(self):
        os.close(self.ours_out)
        self.process.terminate()
        self.process.wait(10)
        os.close(self.ours_in)
        self.profile.cleanup()
