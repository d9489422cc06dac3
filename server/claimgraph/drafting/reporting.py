"""The verbs with which reports tell that something was said, and the speech acts each may stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from claimgraph.stretches import Stretch

# A verb of report hides what is done (DECISIONS.md, 6), so that each gives candidates only.
_VERBS: Mapping[str, tuple[str, ...]] = {
    "said says say told tells tell wrote writes write stated states announced announces tweeted tweets "
    "posted posts reported reports added adds noted notes declared declares insisted insists maintained "
    "claimed claims alleged alleges allege argued argues according": ("asserts",),
    "denied denies deny denying": ("denies",),
    "rejected rejects reject rejecting dismissed dismisses dismiss dismissing refuted refutes": ("rejects",),
    "accused accuses accuse accusing blamed blames blame blaming": ("accuses",),
    "admitted admits admit admitting acknowledged acknowledges confirmed confirms conceded concedes": (
        "admits",
        "asserts",
    ),
    "explained explains explain explaining": ("explains",),
    "threatened threatens threaten threatening vowed vows vow vowing": ("threatens", "promises"),
    "promised promises promise promising pledged pledges pledge pledging": ("promises",),
    "ordered orders ordering instructed instructs": ("orders",),
    "called calls calling": ("callsFor", "judges"),
    "urged urges urge urging appealed appeals": ("callsFor",),
    "demanded demands demand demanding": ("demands",),
    "condemned condemns condemn condemning denounced denounces": ("condemns",),
    "described describes describing": ("judges",),
    "warned warns warn warning": ("warns", "threatens"),
    "declined declines refused refuses": ("declinesToState",),
}
_ACTS: Mapping[str, tuple[str, ...]] = {
    form: acts for forms, acts in _VERBS.items() for form in forms.split()
}
_FORM = re.compile(r"\b(?:" + "|".join(sorted(_ACTS, key=len, reverse=True)) + r")\b", re.IGNORECASE)


def reporting_verbs(text: str, around: Stretch) -> Iterator[tuple[Stretch, tuple[str, ...]]]:
    """Find the verbs of report in a stretch of a text, each with the local names of candidate speech acts."""
    for match in _FORM.finditer(text, *around):
        # A capital inside a sentence is a name: the United States say nothing.
        if match.group()[0].isupper() and match.start() != around.start:
            continue
        yield Stretch(*match.span()), _ACTS[match.group().lower()]
