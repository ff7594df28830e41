"""The style sheet, compiled by a program of its own, with the words of that program where it cannot be."""

from __future__ import annotations

import pytest

from circuito.outputs.assets import bundled
from whole_networks import written


def test_the_parts_of_a_sheet_and_the_tokens_become_one_small_sheet(tmp_path):
    written(tmp_path, "site.css", '@import "parte.css";\n')
    written(tmp_path, "parte.css", "a {\n  color: #ff0000;\n}\n")
    assert bundled(tmp_path / "site.css", ':root{--brand-text:"È"}') == 'a{color:red}:root{--brand-text:"È"}'.encode()


@pytest.mark.parametrize(
    ("part", "told"),
    [("a { color: red; } }", "Unexpected end of input at {}/parte.css:0:20"), (None, "{}/site.css:0:1")],
    ids=["a mistake", "a part that is not there"],
)
def test_a_sheet_that_cannot_work_is_told_in_the_words_of_its_compiler(tmp_path, part, told):
    written(tmp_path, "site.css", '@import "parte.css";\n')
    if part:
        written(tmp_path, "parte.css", part)
    with pytest.raises(ValueError, match="Bundling failed") as refused:
        bundled(tmp_path / "site.css", ":root{}")
    assert str(refused.value).endswith(told.format(tmp_path))
