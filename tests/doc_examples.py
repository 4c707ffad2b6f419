"""The examples in README.md and docs/: console blocks and Python blocks, run in the order in which a reader meets them.

A console block holds lines `$ graphkit ...` and what they print, on standard output and standard error together. The
day of reading and the folder of the package change from machine to machine; they are evened out on both sides. With
GRAPHKIT_GOLDEN=write the printed part is written anew."""

import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
_BLOCK = re.compile(r"^```(console|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_READ_ON = re.compile(r"(read|verdicts as of) \d{4}-\d\d-\d\d")
_COLUMN_READ = re.compile(r"\b20\d\d-\d\d-\d\d(?=  \d+ +\d+)")
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Example:
    """One block of a page: its language and its text."""

    language: str
    text: str

    @property
    def commands(self) -> list[str]:
        """The commands of a console block."""
        return [line.removeprefix("$ ") for line in self.text.splitlines() if line.startswith("$ ")]


def examples(page: Path) -> list[Example]:
    """The blocks of a page that can be run."""
    return [Example(found[1], found[2]) for found in _BLOCK.finditer(page.read_text(encoding="utf-8"))]


def run_command(command: str, folder: Path) -> str:
    """What a command prints in a folder that holds the sample data, standard error included."""
    words = shlex.split(command)
    assert words[0] == "graphkit", f"an example may only run graphkit: {command}"
    environment = {**os.environ, "NO_COLOR": "1", "COLUMNS": "200"}
    for name in ("NEO4J_URI", "GRAPHKIT_CASE"):
        environment.pop(name, None)
    done = subprocess.run(
        [sys.executable, "-m", "graphkit", *words[1:]],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, f"{command}: exit code {done.returncode}\n{done.stdout}"
    return "\n".join(line.rstrip() for line in done.stdout.splitlines())


def run_console(example: Example, folder: Path) -> str:
    """A console block as it should stand: each command with what it prints, long answers cut."""
    return "".join(f"$ {command}\n{_cut(run_command(command, folder))}" for command in example.commands)


def run_python(example: Example, folder: Path) -> None:
    """A Python block, run in the folder; it must not raise."""
    done = subprocess.run(
        [sys.executable, "-c", example.text], cwd=folder, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, f"{example.text}\n{done.stderr}"


def _cut(printed: str) -> str:
    lines = printed.splitlines()
    shown = lines if len(lines) <= _LONGEST else [*lines[:_LONGEST], "..."]
    return "".join(f"{line}\n" for line in shown)


def evened(text: str) -> str:
    """The text with the day of reading taken out."""
    return _COLUMN_READ.sub("DAY", _READ_ON.sub(r"\1 DAY", text))


def rewritten(page: Path, outputs: list[str]) -> str:
    """The page with the console blocks' printed parts replaced."""
    remaining = iter(outputs)

    def block(found: re.Match[str]) -> str:
        return f"```console\n{next(remaining)}```" if found[1] == "console" else found[0]

    return _BLOCK.sub(block, page.read_text(encoding="utf-8"))
