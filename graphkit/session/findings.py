"""Findings of a case: noted with the evidence of the build in force, and asked again when lists have changed."""

from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from graphkit.analyse.day import AsOf, as_of
from graphkit.analyse.evidence import list_ages
from graphkit.analyse.find import one_entity
from graphkit.analyse.rechecking.account import Account, read_account
from graphkit.analyse.rechecking.comparison import Told, compared
from graphkit.analyse.rechecking.grounds import account_of
from graphkit.analyse.rechecking.question import Question, read_question
from graphkit.analyse.upward import LISTED
from graphkit.case.findings import Finding, FindingRow, add_finding, plain_cell, read_findings
from graphkit.case.folder import CaseFolder
from graphkit.errors import Ambiguous, CaseError, GraphkitError, NotFound, WrongUse
from graphkit.model.answers.changes import Noted, Recheck, Rechecked, WrongRow
from graphkit.store.local import LocalStore

if TYPE_CHECKING:
    from graphkit.resolve.judgements import Judgement

TODAY = "today"


def note(
    case: str | Path,
    claim: str,
    question: str,
    *,
    on: str | None = None,
    who: str = "",
    at: str = "",
    internal: bool = False,
) -> Noted:
    """Write a finding into the case, with what the build in force answers to its question.

    on: the day; that of the question, else today. who: who claims it. at: when it was noted, ISO.

    Raises:
        WrongUse: the claim is empty, or the question is none that can be asked again.
        NotFound, Ambiguous: the question is not about exactly one entity. Nothing is noted then.
    """
    claim, question = plain_cell(claim), plain_cell(question)
    if not claim:
        raise WrongUse("Say in words what is claimed: graphkit note CLAIM --question QUESTION.")
    folder = CaseFolder(Path(case))
    store = LocalStore(folder, internal=internal)
    asked = read_question(question)
    day = _day(asked, on or "")
    account = replace(account_of(store, asked.ask(store, day), day), internal=internal)
    noted = Noted(claim, question, day.text, store.manifest.build, str(account))
    with folder.writing():
        finding = Finding(claim, question, day.text, noted.build, noted.evidence, plain_cell(who), at)
        add_finding(folder.findings_file, finding)
    return noted


def recheck(case: str | Path, *, on: str | None = None, internal: bool = False) -> Recheck:
    """Ask every finding of a case again of the build in force, and say what became of each.

    on: another day for all of them, `today` among others; each its own unless given.

    Raises:
        CaseError: there is no case, or its table of findings as a whole cannot be read.
    """
    return _Recheck(CaseFolder(Path(case)), on, internal=internal).answer()


def _day(question: Question, stated: str) -> AsOf:
    """The day of a question: what is stated beside it, or in it; today without either."""
    own = question.as_of
    if stated and own and as_of(stated) != as_of(own):
        raise WrongUse(f"The question asks as of {own}, and beside it stands {stated}; leave one of them out.")
    return as_of(stated or own or None)


