"""What the problems of times and recurrences say."""

from __future__ import annotations

from .sentence import Sentence

AGENDA: dict[str, dict[str, Sentence]] = {
    "end-not-after-start": {
        "it": ("la fine non viene dopo l'inizio ({start})", "correggi `ends`, o toglilo se la fine non si sa"),
        "en": ("the end is not after the start ({start})", "correct `ends`, or remove it if the end is not known"),
    },
    "end-next-day": {
        "it": (
            "con la fine alle {clock} durerebbe fino al giorno dopo",
            "correggi l'ora; se è giusta, scrivi anche la data: `{end}`",
        ),
        "en": (
            "with its end at {clock} it would last until the next day",
            "correct the time; if it is right, write the date too: `{end}`",
        ),
    },
    "end-without-clock": {
        "it": ("l'inizio ha un'ora, la fine no", "scrivi anche l'ora: `{day} 20:00`"),
        "en": ("the start has a time, the end has none", "write the time too: `{day} 20:00`"),
    },
    "end-of-whole-day": {
        "it": ("la fine ha un'ora ({clock}), l'inizio no", "scrivi l'ora anche in `starts`, o solo la data in `ends`"),
        "en": (
            "the end has a time ({clock}), the start has none",
            "write a time in `starts` too, or `ends` as a date alone",
        ),
    },
    "clock-of-whole-day": {
        "it": (
            "l'evento dura tutto il giorno, ma qui c'è un'ora",
            "scrivi solo `{day}`, o dai un'ora anche a `starts`",
        ),
        "en": ("the event lasts all day, but here is a time", "write `{day}` alone, or give `starts` a time too"),
    },
    "ages-order": {
        "it": ("l'età massima ({max}) è minore della minima ({min})", "scambiale o correggile"),
        "en": ("the highest age ({max}) is below the lowest ({min})", "swap or correct them"),
    },
    "registration-order": {
        "it": ("le prenotazioni chiudono prima di aprire ({opens})", "correggi `opens` o `closes`"),
        "en": ("booking closes before it opens ({opens})", "correct `opens` or `closes`"),
    },
    "every-unknown": {
        "it": ("`{value}` non è una ripetizione che si capisce", "forse: {near}"),
        "en": ("`{value}` is no repetition that can be understood", "perhaps: {near}"),
    },
    "every-number": {
        "it": ("in `{value}` il numero non va bene", "scrivi un numero da 1 a 1000"),
        "en": ("the number in `{value}` is not right", "write a number from 1 to 1000"),
    },
    "every-mixed": {
        "it": (
            "`{value}` mette insieme ripetizioni diverse",
            "usane una sola; per le altre date c'è `also`, o un secondo file",
        ),
        "en": (
            "`{value}` mixes different repetitions",
            "use one alone; for other dates there is `also`, or a second file",
        ),
    },
    "every-and-rrule": {
        "it": ("ci sono sia `every` sia `rrule`", "lascia solo `every`, se basta"),
        "en": ("there are both `every` and `rrule`", "keep `every` alone, if it is enough"),
    },
    "until-and-times": {
        "it": ("ci sono sia `until` sia `times`", "lasciane uno solo"),
        "en": ("there are both `until` and `times`", "keep one of them"),
    },
    "needs-recurrence": {
        "it": ("`{field}` serve solo a un evento che si ripete", "aggiungi `every`, o togli `{field}`"),
        "en": ("`{field}` is only for an event that recurs", "add `every`, or remove `{field}`"),
    },
    "dates-many": {
        "it": ("`{field}` elenca {count} date", "al massimo {most}: dividi l'evento in due file"),
        "en": ("`{field}` lists {count} dates", "at most {most}: split the event into two files"),
    },
    "until-before-start": {
        "it": ("la ripetizione finisce prima della prima data ({day})", "correggi l'ultima data o `starts`"),
        "en": ("the recurrence ends before the first date ({day})", "correct the last date or `starts`"),
    },
    "first-date-off-rule": {
        "it": (
            "la prima data, {day}, non è tra quelle della ripetizione",
            "comincia da {next}, o cambia la ripetizione",
        ),
        "en": ("the first date, {day}, is none of the recurrence's", "start on {next}, or change the recurrence"),
    },
    "rule-without-dates": {
        "it": (
            "la ripetizione non dà nessuna data in {years} anni",
            "controllala: forse chiede un giorno che non esiste",
        ),
        "en": (
            "the recurrence gives no date in {years} years",
            "check it: perhaps it asks for a day that does not exist",
        ),
    },
    "day-not-each-year": {
        "it": (
            "un giorno della ripetizione manca in certi anni: {days}",
            "scegline un altro, o elenca le date in `also`",
        ),
        "en": (
            "a day of the recurrence is missing in some years: {days}",
            "choose another, or list the dates in `also`",
        ),
    },
    "recurrence-early": {
        "it": ("una ripetizione non può cominciare prima del {year}", "scrivi in `starts` una data più vicina"),
        "en": ("a recurrence cannot start before {year}", "write a nearer date in `starts`"),
    },
    "recurring-too-long": {
        "it": (
            "un evento che si ripete può durare al massimo {most} giorni per volta",
            "accorcia `ends`; la ripetizione finisce con `until`",
        ),
        "en": (
            "an event that recurs may last {most} days at a time at most",
            "shorten `ends`; the recurrence ends with `until`",
        ),
    },
    "times-too-many": {
        "it": (
            "in {years} anni si ripete {count} volte, non {times}",
            "scrivi meno volte, o l'ultima data con `until`",
        ),
        "en": (
            "in {years} years it recurs {count} times, not {times}",
            "write fewer times, or the last date with `until`",
        ),
    },
    "no-date-left": {
        "it": ("tutte le date sono saltate", "togli qualche data da `except`, o togli l'evento"),
        "en": ("all dates are skipped", "remove dates from `except`, or remove the event"),
    },
    "date-not-in-rule": {
        "it": ("il {day} l'evento non è previsto", "forse {near}?"),
        "en": ("the event is not foreseen on {day}", "perhaps {near}?"),
    },
    "date-repeated": {
        "it": ("il {day} è già in questo elenco", "lascialo una volta sola"),
        "en": ("{day} is in this list already", "keep it once"),
    },
    "change-on-skipped": {
        "it": ("il {day} è anche tra le date saltate", "toglilo da `except`, o togli questa modifica"),
        "en": ("{day} is also among the dates skipped", "remove it from `except`, or remove this change"),
    },
    "also-already-there": {
        "it": (
            "il {day} è già una data dell'evento",
            "toglilo; per un'altra ora usa `changes` (`on: {day}`, `to: …`), per due volte al giorno un secondo file",
        ),
        "en": (
            "{day} is a date of the event already",
            "remove it; for another time use `changes` (`on: {day}`, `to: …`), for twice a day a second file",
        ),
    },
    "day-twice": {
        "it": ("il {day} l'evento c'è già", "scegli un altro giorno; per due volte al giorno serve un secondo file"),
        "en": ("the event takes place on {day} already", "choose another day; twice a day needs a second file"),
    },
    "rrule-shape": {
        "it": (
            "`{value}` non ha la forma di una regola RFC 5545",
            "scrivi come in FREQ=MONTHLY;BYDAY=-1FR, o usa `every`",
        ),
        "en": (
            "`{value}` does not have the shape of an RFC 5545 rule",
            "write as in FREQ=MONTHLY;BYDAY=-1FR, or use `every`",
        ),
    },
    "rrule-frequency": {
        "it": ("FREQ={value} non si può usare", "scegli tra DAILY, WEEKLY, MONTHLY, YEARLY"),
        "en": ("FREQ={value} cannot be used", "choose among DAILY, WEEKLY, MONTHLY, YEARLY"),
    },
    "rrule-value": {
        "it": ("il valore di {part} non va bene: `{value}`", "guarda RFC 5545, 3.3.10; INTERVAL e COUNT da 1 a 1000"),
        "en": (
            "the value of {part} is not right: `{value}`",
            "see RFC 5545, 3.3.10; INTERVAL and COUNT from 1 to 1000",
        ),
    },
    "rrule-part-unknown": {
        "it": ("{part} in `rrule` non si può usare", "usa solo {parts}; l'ora sta in `starts`"),
        "en": ("{part} cannot be used in `rrule`", "use only {parts}; the time stands in `starts`"),
    },
    "rrule-part-twice": {
        "it": ("{part} c'è due volte", "lasciane una"),
        "en": ("{part} is there twice", "keep one"),
    },
    "rrule-part-place": {
        "it": ("{part} scritto così non sta con FREQ={frequency} e le altre parti", "toglilo, o cambia FREQ"),
        "en": ("{part} as written does not go with FREQ={frequency} and the other parts", "remove it, or change FREQ"),
    },
    "rrule-two-ends": {
        "it": ("in `rrule` ci sono sia COUNT sia UNTIL", "lasciane uno solo"),
        "en": ("there are both COUNT and UNTIL in `rrule`", "keep one of them"),
    },
    "rrule-ends-twice": {
        "it": ("la fine è sia in `rrule` sia in `{field}`", "lasciane una sola"),
        "en": ("the end is both in `rrule` and in `{field}`", "keep one of them"),
    },
}
