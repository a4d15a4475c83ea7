"""Raw data is read by its shape alone, as public pages need it."""

import pytest
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from literacy.raw import mended


@pytest.mark.parametrize(("raw", "read"), [(5, 5), ("5", "5"), ("five", None)])
def test_a_chooser_is_read_without_the_widgets_of_the_cms(raw, read):
    block = ImageChooserBlock()
    lost = []
    assert mended(block, raw, lost, ("picture",)) == read
    assert lost == ([] if read else [("picture",)])
    assert "field" not in vars(block), "a cached property, built when it is asked for"


@pytest.mark.parametrize(("raw", "read"), [(5, 5), ("5", 5), ("five", None)])
def test_a_number_may_come_typed(raw, read):
    assert mended(blocks.IntegerBlock(), raw, []) == read
