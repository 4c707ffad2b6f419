"""What became of a finding: the grounds noted then beside those of today.

The worst of all that is found decides. *gone*: what was answered is no longer answered. *new counter-evidence*: it is,
or something else is now, but what speaks against it is new. *weaker*: it stands on less. *holds*: the same or more.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from graphkit.analyse.rechecking.account import Account, Ground
from graphkit.model.answers.changes import STATES, State
from graphkit.model.answers.ownership import ShareRange
from graphkit.model.vocabulary import CERTAINTY_WEIGHT, MODES, Certainty, Mode

_RANK = {"no": 0, "not_applicable": 0, "possible": 1, "possible_interest": 1, "interest": 2, "yes": 2}
_COUNTER: State = "new counter-evidence"
Label = Callable[[str], str]


def worst(states: Iterable[State]) -> State:
    """The state that decides."""
    return max(states, key=STATES.index, default="holds")


@dataclass(slots=True)
class Told:
    """What was found, in sentences, and how bad each is."""

    states: list[State] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)

    def add(self, state: State, sentence: str) -> None:
        """One more thing that changed."""
        self.states.append(state)
        if sentence not in self.sentences:
            self.sentences.append(sentence)

    @property
    def state(self) -> State:
        """The worst of it."""
        return worst(self.states)


def compared(verb: str, noted: Account, now: Account, follow: Callable[[str], str], label: Label) -> Told:
    """What became of an answer. noted: with the ids of then. follow: an id as it is called today, "" when it is gone.

    label: how a party is told.
    """
    told = Told()
    grounds, renamed = _followed(verb, noted, follow, told)
    if not grounds and now.grounds:
        told.add(_COUNTER, f"nothing was found then; now {_listed_out(now.grounds, label)}")
    lost = []
    for ground in grounds:
        others = [each for each in now.grounds if each.about == ground.about]
        if not others:
            lost.append(ground)
            continue
        same = next((each for each in others if each.chain == ground.chain), others[0])
        _Comparison(verb, ground, same, label, told, links=not renamed).run()
    _tell_lost(verb, grounds, lost, told, label)
    if grounds:
        _tell_new(verb, grounds, now.grounds, told, label)
    return told


def _followed(verb: str, noted: Account, follow: Callable[[str], str], told: Told) -> tuple[list[Ground], bool]:
    """The grounds noted with the ids of today, and whether any id is another one."""
    ids = {*(each.about for each in noted.grounds if verb != "verdict"), *(i for g in noted.grounds for i in g.chain)}
    now = {each: follow(each) for each in sorted(ids)}
    for old, new in now.items():
        if not new:
            told.add("weaker", f"{old} is no longer there")
        elif new != old:
            told.add("holds", f"{old} is now {new}")
    found = [
        replace(
            each,
            about=now.get(each.about, each.about) or each.about,
            chain=tuple(dict.fromkeys(now[party] or party for party in each.chain)),
        )
        for each in noted.grounds
    ]
    return found, any(new and new != old for old, new in now.items())


def _tell_lost(verb: str, grounds: Sequence[Ground], lost: Sequence[Ground], told: Told, label: Label) -> None:
    """What is not answered any more: the finding is gone when nothing of it is left, or an owner that met the test."""
    for ground in lost:
        missed = verb == "owners" and ground.answer == "yes"
        gone = len(lost) == len(grounds) or missed
        told.add("gone" if gone else "weaker", f"{_subject(verb, ground, label)}: no longer {_VERB[verb]}")


_VERB = {"trace": "reached", "owners": "an owner", "fleet": "a vessel of it", "verdict": "asked"}


def _tell_new(verb: str, grounds: Sequence[Ground], now: Sequence[Ground], told: Told, label: Label) -> None:
    known = {each.about for each in grounds}
    for ground in now:
        if ground.about not in known:
            against = verb == "owners" and ground.answer == "yes"
            share = f", {_share(ground)}" if ground.share else ""
            words = {"owners": f"a new owner{share}", "trace": "reached as well", "fleet": "a vessel of it as well"}
            told.add(_COUNTER if against else "holds", f"{_subject(verb, ground, label)}: {words.get(verb, 'new')}")


def _listed_out(grounds: Sequence[Ground], label: Label) -> str:
    names = list(dict.fromkeys(label(each.about) for each in grounds))
    return ", ".join(names[:5]) + (f" and {len(names) - 5} more" if len(names) > 5 else "")


def _subject(verb: str, ground: Ground, label: Label) -> str:
    return ground.about.upper() if verb == "verdict" else label(ground.about)


def _share(ground: Ground) -> str:
    return "nothing" if ground.share is None else str(ShareRange(*ground.share))


@dataclass(slots=True)
class _Comparison:
    """One ground noted, and the one of today that is nearest to it. links: whether ids of links can be compared."""

    verb: str
    noted: Ground
    now: Ground
    label: Label
    told: Told
    links: bool

    def run(self) -> None:
        self._answer()
        self._flags()
        if self.verb == "verdict" and 0 in {_RANK.get(self.noted.answer, 0), _RANK.get(self.now.answer, 0)}:
            return  # a no rests on nothing; of an owner below the threshold the share still counts
        self._way()
        self._share()
        self._sureness()
        self._listings()
        if self.links:
            self._links()

    def _add(self, state: State, words: str) -> None:
        self.told.add(state, f"{_subject(self.verb, self.noted, self.label)}: {words}")

    def _answer(self) -> None:
        before, after = _RANK.get(self.noted.answer, 0), _RANK.get(self.now.answer, 0)
        words = f"{self.noted.answer} then, {self.now.answer} now".replace("_", " ")
        if before and not after:
            self._add("gone", words)
            self._share()
            self._listings()
        elif after and not before:
            self._add(_COUNTER if self.verb == "verdict" else "holds", words)
        elif after != before:
            self._add("weaker" if after < before else "holds", words)
        elif (
            self.verb == "verdict"
            and not before
            and self.noted.share
            and self.now.share
            and self.now.share[1] > self.noted.share[1]
        ):
            self._add("weaker", f"{_share(self.noted)} then, {_share(self.now)} now")

    def _flags(self) -> None:
        for flag in self.now.flags:
            if flag not in self.noted.flags:
                self._add(_COUNTER, f"new flag {flag}")

    def _way(self) -> None:
        noted, now = self.noted.chain, self.now.chain
        if self.verb == "verdict":
            lost = [each for each in noted if each not in now]
            if lost:
                self._add("weaker", f"no longer rests on {', '.join(map(self.label, lost))}")
            if new := [each for each in now if each not in noted]:
                self._add("holds", f"rests on {', '.join(map(self.label, new))} as well")
        elif noted != now:
            worse = self.verb != "owners" or len(now) > len(noted)
            self._add("weaker" if worse else "holds", f"{' > '.join(noted)} then, {' > '.join(now)} now")
        if self.noted.mode and self.now.mode and self.noted.mode != self.now.mode:
            wider = MODES.index(Mode(self.now.mode)) > MODES.index(Mode(self.noted.mode))
            self._add("weaker" if wider else "holds", f"by {self.noted.mode} then, by {self.now.mode} now")

    def _share(self) -> None:
        before, after = self.noted.share, self.now.share
        if before is None or before == after:
            return
        less = after is None or after < before
        self._add("weaker" if less else "holds", f"{_share(self.noted)} then, {_share(self.now)} now")

    def _sureness(self) -> None:
        before, after = self.noted.certainty, self.now.certainty
        if before != after and before and after:
            less = CERTAINTY_WEIGHT[Certainty(after)] < CERTAINTY_WEIGHT[Certainty(before)]
            self._add("weaker" if less else "holds", f"{before} then, {after} now".replace("_", " "))
        if self.noted.sources is not None and self.now.sources is not None and self.noted.sources != self.now.sources:
            fewer = self.now.sources < self.noted.sources
            words = f"independent sources of the weakest step: {self.noted.sources} then, {self.now.sources} now"
            self._add("weaker" if fewer else "holds", words)

    def _listings(self) -> None:
        now = {each.key: each for each in self.now.listings}
        for each in self.noted.listings:
            found = now.pop(each.key, None)
            if found is None:
                beside = [
                    other
                    for other in now.values()
                    if (other.authority, other.measure) == (each.authority, each.measure)
                ]
                told = f"{each} is no longer among its listings"
                self._add("holds" if beside else _COUNTER, told + (f"; {beside[0]} is" if beside else ""))
            elif found.until and not each.until:
                self._add(_COUNTER, f"{each} was delisted: {found.until}")
            elif (found.since, found.until) != (each.since, each.until):
                self._add("holds", f"{each} is dated {found.since or '?'} to {found.until or '?'} now")

    def _links(self) -> None:
        gone, new = (
            sorted(set(one.links) - set(other.links)) for one, other in ((self.noted, self.now), (self.now, self.noted))
        )
        if gone and self.noted.links:
            self._add(
                "holds", f"no longer stated as then: {', '.join(gone)}" + (f"; now {', '.join(new)}" if new else "")
            )
