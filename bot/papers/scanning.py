"""Draw a text as a QR code, as SVG that stands inside a page."""

import segno


def code_svg(text: str, label: str) -> str:
    """Return the code of a text, to be scanned by any phone without a network."""
    code = segno.make(text, error="l", encoding="utf-8", micro=False)
    return code.svg_inline(
        scale=1, border=4, omitsize=True, title=label, svgclass="code", lineclass=None
    )
