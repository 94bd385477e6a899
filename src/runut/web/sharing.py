"""What can be sent: a paragraph with footnotes, and the report that is one file."""

from __future__ import annotations

import re
from typing import Annotated

from litestar import Response, get
from litestar.params import QueryParameter

from runut.desk import show
from runut.reports.brief import brief
from runut.reports.page import html
from runut.reports.texts import Interface
from runut.serve.door import READER
from runut.serve.held import HeldDesk
from runut.web.article import Name, Version
from runut.web.pages import page
from runut.web.viewer import Asking, viewer

Language = Annotated[Interface, QueryParameter()]


@get("/articles/{article:str}/brief", opt=READER, include_in_schema=False, sync_to_thread=True)
def show_brief(
    request: Asking, desk: HeldDesk, article: Name, language: Language = "id", version: Version = None
) -> Response[str]:
    """A paragraph to paste, in a language of its own choice."""
    found = show(desk, article, version=version)
    return page(
        request, "brief.html", article=found, record=found.record, brief=brief(found.record, language), spoken=language
    )


@get("/articles/{article:str}/report.html", opt=READER, include_in_schema=False, sync_to_thread=True)
def send_report(request: Asking, desk: HeldDesk, article: Name, version: Version = None) -> Response[str]:
    """The report, to be saved: it is made to be opened outside of the desk."""
    found = show(desk, article, version=version)
    name = f"runut-{re.sub(r'[^A-Za-z0-9-]', '', found.article)[:40]}.html"
    sent = {"Content-Disposition": f'attachment; filename="{name}"', "Content-Security-Policy": "sandbox"}
    return Response(html(found.record, viewer(request).language), media_type="text/html", headers=sent)


ROUTES = (show_brief, send_report)
