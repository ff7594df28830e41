"""What each problem says, in Italian and English: the fact, then the remedy."""

from __future__ import annotations

from .agenda import AGENDA
from .areas import AREAS
from .circulation import CIRCULATION
from .fields import FIELDS
from .files import FILES
from .heads import HEADS
from .importing import IMPORTING
from .linked import LINKED
from .names import NEAR, YET
from .network import NETWORK
from .outside import OUTSIDE
from .pictures import PICTURES
from .reviewing import REVIEWING
from .sentence import Sentence
from .shapes import SHAPES
from .texts import TEXTS

GROUPS: tuple[dict[str, dict[str, Sentence]], ...] = (
    FILES,
    HEADS,
    FIELDS,
    SHAPES,
    TEXTS,
    PICTURES,
    AREAS,
    NETWORK,
    LINKED,
    NEAR,
    YET,
    AGENDA,
    CIRCULATION,
    OUTSIDE,
    REVIEWING,
    IMPORTING,
)
SENTENCES = {code: sentence for group in GROUPS for code, sentence in group.items()}
