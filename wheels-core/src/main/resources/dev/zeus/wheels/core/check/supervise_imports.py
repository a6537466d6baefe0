"""Has the modules of each package imported by a process of its own, and says what became of each.

The code of wheels runs in those processes and never in this one. What such a process says counts for its own package
only, and only with a number that it can read once its imports are done; its exit code has to agree, and no file of
the site directory may have changed. Of one that was killed at its limit, what it said of the modules before counts
against it, never for it. Whatever it leaves running is killed.

Standard input: one line of JSON with "token", "site", "work", "script", "seconds", "parallel" and "packages", a list
of objects with "modules" and "path", the parts of the site directory that it sees, or none for all of it as one place.
It stays open: at its end the program that asked is gone, and this ends, too. Standard output: one line of JSON for each
package, then one with the token.
"""

import json
import os
import select
import signal
import subprocess
import sys
import time

LONGEST_TAIL = 1 << 16
LONGEST_ANSWER = 1 << 20
LONGEST_TEXT = 2000
LARGEST_FILE = 1 << 30
MOST_PROCESSES = 4096

plan = json.loads(sys.stdin.buffer.readline())
prctl = None
if sys.platform == "linux":
    try:
        import ctypes

        prctl = ctypes.CDLL(None).prctl
        prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER: what an import leaves behind becomes a child of this process
        prctl(4, 0, 0, 0, 0)  # PR_SET_DUMPABLE: an import cannot open the files of this process
    except (ImportError, OSError, AttributeError):
        prctl = None


def state(directory):
    """What can be told of all files without reading them; no program can set the time of a file's last change."""
    seen = {}
    for folder, _, names in os.walk(directory):
        for name in names:
            path = os.path.join(folder, name)
            at = os.lstat(path)
            seen[path] = (at.st_ino, at.st_size, at.st_mtime_ns, at.st_ctime_ns)
    return seen


def bounded():
    """In the new process, before it runs anything."""
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))
    if prctl:
        prctl(1, signal.SIGKILL, 0, 0, 0)  # PR_SET_PDEATHSIG: it does not outlive this process


class Import:
    """One package's process."""

    def __init__(self, number, package):
        self.number = number
        self.modules = package["modules"]
        self.token = os.urandom(16).hex()
        self.tail = b""
        self.answer = b""
        self.deadline = time.monotonic() + plan["seconds"]
        self.timed_out = False
        told, tell = os.pipe()
        self.answers, answering = os.pipe()
        os.write(tell, self.token.encode())
        os.close(tell)
        try:
            self.process = subprocess.Popen(
                [sys.executable, "-I", "-S", "-B", "-c", plan["script"], plan["site"], str(told), str(answering)]
                + [",".join(package["path"])]
                + self.modules,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                cwd=plan["work"],
                pass_fds=(told, answering),
                start_new_session=True,
                preexec_fn=bounded,
            )
        finally:
            os.close(told)
            os.close(answering)
        self.open = {self.process.stdout.fileno(): self.said, self.answers: self.answered}
        for each in self.open:
            os.set_blocking(each, False)

    def said(self, data):
        self.tail = (self.tail + data)[-LONGEST_TAIL:]

    def answered(self, data):
        self.answer = (self.answer + data)[: LONGEST_ANSWER + 1]

    def read(self, descriptor):
        try:
            data = os.read(descriptor, LONGEST_TAIL)
        except BlockingIOError:
            return
        if data:
            self.open[descriptor](data)
        else:
            del self.open[descriptor]

    def has_ended(self):
        if time.monotonic() > self.deadline:
            self.timed_out = True
            return True
        if hasattr(os, "waitid"):
            # It is not reaped yet, so that its number is nobody else's when its group is killed.
            return os.waitid(os.P_PID, self.process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None
        return self.process.poll() is not None

    def end(self):
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            pass
        code = self.process.wait()
        for descriptor in list(self.open):
            self.read(descriptor)
        self.process.stdout.close()
        os.close(self.answers)
        return self.report(code)

    def told(self):
        """What was said of the first modules, in their order: as much as is well formed."""
        lines = []
        for module, text in zip(self.modules, self.answer.split(b"\n")):
            try:
                line = json.loads(text.decode())
            except ValueError:
                break
            if not isinstance(line, list) or len(line) not in (1, 3) or line[0] != module:
                break
            lines.append([str(part)[:LONGEST_TEXT] for part in line])
        return lines

    def report(self, code):
        lines = self.told()
        failures = [line for line in lines if len(line) == 3]
        try:
            end = json.loads(b"\n".join(self.answer.split(b"\n")[len(self.modules) :]).decode())
            complete = (
                not self.timed_out
                and end["token"] == self.token
                and end["tried"] == len(lines) == len(self.modules)
                and code == (3 if failures else 0)
            )
        except (ValueError, LookupError, TypeError):
            complete = False
        said = [line for line in self.tail.decode(errors="replace").splitlines() if line.strip()]
        return {
            "package": self.number,
            "complete": complete,
            "timedOut": self.timed_out,
            "tried": len(lines),
            "exit": code,
            "failures": failures if complete or self.timed_out else [],
            "last": said[-1].strip()[:LONGEST_TEXT] if said else "",
        }


def orphans():
    """The children of this process that are not running imports: what imports have left behind."""
    mine = os.getpid()
    found = []
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open("/proc/" + name + "/stat", "rb") as stat:
                    fields = stat.read().rpartition(b")")[2].split()
                if int(fields[1]) == mine:
                    found.append(int(name))
            except (OSError, IndexError, ValueError):
                pass
    return found


def kill_orphans():
    """Until there is none: each may have children that become this process's own when it dies."""
    if not prctl:
        return
    for _ in range(MOST_PROCESSES):
        left = orphans()
        if not left:
            return
        for each in left:
            try:
                os.kill(each, signal.SIGKILL)
                os.waitpid(each, 0)
            except (ProcessLookupError, ChildProcessError):
                pass


def asker_is_gone():
    return not os.read(0, 1)


def run():
    before = state(plan["site"])
    waiting = list(enumerate(plan["packages"]))
    running = []
    reports = []
    try:
        while waiting or running:
            while waiting and len(running) < plan["parallel"]:
                number, package = waiting.pop(0)
                try:
                    running.append(Import(number, package))
                except (OSError, subprocess.SubprocessError) as error:
                    reports.append(
                        {
                            "package": number,
                            "complete": False,
                            "timedOut": False,
                            "tried": 0,
                            "exit": -1,
                            "failures": [],
                            "last": "it cannot be started: " + str(error),
                        }
                    )
            descriptors = [each for one in running for each in one.open]
            ready = select.select([0] + descriptors, [], [], 0.02)[0]
            if 0 in ready and asker_is_gone():
                return
            for one in list(running):
                for descriptor in ready:
                    if descriptor in one.open:
                        one.read(descriptor)
                if one.has_ended():
                    running.remove(one)
                    reports.append(one.end())
    finally:
        for one in running:
            one.end()
        kill_orphans()
    changed = sorted(path for path, at in state(plan["site"]).items() if before.pop(path, None) != at) + sorted(before)
    for report in reports:
        print(json.dumps(report))
    print(
        json.dumps(
            {"token": plan["token"], "changed": [os.path.relpath(path, plan["site"]) for path in changed[:10]]}
        )
    )
    sys.stdout.flush()


run()
