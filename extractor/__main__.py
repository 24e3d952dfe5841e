"""`python -m extractor`, and the `extractor` command."""

from __future__ import annotations


def main() -> None:
    """Run the command line; Ctrl-C ends it quietly even while it is being imported."""
    try:
        from extractor.cli import main as run  # noqa: PLC0415
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    run()


if __name__ == "__main__":
    main()
