"""Words as news prints them, put together at random: what no reader may stumble over."""

from hypothesis import strategies as st

_PIECES = (
    "1 2 7 12 25 40 63 100 1,000 2,500 12,34,567 3.5 .5 1.2bn 3m 10k 1990 2016 2021 26 0 00 -5 "
    "one two twenty twenty-five hundred thousand million billion dozen dozens tens half quarter "
    "third thirds second a an the of and or to from between about more less fewer than at least "
    "up nearly some odd over under no % $ € £ US$ km miles years year old percent points pounds "
    "degrees feet per day days week month ago last next this since before after by until early "
    "late mid May March 18 18th April Friday Monday spring summer decade century 1990s 's "
    "yesterday today fourth 3/4 ½ 51-49 2-1 06:55 5 p.m. F-16 PP-269 No. Article COVID-19 -"
).split(" ")
_JOINTS = (" ", " ", " ", "-", "–", ", ", ".", "", "\u00a0", "\n")

news_words: st.SearchStrategy[str] = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.tuples(st.sampled_from(_PIECES), st.sampled_from(_JOINTS)).map("".join), max_size=14
    ).map("".join),
)
"""Half of it any text at all, half of it numerals, dates and the words around them."""
