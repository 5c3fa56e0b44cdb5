"""``textnorm serve``: the playground, until Ctrl-C."""

from __future__ import annotations

import sys

from textnorm.cli.messages import Failure, reason


def serve(port: int, open_browser: bool) -> int:
    """Serve the page on this machine; prints its address."""
    from textnorm.report.server import ADDRESS, server

    try:
        running = server(port)
    except (OSError, OverflowError) as error:
        raise Failure(reason(error), f"{ADDRESS}:{port}") from None
    address = f"http://{ADDRESS}:{running.server_port}/"
    sys.stdout.write(f"{address}  (Ctrl-C ends it)\n")
    sys.stdout.flush()
    if open_browser:
        import webbrowser

        webbrowser.open(address)
    with running:
        running.serve_forever()
    return 0
