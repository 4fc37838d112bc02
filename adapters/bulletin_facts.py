"""A vacancy and its kindergarten, read together for whoever speaks of them."""

from dataclasses import dataclass

from domain.kindergartens import Kindergarten
from domain.queue.bulletins import Vacancy, VacancyId
from domain.store import Store


@dataclass(frozen=True, slots=True)
class Place:
    """A vacancy where it is."""

    vacancy: Vacancy
    kindergarten: Kindergarten


def place_of(store: Store, vacancy: VacancyId) -> Place | None:
    v = store.bulletins.vacancy(vacancy)
    k = None if v is None else store.kindergartens.kindergarten(v.kindergarten)
    return None if v is None or k is None else Place(v, k)
