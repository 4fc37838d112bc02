"""Public client libraries of the Telegram Gateway work unmodified, used as the howto says."""

import asyncio
import json
import os
import shutil
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from domain.clients import TEST
from tests.docs.pages import ROOT, blocks
from tests.portals import Portal, Town, portal_of

PAGE = (ROOT / "docs/howto/connect-a-portal.md").read_text("utf-8")
NPM_LIBRARY = "node-telegram-gateway-api"
NPM_SECONDS = 90


def of_kind(kind: str) -> str:
    (found,) = [block.text for block in blocks(PAGE) if block.kind == kind]
    return found


@pytest.fixture
async def portal(village: Town) -> AsyncIterator[Portal]:
    async with portal_of(village, prefix=TEST) as portal:
        yield portal


async def test_the_library_for_python_works(portal: Portal) -> None:
    library = pytest.importorskip("telegram_gateway_verification", reason="not in the lock yet")
    page: dict[str, Any] = {"KEY": portal.key, "URL": portal.url}
    await asyncio.to_thread(exec, of_kind("py"), page)
    assert page["status"].verification_status.code_entered == "111111"
    send = page["client"].send_verification_message
    with pytest.raises(library.TelegramGatewayAPIError, match="FLOOD_WAIT_30"):
        await asyncio.to_thread(send, phone_number="+77000000006")


@pytest.fixture(scope="session")
def node_modules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the npm library is: told by OTINIM_NODE_MODULES, or installed when CI asks for it."""
    if known := os.environ.get("OTINIM_NODE_MODULES"):
        return Path(known)
    if not os.environ.get("CI") or not shutil.which("npm"):
        pytest.skip("the npm library is tried when CI is set and npm is there")
    folder = tmp_path_factory.mktemp("npm")
    install = ["npm", "install", "--silent", "--no-audit", "--no-fund", NPM_LIBRARY]
    try:
        subprocess.run(install, cwd=folder, check=True, capture_output=True, timeout=NPM_SECONDS)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        pytest.skip("the registry at hand doesn't have the npm library")
    return folder / "node_modules"


async def node(script: str, folder: Path, **env: str) -> int:
    file = folder / "page.js"
    file.write_text(
        f"(async () => {{\n{script}}})().catch((e) => {{ console.error(e); process.exit(1); }});\n"
    )
    process = await asyncio.create_subprocess_exec("node", str(file), env={**os.environ, **env})
    return await process.wait()


async def test_the_library_for_node_works(
    portal: Portal, tmp_path: Path, node_modules: Path
) -> None:
    given = f"const KEY = {json.dumps(portal.key)}, URL = {json.dumps(portal.url)};\n"
    page = of_kind("js").replace("console.assert", 'require("assert")')
    assert await node(given + page, tmp_path, NODE_PATH=str(node_modules)) == 0


async def test_what_the_libraries_for_node_send_is_understood(
    portal: Portal, tmp_path: Path
) -> None:
    """Without the libraries: the requests of node-telegram-gateway-api 1.2, which speaks through
    axios. It doubles the slash, leaves out what is undefined, and throws unless the status is
    200, also for an error of the Gateway's."""
    if not shutil.which("node"):
        pytest.skip("node is not there")
    script = f"""
    const assert = require("assert");
    const headers = {{ Authorization: "Bearer {portal.key}", "Content-Type": "application/json",
      Accept: "application/json, text/plain, */*", "User-Agent": "axios/1.7.7",
      "Accept-Encoding": "gzip, compress, deflate, br" }};
    const call = async (method, data) => {{
      const answer = await fetch({json.dumps(portal.url)} + "/" + method,
        {{ method: "POST", body: JSON.stringify(data), headers }});
      assert.equal(answer.status, 200);
      return answer.json();
    }};
    const sent = await call("/sendVerificationMessage",
      {{ phone_number: "+77000000001", code_length: 4, request_id: undefined }});
    const able = await call("/checkSendAbility", {{ phone_number: "+77000000001" }});
    assert.ok(able.result.request_id);
    assert.deepEqual(await call("/sendVerificationMessage", {{ phone_number: "+77000000006" }}),
      {{ ok: false, error: "FLOOD_WAIT_30" }});
    const request_id = sent.result.request_id;
    const seen = await call("/checkVerificationStatus", {{ request_id, code: "1111" }});
    assert.equal(seen.result.verification_status.status, "code_valid");
    assert.deepEqual(await call("/revokeVerificationMessage", {{ request_id }}),
      {{ ok: true, result: true }});
    """
    assert await node(script, tmp_path) == 0
