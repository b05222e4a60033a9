"""Services written for tests: a small one that is right, to be changed one way at a time."""

import re
from pathlib import Path

from hub.catalogue import Catalogue, Service
from hub.councils import Councils
from hub.files import Mistake

TEMPLATES = Path(__file__).parents[2] / "templates"

ABOUT_YOU = """\
questions:
  - {id: your_name, kind: name, means: name, ask: {en: Who are you?, cy: Pwy ydych chi?}}
  - id: write_here
    kind: yes/no
    means: write_here
    needs: home
    ask: {en: "Write to {home}?", cy: "Ysgrifennu i {home}?"}
  - id: post_to
    kind: address
    means: post_to
    only_if: {write_here: no}
    ask: {en: Where to?, cy: I ble?}
  - id: language
    kind: choice
    means: language
    ask: {en: Which language?, cy: Pa iaith?}
    options:
      - {id: en, say: {en: English, cy: Saesneg}}
      - {id: cy, say: {en: Welsh, cy: Cymraeg}}
"""

BINS = """\
service: bins
title: {en: Bins, cy: Biniau}
about: {en: About bins., cy: Am finiau.}
search: {en: [bin], cy: [bin]}
questions:
  - id: bin
    kind: choice
    ask: {en: Which bin?, cy: Pa fin?}
    options:
      - {id: grey, say: {en: Grey, cy: Llwyd}}
      - {id: brown, say: {en: Brown, cy: Brown}}
      - {id: blue, say: {en: Blue, cy: Glas}}
  - id: permit
    kind: digits
    length: 8
    only_if: {bin: brown}
    ask: {en: Which permit?, cy: Pa drwydded?}
  - id: how_many
    kind: number
    least: 1
    most: 9
    ask: {en: How many?, cy: Faint?}
  - several: things
    title: {en: "Thing {n}", cy: "Peth {n}"}
    another: {en: Another?, cy: Un arall?}
    most: 5
    questions:
      - {id: what, kind: words, ask: {en: What?, cy: Beth?}}
  - stop: too_many
    when: {how_many: {at_least: 5}}
    why: {en: Too many., cy: Gormod.}
    instead: {en: Take them., cy: Ewch â nhw.}
    anyway: {en: Ring us., cy: Ffoniwch ni.}
  - id: home
    kind: address
    means: home
    ask: {en: Where?, cy: Ble?}
fee:
  - {pence: 100, per: things, say: {en: Each, cy: Yr un}}
pay_by: [counter, phone, cheque]
urgent:
  - {id: danger, when: {bin: blue}, say: {en: Ring., cy: Ffoniwch.}, ring: 01632 960001}
routing:
  rules:
    - {when: {bin: brown}, team: garden-waste}
  otherwise: waste-collections
deadline: {answer: 2 working days}
letters: {acknowledge: received}
keep: {after_closing: 2 years}
privacy: {why: {en: We need them to answer you., cy: Mae arnom eu hangen i'ch ateb.}}
happens_next: {en: We come., cy: Byddwn yn dod.}
"""


def a_folder(
    folder: Path, *, bins: str = BINS, about_you: str = ABOUT_YOU, languages: str = "[en, cy]"
) -> Path:
    """Lay templates with one council and one service in a folder, and give the folder."""
    council = (TEMPLATES / "councils" / "aberwen" / "council.yaml").read_text(encoding="utf-8")
    council = council.replace("languages: [en, cy]", f"languages: {languages}")
    council = re.sub(r"services: \[[^]]*]", "services: [bins]", council)
    (folder / "services").mkdir(parents=True, exist_ok=True)
    (folder / "councils" / "aberwen").mkdir(parents=True, exist_ok=True)
    (folder / "councils" / "aberwen" / "council.yaml").write_text(council, encoding="utf-8")
    (folder / "services" / "bins.yaml").write_text(bins, encoding="utf-8")
    (folder / "services" / "_about-you.yaml").write_text(about_you, encoding="utf-8")
    return folder


def a_service(folder: Path, **written: str) -> Service:
    """Read the service of such a folder."""
    templates = a_folder(folder, **written)
    councils = Councils.read(templates / "councils")
    return Catalogue.read(templates, councils, letters={"received"}).service("aberwen", "bins")


def mistakes_in(folder: Path, **written: str) -> tuple[Mistake, ...]:
    """Give the mistakes in the service of such a folder."""
    templates = a_folder(folder, **written)
    councils = Councils.read(templates / "councils")
    return Catalogue.check(templates, councils, letters={"received"})


def changed(old: str, new: str) -> str:
    """Give the small service with one passage written otherwise."""
    assert BINS.count(old) == 1, old
    return BINS.replace(old, new)
