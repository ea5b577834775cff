"""Sentences that several texts share, told once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

_END: Final = re.compile(r"(?<=[.!?])\s+")


def told_once(groups: Sequence[tuple[str, Sequence[int]]]) -> list[tuple[str, tuple[int, ...]]]:
    """Texts with those that have them; a sentence that several texts end or begin with stands last.

    >>> told_once([("One. Both.", [0]), ("Two. Both.", [1])])
    [('One.', (0,)), ('Two.', (1,)), ('Both.', (0, 1))]
    """
    parted = [(_END.split(text), who) for text, who in groups]
    count = Counter(sentence for sentences, _ in parted for sentence in dict.fromkeys(sentences))
    told = [
        (" ".join(one for one in sentences if count[one] == 1), tuple(who))
        for sentences, who in parted
    ]
    shared = [
        (one, tuple(at for sentences, who in parted if one in sentences for at in who))
        for one, times in count.items()
        if times > 1
    ]
    return [(text, who) for text, who in told if text] + shared
