"""`claims question` and `claims questions`."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run
from tests.report.story import CONTRADICTION, MOSCOW_GUESTS, NOT_INVITED, TROOPS

pytestmark = pytest.mark.usefixtures("story")


def test_who_invited_india_is_answered_by_a_row_an_event(run: Run) -> None:
    """Not invited to one, invited to another, each with its event, file and quote."""
    out = run("question", "who invited India").out
    assert out.index("not invited (hedged)") < out.index("the meeting that Washington offered")
    assert "the Moscow conference, hosted by Russia" in out
    assert "inviter not stated" in out
    assert "004.txt" in out
    assert "[digest] India was not invited to the conference" in out
    assert "NOT THE SAME THING" in out


@pytest.mark.parametrize("text", ["who invited india", "Was India invited?", "INDIA uninvited"])
def test_the_wording_does_not_matter(run: Run, text: str) -> None:
    """Small letters, another order."""
    assert "India: 2 events" in run("question", text).out


def test_the_participation_document(run: Run) -> None:
    """Programs get the events, what is said, and the whole claims."""
    document = run("question", "who invited India", "--json").document
    assert document["schema"] == "claims/participation/1"
    assert document["parties"] == [{"key": "country:IN", "name": "India"}]
    said = [(claim["said"], claim["id"]) for one in document["events"] for claim in one["claims"]]
    assert said[0] == ("not invited", NOT_INVITED.id)
    assert document["conflicts"][0]["relation"] == "different_scope"


def test_a_party_that_nothing_is_said_of_falls_back_to_words(run: Run) -> None:
    """No participation of Japan: other questions with the words, or a clear line."""
    assert run("question", "who invited Japan").code in (0, 1)


def test_other_questions_are_found_by_their_words(run: Run) -> None:
    """The one that shares most comes first, with its whole ledger."""
    out = run("question", "number of US troops in Afghanistan").out
    assert out.startswith(f"q{TROOPS.id[:8]}  How many US troops are in Afghanistan?")
    assert "3,500 or more" in out
    assert "more than 1,000" in out


def test_a_question_is_found_by_its_id(run: Run) -> None:
    """As listings show it."""
    out = run("question", f"q{MOSCOW_GUESTS.id[:8]}").out
    assert out.startswith(f"q{MOSCOW_GUESTS.id[:8]}  Who was invited to the Moscow conference?")


def test_questions_in_conflict_come_first(run: Run) -> None:
    """Then the others by their wording."""
    found = run("questions", "--json").document["questions"]
    assert found[0]["id"] == TROOPS.id
    assert (found[0]["low"]["text"], found[0]["high"]["open"]) == ("more than 1,000", True)
    assert [one["text"] for one in found[1:]] == sorted(one["text"] for one in found[1:])


def test_the_ledger_document(run: Run) -> None:
    """Programs get each answer with value, speakers, times, support; nobody settled a best one."""
    document = run("question", f"q{TROOPS.id[:8]}", "--json").document
    assert document["schema"] == "claims/questions/1"
    (sheet,) = document["questions"]
    assert (sheet["best"], sheet["hints"]) == (None, [])
    assert sheet["support"] == {"articles": 3, "origins_at_most": 2}
    told = {answer["text"]: answer for answer in sheet["answers"]}
    assert told["2,500"]["support"] == {"articles": 3, "origins_at_most": 2}
    cited = told["3,500"]
    assert [link["name"] for link in cited["speakers"]] == ["The New York Times", "US officials"]
    assert (cited["published"], cited["as_of"]["from"]) == ("2021-04-05", "2021-04-05")
    assert cited["claims"][0]["quote"]


def test_every_answer_says_how_many_articles_and_origins_hold_it(run: Run) -> None:
    """The question as a whole, and each row."""
    out = " ".join(run("question", f"q{TROOPS.id[:8]}").out.split())
    assert "3 answers in 3 articles, at most 2 origins" in out
    assert "2,500 3 articles, at most 2 origins: Md. Tareq Hasan" in out


def test_questions_found_agreeing_are_listed_too(run: Run) -> None:
    """Each question is there, with what its answers came to."""
    out = run("questions").out
    assert "agreement" in out
    assert out.rstrip().endswith("questions")


def test_the_best_figure_is_the_one_that_a_person_settled(run: Run) -> None:
    """With the name, day and source; before that there is none."""
    question, conflict = f"q{TROOPS.id[:8]}", f"k{CONTRADICTION.id[:8]}"
    assert "best" not in run("question", question).out
    (found,) = run("question", question, "--json").document["questions"]
    assert found["best"] is None
    source = "https://example.org/count"
    settled = ("--verdict", "settled", "--for", "right", "--source", source)
    assert run("annotate", conflict, *settled, "--by", "Ana").code == 0
    told = " ".join(run("question", question).out.split())
    assert "best 3,500, settled by Ana, " in told
    assert f", on {source}" in told
    (found,) = run("question", question, "--json").document["questions"]
    best = found["best"]
    assert (best["amount"], best["exact"], best["sources"]) == (3500, "3500", [source])
    assert [one["by"] for one in best["set_by"]] == ["Ana"]
