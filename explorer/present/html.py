"""A document as one HTML page that stands alone: no script, no other file, no address called."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Final

from explorer.present.paper import Paper, Section, Stop, Task, Words
from explorer.present.paperfigures import Shot, Table
from explorer.present.papertext import colophon, pieces, whom

STYLE: Final = """
:root { color-scheme: light dark; --ink: #171d2b; --quiet: #4f5767; --paper: #fff; --line: #c9ccd3; --link: #1f5fa8 }
@media (prefers-color-scheme: dark) { :root { --ink: #eef1f7; --quiet: #b6bdcb; --paper: #12161f; --line: #485063; --link: #9cc3ff } }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 Inter, "Segoe UI", system-ui, Roboto, Arial, sans-serif }
header, main, nav, footer { max-width: 52rem; margin: 0 auto; padding: 1rem 1.25rem }
h1 { font-size: 2rem; line-height: 1.2 } h2 { font-size: 1.4rem; line-height: 1.3; margin-top: 2.5rem } h3 { font-size: 1.1rem }
a { color: var(--link) } :focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
.skip { position: absolute; left: -999rem } .skip:focus { position: static }
.quiet, figcaption, footer { color: var(--quiet); font-size: .95rem }
code { font-family: inherit; overflow-wrap: anywhere }
figure { margin: 1rem 0 } figure img { width: 100%; height: auto; border: 1px solid var(--line); background: #fff }
.scroll { overflow-x: auto } table { border-collapse: collapse; width: 100%; font-size: .95rem }
caption { text-align: left; font-weight: 600; padding: .4rem 0 } th, td { border: 1px solid var(--line); padding: .35rem .5rem; text-align: left; vertical-align: top }
details { margin: .6rem 0 } summary { cursor: pointer; padding: .3rem 0; color: var(--link) }
.task, .notes { border-left: 4px solid var(--line); padding: .1rem 0 .1rem 1rem; margin: 1rem 0 }
ol.choices { list-style: upper-alpha } li { overflow-wrap: anywhere }
@media print {
  body { font-size: 10.5pt; background: #fff; color: #000 } a { color: inherit; text-decoration: none }
  nav, .skip, details.rows { display: none } h2, h3, caption, thead { break-after: avoid } section, figure, tr, .task { break-inside: avoid }
  header, main, footer { max-width: none; padding: 0 } @page { margin: 18mm }
}
"""


def page(paper: Paper, words: Words, shots: Mapping[int, Shot], notes: bool = False) -> str:
    """The whole document; with *notes* also what is for the speaker alone."""
    parts = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta name="description" content="{escape(paper.summary or paper.title)}">',
        f"<title>{escape(paper.title)}</title>",
        f"<style>{STYLE}</style>",
        "</head>",
        "<body>",
        _head(paper, words),
        _contents(paper, words),
        '<main id="main">',
        *(_stop(stop, paper, words, shots.get(stop.number), notes) for stop in paper.stops),
        *(_section(number, section, words) for number, section in enumerate(paper.sections, 1)),
        _questions(paper, words) if not paper.stops and paper.tasks else "",
        _sources(paper, words),
        "</main>",
        f"<footer>{''.join(_p(text) for text in colophon(paper, words))}</footer>",
        "</body>",
        "</html>",
    ]
    return "\n".join(filter(None, parts)) + "\n"


def _head(paper: Paper, words: Words) -> str:
    told = whom(paper, words)
    about = f'<p class="quiet">{escape(" · ".join(told))}</p>\n' if told else ""
    summary = f"<p>{escape(paper.summary)}</p>" if paper.summary else ""
    return f"<header>\n<h1>{escape(paper.title)}</h1>\n{about}{summary}</header>"


def _contents(paper: Paper, words: Words) -> str:
    """Links to every step."""
    if not paper.stops:
        return ""
    items = "".join(
        f'<li><a href="#step-{stop.number}">{escape(stop.headline)}</a></li>'
        for stop in paper.stops
    )
    return f'<nav aria-label="{escape(words("steps"))}"><ol>{items}</ol></nav>'


def _stop(stop: Stop, paper: Paper, words: Words, shot: Shot | None, notes: bool) -> str:
    name = f"step-{stop.number}"
    head = f'<h2 id="{name}-head">{stop.number}. {escape(stop.headline)}</h2>'
    date = f'<p class="quiet">{escape(stop.date)}</p>' if stop.date else ""
    body = [_paragraphs(stop.text), _picture(stop, words, shot) if shot else ""]
    if notes and stop.notes:
        told = f"<p><strong>{escape(words('notes'))}</strong></p>{_paragraphs(stop.notes)}"
        body.append(f'<div class="notes">{told}</div>')
    if stop.task is not None:
        body.append(_task(stop.task, paper, words))
    body.append(_cited(stop.sources, paper, words))
    body.append(_link(stop.link, words))
    inside = "\n".join(filter(None, (head, date, *body)))
    return f'<section id="{name}" aria-labelledby="{name}-head">\n{inside}\n</section>'


def _picture(stop: Stop, words: Words, shot: Shot) -> str:
    """The picture with what it shows in words and as a table; figures are a table at once."""
    if shot.tables and not shot.told:
        return "\n".join(_table(table) for table in shot.tables)
    data = base64.b64encode(shot.png).decode("ascii")
    width, height = shot.size
    image = (
        f'<img src="data:image/png;base64,{data}" width="{width}" height="{height}" '
        f'alt="{escape(shot.alt)}">'
    )
    told = (
        f'<details class="rows"><summary>{escape(words("told"))}</summary>'
        f"{_paragraphs(shot.told)}</details>"
    )
    rows = "".join(
        f'<details class="rows"><summary>{escape(words("table"))}</summary>{_table(table)}</details>'
        for table in shot.tables
    )
    caption = f"<figcaption>{escape(stop.headline)}</figcaption>"
    return f"<figure>{image}{caption}</figure>\n{told}{rows}"


def _table(table: Table) -> str:
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in table.heads)
    rows = "".join(f"<tr>{_cells(row)}</tr>" for row in table.rows)
    remark = _p(table.remark) if table.remark else ""
    return (
        f'<div class="scroll"><table><caption>{escape(table.title)}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>{remark}"
    )


def _cells(row: Sequence[str]) -> str:
    first, *rest = row
    cells = "".join(f"<td>{escape(text)}</td>" for text in rest)
    return f'<th scope="row">{escape(first)}</th>{cells}'


def _section(number: int, section: Section, words: Words) -> str:
    title = section.title
    if section.minutes is not None:
        title = words("part").format(title, *section.minutes)
    items = "".join(f"<li>{escape(item)}</li>" for item in section.items)
    listed = f"<ul>{items}</ul>" if items else ""
    return (
        f'<section aria-labelledby="part-{number}"><h2 id="part-{number}">{escape(title)}</h2>'
        f"{_paragraphs(section.text)}{listed}</section>"
    )


def _questions(paper: Paper, words: Words) -> str:
    tasks = "".join(_task(task, paper, words) for task in paper.tasks)
    return (
        f'<section aria-labelledby="questions"><h2 id="questions">{escape(words("questions"))}</h2>'
        f"{tasks}</section>"
    )


def _task(task: Task, paper: Paper, words: Words) -> str:
    choices = "".join(f"<li>{escape(one.text)}</li>" for one in task.choices)
    listed = f'<ol class="choices">{choices}</ol>' if choices else ""
    letters = "".join(f"{one.letter}: " for one in task.choices if one.is_right)
    answer = "".join(_paragraphs(text) for text in (letters + task.answer, task.why) if text)
    hidden = (
        f"<details><summary>{escape(words('show-answer'))}</summary>{answer}</details>"
        if task.answer
        else ""
    )
    return (
        f'<div class="task"><h3>{escape(words("question"))} {escape(task.text)}</h3>'
        f"{listed}{hidden}{_cited(task.sources, paper, words)}</div>"
    )


def _cited(numbers: Sequence[int], paper: Paper, words: Words) -> str:
    """Sources in short, each a link to its full reference."""
    if not numbers:
        return ""
    links = "; ".join(
        f'<a href="#source-{number}">{escape(paper.names[number - 1])} [{number}]</a>'
        for number in numbers
    )
    return f'<p class="quiet">{escape(words("source")).replace("{0}", links)}</p>'


def _link(link: str, words: Words) -> str:
    told = escape(words("link")).replace("{0}", f"<code>{escape(link)}</code>")
    return f'<p class="quiet">{told}</p>'


def _sources(paper: Paper, words: Words) -> str:
    if not paper.references:
        return ""
    items = "".join(
        f'<li id="source-{number}">{escape(text)}</li>'
        for number, text in enumerate(paper.references, 1)
    )
    return (
        f'<section aria-labelledby="sources"><h2 id="sources">{escape(words("sources"))}</h2>'
        f"<ol>{items}</ol></section>"
    )


def _paragraphs(text: str) -> str:
    return "".join(map(_p, _lines(text)))


def _lines(text: str) -> Iterable[str]:
    return pieces(text)


def _p(text: str) -> str:
    return f"<p>{escape(text)}</p>"
