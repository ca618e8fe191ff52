"""The built site into a bucket of an object store, through the S3 API: OVHcloud Object Storage, and others like it.

    .venv/bin/python -m checker.publish.serving.upload site s3://orders --endpoint-url https://s3.gra.io.cloud.ovh.net

The keys are taken from where all S3 tools look: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a profile.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import md5
from pathlib import Path
from typing import Any

import boto3  # type: ignore[import-untyped]
from botocore.config import Config  # type: ignore[import-untyped]
from botocore.exceptions import BotoCoreError, ClientError  # type: ignore[import-untyped]

from checker.publish.serving.headers import FILE, cache_control, content_type
from checker.publish.serving.immutable import FOLDER

AT_A_TIME = 16
"""Requests under way."""
UNUSED = ".unused.json"
"""An object that readers cannot see: since which day each asset that the site no longer names has been waiting."""
KEPT_DAYS = 30
"""How long such an asset is kept: a page that was opened or cached before may still ask for it."""
CHECKSUMS: Any = {"request_checksum_calculation": "when_required", "response_checksum_validation": "when_required"}
"""Not every store knows the checksums that boto3 adds on its own account."""


@dataclass(frozen=True, slots=True)
class Item:
    """One file as the bucket is to have it: its key and what is sent."""

    key: str
    file: Path
    gzipped: bool

    @property
    def body(self) -> bytes:
        """What is sent: an object store does not ask what a browser can unpack, and every browser can unpack gzip."""
        return (self.file.with_name(f"{self.file.name}.gz") if self.gzipped else self.file).read_bytes()

    @property
    def tag(self) -> str:
        """The ETag that the store gives to the body."""
        return f'"{md5(self.body, usedforsecurity=False).hexdigest()}"'

    def headers(self, place: str) -> dict[str, str]:
        """What the store is to say of it, for its place below the site's root."""
        said = {"ContentType": content_type(place), "CacheControl": cache_control(place)}
        return said | ({"ContentEncoding": "gzip"} if self.gzipped else {})


@dataclass(frozen=True, slots=True)
class Bucket:
    """A bucket, and the folder in it that the site has ("" or "orders/")."""

    client: Any
    name: str
    folder: str = ""
    public: bool = True
    """Whether everybody may read each object. A bucket that a CDN reads with a key of its own need not be."""

    def tags(self) -> dict[str, str]:
        """The ETag of every object in the folder, by key."""
        pages = self.client.get_paginator("list_objects_v2").paginate(Bucket=self.name, Prefix=self.folder)
        return {found["Key"]: found["ETag"] for page in pages for found in page.get("Contents", [])}

    def put(self, items: Iterable[Item]) -> None:
        """Send them, some at a time; the first that fails ends it."""
        with ThreadPoolExecutor(AT_A_TIME) as pool:
            list(pool.map(self._put, items))

    def _put(self, item: Item) -> None:
        acl = {"ACL": "public-read"} if self.public else {}
        headers = item.headers(item.key.removeprefix(self.folder))
        self.client.put_object(Bucket=self.name, Key=item.key, Body=item.body, **headers, **acl)

    def delete(self, keys: Iterable[str]) -> None:
        """Delete the objects, one by one: not every store takes them by the hundred as boto3 sends them."""
        for key in keys:
            self.client.delete_object(Bucket=self.name, Key=key)

    def waiting(self) -> dict[str, str]:
        """Since which day each asset that no page names has been waiting, by key."""
        try:
            whole = self.client.get_object(Bucket=self.name, Key=f"{self.folder}{UNUSED}")["Body"].read()
        except self.client.exceptions.NoSuchKey:
            return {}
        return dict(json.loads(whole))

    def wait(self, since: dict[str, str]) -> None:
        """Remember for the next time since when what has been waiting."""
        body = json.dumps(since, indent=0, sort_keys=True).encode()
        self.client.put_object(Bucket=self.name, Key=f"{self.folder}{UNUSED}", Body=body, ContentType="application/json")


