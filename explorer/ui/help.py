"""How the program is used, in a page: the sheet behind F1."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from explorer.ui.sheets import Sheet

translate = QCoreApplication.translate


def help_sheet(parent: QWidget) -> Sheet:
    """How the program is used, in a page."""
    parts = (
        (
            translate("Sheet", "One date, one choice"),
            translate(
                "Sheet",
                "Every view shows the same date and the same item. Drag the date line on the "
                "timeline, or press [ and ] for a month and Shift+[ and Shift+] for a year: the "
                "pipeline then shows the rules in force on that date. Choose an event and every "
                "view turns to it. Alt+Left and Alt+Right go back and forward.",
            ),
        ),
        (
            translate("Sheet", "The pages"),
            translate(
                "Sheet",
                "Explore puts the pipeline, the timeline and the card of the chosen item "
                "together; drag the gaps between them to divide the page. In a narrow window the "
                "card can be put away with Esc and comes back with the tab at the edge; with "
                "large text one of the three is shown at a time, and tabs turn to the others. "
                "Timeline and Pipeline give one of them the whole page. Ctrl+1 to Ctrl+7 go from "
                "page to page.",
            ),
        ),
        (
            translate("Sheet", "The timeline"),
            translate(
                "Sheet",
                "The arrow keys go from event to event, Enter opens one. + and - bring the "
                "years closer or farther, F shows all of them, / filters events, P plays from "
                "event to event. A number such as +4 stands for events too close to tell apart: "
                "open it for a list.",
            ),
        ),
        (
            translate("Sheet", "The pipeline"),
            translate(
                "Sheet",
                "The arrow keys follow the lines from step to step, Enter opens one. The full "
                "stop aims at the next way on and the comma at the next way in; Right or Left "
                "then follows it, and Backspace returns. Shift+Right lights all that can be "
                "reached from a step, Shift+Left all that leads to it, Esc ends it. C compares "
                "with another date or place, N shows published counts, D shows all steps, and G "
                "opens or folds a group of them.",
            ),
        ),
        (
            translate("Sheet", "The case walk"),
            translate(
                "Sheet",
                "Choose a person, a place and a date, or build a person from facts: the walk "
                "answers at once. The arrow keys go from step to step; each names its rule and "
                "sources. Beside it stand the same person under every other policy, the outcome "
                "over time, the hold clock, and what sources tell. A person that you build is "
                "kept nowhere; please do not enter real people.",
            ),
        ),
        (
            translate("Sheet", "Charts"),
            translate(
                "Sheet",
                "Every published series, as a chart and as a table. The arrow keys go from point "
                "to point; each has its exact value, period, definition and source. M sets a "
                "second chart on the same axis of time, H shows an index, shares, rates or a log "
                "axis, and R lets you draw how a line goes on before you see it. Ctrl+S saves "
                "the chart, Ctrl+C copies it.",
            ),
        ),
        (
            translate("Sheet", "Places"),
            translate(
                "Sheet",
                "A map of counties, each in the color of when the fingerprint check began there; "
                "hatched ones have no date in the source. The arrow keys go from county to "
                "county, Enter opens one, Shift+P finds one by name. +, - and 0 bring the map "
                "closer or show all of it, P plays month by month. Shift+L and Shift+A add "
                "documented limits and 287(g) agreements; what is unmarked was not researched. "
                "W takes the place into the case walk.",
            ),
        ),
        (
            translate("Sheet", "Evidence"),
            translate(
                "Sheet",
                "Published answers to one question side by side, with what each of them counts "
                "and why they differ; what both sides say, and what is not known. A figure with "
                "a dotted line, on any page, opens here with its rivals; Alt+Left goes back. "
                "Sources, beside the questions, lists every work and what rests on it.",
            ),
        ),
        (
            translate("Sheet", "Who says so"),
            translate(
                "Sheet",
                "Every figure and every statement has numbered sources; open one to see the full "
                "reference, the definition and the period. Where published figures differ, they "
                "stand side by side with the reason. Nothing is filled in between two published "
                "figures, and what was not researched is shown as such. That one event follows "
                "another does not mean that the first caused the second.",
            ),
        ),
        (
            translate("Sheet", "Finding things"),
            translate(
                "Sheet",
                "Press Ctrl+K and type: events, programs, terms, figures, places and sources are "
                "found as you type. Type > to find a command. Copy link (Ctrl+Shift+C) keeps "
                "what you see as one line of text; the search box opens it again. The side "
                "buttons of a mouse go back and forward as well.",
            ),
        ),
        (
            translate("Sheet", "Keeping things"),
            translate(
                "Sheet",
                "The buttons under a card keep a bookmark, open a note, cite it with all its "
                "sources, or copy the link. Cite (Ctrl+Shift+R) works on every page, for a figure "
                "or for the view itself, in Chicago, APA and MLA style and for programs that keep "
                "references. Ctrl+B lists your bookmarks and notes. Ctrl+E "
                "keeps the page as a picture, Ctrl+Shift+E the figures behind it as CSV. Ctrl+P "
                "prints it. The File menu has the timeline as a poster, from A4 to A1.",
            ),
        ),
        (
            translate("Sheet", "Presenting"),
            translate(
                "Sheet",
                "F5 presents a tour, Shift+F5 begins at what you see. The audience’s window goes "
                "to the projector, yours shows the notes; S swaps them. Page down goes on, to "
                "the question of a step and then to its answer; Page up goes back. B makes the "
                "screen black, F lets the audience keep theirs while you look something up, G "
                "shows all steps, and Esc pressed twice ends it.",
            ),
        ),
        (
            translate("Sheet", "Tours of your own"),
            translate(
                "Sheet",
                "Ctrl+Shift+T opens the tour editor beside the page, Ctrl+Shift+A adds what you "
                "see as a step. Everything is saved by itself. Your tours stand in the Present "
                "menu and can be handed out like the others.",
            ),
        ),
        (
            translate("Sheet", "Handing out"),
            translate(
                "Sheet",
                "Ctrl+Shift+H makes slides, handouts, worksheets with or without key, a "
                "PowerPoint presentation or one web page of any tour, and prints lessons and the "
                "guide for teachers. The web page is the edition for screen readers.",
            ),
        ),
        (
            translate("Sheet", "Seeing and hearing it"),
            translate(
                "Sheet",
                "Ctrl+Plus and Ctrl+Minus change the size of all text, from 100 to 300 %. The "
                "View menu has light, dark, high contrast and projector themes; Preferences "
                "(Ctrl+,) has all settings and says where your files are. Everything works "
                "by keyboard: Tab goes from part to part, the arrow keys move inside one, and ? "
                "lists all keys. T shows a picture as a list or table.",
            ),
        ),
        (
            translate("Sheet", "Starting again, reading again"),
            translate(
                "Sheet",
                "The Help menu shows the three starting points of the first start again, and "
                "under Last messages what the program told you.",
            ),
        ),
        (
            translate("Sheet", "What it is, and what not"),
            translate(
                "Sheet",
                "History for learning: not legal advice, and not today’s law. Everything is on "
                "this computer, and the program never opens a network connection.",
            ),
        ),
    )
    html = "".join(f"<h3>{escape(head)}</h3><p>{escape(body)}</p>" for head, body in parts)
    return Sheet("help-sheet", translate("Sheet", "How to use this program"), html, parent)
