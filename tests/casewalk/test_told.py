"""What is told of a person: each claim has its speaker, and what became known stands beside it."""

from __future__ import annotations

from explorer.casewalk import told
from explorer.content.library import Library


def test_there_are_persons_and_reported_cases(bundled: Library) -> None:
    cases, persons = told.reported(bundled), told.hypothetical(bundled)
    assert [case.id for case in cases] == ["C01", "C02"]
    assert len(cases) + len(persons) == len(bundled.profiles)


def test_every_side_of_a_dispute_has_a_speaker_and_the_outcome_beside_it(bundled: Library) -> None:
    for case in told.reported(bundled):
        disputes = told.tale(bundled, case.id).disputes
        assert disputes
        for dispute in disputes:
            assert len(dispute.sides) > 1
            assert all(all(side.speakers) for side in dispute.sides)
            assert dispute.known_later


def test_a_dispute_is_told_once(bundled: Library) -> None:
    topics = [dispute.topic for dispute in told.tale(bundled, "C02").disputes]
    assert len(topics) == len(set(topics))


def test_the_authored_walks_belong_to_their_persons(bundled: Library) -> None:
    found = {
        walk.id: profile
        for profile in bundled.profiles
        for walk in told.tale(bundled, profile).walks
    }
    assert found == {walk.id: walk.profile for walk in bundled.walks.values() if walk.profile}


def test_of_most_persons_nothing_is_told(bundled: Library) -> None:
    assert told.tale(bundled, "P05").is_empty
    assert not told.tale(bundled, "P02").is_empty
