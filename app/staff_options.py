"""The options of `python -m app staff` and `audit`: light, because every start of the program
reads them."""

from argparse import ArgumentParser

from domain.staff import EVERYWHERE, ORGANISATIONS, ROLES

WHERE = "a KATO code, its beginning, or * for everywhere (the default)"


def add_options(parser: ArgumentParser) -> None:
    """Who works here, and keys of their systems."""
    acts = parser.add_subparsers(dest="act", required=True)
    grant = acts.add_parser("grant", help="lets a person work for an organisation")
    grant.add_argument("person", type=int, help="a Telegram user id")
    grant.add_argument(
        "--organisation", required=True, help=f"{', '.join(ORGANISATIONS)} …, or * for all"
    )
    grant.add_argument("--area", default=EVERYWHERE, help=WHERE)
    grant.add_argument("--role", choices=ROLES, default="officer", help="a head grants to others")
    revoke = acts.add_parser("revoke", help="takes grants; effective at once")
    revoke.add_argument("person", type=int)
    revoke.add_argument("--organisation", help="only of this one")
    revoke.add_argument("--area", help="only for this area")
    acts.add_parser("list", help="who works here")
    key_options(acts.add_parser("key", help="keys for systems that call by HTTP"))


def key_options(parser: ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="key_act", required=True)
    add = acts.add_parser("add", help="one more; its last line is the key, shown once")
    add.add_argument("name", help="whose system it is")
    add.add_argument("--organisation", required=True)
    add.add_argument("--area", default=EVERYWHERE, help=WHERE)
    add.add_argument(
        "--person", type=int, help="the Telegram user id of who answers for it; needed to announce"
    )
    acts.add_parser("list", help="live keys")
    revoke = acts.add_parser("revoke", help="ends keys")
    revoke.add_argument("name")
    revoke.add_argument("--key", help="the last four characters of one; by default all end")
