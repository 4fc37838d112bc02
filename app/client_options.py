"""The options of `python -m app clients`: light, because every start of the program reads them."""

from argparse import ArgumentParser

from domain.clients import SCOPES


def add_options(parser: ArgumentParser) -> None:
    """What may be given on the command line."""
    acts = parser.add_subparsers(dest="act", required=True)
    add = acts.add_parser("add", help="a new portal; the last line is its key, shown once")
    add.add_argument("name", help="what people read in the code message")
    terms_options(add)
    add.add_argument("--test", action="store_true", help="a key that sends nothing")
    acts.add_parser("list", help="portals, their keys and their use")
    change = acts.add_parser("change", help="other terms; what is not given stays")
    change.add_argument("name")
    terms_options(change)
    rotate = acts.add_parser("rotate", help="one more key; a third ends the oldest")
    rotate.add_argument("name")
    rotate.add_argument("--test", action="store_true", help="a key that sends nothing")
    revoke = acts.add_parser("revoke", help="ends keys")
    revoke.add_argument("name")
    revoke.add_argument("--key", help="the last four characters of one; by default all end")


def terms_options(parser: ArgumentParser) -> None:
    parser.add_argument("--scopes", help=f"some of {','.join(SCOPES)} (the default: all)")
    parser.add_argument("--networks", help="CIDR blocks it calls from, by commas")
    parser.add_argument("--hosts", help="hosts of its network that callbacks may go to by HTTP")
    parser.add_argument("--callback", help="where reports go when a request names no address")
    parser.add_argument("--per-second", type=int)
    parser.add_argument("--per-day", type=int)
