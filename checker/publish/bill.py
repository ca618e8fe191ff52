"""The bill of materials (SBOM) in CycloneDX 1.6: every package, by its exact version, that the site is made of or made with.

Versions come from the lock files, licences from the packages themselves. (https://cyclonedx.org/docs/1.6/json/)
"""

from __future__ import annotations

import json
import re
from base64 import b64decode
from collections.abc import Iterator, Mapping
from datetime import datetime
from email.message import Message
from importlib import metadata
from pathlib import Path
from typing import Any

from checker.publish.runtime.programs import PACKING
from checker.rules import __version__

FILE = "sbom.json"
ROOT = Path(__file__).parents[2]
PYTHON_LOCKS = (ROOT / ".requirements.txt", PACKING)
NPM_LOCK = ROOT / "checker" / "web" / "package-lock.json"
SHIPPED = {"pyodide", "mkdocs-material", "holidays", "tzdata", "pycountry", "babel"}
"""Of what parts or data are in the site itself; with everything else the site is made or tested."""

Component = dict[str, Any]


def publish(site: Path, made: datetime) -> None:
    """Write the bill; `made` is the time of the build."""
    (site / FILE).write_text(json.dumps(bill(made), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def bill(made: datetime) -> dict[str, Any]:
    """The bill of a site that was built at a time, in UTC."""
    own = {"type": "application", "name": "order-checker", "version": __version__, "licenses": [{"license": {"id": "MIT"}}]}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"timestamp": made.strftime("%Y-%m-%dT%H:%M:%SZ"), "component": own},
        "components": [*_python(), *_npm()],
    }


def _python() -> Iterator[Component]:
    """The packages of the lock files; of those for other systems, which are not installed here, the licence is not known."""
    locked = "\n".join(lock.read_text(encoding="utf-8") for lock in PYTHON_LOCKS)
    for name, version in sorted(set(re.findall(r"^([\w.-]+)==([^\s;\\]+)", locked, re.MULTILINE))):
        yield _component(name, version, f"pkg:pypi/{name}@{version}", _licence(name))


def _npm() -> Iterator[Component]:
    packages: Mapping[str, Any] = json.loads(NPM_LOCK.read_bytes())["packages"]
    for place, package in packages.items():
        name, version = place.rpartition("node_modules/")[2], package.get("version")
        if version:
            hashed = {"alg": "SHA-512", "content": b64decode(package["integrity"].removeprefix("sha512-")).hex()}
            purl = f"pkg:npm/{name.replace('@', '%40')}@{version}"
            yield _component(name, version, purl, package["license"]) | {"hashes": [hashed]}


def _component(name: str, version: str, purl: str, licence: str) -> Component:
    scope = "required" if name in SHIPPED else "excluded"  # what runs at build only is no part of what is delivered
    found: Component = {"type": "library", "bom-ref": purl, "name": name, "version": version, "scope": scope, "purl": purl}
    return found | ({"licenses": _said(licence)} if licence else {})


def _said(licence: str) -> list[dict[str, Any]]:
    spdx = re.fullmatch(r"[A-Za-z0-9.+-]+(?: (?:AND|OR|WITH) [A-Za-z0-9.+-]+)*", licence)
    return [{"expression": licence}] if spdx else [{"license": {"name": licence}}]


def _licence(name: str) -> str:
    """As the package says it: an SPDX expression where it has one, else its own words for it."""
    try:
        told = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return ""
    assert isinstance(told, Message)
    classified = [line.rpartition(" :: ")[2] for line in told.get_all("Classifier", []) if line.startswith("License :: ")]
    own = (told["License"] or "").strip()
    return told["License-Expression"] or (own if 0 < len(own) < 60 else "") or ", ".join(classified)
