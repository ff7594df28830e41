"""What the problems of projects that circulate say: their costs, and the interests of spaces."""

from __future__ import annotations

from .sentence import Sentence

CIRCULATION: dict[str, dict[str, Sentence]] = {
    "least-above-ideal": {
        "it": ("il minimo ({least}) supera l'ideale ({ideal})", "scambiali o correggili"),
        "en": ("the least ({least}) exceeds the ideal ({ideal})", "swap or correct them"),
    },
    "cost-lacks": {
        "it": ("col modo `{mode}` manca `{field}`", "aggiungi `{field}:`, o cambia `mode`"),
        "en": ("with the mode `{mode}`, `{field}` is missing", "add `{field}:`, or change `mode`"),
    },
    "tiers-without-first": {
        "it": ("gli scaglioni cominciano da {dates} date", "aggiungi quello da 1 data: `{{dates: 1, fee: …}}`"),
        "en": ("the tiers begin with {dates} dates", "add the one from 1 date: `{{dates: 1, fee: …}}`"),
    },
    "tiers-rise": {
        "it": ("da {dates} date il compenso sale a {fee}, più di {before}", "uno scaglione con più date costa meno"),
        "en": ("from {dates} dates the fee rises to {fee}, more than {before}", "a tier with more dates costs less"),
    },
    "tier-repeated": {
        "it": ("due scaglioni hanno lo stesso numero di date: {dates}", "tienine uno"),
        "en": ("two tiers have the same number of dates: {dates}", "keep one"),
    },
    "interest-lacks": {
        "it": (
            "a un interesse `{state}` manca `{field}`",
            "aggiungi `{field}: {example}`, o torna allo stato di prima",
        ),
        "en": (
            "an interest that is `{state}` lacks `{field}`",
            "add `{field}: {example}`, or go back to the state before",
        ),
    },
    "pencil-without-expiry": {
        "it": ("un'opzione senza scadenza blocca la sala per sempre", "aggiungi `expires: {day}`"),
        "en": ("a hold without expiry blocks the room for ever", "add `expires: {day}`"),
    },
    "interest-closed-project": {
        "it": (
            "il progetto `{name}` non raccoglie interessi: è `{status}`",
            "scrivi `state: withdrawn`, o togli il file",
        ),
        "en": (
            "the project `{name}` takes no interests: it is `{status}`",
            "write `state: withdrawn`, or remove the file",
        ),
    },
    "interest-closed-host": {
        "it": (
            "lo spazio dice di non ospitare progetti",
            "scrivi `open_to_circulation: true` nel profilo, o togli il file",
        ),
        "en": (
            "the space says that it hosts no projects",
            "write `open_to_circulation: true` in its profile, or remove the file",
        ),
    },
    "interest-day-of-project": {
        "it": ("il {day} il progetto non è disponibile", "scegli un altro giorno: {near}"),
        "en": ("the project is not available on {day}", "choose another day: {near}"),
    },
    "interest-day-of-room": {
        "it": ("il {day} la sala non è disponibile", "scegli un altro giorno: {near}"),
        "en": ("the room is not available on {day}", "choose another day: {near}"),
    },
    "interest-notice": {
        "it": ("servono {weeks} settimane di preavviso", "scegli un giorno dal {day}"),
        "en": ("{weeks} weeks of notice are needed", "choose a day from {day} on"),
    },
    "interest-not-yet": {
        "it": ("la data è il {day}, non c'è ancora stata", "scrivi `state: confirmed`"),
        "en": ("the date is on {day}, it is yet to come", "write `state: confirmed`"),
    },
    "interest-incompatible": {
        "it": (
            "progetto e sala non sono compatibili: {rules}",
            "scegli un'altra sala o variante, o scrivi perché si fa in `despite`",
        ),
        "en": (
            "project and room are incompatible: {rules}",
            "choose another room or variant, or write why it is done in `despite`",
        ),
    },
    "interest-event-other": {
        "it": ("l'evento `{name}` non è di questa data: {what}", "correggi l'evento o l'interesse"),
        "en": ("the event `{name}` is not that of this date: {what}", "correct the event or the interest"),
    },
    "hold-twice": {
        "it": ("la sala ha già una prima opzione il {day}: {other}", "scrivi `hold: 2`, o un altro giorno"),
        "en": ("the room has a first hold on {day} already: {other}", "write `hold: 2`, or another day"),
    },
    "hold-elsewhere": {
        "it": ("il progetto ha già una prima opzione altrove il {day}: {other}", "scrivi `hold: 2`, o un altro giorno"),
        "en": ("the project has a first hold elsewhere on {day}: {other}", "write `hold: 2`, or another day"),
    },
    "room-twice": {
        "it": ("la sala il {day} è già occupata, montaggio compreso: {other}", "cambia ora, sala o giorno"),
        "en": ("the room is taken on {day} already, set-up included: {other}", "change time, room or day"),
    },
    "report-missing": {
        "it": ("il resoconto della data non c'è", "scrivi `report:` in {file}, o `state: done`"),
        "en": ("the date has no report", "write `report:` in {file}, or `state: done`"),
    },
    "report-early": {
        "it": ("l'evento è il {day}, non c'è ancora stato", "togli `report:` fino ad allora"),
        "en": ("the event is on {day}, it is yet to come", "remove `report:` until then"),
    },
    "correction-field": {
        "it": ("le sale non hanno un campo `{name}`", "forse `{near}`?"),
        "en": ("rooms have no field `{name}`", "perhaps `{near}`?"),
    },
    "correction-without-room": {
        "it": ("non si sa di quale sala", "aggiungi `room:` alla correzione"),
        "en": ("it is not said of which room", "add `room:` to the correction"),
    },
    "resource-twice": {
        "it": ("il {day} ne sono promessi più di {count}: {other}", "scegli altri giorni, o un'altra risorsa"),
        "en": ("more than {count} are promised for {day}: {other}", "choose other days, or another resource"),
    },
    "resource-not-lent": {
        "it": ("il {day} la risorsa non si presta", "scegli altri giorni, o un'altra risorsa"),
        "en": ("the resource is not lent on {day}", "choose other days, or another resource"),
    },
    "tour-too-near": {
        "it": ("è a meno di {km} km e {days} giorni da un'altra data: {other}", "scegli un giorno più lontano"),
        "en": ("it is within {km} km and {days} days of another date: {other}", "choose a day further away"),
    },
    "tour-over-most": {
        "it": ("le date del giro sono al massimo {most}, questa è di troppo", "torna a `state: interested`"),
        "en": ("the dates of the tour are {most} at most, this is one too many", "go back to `state: interested`"),
    },
}
