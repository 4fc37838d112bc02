"""What systems of staff call, put together."""

from aiohttp import web

from adapters.desk_words import DeskWords
from bot.talk import House
from web.desk import Desk
from web.kindergartens import Kindergartens
from web.school_tables import SchoolTables
from web.schools import Schools
from web.vacancies import Vacancies


def staff_routes(house: House) -> list[web.RouteDef]:
    """All of them stand in web/openapi_staff.json; a test holds them to it."""
    database, clock, words = house.database, house.clock, house.words
    desk_words = DeskWords(words, house.announce_rate)
    return [
        *Kindergartens(database, clock, words, house.atlas).routes(),
        *Vacancies(database, clock, words, house.rules).routes(),
        *Schools(database, clock, house.files, house.teller).routes(),
        *SchoolTables(database, clock, house.teller).routes(),
        *Desk(database, clock, house.atlas, desk_words).routes(),
    ]
