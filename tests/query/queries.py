"""Queries made at random, for the tests that compare."""

from hypothesis import strategies as st

from tui.query.query import Condition, Field, FieldValues, Flag, Flagged, Order, Query, Words

ODD = st.sampled_from("\"“”「」＂:：|｜,，、-－+＋ \u3000\n《》'*%()\ud800已选无日期orgis")
"""Characters with a meaning somewhere."""

VALUES = st.text(ODD | st.characters(), min_size=1, max_size=8)

DATES = st.sampled_from(["2023", "2023-02", "2月9日", "上月", "..2023-02", "近7天", "last week"])

CONDITIONS: st.SearchStrategy[Condition] = st.one_of(
    st.builds(Words, st.lists(VALUES, min_size=1, max_size=3).map(tuple), st.booleans()),
    st.builds(
        FieldValues,
        st.sampled_from([field for field in Field if field is not Field.DATE]),
        st.lists(VALUES, min_size=1, max_size=3).map(tuple),
        st.booleans(),
    ),
    st.builds(
        FieldValues,
        st.just(Field.DATE),
        st.lists(DATES, min_size=1, max_size=2).map(tuple),
        st.booleans(),
    ),
    st.builds(Flagged, st.sampled_from(Flag), st.booleans()),
)

QUERIES = st.builds(Query, st.lists(CONDITIONS, max_size=4).map(tuple), st.sampled_from(Order))
