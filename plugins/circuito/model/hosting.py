"""How spaces host projects that circulate."""

from datetime import time
from decimal import Decimal
from typing import Annotated

from .declaration import Means, declared
from .times import Clock
from .values import SLUG, Count, Flag, Number, ReadWords, Words


@declared
class Licences:
    """What the law allows in the space."""

    public_entertainment_cap: Annotated[
        int | None, Count(0, 100_000), Means("Pubblico massimo per legge", "Legal maximum audience", 99)
    ] = None
    live_music_until: Annotated[
        time | None, Clock(), Means("Musica dal vivo fino alle", "Live music until", "22:30")
    ] = None
    scia: Annotated[bool | None, Flag(), Means("SCIA per pubblico spettacolo", "Certified start of activity", True)] = (
        None
    )
    siae_annual: Annotated[bool | None, Flag(), Means("Abbonamento SIAE annuale", "Annual SIAE permit", False)] = None
    noise_limit_db: Annotated[int | None, Count(20, 140), Means("Limite di rumore in dB", "Noise limit in dB", 85)] = (
        None
    )


@declared
class Hosting:
    """How the space hosts projects that circulate."""

    open_to_circulation: Annotated[
        bool, Flag(), Means("Disponibile a ospitare progetti", "Open to hosting projects", True)
    ]
    policy: Annotated[
        Words | None, ReadWords(400), Means("Che cosa ospita e come", "What it hosts and how", "Solo eventi gratuiti")
    ] = None
    budget_per_date: Annotated[
        Decimal | None, Number(), Means("Somma disponibile per data", "Amount available for a date", 300)
    ] = None
    budget_year: Annotated[
        Decimal | None, Number(), Means("Somma disponibile nell'anno", "Amount available in a year", 1500)
    ] = None
    priority_area: Annotated[
        bool | None, Flag(), Means("In un quartiere prioritario", "In a priority neighbourhood", True)
    ] = None
    min_notice_weeks: Annotated[int | None, Count(0, 104), Means("Settimane di preavviso", "Weeks of notice", 4)] = None
    offers: Annotated[
        tuple[Annotated[str, SLUG], ...],
        Means("Che cosa offre a chi arriva", "What it offers to those who come", ["meals", "volunteers-3"]),
    ] = ()
    wants: Annotated[
        tuple[Annotated[str, SLUG], ...],
        Means("Generi, temi e pubblici cercati", "Kinds, themes and targets wished for", ["workshop", "famiglie"]),
    ] = ()
    exclude: Annotated[
        tuple[Annotated[str, SLUG], ...],
        Means("Che cosa non può ospitare", "What it cannot host", ["amplified-music", "live-flame"]),
    ] = ()
    minors_policy: Annotated[bool | None, Flag(), Means("Ha regole per i minori", "Has a policy for minors", True)] = (
        None
    )
    licences: Annotated[Licences | None, Means("Permessi", "Permits", {"scia": True})] = None
