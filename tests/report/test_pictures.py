"""The pictures of the report: who stands where, and where each figure stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from claims.model import Answer, Claim, Filter, Polarity, Relation, Value, fingerprint
from claims.report.html.grid import MOST_ARTICLES, MOST_QUESTIONS, grid_of
from claims.report.html.panel import Panel, panels_of
from claims.report.html.scale import MOST_ROWS, scale_of
from claims.report.html.timeline import MOST_STATEMENTS, timeline_of
from claims.report.view import Case, Entry, Row, Sheet
from claims.service.listing import list_conflicts
from claims.values.days import Days
from claims.values.quantity import Quantity
from db import Database
from tests.report.story import OWN, TROOPS, exactly


@pytest.fixture
def panel(empty_story: Database) -> Panel:
    """Give the question of the story that is in conflict."""
    (found,) = panels_of(list_conflicts(empty_story, Filter()))
    return found


def _sheet(panel: Panel) -> Sheet:
    assert panel.sheet is not None
    return panel.sheet


def _with_values(panel: Panel, *values: Value) -> Panel:
    """Let other values be the answers."""
    entry = _sheet(panel).rows[0].first
    rows = tuple(_row(entry, value, at) for at, value in enumerate(values))
    return Panel(1, panel.cases, replace(_sheet(panel), rows=rows))


def _row(entry: Entry, value: Value, at: int) -> Row:
    claim: Claim = replace(entry.claim, value=value, role=f"role {at}")
    answer = Answer(fingerprint("answer", str(at)), value, (claim.id,))
    return Row(answer, (replace(entry, claim=claim),))


def test_two_letters_in_one_cell_stand_inside_one_article(panel: Panel) -> None:
    """The others that give the first answer have its letter alone."""
    grid = grid_of([panel])
    cells = {line.article.file: [cell.letters for cell in line.cells] for line in grid.lines}
    assert cells == {"002.txt": ["A B"], "005.txt": ["A"], "006.txt": ["A"]}
    assert {cell.relation for line in grid.lines for cell in line.cells} == {Relation.CONTRADICTION}
    assert (grid.more_articles, grid.more_questions) == (0, 0)


def test_what_has_no_room_in_the_picture_is_counted(panel: Panel) -> None:
    """Of questions and of articles."""
    many = [_elsewhere(panel.cases[0], at) for at in range(50)]
    panels = [Panel(at, (case,), None) for at, case in enumerate(many, start=1)]
    grid = grid_of(panels)
    assert len(grid.heads) == MOST_QUESTIONS
    assert grid.more_questions == 50 - MOST_QUESTIONS
    assert len(grid.lines) + grid.more_articles == 3 * MOST_QUESTIONS
    assert len(grid.lines) == MOST_ARTICLES


def _elsewhere(case: Case, at: int) -> Case:
    """Let other articles stand on both sides."""
    left, right = (
        replace(side, articles=tuple(replace(one, id=f"{at}-{one.id}") for one in side.articles))
        for side in (case.left, case.right)
    )
    more = tuple(replace(one, id=f"{at}-{place}") for place in "xy" for one in right.articles[:1])
    return replace(case, left=replace(left, articles=(*left.articles[:1], *more)), right=right)


def test_each_answer_stands_where_its_figure_is(panel: Panel) -> None:
    """An open end reaches the edge; a single figure is one place."""
    scale = scale_of(panel)
    assert scale is not None
    places = {track.row.answer.id: track for track in scale.tracks}
    own, bound, cited = (places[answer.id] for answer in TROOPS.answers)
    assert own.left == own.right
    assert cited.left == cited.right
    assert bound.left < own.left < cited.left < bound.right
    assert (bound.letter, own.letter, cited.letter) == ("", "A", "B")
    assert (bound.low_words, bound.high_words) == ("1,000", "open")
    assert (scale.first, scale.last) == ("1,000", "3,500")


def test_days_have_a_scale_too(panel: Panel) -> None:
    """From the first to the last that is named."""
    days = [Days(date(2021, 4, day), date(2021, 4, day), text=f"{day} April") for day in (5, 9)]
    scale = scale_of(_with_values(panel, *days))
    assert scale is not None
    assert (scale.first, scale.last) == ("5 Apr 2021", "9 Apr 2021")
    assert scale.tracks[0].left < scale.tracks[1].left


def test_what_is_not_one_measure_has_no_scale(panel: Panel) -> None:
    """Two units, or the same figure twice, or a single answer."""
    metres = Quantity(Decimal(5), Decimal(5), unit="metre", text="5 metres")
    assert scale_of(_with_values(panel, exactly(40), metres)) is None
    assert scale_of(_with_values(panel, exactly(40), exactly(40))) is None
    assert scale_of(_with_values(panel, exactly(40))) is None


def test_denials_are_left_out_and_counted(panel: Panel) -> None:
    """As they set neither end in the ledger."""
    sheet = _sheet(_with_values(panel, exactly(40), exactly(50), exactly(60)))
    first, *rest = sheet.rows
    denied = replace(first, answer=replace(first.answer, polarity=Polarity.DENIED))
    scale = scale_of(Panel(1, panel.cases, replace(sheet, rows=(denied, *rest))))
    assert scale is not None
    assert (scale.left_out, len(scale.tracks), scale.first) == (1, 2, "50")


def test_answers_that_conflict_come_first_where_room_is_short(panel: Panel) -> None:
    """The others are counted."""
    values = [exactly(4000 + at) for at in range(MOST_ROWS + 5)]
    sheet = _sheet(_with_values(panel, *values))
    rows = (*sheet.rows, *_sheet(panel).rows)
    scale = scale_of(Panel(1, panel.cases, replace(sheet, rows=rows)))
    assert scale is not None
    assert len(scale.tracks) + scale.more == len(rows)
    assert [track.letter for track in scale.tracks[:2]] == ["A", "B"]
    assert OWN.id == scale.tracks[0].row.first.claim.id


def _updated(panel: Panel) -> Panel:
    """Let the conflict be an update."""
    (case,) = panel.cases
    update = replace(case, conflict=replace(case.conflict, relation=Relation.UPDATE))
    return Panel(1, (update,), panel.sheet)


def test_each_mark_bears_the_days_of_its_sources(panel: Panel) -> None:
    """Each day once; words at an edge stay in the picture."""
    scale = scale_of(panel)
    assert scale is not None
    told = {track.letter: (track.dates, track.side) for track in scale.tracks}
    assert told["A"] == ("5 Apr 2021, April 2021, +1", "middle")
    assert told["B"] == ("5 Apr 2021", "end")


def test_a_timeline_is_drawn_of_updates_alone(panel: Panel) -> None:
    """A contradiction has none."""
    assert timeline_of(panel) is None
    assert timeline_of(Panel(1, _updated(panel).cases, None)) is None


def test_statements_stand_at_their_days(panel: Panel) -> None:
    """Of which a month is printed covers all of it; the earliest is first."""
    timeline = timeline_of(_updated(panel))
    assert timeline is not None
    assert (timeline.first, timeline.last, timeline.more) == ("1 Apr 2021", "30 Apr 2021", 0)
    assert [(m.statement.article.file, m.left < m.right) for m in timeline.moments] == [
        ("005.txt", True),
        ("002.txt", False),
        ("002.txt", False),
        ("002.txt", False),
        ("006.txt", False),
    ]
    places = [moment.left for moment in timeline.moments]
    assert places == sorted(places)


def test_a_statement_without_a_day_is_listed_and_not_drawn(panel: Panel) -> None:
    """It is the last of the list."""
    sheet = _sheet(panel)
    unknown = replace(
        sheet.rows[0].first,
        articles=tuple(replace(one, published=None) for one in sheet.rows[0].first.articles),
    )
    rows = (replace(sheet.rows[0], entries=(unknown,)), *sheet.rows[1:])
    timeline = timeline_of(Panel(1, _updated(panel).cases, replace(sheet, rows=rows)))
    assert timeline is not None
    assert timeline.statements[-1].days is None
    assert len(timeline.moments) == len(timeline.statements) - 1


def test_statements_without_room_are_counted(panel: Panel) -> None:
    """Those of answers that conflict come first."""
    sheet = _sheet(panel)
    more = _sheet(_with_values(panel, *(exactly(4000 + at) for at in range(30)))).rows
    timeline = timeline_of(
        Panel(1, _updated(panel).cases, replace(sheet, rows=(*more, *sheet.rows)))
    )
    assert timeline is not None
    assert len(timeline.statements) == MOST_STATEMENTS
    assert timeline.more == 30 + 5 - MOST_STATEMENTS
    assert {"A", "B"} <= {timeline.letter(one) for one in timeline.statements}


def test_a_single_day_stands_in_the_middle(panel: Panel) -> None:
    """There is no span to part."""
    sheet = _sheet(panel)
    timeline = timeline_of(Panel(1, _updated(panel).cases, replace(sheet, rows=sheet.rows[1:])))
    assert timeline is not None
    assert timeline.first == timeline.last
    assert {(moment.left, moment.right) for moment in timeline.moments} == {(180.0, 180.0)}
