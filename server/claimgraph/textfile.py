"""Reading a text file that a person wrote, with a clear error for each way it can fail."""

from __future__ import annotations

from pathlib import Path

from claimgraph.errors import InputError
from claimgraph.settings import DEFAULTS

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_BOM = "\ufeff"


def read_text(path: Path, shown: str, error: type[InputError], limit: int = DEFAULTS.turtle_bytes) -> str:
    """Read a UTF-8 text file with its line ends as they are.

    Raises ``error`` for a file that is missing, a folder, unreadable, too large, not UTF-8, or that holds a
    byte order mark, a NUL character or a carriage return that ends no line.
    """
    text = _decoded(_bytes(path, shown, error, limit), shown, error)
    if text.startswith(_BOM):
        raise error(
            shown,
            1,
            1,
            "The file begins with a byte order mark.",
            "Save it as UTF-8 without byte order mark (BOM).",
        )
    if "\0" in text:
        line, column = place(text, text.index("\0"))
        raise error(
            shown, line, column, "The file holds a NUL character.", "Delete it; text files hold none."
        )
    stray = text.replace("\r\n", "\n\n").find("\r")
    if stray >= 0:
        line, column = place(text, stray)
        raise error(
            shown,
            line,
            column,
            "A carriage return stands here that is no part of a line end.",
            "Save the file with Unix line ends (LF).",
        )
    return text


def read_kept(path: Path, shown: str, error: type[InputError], limit: int) -> str:
    """Read a text exactly as kept, whatever its line ends and first character; offsets count its code points.

    Raises ``error`` for a file that is missing, a folder, unreadable, too large, not UTF-8, or no text.
    """
    content = _bytes(path, shown, error, limit)
    if b"\0" in content and not content.startswith(_UTF16):
        raise error(
            shown,
            None,
            None,
            "This is no text: it holds the byte 0x00.",
            "Save the article as plain text in UTF-8.",
        )
    return _decoded(content, shown, error)


def place(text: str, offset: int) -> tuple[int, int]:
    """Turn an offset into line and column, both counted from 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _bytes(path: Path, shown: str, error: type[InputError], limit: int) -> bytes:
    try:
        if path.is_dir():
            raise error(shown, None, None, "This is a folder, not a file.", "Name a file inside it.")
        if path.exists() and not path.is_file():
            raise error(shown, None, None, "This is no regular file.", "Put a text file in its place.")
        size = path.stat().st_size
        if size > limit:
            raise error(
                shown,
                None,
                None,
                f"The file has {size:,} bytes; at most {limit:,} are read.",
                "Split it into smaller files.",
            )
        return path.read_bytes()
    except FileNotFoundError:
        gone = "The symbolic link leads nowhere." if path.is_symlink() else "There is no such file."
        raise error(shown, None, None, gone, "Check the name, or create the file.") from None
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        raise error(
            shown, None, None, f"The file cannot be read: {reason}.", "Check its permissions and try again."
        ) from None


def _decoded(content: bytes, shown: str, error: type[InputError]) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as problem:
        line = content.count(b"\n", 0, problem.start) + 1
        column = len(content[content.rfind(b"\n", 0, problem.start) + 1 : problem.start].decode()) + 1
        guess = "UTF-16" if content.startswith(_UTF16) else "another encoding such as Latin-1 or Windows-1252"
        raise error(
            shown,
            line,
            column,
            f"Byte 0x{content[problem.start]:02X} is not UTF-8 here; the file seems to be in {guess}.",
            "Save the file as UTF-8.",
        ) from None
