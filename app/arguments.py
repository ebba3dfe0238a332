"""What can be written on the command line. Nothing heavy is imported here: `--help` answers at once."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from flows.form import Form

SUMMARY = "Reads draft laws and says what in them restricts civic space, where, how gravely, and by which words."
COMMANDS = {
    "scan": "analyse files and write an alert for each law in them",
    "schema": "print the JSON Schema of the JSON form",
}
EXITS = """exit status:
  0  every file was analysed, whether anything was found or not
  1  some file could not be; the results of the others are whole
  2  the command line is wrong
"""
ENVIRONMENT = """environment:
  CLAUSEWATCH_CACHE                      folder of the trained model
  CLAUSEWATCH_SECONDS, _MEMORY, _PAGES   most that reading one file may take: seconds, megabytes, pages
  NO_COLOR                               no colours on a terminal
"""
EXAMPLES = """examples:
  clausewatch scan bill.pdf
  clausewatch scan bill.pdf --format html > alert.html
  clausewatch scan bills/*.pdf --format docx --out memos --jobs 2
"""


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The command and its options; exits with 2 and a message where they are wrong, with 0 after help or version."""
    command = next(iter(arguments), "")
    if command == "scan":
        return _scan_parser().parse_intermixed_args(list(arguments[1:]))
    if command == "schema":
        return _schema_parser().parse_args(list(arguments[1:]))
    return _top_parser().parse_args(list(arguments))


def _top_parser() -> argparse.ArgumentParser:
    listed = "\n".join(f"  {name:8} {does}" for name, does in COMMANDS.items())
    parser = _parser("clausewatch", SUMMARY, f"commands:\n{listed}\n\nclausewatch COMMAND --help says more.\n")
    parser.add_argument("command", metavar="COMMAND", choices=COMMANDS, help="one of: " + ", ".join(COMMANDS))
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and exit")
    return parser


def _schema_parser() -> argparse.ArgumentParser:
    parser = _parser("clausewatch schema", "Prints the JSON Schema (2020-12) of one result of `clausewatch scan --format json`.", "")
    parser.set_defaults(command="schema")
    return parser


def _scan_parser() -> argparse.ArgumentParser:
    parser = _parser(
        "clausewatch scan",
        "Analyses draft laws (PDF, Word, HTML, plain text). Nothing leaves this computer. One FILE without --out is printed to"
        " standard output; with --out each law becomes a file DIR/<name of FILE>.<ending>.",
        f"{EXAMPLES}\n{EXITS}\n{ENVIRONMENT}",
    )
    parser.set_defaults(command="scan")
    parser.add_argument("files", metavar="FILE", nargs="+", help="a draft law, or a gazette that holds several")
    parser.add_argument(
        "--format", choices=[form.value for form in Form], default=Form.TEXT.value, help="form of the alert (default: text)"
    )
    parser.add_argument("--out", metavar="DIR", help="write to this folder, made if need be; needed for several FILEs")
    parser.add_argument("--all", action="store_true", help="JSON: also every provision, with the probability of each family")
    parser.add_argument("--jobs", metavar="N", type=_count, default=1, help="read N files at the same time (default: 1)")
    parser.add_argument("--password", metavar="P", help="opens an encrypted file")
    parser.add_argument("--fast", action="store_true", help="judge without the language model: faster, less well (see the README)")
    return parser


def _parser(name: str, description: str, after: str) -> argparse.ArgumentParser:
    return argparse.ArgumentParser(
        prog=name, description=description, epilog=after, allow_abbrev=False, formatter_class=argparse.RawDescriptionHelpFormatter
    )


def _count(given: str) -> int:
    if not given.isdecimal() or not 1 <= int(given) <= 64:
        raise argparse.ArgumentTypeError(f"{given!r} is not a whole number from 1 to 64")
    return int(given)


class _Version(argparse.Action):
    """Reads the version only when it is asked for: looking it up takes longer than all else here."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version  # noqa: PLC0415

        print(f"clausewatch {version('clausewatch')}")  # noqa: T201 - what was asked for
        parser.exit()
