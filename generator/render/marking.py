"""The label of the Traffic Light Protocol as it stands at the top and the bottom of every page."""

from markupsafe import Markup

from generator.model import Tlp

_COLOURS: dict[Tlp, str] = {
    "TLP:RED": "red",
    "TLP:AMBER+STRICT": "amber",
    "TLP:AMBER": "amber",
    "TLP:GREEN": "green",
    "TLP:CLEAR": "clear",
}


def label(tlp: Tlp | None) -> Markup:
    """The label as HTML, which Markdown keeps as it is; nothing where the brief has none."""
    return Markup(f'<p class="tlp"><strong class="{_COLOURS[tlp]}">{tlp}</strong></p>') if tlp else Markup("")
