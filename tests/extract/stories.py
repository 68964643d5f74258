"""Articles put together at random: sentences of a small grammar of news, and noise between them."""

from __future__ import annotations

from typing import Final

from hypothesis import strategies as st

from tests.values.words import news_words

_PARTIES: Final = (
    "Kenya|Ghana and Togo|Chinese and Pakistani diplomats|the Taliban|it|the Afghan government|"
    "officials from Peru, Chile and Cuba|all the parties|only France|no country|Moscow|"
    "countries such as Iran and Iraq|those|several Central Asian states|Mayor Lena Okafor"
).split("|")
_EVENTS: Final = (
    "a peace conference in Moscow on March 18|the meeting|the first meeting|another meeting|"
    "the Oslo summit|talks in Doha|a series of meetings|the conference that Egypt hosted|it|"
    "the Moscow Process|any of the meetings|the summit in Rome last month"
).split("|")
_AMOUNTS: Final = (
    "2,500 US troops|more than 1,000|at least seven people|some 40 houses|between 20 and 30 cars|"
    "$1.2bn|12%|the 42-year war|a 13-member delegation|dozens of shops|two thirds of the village|"
    "nine|19 years|4,000 more refugees from Chad in the camp near Lyon|No. 7|3-2|over 50 km"
).split("|")
_SPEAKERS: Final = (
    "police said|the report, citing US officials, said|according to the UN|Reuters reported|"
    "he denied|the author writes|it was quoted as saying|she asked|they claim"
).split("|")
_DAYS: Final = "on Monday|in March|last month|on 18 March 2021|in 2016|two days later|".split("|")
_ACTS: Final = (
    "attended|was not invited to|declined to attend|hosted|will host|invited {party} to|"
    "may have joined|boycotted|has proposed|is to bring together {party} at|sent envoys to|"
    "was added to|did not deny that it attended|left"
).split("|")
_DEEDS: Final = (
    "killed {amount}|lost {amount}|has {amount}|said that there were {amount}|reports {amount}|"
    "{amount} were arrested in Kabul|lasted {amount}|numbered {amount}|paid {amount} for {amount}"
).split("|")
_ENDS: Final = (". ", ".\n", ".\n\n", ", and ", "; ", ": ", " — ", "? ", ".” ", " ", "\n- ", ".")


@st.composite
def _clauses(draw: st.DrawFn) -> str:
    party, event = st.sampled_from(_PARTIES), st.sampled_from(_EVENTS)
    amount = st.sampled_from(_AMOUNTS)
    if draw(st.booleans()):
        act = draw(st.sampled_from(_ACTS)).replace("{party}", draw(party))
        said = f"{draw(party)} {act} {draw(event)}"
    else:
        deed = draw(st.sampled_from(_DEEDS))
        while "{amount}" in deed:
            deed = deed.replace("{amount}", draw(amount), 1)
        said = f"{draw(party)} {deed}"
    return f"{said} {draw(st.sampled_from(_DAYS))}".strip()


@st.composite
def _sentences(draw: st.DrawFn) -> str:
    clause, speaker = draw(_clauses()), draw(st.sampled_from(_SPEAKERS))
    said = draw(st.sampled_from((clause, f"{speaker} {clause}", f"{clause}, {speaker}")))
    if draw(st.booleans()):
        said = said[:1].upper() + said[1:]
    return said + draw(st.sampled_from(_ENDS))


def _storable(body: str) -> bool:
    """Whether a text may hold it: something to read, and no character that no database keeps."""
    return bool(body.strip()) and not any(c == "\0" or "\ud800" <= c <= "\udfff" for c in body)


news: Final[st.SearchStrategy[str]] = (
    st.lists(st.one_of(_sentences(), _sentences(), news_words), min_size=1, max_size=6)
    .map("".join)
    .filter(_storable)
)
"""A few sentences, some of them noise."""

bare_news: Final[st.SearchStrategy[str]] = news.map(
    lambda body: body.replace("’", " ").replace("'", " ").replace("“", "").replace(",", " ")
).filter(_storable)
"""The same as some collections print it: without apostrophes, quotation marks and commas."""

noise: Final[st.SearchStrategy[str]] = st.text(max_size=200).filter(_storable)
"""Any text at all that may be stored."""
