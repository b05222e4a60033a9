"""Documents in a bucket: the same as in a folder, on a store that speaks S3 over HTTP."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from urllib.request import Request, urlopen

import obstore
import pytest
from moto.server import ThreadedMotoServer
from obstore.store import S3Store

from channels.carriers.documents_s3 import BucketDocuments
from hub import store
from hub.settings import Bucket
from hub.store import Database, DocumentDamaged, DocumentsAway, UnknownDocument
from tests.provision.installation import free_port

LETTER = "Annwyl Siân, Dear Siân".encode()
SHA256 = hashlib.sha256(LETTER).hexdigest()


@pytest.fixture(scope="module")
def bucket() -> Iterator[Bucket]:
    """Give a bucket in a store on this machine."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    endpoint = f"http://{host}:{port}"
    urlopen(Request(f"{endpoint}/hub-documents", method="PUT")).close()  # noqa: S310 (our own address)
    yield Bucket(
        url="s3://hub-documents/aberwen",
        endpoint=endpoint,
        region="us-east-1",
        key_id="key",
        secret="secret",
    )
    server.stop()


def test_a_document_comes_back_as_it_was_put(bucket: Bucket) -> None:
    documents = BucketDocuments(bucket)

    name = documents.put("aberwen", LETTER)
    again = documents.put("aberwen", LETTER)

    assert (name, again) == (SHA256, SHA256)
    assert documents.get("aberwen", SHA256) == LETTER


def test_a_document_that_is_let_go_is_gone_and_may_be_let_go_twice(bucket: Bucket) -> None:
    documents, content = BucketDocuments(bucket), b"taken away again"
    sha256 = documents.put("aberwen", content)

    documents.remove("aberwen", sha256)
    documents.remove("aberwen", sha256)

    with pytest.raises(UnknownDocument):
        documents.get("aberwen", sha256)


@pytest.mark.promise("P13")
def test_another_council_does_not_have_it(bucket: Bucket) -> None:
    documents = BucketDocuments(bucket)
    documents.put("aberwen", LETTER)

    with pytest.raises(UnknownDocument):
        documents.get("brynmor", SHA256)
    with pytest.raises(UnknownDocument):
        documents.get("aberwen", "../brynmor/secret")


def test_a_damaged_document_is_not_given_out(bucket: Bucket) -> None:
    documents, content = BucketDocuments(bucket), b"as it was"
    sha256 = documents.put("aberwen", content)
    other_hands = S3Store(
        "hub-documents",
        prefix="aberwen",
        endpoint=bucket.endpoint,
        region=bucket.region,
        access_key_id="key",
        secret_access_key="secret",
        client_options={"allow_http": True},
    )
    obstore.put(other_hands, f"aberwen/{sha256[:2]}/{sha256}", b"as it is now")

    with pytest.raises(DocumentDamaged):
        documents.get("aberwen", sha256)


def test_a_store_that_is_away_is_worth_trying_again(bucket: Bucket) -> None:
    away = replace(bucket, endpoint=f"http://127.0.0.1:{free_port()}")
    documents = BucketDocuments(away, timeout=timedelta(seconds=1))

    with pytest.raises(DocumentsAway):
        documents.put("aberwen", LETTER)
    with pytest.raises(DocumentsAway):
        documents.get("aberwen", SHA256)


def test_a_bucket_that_is_not_there_keeps_nothing_silently(bucket: Bucket) -> None:
    documents = BucketDocuments(replace(bucket, url="s3://nowhere"))

    with pytest.raises(DocumentsAway):
        documents.put("aberwen", LETTER)


def test_what_a_row_names_is_checked_in_the_bucket_too(bucket: Bucket, database: Database) -> None:
    documents = BucketDocuments(bucket)
    with database.session("aberwen") as session:
        store.documents.keep(session, documents, content=LETTER, kind="application/pdf")

    with database.all_councils() as session:
        damaged = list(store.documents.verify(session, documents))

    assert not damaged
