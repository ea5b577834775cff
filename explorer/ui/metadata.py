"""What a file says of itself to programs: title, what is seen, sources, versions, link."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from explorer import NAME, __version__


def xmp(title: str, about: str, sources: Sequence[str] = (), link: str = "") -> bytes:
    """The metadata of a PDF as an XMP packet, with Dublin Core's names.

    >>> b"<dc:identifier>timeline</dc:identifier>" in xmp("A", "B", ("C",), "timeline")
    True
    """
    fields = [
        _alternatives("dc:title", title),
        _alternatives("dc:description", about),
        f"<dc:identifier>{escape(link)}</dc:identifier>" if link else "",
        f"<dc:source>{escape(' | '.join(sources))}</dc:source>" if sources else "",
        f"<xmp:CreatorTool>{escape(f'{NAME} {__version__}')}</xmp:CreatorTool>",
    ]
    body = "\n".join(filter(None, fields))
    packet = f"""<?xpacket begin="\N{ZERO WIDTH NO-BREAK SPACE}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
{body}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
    return packet.encode("utf-8")


def _alternatives(name: str, text: str) -> str:
    item = f'<rdf:li xml:lang="x-default">{escape(text)}</rdf:li>'
    return f"<{name}><rdf:Alt>{item}</rdf:Alt></{name}>"
