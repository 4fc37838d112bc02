"""The process that opens what people send: `python -m adapters.papers.child`. It loads its
libraries once and never opens a file itself: each has a child of its own, made by fork, with
limits on memory, time and files, so that a hostile one meets nobody else's paper."""

import os
import resource
import signal
import sys

from adapters.papers.frames import packed, read, unpacked
from adapters.papers.work import prepare, work

MOST_MEMORY = 512 * 2**20
"""Beyond what the loaded libraries take: a picture of 40 megapixels takes 300 MB."""
CPU_SECONDS = 10
WALL_SECONDS = 20
MOST_ANSWER = 32 * 2**20
DIED = packed({"refusal": "PaperNotOpened"})


def main() -> None:
    """Answers frames from standard input until it ends."""
    prepare()
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    while (frame := read(asked)) is not None:
        answers.write(apart(frame))
        answers.flush()


def apart(frame: bytes) -> bytes:
    """The answer to a frame, worked out in a process that ends with it."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        alone(frame, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        answer = pipe.read(MOST_ANSWER + 1)
    _, status = os.waitpid(child, 0)
    whole = status == 0 and len(answer) <= MOST_ANSWER and unpacked(answer) is not None
    return answer if whole else DIED


def alone(frame: bytes, writing: int) -> None:
    """In the child: does the work within limits, and ends whatever happens."""
    status = 1
    try:
        limit()
        header, body = unpacked(frame) or ({}, b"")
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(work(header, body))
        status = 0
    finally:
        os._exit(status)


def limit() -> None:
    """What a child may use; SIGALRM and SIGXCPU end it."""
    memory = mapped() + MOST_MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (16, 16))
    signal.alarm(WALL_SECONDS)


def mapped() -> int:
    """The address space this process has by now."""
    with open("/proc/self/statm") as file:  # noqa: PTH123 one look, no path needed
        return int(file.read().split()[0]) * resource.getpagesize()


if __name__ == "__main__":
    main()
