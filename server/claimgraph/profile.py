"""The rules of OWL 2 RL in words, by the names of the W3C rule tables."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_SAME = "What is said of one of two that are the same holds of the other."
_SUBCLASS = "One restriction is narrower than the other, so its members are among the other's."

MEANINGS: Mapping[str, str] = MappingProxyType(
    {
        "prp-dom": "Whatever has the property belongs to its domain.",
        "prp-rng": "Whatever is a value of the property belongs to its range.",
        "prp-symp": "A symmetric property holds both ways.",
        "prp-trp": "A transitive property passes on from link to link.",
        "prp-spo1": "What stands in a property stands in its super-properties.",
        "prp-spo2": "A chain of properties makes up the property.",
        "prp-inv1": "An inverse property holds the other way round.",
        "prp-inv2": "An inverse property holds the other way round.",
        "prp-eqp1": "Equivalent properties hold of the same pairs.",
        "prp-eqp2": "Equivalent properties hold of the same pairs.",
        "prp-fp": "A functional property has one value, so two values are the same.",
        "prp-ifp": "An inverse functional property has one subject for each value: two are the same.",
        "cax-sco": "A member of a class is a member of its superclasses.",
        "cax-eqc1": "Equivalent classes have the same members.",
        "cax-eqc2": "Equivalent classes have the same members.",
        "cls-int1": "What belongs to every part of an intersection belongs to it.",
        "cls-int2": "What belongs to an intersection belongs to each of its parts.",
        "cls-uni": "What belongs to one part of a union belongs to it.",
        "cls-svf1": "What has a value of the kind asked for belongs to the class of all that have one.",
        "cls-svf2": "What has a value belongs to the class of all that have one.",
        "cls-avf": "A value of the property is of the only kind that the class allows.",
        "cls-hv1": "A member of the class has the value that all its members have.",
        "cls-hv2": "What has the value belongs to the class of all that have it.",
        "cls-oo": "What an enumeration lists belongs to it.",
        "cls-maxc2": "The class allows one value, so two values are the same.",
        "cls-maxqc3": "The class allows one value of the kind, so two such values are the same.",
        "eq-sym": "Being the same holds both ways.",
        "eq-trans": "Being the same passes on.",
        "eq-rep-s": _SAME,
        "eq-rep-p": _SAME,
        "eq-rep-o": _SAME,
        "scm-sco": "A subclass of a subclass is a subclass.",
        "scm-eqc1": "Equivalent classes are subclasses of each other.",
        "scm-eqc2": "Subclasses of each other are equivalent.",
        "scm-spo": "A sub-property of a sub-property is a sub-property.",
        "scm-eqp1": "Equivalent properties are sub-properties of each other.",
        "scm-eqp2": "Sub-properties of each other are equivalent.",
        "scm-dom1": "What belongs to a domain belongs to its superclasses.",
        "scm-dom2": "A sub-property has the domain of its super-property.",
        "scm-rng1": "What belongs to a range belongs to its superclasses.",
        "scm-rng2": "A sub-property has the range of its super-property.",
        "scm-int": "An intersection is a subclass of each of its parts.",
        "scm-uni": "Each part of a union is a subclass of it.",
        "scm-svf1": _SUBCLASS,
        "scm-svf2": _SUBCLASS,
        "scm-avf1": _SUBCLASS,
        "scm-avf2": _SUBCLASS,
        "scm-hv": _SUBCLASS,
    }
)
