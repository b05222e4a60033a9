"""What happened, appended and never edited: a chain of hashes per case, sealed each minute."""

from hub.history.asking import Happened, first_of, happened, texts_of
from hub.history.chains import TEXT_ERASED, UnknownChain, append, erase_text, open_chain
from hub.history.copying import SealCopyDiffers
from hub.history.findings import Finding, Findings, Trouble, Unprotected
from hub.history.sealing import seal
from hub.history.tables import Chain, Entry, EntryText, Seal, SealedHead
from hub.history.verifying import verify

__all__ = [
    "TEXT_ERASED",
    "Chain",
    "Entry",
    "EntryText",
    "Finding",
    "Findings",
    "Happened",
    "Seal",
    "SealCopyDiffers",
    "SealedHead",
    "Trouble",
    "UnknownChain",
    "Unprotected",
    "append",
    "erase_text",
    "first_of",
    "happened",
    "open_chain",
    "seal",
    "texts_of",
    "verify",
]
