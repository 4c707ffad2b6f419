"""The command `review`: the queue of doubtful pairs in the terminal, judged with single keys."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from graphkit.cli.options import CaseOption, Format, FormatOption, InternalOption, OutputOption, case_folder, show

if TYPE_CHECKING:
    from rich.console import Console

    from graphkit.cli.keys import Keys
    from graphkit.model.answers.review import DoubtfulPair
    from graphkit.session.reviewing import Review

_DOWN, _UP = {"j", "\x1b[B", "\x1bOB", "\x1b[6~"}, {"k", "\x1b[A", "\x1bOA", "\x1b[5~"}
_STEP = 5  # lines that an arrow moves
_LATER = {"l", " "}
_END = {"q", "", "\x04"}
_JUDGEMENT = {"s": "same", "d": "different"}


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(review)


def review(
    kind: Annotated[str | None, typer.Option(help="Only vessel, company or person.")] = None,
    who: Annotated[str, typer.Option("--who", envvar="GRAPHKIT_WHO", help="Who judges.")] = "",
    limit: Annotated[int | None, typer.Option(min=1, help="Most pairs.")] = None,
    list_: Annotated[bool, typer.Option("--list", help="Print the queue instead of asking.")] = False,
    case: CaseOption = None,
    internal: InternalOption = False,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """The pairs of records that the machine leaves to a person, most valuable first, judged with single keys.

    Every judgement is written at once and takes effect with the next build. Without a terminal the queue is printed.

    Example: graphkit review --kind vessel
    """
    from graphkit.session.reviewing import Review

    session = Review(case_folder(case), kind=kind, limit=limit, who=who, internal=internal)
    if list_ or output or form is not Format.TABLE or not (sys.stdin.isatty() and sys.stdout.isatty()):
        show(session.answer(), form, output)
        return
    from rich.console import Console

    from graphkit.cli.keys import single_keys

    console = Console(highlight=False)
    if session.current:
        with console.screen(), single_keys() as keys:
            _Desk(console, keys, session, who).run()
    typer.echo(_farewell(session))


def _farewell(session: "Review") -> str:
    same, different = session.count("same"), session.count("different")
    if not same + different:
        return f"Nothing was judged; {session.left} left." if session.left else "No pair is left to judge."
    told = f"Judged: {same} same, {different} different; {session.left} left."
    return f"{told} They take effect with: {session.takes_effect}"


class _Desk:
    """The pair on the table and the keys that were pressed."""

    def __init__(self, console: "Console", keys: "Keys", session: "Review", who: str) -> None:
        self._console, self._keys, self._session, self._who = console, keys, session, who
        self._why = self._message = ""
        self._whole, self._top = False, 0

    def run(self) -> None:
        """Pairs in turn, until none is left or the person has had enough."""
        try:
            while pair := self._session.current:
                self._draw(pair)
                key = self._keys.key()
                if key in _END:
                    return
                self._press(key, pair)
        except KeyboardInterrupt:
            return

    def _draw(self, pair: "DoubtfulPair") -> None:
        from graphkit.present.review_screen import Standing, pair_page

        session = self._session
        standing = Standing(
            session.size,
            session.left,
            session.count("same"),
            session.count("different"),
            self._who,
            self._why,
            self._message or ("Every pair that is left was put off before." if session.put_off_before else ""),
        )
        page = pair_page(self._console, session.view(pair), standing, whole=self._whole, top=self._top)
        self._console.clear()
        self._console.print(page, end="", soft_wrap=True)
        self._top = min(self._top, self._top + page.below)

    def _press(self, key: str, pair: "DoubtfulPair") -> None:
        """What a key does."""
        self._message = ""
        if key in _JUDGEMENT:
            self._judge(pair, _JUDGEMENT[key])
        elif key in _LATER:
            self._session.put_off(pair)
            self._turn()
        elif key == "u":
            self._undo()
        elif key == "w":
            self._write_reason()
        elif key == "o":
            self._whole, self._top = not self._whole, 0
        elif key in _DOWN | _UP:
            self._whole, self._top = True, max(self._top + (_STEP if key in _DOWN else -_STEP), 0)
        elif key == "?":
            self._help()
        else:
            self._message = "No such key; ? shows them all."

    def _judge(self, pair: "DoubtfulPair", judgement: str) -> None:
        from graphkit.errors import CaseError

        try:
            self._message = self._session.judge(pair, judgement, self._why)
        except CaseError as error:
            self._message = f"Not noted: {error}"
        if not self._message:
            self._turn()

    def _undo(self) -> None:
        from graphkit.errors import CaseError

        try:
            self._message = "" if self._session.undo() else "There is nothing to take back in this session."
        except CaseError as error:
            self._message = f"Not taken back: {error}"
        self._whole, self._top = False, 0

    def _turn(self) -> None:
        """The next pair starts afresh."""
        self._why, self._whole, self._top = "", False, 0

    def _write_reason(self) -> None:
        self._console.show_cursor()
        self._console.print()
        self._why = self._keys.line("Reason: ")
        self._console.show_cursor(False)

    def _help(self) -> None:
        from graphkit.present.review_screen import help_page

        self._console.clear()
        self._console.print(help_page(self._console), end="", soft_wrap=True)
        self._keys.key()
