"""The built site in a bucket: an object store that speaks the S3 API over HTTP, and readers who ask it without a key."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import urllib.error
import urllib.request
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import boto3  # type: ignore[import-untyped]
import pytest

from checker.publish.serving import upload
from checker.publish.serving.headers import FOR_EVER, SHORT
from checker.publish.serving.upload import Bucket
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

KEYS = {"AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_DEFAULT_REGION": "us-east-1"}
TODAY = date(2026, 11, 23)
LATER = TODAY + timedelta(upload.KEPT_DAYS)
NUMBERS = count()
EVERYBODY = "http://acs.amazonaws.com/groups/global/AllUsers"


@pytest.fixture(autouse=True)
def keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """The keys are where all S3 tools look for them."""
    for name, value in KEYS.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def bucket(store: str) -> Bucket:
    """An empty bucket of the store."""
    client = boto3.client("s3", endpoint_url=store)
    name = f"site-{next(NUMBERS)}"
    client.create_bucket(Bucket=name)
    return Bucket(client, name)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A site of two pages, a style sheet and a script, the first page packed."""
    files = {
        "index.html": "home " * 100,
        "status/index.html": "status",
        "assets/css/site.0123456789abcdef.css": "b{}",
        "assets/js/site.fedcba9876543210.js": "1",
        "_headers": "/*\n",
    }
    for place, text in files.items():
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).write_text(text)
    for ending in (".gz", ".br"):
        (tmp_path / f"index.html{ending}").write_bytes(gzip.compress(b"home " * 100))
    return tmp_path


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command."""
    command = [sys.executable, "-m", "checker.publish.serving.upload", *arguments]
    return subprocess.run(command, cwd=ROOT, env=os.environ | KEYS, capture_output=True, text=True, check=False)


def read(store: str, bucket: str, key: str) -> tuple[Mapping[str, str], bytes]:
    """What a reader without a key gets: headers and body."""
    with urllib.request.urlopen(f"{store}/{bucket}/{key}") as answer:
        return answer.headers, answer.read()


def body(store: str, bucket: str, key: str) -> bytes:
    """The file as a browser unpacks it."""
    headers, content = read(store, bucket, key)
    return gzip.decompress(content) if headers["Content-Encoding"] == "gzip" else content


def test_the_whole_site_arrives(site: Path, store: str, bucket: Bucket) -> None:
    """Each file, once, as it was built: none of the packed copies for itself, and nothing that is for other servers."""
    done = run(str(site), f"s3://{bucket.name}", "--endpoint-url", store)
    assert (0, "") == (done.returncode, done.stderr)
    extra = {".br", ".gz"}
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file() and path.suffix not in extra}
    assert files - {"_headers"} == bucket.tags().keys() - {upload.UNUSED}
    assert f"{len(files) - 1} sent, 0 deleted, 0 kept\n" == done.stdout
    for place in sorted(files - {"_headers"})[::20]:
        assert (site / place).read_bytes() == body(store, bucket.name, place)


@pytest.mark.parametrize(
    ("pattern", "kind", "kept"),
    [
        ("en/order-status/index.html", "text/html; charset=utf-8", SHORT),
        ("status.md", "text/markdown; charset=utf-8", SHORT),
        ("pl/feed.xml", "application/rss+xml; charset=utf-8", SHORT),
        ("assets/css/site.*.css", "text/css; charset=utf-8", FOR_EVER),
        ("assets/checker/**/*.wasm", "application/wasm", FOR_EVER),
        ("assets/checker/page-*/page.mjs", "text/javascript; charset=utf-8", FOR_EVER),
        ("assets/cards/it/index.*.png", "image/png", FOR_EVER),
    ],
)
def test_the_store_says_the_same_as_nginx(site: Path, store: str, bucket: Bucket, pattern: str, kind: str, kept: str) -> None:
    """Kind and caching are set file by file; gzip where the build packed it, for a store does not ask what is understood."""
    file = min(site.glob(pattern))
    key = file.relative_to(site).as_posix()
    bucket.put(item for item in upload.items(site, "") if item.key == key)
    headers, content = read(store, bucket.name, key)
    packed = Path(f"{file}.gz")
    assert (kind, kept) == (headers["Content-Type"], headers["Cache-Control"])
    assert ("gzip" if packed.is_file() else None) == headers["Content-Encoding"]
    assert (packed if packed.is_file() else file).read_bytes() == content


def test_files_are_sent_as_they_are_if_that_is_wanted(small: Path, store: str, bucket: Bucket) -> None:
    """For a store or CDN that packs for itself."""
    upload.publish(small, bucket, TODAY, packed=False)
    headers, content = read(store, bucket.name, "index.html")
    assert "Content-Encoding" not in headers
    assert b"home " * 100 == content


def test_a_second_time_only_what_has_changed_is_sent(small: Path, bucket: Bucket) -> None:
    """By the content, not by the time of the file; everything once more where that is asked for."""
    assert {"sent": 4, "deleted": 0, "kept": 0} == upload.publish(small, bucket, TODAY)
    for path in small.rglob("*.*"):
        os.utime(path)
    assert 0 == upload.publish(small, bucket, TODAY)["sent"]
    (small / "status/index.html").write_text("changed")
    assert 1 == upload.publish(small, bucket, TODAY)["sent"]
    assert 4 == upload.publish(small, bucket, TODAY, everything=True)["sent"]


def test_no_page_is_there_before_what_it_loads(small: Path, bucket: Bucket) -> None:
    """Where the first asset cannot be sent, no page is."""

    class Failing:
        def __init__(self, client: Any) -> None:
            self.client = client

        def __getattr__(self, name: str) -> Any:
            return getattr(self.client, name)

        def put_object(self, **given: Any) -> Any:
            if given["Key"].endswith(".css"):
                raise ConnectionError
            return self.client.put_object(**given)

    with pytest.raises(ConnectionError):
        upload.publish(small, replace(bucket, client=Failing(bucket.client)), TODAY)
    assert [] == [key for key in bucket.tags() if key.endswith(".html")]


def test_an_older_page_still_finds_its_assets(small: Path, bucket: Bucket) -> None:
    """A former page goes at once; a former asset after thirty days, counted from when the site no longer had it."""
    style = "assets/css/site.0123456789abcdef.css"
    upload.publish(small, bucket, TODAY)
    for place in (style, "status/index.html"):
        (small / place).unlink()
    assert {"sent": 0, "deleted": 1, "kept": 1} == upload.publish(small, bucket, TODAY)
    assert style in bucket.tags()
    assert {"sent": 0, "deleted": 0, "kept": 1} == upload.publish(small, bucket, LATER - timedelta(1))
    assert {"sent": 0, "deleted": 1, "kept": 0} == upload.publish(small, bucket, LATER)
    assert style not in bucket.tags()


def test_an_asset_that_comes_back_is_not_counted_as_gone(small: Path, bucket: Bucket) -> None:
    """Waiting ends when the site has it again, and begins anew."""
    style = small / "assets/css/site.0123456789abcdef.css"
    upload.publish(small, bucket, TODAY)
    style.unlink()
    upload.publish(small, bucket, TODAY)
    style.write_text("b{}")
    upload.publish(small, bucket, TODAY)
    style.unlink()
    assert {"sent": 0, "deleted": 0, "kept": 1} == upload.publish(small, bucket, LATER)


def test_other_folders_of_the_bucket_are_left_alone(small: Path, bucket: Bucket) -> None:
    """With s3://bucket/orders the site lies below orders/, and nothing else is deleted."""
    bucket.client.put_object(Bucket=bucket.name, Key="other/index.html", Body=b"other")
    below = replace(bucket, folder="orders/")
    upload.publish(small, below, TODAY)
    (small / "status/index.html").unlink()
    upload.publish(small, below, TODAY)
    assert {"other/index.html", "orders/index.html"} <= bucket.tags().keys()
    assert "orders/status/index.html" not in bucket.tags()
    style = bucket.client.head_object(Bucket=bucket.name, Key="orders/assets/css/site.0123456789abcdef.css")
    assert FOR_EVER == style["CacheControl"]


