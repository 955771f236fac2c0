"""Write pages from templates; every word of a citizen or of the map is escaped."""

import hashlib
from functools import partial
from pathlib import Path

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
)
from starlette.responses import HTMLResponse

from bot.channels.web.furniture import Furniture
from bot.channels.web.joints import joints
from bot.channels.web.visitors import Visitor
from bot.core.knowledge import Knowledge
from bot.core.phrases import say

HOME = Path(__file__).parent
PLACES = {
    "/": "问路",
    "/deadline": "算日子",
    "/today": "每日一题",
    "/glossary": "名词解释",
    "/rights": "您有哪些权利",
    "/offices": "去哪儿、打哪个电话",
    "/about": "关于和隐私",
}
"""Pages everybody may see, by address."""
REFUSALS = {
    400: "这个请求看不懂，没有处理。",
    403: "为了安全，这一下没有收。请回到问路再点一次；总是这样，请允许本站的Cookie。",
    404: "没有这一页。",
    405: "这里不能这样用。",
    408: "等得太久，没有收全。请再来一次。",
    413: "写得太长了。请用一两句话说说是什么事。",
    415: "这个请求看不懂，没有处理。",
    429: "点得太快了。请等几秒，再点一次。",
    500: "对不起，这里出了错。您前面的回答还在，请再点一次。",
}
"""What is said when something is refused, by status."""


class Pages:
    """Write every page of the site."""

    def __init__(
        self, knowledge: Knowledge, furniture: Furniture | None = None
    ) -> None:
        self.style = (HOME / "static" / "style.css").read_bytes()
        folders = {"web": FileSystemLoader(HOME / "templates")}
        own = [furniture.templates] if furniture else []
        self.addresses = frozenset(PLACES)
        self.script = b""
        if furniture:
            self.style += furniture.style.read_bytes()
            self.script = furniture.script.read_bytes()
            self.addresses |= furniture.addresses
        self.mark = (HOME / "static" / "mark.svg").read_bytes()
        print_of_style = hashlib.sha256(self.style).hexdigest()[:12]
        self.style_address = f"/style-{print_of_style}.css"
        print_of_script = hashlib.sha256(self.script).hexdigest()[:12]
        self.script_address = f"/script-{print_of_script}.js"
        self._templates = Environment(
            loader=ChoiceLoader(
                [FileSystemLoader([*own, HOME / "templates"]), PrefixLoader(folders)]
            ),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._templates.filters["joints"] = joints
        self._templates.globals["say"] = partial(say, knowledge)
        self._templates.globals.update(furniture.words if furniture else {})

    def write(
        self,
        template: str,
        visitor: Visitor | None,
        address: str = "",
        status: int = 200,
        **parts: object,
    ) -> HTMLResponse:
        """Return a page for a visitor, or for nobody in particular."""
        text = self._templates.get_template(template).render(
            visitor=visitor,
            address=address,
            places=PLACES,
            style=self.style_address,
            script=self.script_address,
            **parts,
        )
        return HTMLResponse(text, status)

    def part(self, template: str, **parts: object) -> str:
        """Return a part of a page that is put in where its mark stands."""
        return self._templates.get_template(template).render(parts)

    def fault(self, status: int) -> HTMLResponse:
        """Return the page that says why something was refused."""
        return self.write("fault.html", None, status=status, words=refusal(status))


def refusal(status: int) -> str:
    """Return what is said when something is refused."""
    return REFUSALS.get(status, REFUSALS[400])
