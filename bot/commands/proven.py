"""Remember in the user's cache which knowledge was proven, by its version."""

from importlib.metadata import PackageNotFoundError, version

from bot.keeping import keep, kept

KIND = "proven"


def is_proven(knowledge_version: str) -> bool:
    """Return whether this knowledge was proven by this program before."""
    return kept(KIND, _key(knowledge_version)) is not None


def remember(knowledge_version: str) -> None:
    """Remember that this knowledge was proven."""
    keep(KIND, _key(knowledge_version), "")


def _key(knowledge_version: str) -> str:
    try:
        return f"{version('wenlu')} {knowledge_version}"
    except PackageNotFoundError:
        return f"checkout {knowledge_version}"