def granted(bucket: Bucket, key: str) -> Iterator[str]:
    """Whom an object is open to."""
    for grant in bucket.client.get_object_acl(Bucket=bucket.name, Key=key)["Grants"]:
        yield grant["Grantee"].get("URI", "")


def test_everybody_may_read_pages_and_nothing_else(small: Path, store: str, bucket: Bucket) -> None:
    """The site's files are open, the list of what is waiting is not; with --private nothing is."""
    upload.publish(small, bucket, TODAY)
    assert EVERYBODY in granted(bucket, "index.html")
    assert EVERYBODY not in granted(bucket, upload.UNUSED)
    with pytest.raises(urllib.error.HTTPError, match="403"):
        read(store, bucket.name, upload.UNUSED)
    upload.publish(small, replace(bucket, public=False), TODAY, everything=True)
    assert EVERYBODY not in granted(bucket, "index.html")


def test_the_store_can_answer_as_a_web_server(small: Path, store: str, bucket: Bucket) -> None:
    """It is told which file is a folder's page, and which is shown for what is not found; the bucket becomes readable."""
    assert 0 == run(str(small), f"s3://{bucket.name}", "--endpoint-url", store, "--website").returncode
    found = bucket.client.get_bucket_website(Bucket=bucket.name)
    assert ("index.html", "404.html") == (found["IndexDocument"]["Suffix"], found["ErrorDocument"]["Key"])
    grants = bucket.client.get_bucket_acl(Bucket=bucket.name)["Grants"]
    assert EVERYBODY in [grant["Grantee"].get("URI") for grant in grants]


def test_what_goes_wrong_is_said(small: Path, store: str, tmp_path: Path) -> None:
    """A bucket that is not there, and a folder that is no site: a sentence and an exit status, no traceback."""
    done = run(str(small), "s3://nowhere", "--endpoint-url", store)
    assert 1 == done.returncode
    assert "NoSuchBucket" in done.stderr
    assert "Traceback" not in done.stderr
    (tmp_path / "empty").mkdir()
    done = run(str(tmp_path / "empty"), "s3://nowhere")
    assert 2 == done.returncode
    assert "holds no built site" in done.stderr


def test_no_checksum_is_sent_that_only_amazon_knows(small: Path, store: str, bucket: Bucket) -> None:
    """Stores that do not know the checksums of newer clients are not asked for them."""
    asked: list[dict[str, Any]] = []
    client = upload.connected(store, None)
    client.meta.events.register("before-send.s3", lambda request, **_: asked.append(dict(request.headers)))
    upload.publish(small, replace(bucket, client=client), TODAY)
    assert len(asked) > 4
    assert [] == [
        name for headers in asked for name in headers if "checksum" in name.lower() or name.lower() == "x-amz-trailer"
    ]
    assert json.loads(client.get_object(Bucket=bucket.name, Key=upload.UNUSED)["Body"].read()) == {}