class _Recheck:
    """One round over the findings of a case."""

    def __init__(self, folder: CaseFolder, on: str | None, *, internal: bool) -> None:
        self._folder, self._internal = folder, internal
        self._on = as_of(None if on == TODAY else on) if on else None
        self._store = LocalStore(folder, internal=internal)
        self._kept: dict[str, LocalStore | None] = {}

    def answer(self) -> Recheck:
        found, wrong = [], []
        for row in read_findings(self._folder.findings_file):
            try:
                found.append(self._one(row))
            except GraphkitError as error:
                wrong.append(WrongRow(row.line, row.finding.question or row.finding.claim, str(error)))
        return Recheck(self._store.manifest.build, tuple(found), tuple(wrong), list_ages(self._store))

    def _one(self, row: FindingRow) -> Rechecked:
        if row.problem:
            raise WrongUse(row.problem[0].upper() + row.problem[1:] + ".")
        finding = row.finding
        question = read_question(finding.question)
        noted_day = _day(question, finding.as_of)
        noted = self._noted(finding, question, noted_day)
        told, now = self._asked(question, noted, self._on or noted_day)
        for sentence in self._judged_apart(finding, noted):
            told.add("new counter-evidence", sentence)
        return Rechecked(
            line=row.line,
            claim=finding.claim,
            question=finding.question,
            as_of=(self._on or noted_day).text,
            build=finding.build,
            state=told.state,
            changes=tuple(told.sentences),
            evidence=finding.evidence or str(noted),
            now=str(now) if now else "",
            at=finding.at,
            who=finding.who if self._internal else "",
        )

    def _noted(self, finding: Finding, question: Question, day: AsOf) -> Account:
        """The evidence of then: as it was noted, else as the build that is named answers, where it is kept."""
        if finding.evidence:
            account = read_account(finding.evidence)
            if account.internal and not self._internal:
                raise WrongUse("It rests on internal statements; ask it again with --internal.")
            return account
        if (store := self._build(finding.build)) is None:
            raise WrongUse(
                f"No evidence was noted, and the case keeps no build {finding.build!r} to take it from;"
                " note the finding again: graphkit note."
            )
        return account_of(store, question.ask(store, day), day)

    def _asked(self, question: Question, noted: Account, day: AsOf) -> tuple[Told, Account | None]:
        """What became of the answer, and what it rests on today."""
        entity_id = self._follow(noted.entity)
        if not entity_id:
            told = Told()
            told.add("gone", f"{noted.entity} is no longer there; {self._meant_now(question)}")
            return told, None
        try:
            now = account_of(self._store, question.ask(self._store, day, entity_id), day)
        except NotFound as error:  # the entity of --to
            told = Told()
            told.add("gone", str(error))
            return told, None
        told = compared(question.verb, noted, now, self._follow, self._label)
        if entity_id != noted.entity and not any(noted.entity in each for each in told.sentences):
            told.add("holds", f"{noted.entity} is now {entity_id}")
        return told, now

    def _meant_now(self, question: Question) -> str:
        try:
            answer = one_entity(self._store, question.who)
        except NotFound:
            return f"nothing answers to {question.who!r}"
        except Ambiguous:
            return f"several entities answer to {question.who!r}"
        return f"{question.who!r} is {self._label(answer)} now, which was not asked about then"

    def _follow(self, entity_id: str) -> str:
        if entity_id in LISTED:
            return entity_id  # all parties of a list, whoever they are by now
        rows = self._store.rows("entities_by_id", text=entity_id)
        return str(rows[0]["entity_id"]) if rows else ""

    def _label(self, entity_id: str) -> str:
        rows = self._store.rows("entities", ids=[entity_id])
        return f"{rows[0]['name']} [{entity_id}]" if rows else entity_id

    def _build(self, build: str) -> LocalStore | None:
        """A build that is kept; None when it is not."""
        if build not in self._kept:
            try:
                store = LocalStore(CaseFolder(self._folder.path, build), internal=self._internal) if build else None
            except CaseError:
                store = None
            self._kept[build] = store
        return self._kept[build]

    def _judged_apart(self, finding: Finding, noted: Account) -> list[str]:
        """Judgements made since then that two records are different which were one party of the finding."""
        if not self._different:
            return []
        told = []
        parties = {noted.entity, *(each for ground in noted.grounds for each in (ground.about, *ground.chain))}
        parties |= {self._follow(each) for each in parties}
        for judgement in self._different:
            if judgement.at > finding.at and self._were_one(judgement, finding.build, parties):
                why = f" ({judgement.why})" if judgement.why else ""
                told.append(f"{judgement.left} and {judgement.right} have been judged different{why}")
        return told

    @cached_property
    def _different(self) -> "list[Judgement]":
        from graphkit.resolve.judgements import DIFFERENT, last_words, read_judgements

        judged = last_words(read_judgements(self._folder.judgements_file))
        return [each for _, each in sorted(judged.items()) if each.judgement == DIFFERENT]

    def _were_one(self, judgement: "Judgement", build: str, parties: set[str]) -> bool:
        """Whether both records are one of the parties, in the build of then or in that of now."""
        for store in (self._build(build), self._store):
            rows = store.rows("entities_of_records", record_ids=list(judgement.pair)) if store else []
            ids = {row["entity_id"] for row in rows}
            if len(rows) == 2 and len(ids) == 1 and ids <= parties:
                return True
        return False
