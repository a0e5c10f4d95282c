"""What can be done next, as the pages of volunteering say it."""

from desk.api.pages import NextAct


def act(title: str, form: str, record_id: int, *, main: bool = False) -> NextAct:
    """Something to do that opens a form."""
    return NextAct(title, f"volunteer.{form}", {"record_id": record_id}, main=main)
