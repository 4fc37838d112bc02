"""What is served over HTTP, put together."""

from aiohttp import web

from app.codes import code_routes
from app.config import Settings
from app.parts import Parts
from app.place import Place
from app.signing import signing_routes
from app.staff_routes import staff_routes
from bot.handlers.account import email_confirmed
from bot.talk import House
from web import health, moving, webhook
from web.documents import Checks
from web.links import Links


def web_routes(settings: Settings, house: House, place: Place, parts: Parts) -> list[web.RouteDef]:
    bot_url = place.bot_url if place.key else f"{place.bot_url}/{house.username}"
    links = Links(
        house.database,
        house.words,
        house.clock,
        bot_url,
        lambda store, account, known: email_confirmed(house, store, account, known),
    )
    url = place.public_url
    routes = [
        *links.routes(),
        *staff_routes(house),
        *signing_routes(settings, house, parts.over, url=url),
        *health.routes({"database": lambda: database_works(house)}),
    ]
    if parts.walker is not None:
        routes.append(moving.route(place.key, parts.walker.move))
    if settings.intake == "webhook" and settings.webhook_secret is not None:
        secret = settings.webhook_secret.get_secret_value()
        routes.append(webhook.route(secret, parts.intake.accept))
    hops = settings.proxy_hops
    routes.extend(Checks(house.database, house.words, house.clock, hops).routes())
    return [*routes, *code_routes(house, parts.codes.post, bot_url=bot_url, url=url, hops=hops)]


async def database_works(house: House) -> str:
    """Writes for real: a full disk is found here and not by a person."""
    now = house.clock.now().isoformat()
    try:
        await house.database.run(lambda store: store.facts.keep("last-probe", now))
    except Exception as trouble:  # noqa: BLE001 whatever it is, we are not ready
        return type(trouble).__name__
    return ""
