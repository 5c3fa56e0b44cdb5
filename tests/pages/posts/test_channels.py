"""What a reply quotes is found among the messages above it, in one look at each."""

from hypothesis import given, strategies as st

from support.strategies import examples
from textnorm.pages.posts.channels import first_that_goes_on


@examples(1)
@given(keys=st.lists(st.text("ab", max_size=4), max_size=9))
def test_the_first_that_goes_on_is_found(keys: list[str]) -> None:
    assert first_that_goes_on(keys) == [
        next(place for place, other in enumerate(keys) if other.startswith(key)) for key in keys
    ]
