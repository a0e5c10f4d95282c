"""From flats to a roll of owners: one owner is one person with all her areas, co-owners of a flat are one. Pure.

区分所有权解释第八条、第九条; rules 2.4.
"""

from collections.abc import Iterable

from desk.core.ballots.drafts import UnitDraft, VoterDraft


def owners_roll(units: Iterable[UnitDraft], *, parking: bool = False) -> tuple[VoterDraft, ...]:
    """One voter for each set of owners, areas added up. The developer's unsold parts carry the developer's key: one person.

    parking: whether parking spaces and garages count (rules 2.4: by default they do not).
    """
    found: dict[str, VoterDraft] = {}
    for unit in units:
        if unit.parking and not parking:
            continue
        key = "+".join(sorted(key for _name, key in unit.owners))
        had = found.get(key)
        flat = (unit.label, unit.area, unit.area_source)
        all_units = (*had.units, flat) if had else (flat,)
        name, group = "、".join(name for name, _key in unit.owners), had.group if had else unit.group
        if len(unit.owners) > 1 and unit.voter:
            name += f"(推举{unit.voter})"
        found[key] = VoterDraft(name=had.name if had else name, key=key, group=group,
                                label="、".join(one[0] for one in all_units), area=sum(one[1] for one in all_units),
                                units=all_units)
    return tuple(found.values())
