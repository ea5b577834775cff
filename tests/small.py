"""A small made-up library of six events and four sources, written as the files that people edit."""

from __future__ import annotations

from pathlib import Path

FILES: dict[str, str] = {
    "about.toml": """
        version = "1"
        researched = "2016-05"
        title = "A small library"
    """,
    "events/2008-river-check.toml": """
        title = "The river check begins"
        date = "2008-10-27"
        lane = "federal program"
        summary = "Boats on the river are checked for the first time."
        actors = ["River Office"]
        places = ["state:NL"]
        programs = ["river-check"]
        significance = 3
        sources = ["gazette-2008"]
        confidence = "high"

        [[changes]]
        target = "edge:e02"
        change = "adds"
        what = "The harbor sends a copy of each paper to the River Office."
        confidence = "high"
        sources = ["gazette-2008"]

        [[measures]]
        by = "series:boats/checked"
        relation = "measures"
        caution = "Counts boats, not people."
    """,
    "events/2009-town-rule.toml": """
        title = "A town writes its own rule"
        date = "2009-05"
        lane = "states and localities"
        summary = "The town of Weir lets boats go after a day."
        places = ["agency:weir"]
        significance = 2
        sources = ["weir-rule-2009"]
        confidence = "medium"

        [[links]]
        id = "l1"
        type = "responds_to"
        to = "2008-river-check"
        basis = "The rule names the check in its first line."
        sources = ["weir-rule-2009"]
    """,
    "events/2010-court-ruling.toml": """
        title = "A court rules on the waiting day"
        date = "2010"
        lane = "courts"
        summary = "The court calls the request of the River Office a request."
        programs = ["river-check"]
        significance = 3
        sources = ["court-2010", "study-2016"]
        confidence = "high"

        [[links]]
        id = "l2"
        type = "rules_on"
        to = "2008-river-check"
        basis = "The opinion is about the check."
        sources = ["court-2010"]
    """,
    "events/2011-act-debated.toml": """
        title = "The River Act is debated"
        date = "2011-21"
        lane = "Congress"
        summary = "Two readings of the act are held."
        significance = 1
        sources = ["gazette-2008"]
        confidence = "low"
    """,
    "events/2012-papers-write.toml": """
        title = "Papers write about the check"
        date = "2012-03-01~"
        end = "2012-06"
        lane = "public debate"
        summary = "Several papers print counts of checked boats."
        significance = 1
        sources = ["gazette-2008"]
        confidence = "medium"
    """,
    "events/2014-check-ends.toml": """
        title = "The river check ends"
        date = "2014-11-20"
        lane = "federal policy"
        summary = "The River Office ends the check and keeps the papers."
        programs = ["river-check"]
        significance = 2
        sources = ["study-2016"]
        confidence = "high"

        [[links]]
        id = "l3"
        type = "ends"
        to = "2008-river-check"
        basis = "The study gives the day."
        sources = ["study-2016"]

        [[changes]]
        target = "edge:e02"
        change = "ends"
        what = "Copies are not sent any more."
        confidence = "high"
        sources = ["study-2016"]
    """,
    "claims/half-of-boats.toml": """
        topic = "share of boats with papers"
        text = "Half of the boats had papers."
        value = 50
        unit = "percent"
        speaker = "River Office"
        period = "2009"
        population = "checked boats"
        numerator = "boats with papers"
        denominator = "all checked boats"
        sources = ["gazette-2008"]
        confidence = "medium"
        disputed = true

        [[rivals]]
        claim = "third-of-boats"
        reason = ["denominator"]
        why = "The other leaves out boats that were checked twice."
    """,
    "claims/third-of-boats.toml": """
        topic = "share of boats with papers"
        text = "A third of the boats had papers."
        value = 33
        unit = "percent"
        speaker = "Study group"
        period = "2009"
        population = "checked boats"
        numerator = "boats with papers"
        denominator = "boats checked once"
        sources = ["study-2016"]
        confidence = "medium"
        disputed = true

        [[rivals]]
        claim = "half-of-boats"
        reason = ["denominator"]
        why = "The other counts boats that were checked twice."
    """,
    "charts/boats.toml": """
        title = "Boats checked"
        subtitle = "By year"
        kind = "line"

        [[series]]
        series = "boats/checked"
        label = "checked"
    """,
    "programs.toml": """
        [[program]]
        id = "river-check"
        name = "River check"
        short_name = "Check"
        kind = "program"
        start = "2008-10-27"
        end = "2014-11-20"
        administration = "First"
        summary = "Boats are checked at the harbor."
        how_it_works = "The harbor copies papers."
        legal_basis = "None was read."
        what_changed = "Before it, nobody copied papers."
        sources = ["gazette-2008"]
        confidence = "high"

        [[program.phases]]
        phase = "first use"
        date = "2008-10-27"
        event = "2008-river-check"
        sources = ["gazette-2008"]

        [[program.measures]]
        by = "table:boats"
        relation = "measures"
    """,
    "administrations.toml": """
        [[administration]]
        id = "first"
        office = "Head of the River Office"
        name = "A. Miller"
        status = "confirmed"
        start = "2007-01-20"
        end = "2015-01-20"
        confidence = "high"
        sources = ["gazette-2008"]
    """,
    "conflicts.toml": """
        [[conflict]]
        id = "day-of-the-end"
        topic = "The day on which the check ended"
        about = ["event:2014-check-ends", "series:boats/checked"]
        resolution = "The study read the order."

        [[conflict.sides]]
        claim = "November 20, 2014"
        sources = ["study-2016"]

        [[conflict.sides]]
        claim = "November 2014"
        said_by = "a harbor newsletter"
    """,
    "quotes.toml": """
        [[quote]]
        id = "miller-a-request"
        speaker = "A. Miller"
        role = "Head of the River Office"
        text = "We ask, and harbors answer as they see fit."
        source = "gazette-2008"
        stance = "federal position"
        date = "2009-06-01"
        context = "Answer to a question"
    """,
    "viewpoints.toml": """
        [[viewpoint]]
        id = "order-on-the-river"
        side = "for cooperation"
        order = 1
        title = "Order on the river"
        text = "The River Office says that the check found lost boats."
        sources = ["gazette-2008"]

        [[viewpoint]]
        id = "trust-in-harbors"
        side = "for limits"
        order = 1
        title = "Trust in harbors"
        text = "Weir says that fishers stayed away from the harbor."
        sources = ["weir-rule-2009"]
    """,
    "questions.toml": """
        [[question]]
        id = "papers-on-board"
        question = "How many boats had papers?"
        claims = ["half-of-boats", "third-of-boats"]
        has_figures = true
        figures_in = ["table:boats"]
        unknown = "How many boats were never checked."

        [question.side_a]
        view = "favors limits"
        text = "[A third](claim:third-of-boats), counted once each."
        sources = ["study-2016"]

        [question.side_b]
        view = "favors enforcement"
        text = "[Half](claim:half-of-boats), counting each check."
        sources = ["gazette-2008"]
    """,
    "glossary.toml": """
        [[term]]
        id = "river-check"
        term = "River check"
        definition = "A look at the papers of a boat in a harbor."
        contested = true
        contested_by = "Harbors call it a copy of papers."
        sources = ["gazette-2008"]
    """,
    "words.toml": """
        [[word]]
        id = "pirate"
        word = "pirate"
        leans = "favors enforcement"
        reason = "names a person by a crime"
        house_term = "boater without papers"
        exempt_in = "quotations"

        [[official_name]]
        id = "pirate-bay-harbor"
        name = "Pirate Bay Harbor"
        why = "the name of a harbor"
    """,
    "pipeline.toml": """
        [[node]]
        id = "harbor"
        label = "Boat enters the harbor"
        short_label = "Harbor"
        layer = 0
        lane = "local"
        actor = "Harbor master"
        kind = "start"
        description = "A boat comes in."
        sources = ["gazette-2008"]
        confidence = "high"

        [[node]]
        id = "copy"
        label = "Papers are copied"
        short_label = "Copy"
        layer = 1
        lane = "local"
        actor = "Harbor master"
        kind = "process"
        description = "The papers are copied."
        sources = ["gazette-2008"]
        confidence = "high"

        [[node]]
        id = "office"
        label = "River Office reads the copy"
        short_label = "Office"
        layer = 2
        lane = "ice"
        actor = "River Office"
        kind = "decision"
        description = "The office may ask the harbor to wait."
        sources = ["court-2010"]
        confidence = "high"

        [[edge]]
        id = "e01"
        from = "harbor"
        to = "copy"
        label = "Papers shown"
        kind = "flow"
        sources = ["gazette-2008"]
        confidence = "high"

        [[edge]]
        id = "e02"
        from = "copy"
        to = "office"
        label = "Copy sent"
        kind = "data"
        sources = ["gazette-2008"]
        confidence = "high"

        [[era]]
        id = "a"
        label = "Before the check"
        short_dates = "2002-08"
        start = "2002"
        end = "2008-09"
        summary = "Papers stay in the harbor."
        what_changed = "First era."
        sources = ["gazette-2008"]
        confidence = "medium"
        research = "researched"

        [era.edges]
        e01 = { status = "on" }
        e02 = { status = "off" }

        [[era]]
        id = "b"
        label = "The check"
        short_dates = "2008-14"
        start = "2008-10"
        end = "2014-11-19"
        summary = "Copies go to the office."
        what_changed = "Copies are sent."
        sources = ["gazette-2008"]
        confidence = "high"
        research = "researched"

        [era.edges]
        e01 = { status = "on" }
        e02 = { status = "conditional", begins = "2008-10-27", note = "Where the harbor agreed." }

        [[era]]
        id = "o"
        label = "Local rules (overlay)"
        short_dates = "2009-"
        start = "2009-05"
        overlay = true
        summary = "Towns decide how long a boat waits."
        what_changed = "Adds local rules."
        sources = ["weir-rule-2009"]
        confidence = "medium"
        research = "researched"

        [era.edges]
        e01 = { status = "on" }
        e02 = { status = "conditional", note = "Weir lets boats go after a day." }

        [[era]]
        id = "c"
        label = "After the check"
        short_dates = "2014-16"
        start = "2014-11-20"
        end = "2016-12-31"
        summary = "The office keeps the papers."
        what_changed = "Copies are not sent."
        sources = ["study-2016"]
        confidence = "medium"
        research = "outlook"

        [era.edges]
        e01 = { status = "on" }
        e02 = { status = "off" }

        [[form]]
        id = "w-1"
        form = "W-1"
        valid_from = "2008-10"
        valid_to = "2014-11"
        asks_for = "Wait for a day"
        basis = "Papers missing"
        time_limit = "24 hours"
        sources = ["gazette-2008"]
        confidence = "medium"

        [[box]]
        id = "ov_harbor"
        label = "Harbor"
        short_label = "Harbor"
        order = 1
        lane = "local"
        members = ["harbor", "copy"]

        [[box]]
        id = "ov_office"
        label = "River Office"
        short_label = "Office"
        order = 2
        lane = "ice"
        members = ["office"]

        [[group]]
        id = "gr_papers"
        label = "Papers"
        short_label = "Papers"
        lane = "local"
        order = 1
        members = ["copy"]
        open_at_first = false
    """,
    "funnels.toml": """
        [[funnel]]
        id = "all-2009"
        scope = "All harbors, 2009"
        start = "2009-01"
        end = "2009-12-31"

        [[funnel.stages]]
        order = 1
        stage = "Boats checked"
        node = "copy"
        value = 120
        unit = "count"
        kind = "official figure"
        sources = ["gazette-2008"]
        confidence = "high"
    """,
    "rules.toml": """
        [[attribute]]
        id = "papers"
        values = "yes|no|unknown"
        meaning = "papers on board"
        about = "person"

        [[attribute]]
        id = "checks"
        values = "integer or empty"
        meaning = "earlier checks"
        about = "person"

        [[outcome]]
        id = "wait"
        group = "hold"
        layer = "local"
        meaning = "The boat waits"

        [[outcome]]
        id = "go"
        group = "no hold"
        layer = "local"
        meaning = "The boat may go"

        [[policy]]
        id = "WEIR_2009"
        name = "Rule of Weir"
        level = "local"
        jurisdiction = "Weir"
        decider = "jail"
        effective_from = "2009-05"

        [[policy.rules]]
        id = "WEIR_2009.01"
        order = 1
        when = "papers=no & checks>=2"
        outcome = "wait"
        notification = "allowed"
        text = "A boat without papers waits at the third check."
        authority = "Rule of Weir"
        sources = ["weir-rule-2009"]
        confidence = "high"

        [[policy.rules]]
        id = "WEIR_2009.02"
        order = 2
        when = "*"
        outcome = "go"
        notification = "not_addressed"
        text = "Any other boat may go."
        authority = "Rule of Weir"
        sources = ["weir-rule-2009"]
        confidence = "high"

        [[policy.roles]]
        role = "holds"
        scope_level = "agency"
        scope = ["agency:weir"]
        in_force_from = "2009-05-04"
        sources = ["weir-rule-2009"]
        confidence = "high"
    """,
    "profiles.toml": """
        [[profile]]
        id = "P01"
        kind = "hypothetical"
        tier = "core"
        title = "Fisher without papers"
        place = "Weir"
        place_id = "agency:weir"
        arrest_date = "2010-04-11"
        summary = "Comes in with the morning tide."
        facts = { papers = "no", checks = "" }

        [[profile_rule]]
        id = "PR01"
        if = "papers=yes"
        then = "checks=empty"
        text = "A boat with papers is not counted."

        [[walk]]
        id = "W01"

        [[walk.steps]]
        step = 1
        era = "b"
        node = "copy"
        edge = "e01"
        text = "The papers are copied."
        policy = "WEIR_2009"
        sources = ["weir-rule-2009"]
        confidence = "medium"
    """,
    "places.toml": """
        [[place]]
        id = "nation:NL"
        name = "Northland"
        kind = "nation"

        [[place]]
        id = "state:NL"
        name = "North State"
        kind = "state"
        state = "NL"
        within = ["nation:NL"]

        [[place]]
        id = "agency:weir"
        name = "Weir harbor"
        kind = "agency"
        state = "NL"
        within = ["state:NL"]
    """,
    "sources.toml": """
        [[source]]
        id = "gazette-2008"
        type = "article-newspaper"
        kind = "news"
        title = "A Check on the River"
        author = [{ family = "Waters", given = "Jo" }]
        publisher = "The Gazette"
        issued = "2008-10-28"
        URL = "https://example.org/gazette"
        confidence = "high"

        [[source]]
        id = "weir-rule-2009"
        type = "legislation"
        kind = "statute"
        title = "Rule of Weir"
        publisher = "Town of Weir"
        issued = "2009-05"

        [[source]]
        id = "court-2010"
        type = "legal_case"
        kind = "court"
        title = "Fisher v. River Office"
        issued = "2010"

        [[source]]
        id = "study-2016"
        type = "report"
        kind = "research"
        title = "What Became of the Boats?"
        author = [{ literal = "Study Group" }, { family = "Reed", given = "Kim" }]
        issued = "2016-05"
        URL = "https://example.org/study"
    """,
    "series.toml": """
        [[series]]
        id = "boats/checked"
        table = "boats"
        name = "checked"
        title = "Boats checked"
        unit = "boats"
        definition = "Boats whose papers were copied in a harbor."
        period = "fiscal year"
    """,
    "series/boats.csv": """
        series,fiscal_year,date,period,value,unit,qualifier,source,confidence,note
        checked,2009,,,120,boats,exact,gazette-2008,high,
        checked,2010,,,95,boats,about,study-2016,medium,"counted later, by the study"
    """,
    "places/activation.csv": """
        fips,state,jurisdiction,activated_on,in_map_2017,source
        99001,NL,Weir County,2008-11,yes,gazette-2008
        99003,NL,Brook County,2009-01-05,no,gazette-2008
    """,
    "places/undated.csv": """
        fips,state,jurisdiction,active_no_later_than,why,sources
        99005,NL,Lake County,2013-01,no date in the source,study-2016
    """,
    "places/agreements.csv": """
        series,state,agency,level,model,signed_on,ended_on,status,sources,confidence
        2009,NL,Weir Harbor Office,county,jail,2009-03-01,,ended,gazette-2008;study-2016,high
    """,
    "tours/down-the-river.toml": """
        title = "Down the river"
        audience = "Grades 9-12"
        minutes = 5
        summary = "From the first check to the town's own rule."

        [[steps]]
        look = "timeline?item=event:2008-river-check&moment=2008-10-27"
        headline = "The first check"
        text = "Boats are checked for the first time."
        notes = "Ask who saw it."
        sources = ["gazette-2008"]

        [steps.question]
        text = "When did the check begin?"
        choices = ["2008", "2009"]
        answer = "2008"
        why = "The gazette gives October 27, 2008."
        sources = ["gazette-2008"]

        [[steps]]
        look = "pipeline?moment=2009-06-01"
        headline = "The town's rule"
        text = "A town writes its own rule."
        notes = "Compare with the first step."
        sources = ["weir-rule-2009"]
    """,
    "lessons/one-hour.toml": """
        title = "One hour on the river"
        audience = "Grades 9-12"
        minutes = 50
        aim = "Tell what changed in 2008 and who says so."
        tour = "down-the-river"
        materials = ["The handout of the tour"]
        dimensions = ["Evaluating sources: students compare two papers."]

        [[parts]]
        minutes = 10
        title = "Start"
        text = "Show the first step."

        [[questions]]
        text = "Who wrote the rule?"
        answer = "The town."
        sources = ["weir-rule-2009"]
    """,
    "guides/in-class.toml": """
        title = "In class"
        audience = "Teachers"

        [[sections]]
        title = "Before"
        text = "Read the tour."
    """,
    "places/limits.csv": """
        state,jurisdiction,kind,counts_from,scope,modelled_by,instrument,limits,coverage,sources,confidence
        NL,Weir,city,2009-05,agency:weir,WEIR_2009,rule,boats go after a day,documented example,weir-rule-2009,high
    """,
}
"""File name -> what stands in it."""


def write(folder: Path) -> Path:
    """Write the small library into *folder* and return it."""
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = [line.removeprefix("        ").rstrip() for line in text.strip("\n").splitlines()]
        path.write_text("\n".join(lines).strip() + "\n", encoding="utf-8")
    return folder


def edit(folder: Path, name: str, old: str, new: str) -> Path:
    """Change one piece of a file of the small library, which must be there; return the folder."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {name}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


def add(folder: Path, name: str, text: str) -> Path:
    """Add lines to the end of a file of the small library; return the folder."""
    path = folder / name
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    lines = [line.strip() for line in text.strip().splitlines()]
    path.parent.mkdir(parents=True, exist_ok=True)
    between = "\n" if path.suffix == ".toml" else ""
    path.write_text(before + between + "\n".join(lines) + "\n", encoding="utf-8")
    return folder
