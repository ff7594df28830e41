"""Projects, rooms and spaces written as they stand in files."""

from __future__ import annotations

from datetime import date
from typing import Any

from circuito.circulation.matching import Candidate, candidate
from circuito.circulation.offers import Offer, offer_of
from circuito.circulation.season import Season
from circuito.model.cost import Cost
from circuito.model.organisation import OrganisationFields
from circuito.model.project import ProjectFields
from circuito.model.record import Record
from circuito.model.room import RoomFields
from circuito.model.space import SpaceFields
from circuito.model.things import Organisation, Project, Room, Space
from circuito.reading.declared import fields_of
from circuito.reading.document import Builder, Document

SEASON = Season(date(2026, 8, 1), 200)

LETTERS = """
title: Lettere dal cortile
summary: Due attori leggono le lettere raccolte casa per casa.
kind: show
event_type: "1.1.3"
proposer: cascina-alfa
status: open
languages: [it]
audience: {ages: [8, 99], targets: [tenants-erp, families], participation: spectators}
size: {audience_min: 30, audience_max: 80, ideal: 45}
duration: {run_min: 60, interval: false, sessions: 1, days_on_site: 1}
staging:
  layouts: [end-on, round]
  min: {width: 4, depth: 3, height: 2.7}
  variants: [{id: small, needs: {width: 3, depth: 2.5, asks: [pa]}}]
technical: {power_kw: 3, phases: 1, brings: [lights], asks: [projector, pa], blackout: full}
logistics: {vehicle: van, door_min: {w: 0.8, h: 2.0}, steps_max: 3, get_in_h: 2, get_out_h: 1}
availability: [{from: "2026-10-01", to: "2026-12-15", weekdays: [thu, fri, sat], except: ["2026-11-01"]}]
tour: {min_dates: 2, max_dates: 6, gap_days_max: 3, notice_weeks: 6}
cost: {mode: tiers, fee_tiers: [{dates: 1, fee: 700}, {dates: 2, fee: 600}, {dates: 4, fee: 520}],
       once_per_tour: 280, per_date: 60, includes: [travel], excludes: [siae, meals],
       host_contribution: {pct: 50, cap: 300, cap_priority_areas: 200}}
accessibility: {step_free_stage: true}
contact: {name: Ufficio circuitazione, email: circuito@example.org}
"""

COMPLETE_SPACE = """
name: {name}
kind: casa
summary: Uno spazio di prova, con tutto ciò che serve.
address: {{street: via dell'Esempio 12}}
run_by: [cascina-alfa]
hosting:
  open_to_circulation: true
  budget_per_date: {budget}
  budget_year: 5000
  priority_area: false
  licences: {{public_entertainment_cap: 200, live_music_until: "23:30", scia: true, siae_annual: true}}
"""


def read(cls: type, text: str) -> Any:
    """Declared fields as a file says them."""
    fields, problems = fields_of(cls, Document("a.md", data=Builder("a.yaml", 1).build(text)))
    assert [problem.told("en") for problem in problems] == []
    return fields


def recorded(cls: type, text: str) -> Record:
    return Record(path="a.md", lang="it", fields=read(cls, text))


ALFA = Organisation(
    slug="cascina-alfa", record=recorded(OrganisationFields, "name: Cascina Alfa\nlegal_form: cooperative\n")
)


def project(text: str = LETTERS, slug: str = "lettere") -> Project:
    return Project(slug=slug, record=recorded(ProjectFields, text), proposer=ALFA)


def space(text: str, slug: str = "base", **rooms: str) -> Space:
    found = tuple(Room(slug=name, record=recorded(RoomFields, said)) for name, said in rooms.items())
    return Space(slug=slug, record=recorded(SpaceFields, text), rooms=found, run_by=(ALFA,), areas=())


def cost(text: str) -> Cost:
    fields: ProjectFields = read(ProjectFields, LETTERS[: LETTERS.index("cost:")] + f"cost: {text}\ncontact: {{}}\n")
    return fields.cost


def letters(season: Season = SEASON) -> Candidate:
    return candidate(project(), season, ["base"])


def offer(space: Space, season: Season = SEASON) -> Offer:
    return offer_of(space, space.rooms[0], season)
