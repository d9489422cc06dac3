"""What columns of accounts and groups of propositions are headed with."""

from __future__ import annotations

from collections.abc import Mapping

import pyoxigraph as ox

from claimgraph.site.reader import cg

TOLD, IMPLIED = cg("allegedContent"), cg("affirmsByImplication")
DENIES_IMPLIED, MISSES = cg("negatesByImplication"), cg("missesAllegation")
# What a column says: a sign that tells it from the others without colour, its heading, what that means.
HEADINGS: Mapping[ox.NamedNode, tuple[str, str, str]] = {
    cg("affirms"): ("+", "Affirms it", "Puts it forward as true."),
    TOLD: (
        "»",
        "Tells of it as said or ordered",
        "Says that somebody, often the speaker, said or ordered it.",
    ),
    cg("presupposes"): ("…", "Takes it for granted", "What is said makes sense only if it is true."),
    IMPLIED: (
        "⟸",
        "Says what implies it",
        "Something more special is said; that it follows is the encoder’s reading.",
    ),
    cg("negates"): ("−", "Denies it", "Puts it forward as false."),
    cg("mayNegate"): (
        "±",
        "Denies, reach open",
        "Something is denied, and the text leaves open whether it is this.",
    ),
    MISSES: ("↷", "Denies something else", "A reply to this that denies something other than was alleged."),
    DENIES_IMPLIED: (
        "⇍",
        "Denies what it implies",
        "Something more general is denied; this would fall with it.",
    ),
    cg("withholds"): ("○", "Takes no side", "Says that it is not known or could not be verified."),
    cg("evaluates"): ("≈", "Judges so", "Puts forward a judgement."),
    cg("commitsTo"): ("→", "Announces it", "Undertakes or threatens to do it."),
    cg("directs"): ("!", "Wants it done", "Wants somebody else to do it."),
}
# The questions that kinds of proposition answer, in the order of a page.
QUESTIONS: Mapping[str, str] = {
    "OccurrenceProposition": "What happened",
    "AgencyProposition": "Who did it",
    "OriginProposition": "Where it came from",
    "TargetProposition": "What it was aimed at",
    "StruckObjectProposition": "What was hit",
    "CasualtyProposition": "Who was harmed",
    "DamageProposition": "What was damaged",
    "CausationProposition": "What caused what",
    "BeginningProposition": "When it began",
    "EndingProposition": "When it ended",
    "DurationProposition": "How long it lasted",
    "IntervalProposition": "What came before what",
    "ControlProposition": "Who holds what",
    "MovementProposition": "Who moves where",
    "InvolvementProposition": "Who else is involved",
    "MotiveProposition": "What reason there was",
    "IntentionProposition": "What is intended",
    "FutureActionProposition": "What is to be done",
    "ConditionProposition": "On what condition",
    "UtteranceProposition": "What was said or ordered",
    "DepictionProposition": "What is shown",
    "AuthenticityProposition": "Whether it is authentic",
    "EvaluationProposition": "How it is judged",
    "ImportanceProposition": "How important it is",
    "LegalStatusProposition": "What its status is",
    "RightProposition": "Who has a right to what",
    "DisclosureGapProposition": "What is not disclosed",
    "LocationProposition": "Where it lies",
    "DistanceProposition": "How far it is",
    "SettlementProposition": "What kind of place it is",
    "FacilityProposition": "What is there",
    "OfficeProposition": "Who holds which office",
    "NamingProposition": "What it is called",
}
