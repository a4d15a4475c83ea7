"""Plots stand inside their frames, mirror, and carry no style."""

import re

import pytest

from literacy.art.plots import (
    BAR,
    Column,
    Dot,
    draw_bar,
    draw_calibration,
    draw_columns,
    draw_dots,
    draw_stack,
)

TICKS = [(0.0, "٠"), (1.0, "١")]
DRAWN = [
    draw_bar(0.4, mirror=True, interval=(0.3, 0.5), band=(0.35, 0.85)),
    draw_stack([(0.5, True), (0.2, False), (0.3, False)], mirror=True),
    draw_columns([Column("٠", 0.5, "٣"), Column("١", 1.0)], mirror=True),
    draw_columns([], mirror=False),
    draw_calibration([(0.05, 0.2, (0.1, 0.3))], TICKS, mirror=True),
    draw_dots(
        [Dot(0.5, -1, 2), Dot(0.2, 0.1, 0.3, is_hollow=True)], TICKS, mirror=True
    ),
]


def boxes(svg):
    pattern = r'<rect class="plot__(\w+)[^"]*" x="([\d.-]+)"[^>]* width="([\d.-]+)"'
    return {name: (float(x), float(w)) for name, x, w in re.findall(pattern, svg)}


@pytest.mark.parametrize("svg", DRAWN)
def test_a_plot_has_no_style_and_stays_inside(svg):
    assert "style" not in svg
    assert svg.startswith('<svg class="plot')
    assert 'aria-hidden="true"' in svg
    width = float(re.search(r'viewBox="0 0 (\d+)', svg)[1])
    for x in re.findall(r'(?:\bx|x1|x2|cx)="([\d.-]+)"', svg):
        assert 0 <= float(x) <= width


def test_a_bar_begins_where_the_line_begins():
    plain, mirrored = (boxes(draw_bar(0.25, mirror=m)) for m in (False, True))
    assert plain["fill"] == (0, BAR * 0.25)
    assert mirrored["fill"] == (BAR * 0.75, BAR * 0.25)


def test_a_share_outside_is_cut():
    assert boxes(draw_bar(1.7, mirror=False))["fill"] == (0, BAR)


def test_columns_mirror_with_the_language():
    columns = [Column("a", 1.0), Column("b", 0.2)]
    texts = [
        re.findall(r'x="([\d.]+)" y="[\d.]+">(\w)<', draw_columns(columns, mirror=m))
        for m in (False, True)
    ]
    assert [name for _x, name in sorted(texts[0], key=lambda t: float(t[0]))] == [
        "a",
        "b",
    ]
    assert [name for _x, name in sorted(texts[1], key=lambda t: float(t[0]))] == [
        "b",
        "a",
    ]
