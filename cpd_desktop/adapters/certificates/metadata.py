"""What a certificate says about itself to archives: its title, and the standards it follows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from cpd_desktop.adapters.certificates.pdf_parts import raw_stream

if TYPE_CHECKING:
    from datetime import datetime

PRODUCER: Final = "CPD Desktop"
_NOT_IN_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# The Unicode identifier of this packet is the same in every file by the standard of XMP.
_PACKET: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">@title@</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>@language@</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>@made@</xmp:CreateDate>
<xmp:ModifyDate>@made@</xmp:ModifyDate>
<pdf:Producer>@producer@</pdf:Producer>
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Which part of PDF/UA it follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def metadata(title: str, language: str, made: datetime) -> bytes:
    """Return the metadata stream; archives want it uncompressed."""
    values = {
        "@title@": escape(_NOT_IN_XML.sub("", title)),
        "@language@": escape(language),
        "@made@": f"{made:%Y-%m-%dT%H:%M:%S}{f'{made:%z}'[:3]}:{f'{made:%z}'[3:5]}",
        "@producer@": PRODUCER,
    }
    packet = _PLACES.sub(lambda found: values[found[0]], _PACKET)
    return raw_stream(packet.encode(), b"/Type/Metadata/Subtype/XML")


_PLACES: Final = re.compile("@[a-z]+@")
