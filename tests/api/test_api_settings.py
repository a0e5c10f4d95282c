"""A declared setting: its default until somebody stored a value."""

from desk.api.settings import change_settings, get_setting


def test_the_default_and_what_was_stored(writing, reading):
    with reading() as uow:
        assert get_setting(uow, "example.days", 15) == 15
    with writing() as uow:
        change_settings(uow, {"example.days": 20})
    with reading() as uow:
        assert get_setting(uow, "example.days", 15) == 20