def items(site: Path, folder: str, packed: bool = True) -> Iterator[Item]:
    """The site's files, but the packed copies: they are what is sent of the files they stand beside, if `packed`."""
    for file in sorted(path for path in site.rglob("*") if path.is_file() and path.name != FILE):
        if file.suffix not in {".br", ".gz"} or not file.with_suffix("").is_file():
            yield Item(f"{folder}{file.relative_to(site).as_posix()}", file, packed and Path(f"{file}.gz").is_file())


def publish(site: Path, bucket: Bucket, today: date, everything: bool = False, packed: bool = True) -> dict[str, int]:
    """Bring the bucket up to the built site; how many files were sent, deleted, and kept though no page names them.

    Assets go first and pages last, so that no page is there before what it loads. What is there already is not sent
    again, unless `everything` is wanted (after a change of headers). Pages that the site no longer has are deleted, its
    former assets after `KEPT_DAYS`.
    """
    there = bucket.tags()
    site_items = list(items(site, bucket.folder, packed))
    changed = [item for item in site_items if everything or there.get(item.key) != item.tag]
    assets = f"{bucket.folder}{FOLDER}/"
    for stage in (True, False):
        bucket.put(item for item in changed if item.key.startswith(assets) is stage)
    gone = there.keys() - {item.key for item in site_items} - {f"{bucket.folder}{UNUSED}"}
    before = bucket.waiting()
    since = {key: before.get(key, today.isoformat()) for key in gone if key.startswith(assets)}
    kept = {key: day for key, day in since.items() if date.fromisoformat(day) > today - timedelta(KEPT_DAYS)}
    bucket.delete(sorted(gone - kept.keys()))
    bucket.wait(kept)
    return {"sent": len(changed), "deleted": len(gone) - len(kept), "kept": len(kept)}


def connected(endpoint: str | None, region: str | None) -> Any:
    """A client of the store at an address, Amazon's without one."""
    config = Config(retries={"mode": "standard"}, max_pool_connections=AT_A_TIME, **CHECKSUMS)
    return boto3.client("s3", endpoint_url=endpoint, region_name=region, config=config)


def website(bucket: Bucket) -> None:
    """Have the store answer as a web server: a folder's `index.html`, and the page for what is not found.

    OVHcloud wants the bucket itself to be readable for that, not its objects alone.
    """
    if bucket.public:
        bucket.client.put_bucket_acl(Bucket=bucket.name, ACL="public-read")
    documents = {"IndexDocument": {"Suffix": "index.html"}, "ErrorDocument": {"Key": f"{bucket.folder}404.html"}}
    bucket.client.put_bucket_website(Bucket=bucket.name, WebsiteConfiguration=documents)


def main() -> int:
    """Upload as the arguments say; the exit status: 1, with a sentence, where the store refuses."""
    parser = argparse.ArgumentParser(prog="python -m checker.publish.serving.upload", description=__doc__)
    parser.add_argument("site", type=Path, help="the folder that `mkdocs build` has written")
    parser.add_argument("bucket", help="s3://bucket or s3://bucket/folder")
    parser.add_argument("--endpoint-url", help="the store's address; without it, Amazon's")
    parser.add_argument("--region", help="the region in the store's own writing: gra, eu-west-par")
    parser.add_argument("--website", action="store_true", help="also have the store answer as a web server")
    parser.add_argument("--private", action="store_true", help="do not make the objects readable by everybody")
    parser.add_argument("--unpacked", action="store_true", help="send the files as they are, not packed by gzip")
    parser.add_argument("--everything", action="store_true", help="send what is there already as well")
    given = parser.parse_args()
    if not (given.site / "index.html").is_file():
        parser.error(f"{given.site} holds no built site")
    name, _, folder = given.bucket.removeprefix("s3://").strip("/").partition("/")
    try:
        bucket = Bucket(connected(given.endpoint_url, given.region), name, f"{folder}/" if folder else "", not given.private)
        done = publish(given.site, bucket, date.today(), given.everything, not given.unpacked)  # noqa: DTZ011, the day here
        if given.website:
            website(bucket)
    except (BotoCoreError, ClientError) as refused:
        print(refused, file=sys.stderr)
        return 1
    print(", ".join(f"{many} {what}" for what, many in done.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
