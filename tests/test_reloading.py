"""A new release is taken up once it is whole; a broken one is refused and the old one stays."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest

from claimgraph.editions import Service, load_edition
from claimgraph.errors import ReleaseError
from claimgraph.offers import QuadsFile, ReleaseFolder
from claimgraph.reloading import Reloader
from claimgraph.settings import Settings

SETTINGS = Settings(workers=2)


def quads(name: str) -> bytes:
    return f"<http://e/{name}> <http://e/p> <http://e/o> <http://e/g> .\n".encode()


def replace(path: Path, content: bytes) -> None:
    new = path.with_suffix(".new")
    new.write_bytes(content)
    new.replace(path)


async def looks(reloader: Reloader) -> bool:
    """Look until a change that was seen has settled."""
    await reloader.look()
    return await reloader.look()


def test_a_file_is_taken_up_when_it_changes_and_refused_when_it_is_broken(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "data.nq"
    path.write_bytes(quads("one"))
    source = QuadsFile(path)
    offer = source.read()

    async def main() -> None:
        service = Service(load_edition(offer.dataset, offer.release, SETTINGS), SETTINGS)
        service.pool.open()
        reloader = Reloader(source, service)
        try:
            first = service.edition
            assert not await looks(reloader)
            os.utime(path)
            assert not await looks(reloader)
            assert service.edition is first
            replace(path, b"<http://e/a> oops\n")
            assert not await looks(reloader)
            assert service.edition is first
            assert "line 1" in caplog.text
            path.unlink()
            assert not await looks(reloader)
            replace(path, quads("two"))
            assert not await reloader.look()
            assert await reloader.look()
            assert service.edition is not first
            assert service.edition.summary.graphs == {"http://e/g": 1}
            assert not await looks(reloader)
        finally:
            service.pool.close()

    asyncio.run(main())


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match="--quads"):
        QuadsFile(tmp_path / "none.nq").read()
    with pytest.raises(ReleaseError, match="no claimgraph release"):
        ReleaseFolder(tmp_path).read()
