"""`runut serve`: the desk over HTTP."""

from __future__ import annotations

import click

from runut.cli.desks import desk_option, opened


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at.")
@click.option("--port", type=click.IntRange(1, 65535), default=8484, show_default=True, help="Port to listen at.")
@click.option("--name", "names", multiple=True, help="A name under which it is reached, such as runut.example.id.")
@click.option(
    "--rate", type=click.IntRange(1), default=6_000, show_default=True, help="Requests a minute, per address."
)
@desk_option
def command(*, host: str, port: int, names: tuple[str, ...], rate: int, address: str | None) -> None:
    """Serve the desk to browsers, and as JSON; /schema/openapi.json describes it, /health and /metrics are to monitor.

    On this machine everybody may read. Any other address demands a token (`runut access add`), writing an editor's. Put
    a server with TLS before it when it is reached over a network.
    """
    import uvicorn

    from runut.serve.journal import to_stderr
    from runut.serve.placing import placing
    from runut.web import desk_application

    with opened(address, create=True) as desk:
        app = desk_application(desk, host=host, rate=rate, names=names)
        to_stderr()
        click.echo(f"runut: http://{host}:{port}/", err=True)
        with placing(desk):
            uvicorn.run(app, host=host, port=port, log_level="warning", access_log=False, server_header=False)
