"""The stops of a walk: which one settles it, and what is only supposed after that."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from explorer.casewalk.course import STOPS, course, settling
from explorer.casewalk.path import stations, walked
from explorer.content.library import Library
from explorer.policy.rules import Rulebook
from explorer.policy.steps import Walk
from explorer.policy.walk import walk


@pytest.fixture(scope="module")
def book(bundled: Library) -> Rulebook:
    return Rulebook(bundled)


def made(book: Rulebook, profile: str, place: str, day: date) -> Walk:
    return walk(book, book.library.profiles[profile].facts, book.place(place), day)


def every(book: Rulebook) -> Iterator[Walk]:
    """Every person in its own place and in two others, through the years."""
    for profile in book.library.profiles.values():
        for place in (profile.place_id, "county:06075", "agency:hartford-police"):
            for year in range(2000, 2023):
                yield made(book, profile.id, place, date(year, 4, 11))


def test_a_walk_has_every_stop_once_and_at_most_one_settles_it(book: Rulebook) -> None:
    for found in every(book):
        stops = course(found)
        assert tuple(one.id for one in stops) == STOPS
        settled = [one.id for one in stops if one.settles]
        assert settled == ([] if settling(found) == "range" else [settling(found)])


def test_what_follows_the_settling_stop_is_only_supposed(book: Rulebook) -> None:
    for found in every(book):
        stops = course(found)
        after = [one.after for one in stops]
        assert after == sorted(after)
        assert not any(one.after and one.settles for one in stops)


def test_the_word_to_ice_is_part_of_the_answer_of_a_jail_that_settles(book: Rulebook) -> None:
    stops = course(made(book, "P08", "agency:hartford-police", date(2014, 5, 2)))
    assert [one.id for one in stops if one.settles] == ["jail"]
    assert not any(one.after for one in stops)


def test_the_driver_is_settled_by_ice_in_april_2014(book: Rulebook) -> None:
    stops = course(made(book, "P02", "agency:lapd", date(2014, 4, 11)))
    outcomes = {one.id: one.outcome for one in stops}
    assert outcomes == {
        "arrest": "arrested",
        "activation": "activated",
        "ident": "match",
        "request": "no_request",
        "jail": "no_hold",
        "notice": "not_addressed",
    }
    assert [one.id for one in stops if one.settles] == ["request"]
    assert [one.id for one in stops if one.after] == ["jail", "notice"]


def test_the_word_to_ice_is_told_by_the_tables_that_say_it(book: Rulebook) -> None:
    stops = course(made(book, "C02", "county:06075", date(2015, 3, 27)))
    notice = stops[-1]
    assert notice.outcome == "barred"
    assert {answer.notification for answer in notice.answers} == {"barred"}
    shown = {voice.standing.policy.id for voice in notice.voices}
    assert shown.isdisjoint(voice.standing.policy.id for voice in notice.others)


def test_a_rule_is_never_shown_twice_at_one_stop(book: Rulebook) -> None:
    for found in every(book):
        for one in course(found):
            names = [voice.standing.policy.id for voice in (*one.voices, *one.others)]
            assert len(names) == len(set(names))


def test_what_is_said_of_telling_ice_is_said_at_that_stop_only(book: Rulebook) -> None:
    stops = course(made(book, "P06", "county:06085", date(2012, 5, 2)))
    assert "unverified-notification" in stops[-1].notes
    assert "unverified-notification" not in stops[-2].notes


def test_an_open_stop_names_what_it_hangs_on(book: Rulebook) -> None:
    found = made(book, "C01", "agency:baldwin-park-police", date(2014, 4, 11))
    open_ = [one for one in course(found) if one.outcome == "open"]
    assert open_
    assert all(one.depends_on for one in open_)


# ------------------------------------------------------------------------------------- the way


def test_the_way_of_a_walk_never_leaves_the_diagram_or_jumps(book: Rulebook) -> None:
    edges = book.library.edges
    for found in every(book):
        reached = {"stop", "ncic_query"}
        for name in walked(found):
            assert edges[name].from_ in reached, (found.chain(), name)
            reached.add(edges[name].to)


def test_the_way_ends_where_the_walk_ends(book: Rulebook) -> None:
    edges = book.library.edges
    ends = {
        "held_possible": "jail_hold",
        "notify_only": "notice",
        "not_held": "x_declined",
        "no_request": "x_no_action",
    }
    seen = set()
    for found in every(book):
        way = walked(found)
        if found.final in ends:
            assert edges[way[-1]].to == ends[found.final]
            seen.add(found.final)
    assert seen == set(ends)


def test_on_a_short_diagram_a_decision_without_a_request_reaches_no_request(book: Rulebook) -> None:
    edges = book.library.edges
    request = next(box for box in book.library.boxes.values() if "ero_decision" in box.members)
    seen = set()
    for found in every(book):
        reached = {edges[edge].to for edge in walked(found, short=True)}
        end = settling(found)
        assert end not in ("ident", "request") or reached.isdisjoint(request.members)
        assert end not in ("jail", "notice") or "local_policy" in reached
        seen.add(end)
    assert seen >= {"ident", "request", "jail", "notice"}


def test_the_way_of_a_person_not_identified_ends_at_the_last_check(book: Rulebook) -> None:
    edges = book.library.edges
    day = date(2014, 4, 11)
    assert edges[walked(made(book, "P01", "agency:lapd", day))[-1]].to == "x_no_match"
    unknown = made(book, "P01", "county:17031", date(2011, 8, 5))
    assert unknown.activation.outcome != "activated"
    assert edges[walked(unknown)[-1]].to == "fbi_check"


def test_no_way_is_shown_for_a_day_that_was_not_researched(book: Rulebook) -> None:
    assert walked(made(book, "P02", "agency:lapd", date(1999, 1, 1))) == ()


def test_an_open_answer_ends_the_way(book: Rulebook) -> None:
    found = made(book, "C01", "agency:baldwin-park-police", date(2014, 4, 11))
    assert found.final == "open"
    assert "e18" not in walked(found)


def test_stations_are_all_boxes_in_order_and_reached_where_the_way_goes(book: Rulebook) -> None:
    names = [name for name, _ in stations(book.library, next(iter(every(book))))]
    assert names[:2] == ["Stop", "Booking"]
    assert len(names) == len(book.library.boxes)
    for found in every(book):
        reached = dict(stations(book.library, found))
        end = settling(found)
        assert reached["Stop"] == (end != "range")
        if found.final in ("held_possible", "notify_only", "not_held"):
            assert reached["Jail answer"]
        assert reached["Detainer"] or not reached["Jail answer"]
        assert not reached["Removal"]
