"""claimgraph: who said what, on whose behalf, who denies it, and where in the article that stands."""

from importlib.metadata import version

__version__ = version("claimgraph")
__all__ = ["__version__"]
