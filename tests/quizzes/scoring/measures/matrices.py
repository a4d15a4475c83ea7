"""Persons × items, right or wrong, for the tests of items and of reliability."""

from collections import Counter

from hypothesis import strategies as st

# Six persons and four items, whose numbers are worked out by hand.
VECTOR = [
    [1, 1, 1, 1],
    [1, 1, 1, 0],
    [1, 1, 0, 0],
    [1, 0, 0, 0],
    [0, 0, 0, 0],
    [1, 1, 1, 1],
]

MATRICES = st.integers(1, 6).flatmap(
    lambda items: st.lists(
        st.lists(st.integers(0, 1), min_size=items, max_size=items), max_size=20
    )
)


def correct_of(matrix):
    return [sum(column) for column in zip(*matrix, strict=True)]


def totals_of(matrix):
    return Counter(sum(row) for row in matrix)
