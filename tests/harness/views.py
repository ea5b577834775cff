"""What the program can show: every page, and the states that change what it paints."""

from __future__ import annotations

from datetime import date
from typing import Final

from explorer.reader.lens import Lens
from explorer.window import NAMES

EVENT: Final = "event:2011-moa-termination"
GROUPS_OPEN: Final = {
    "detail": "full",
    "groups": "gr_court,gr_end,gr_fast,gr_lookup,gr_name,gr_other,gr_prints",
}
VIEWS: Final = {
    **{name: Lens(page=name) for name in NAMES},
    "explore with a card": Lens(item=EVENT),
    "timeline with a card": Lens(page="timeline", item=EVENT),
    "timeline as a table": Lens(page="timeline", options={"timeline": "table"}),
    "pipeline in full": Lens(page="pipeline", options={"detail": "full"}),
    "pipeline with every group open": Lens(page="pipeline", options=GROUPS_OPEN),
    "pipeline of two dates": Lens(page="pipeline", moment2=date(2014, 12, 1)),
    "pipeline of two dates in full": Lens(
        page="pipeline", moment2=date(2014, 12, 1), options={"detail": "full"}
    ),
    "pipeline of two places": Lens(
        page="pipeline",
        moment=date(2014, 12, 1),
        place="place:county:06075",
        place2="place:county:17031",
    ),
    "pipeline with counts": Lens(page="pipeline", options={"counts": "SC_NAT_2011,SC_CA_2011"}),
    "pipeline that is followed": Lens(page="pipeline", options={"trace": "forward:ov_dhs"}),
    "pipeline as a table": Lens(page="pipeline", options={"pipeline": "table"}),
    "evidence, the sources": Lens(
        page="evidence",
        item="source:gao-12-708",
        options={"desk": "sources", "kind": "agency document", "sort": "-rests"},
    ),
    "places with layers and a card": Lens(
        page="places",
        moment=date(2014, 12, 1),
        item="place:county:17031",
        options={"layers": "limits,agreements"},
    ),
    "places as a table": Lens(page="places", options={"places": "table"}),
    "places of one name": Lens(
        page="places", words="cook", item="place:county:17031", options={"places": "table"}
    ),
    "places, year by year": Lens(page="places", options={"places": "multiples"}),
    "places by state": Lens(page="places", item="place:state:TX", options={"places": "states"}),
    "places as curves": Lens(page="places", item="place:state:IL", options={"places": "curves"}),
    "places over time": Lens(
        page="places", options={"places": "lives", "lives": "17031,48201,06085"}
    ),
    "charts as a table": Lens(page="charts", options={"view": "table"}),
    "charts, two of them": Lens(
        page="charts",
        item="chart:dhs-removals-and-returns",
        options={"second": "chart:ice-removals"},
    ),
    "charts, changed": Lens(
        page="charts", item="chart:arrests-by-method", options={"change": "share"}
    ),
    "charts, drawn first": Lens(page="charts", item="chart:people-287g", options={"guess": "draw"}),
    "charts, a dated list": Lens(page="charts", item="table:limits"),
    "case walk of a case": Lens(
        page="casewalk", profile="profile:C02", options={"beside": "told", "step": "jail"}
    ),
    "case walk over time": Lens(
        page="casewalk",
        profile="profile:P07",
        place="place:county:06075",
        moment=date(2014, 4, 11),
        options={"beside": "time"},
    ),
    "case walk with the hold clock": Lens(page="casewalk", options={"beside": "hold"}),
    "case walk beside other rules": Lens(
        page="casewalk", policy="policy:COOK_2011", options={"beside": "others"}
    ),
    "case walk, the person": Lens(page="casewalk", options={"beside": "person"}),
    "case walk with a card": Lens(
        page="casewalk", item="policy:COOK_2011", options={"beside": "card"}
    ),
    "case walk with the diagram": Lens(page="casewalk", options={"beside": "diagram"}),
    "case walk as a table": Lens(page="casewalk", options={"walk": "table"}),
    "evidence without figures": Lens(page="evidence", item="question:voluntary"),
    "evidence with a word taken another way": Lens(page="evidence", options={"meaning": "trac"}),
    "evidence on one figure": Lens(page="evidence", item="claim:ice-41-none"),
}
