"""Applications to schools, and the places they are for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from adapters.db.rows.admission import OPEN, admission_events, admissions, catchment, vacancies
from adapters.db.rows.admission import admission_schools as offices
from adapters.db.rows.schools import schools
from adapters.db.shelf import Shelf, insert
from domain.admission.applications import Application, Event, Filed
from domain.admission.catchment import Stretch
from domain.admission.vacancies import Office, Vacancy, Wish
from domain.people import AccountId, PersonId
from domain.values.streets import street_key

NAMED = (schools.c.locality, schools.c.name_kk, schools.c.name_ru, schools.c.name_en)


class Admission(Shelf):
    """Rows of `admissions`, `admission_events`, `vacancies`, `catchment`, `admission_schools`."""

    __slots__ = ()

    def add(self, filed: Filed, now: datetime) -> Application:
        """A filed form; the same draft again gives the row it made."""
        self.connection.execute(
            insert(self.connection, admissions)
            .values(
                draft_id=filed.draft,
                person_id=filed.person,
                account_id=filed.account,
                season=filed.season,
                status="signing",
                fields=[],
                created_at=now,
                **self.of_content(filed.draft, filed.content),
            )
            .on_conflict_do_nothing()
        )
        found = self.one(admissions.c.draft_id == filed.draft)
        assert found is not None  # noqa: S101 just put there
        return found

    def of_content(self, draft: int, content: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "child_index": self.child_index(content["child"]),
            "school": content["school"],
            "grade": content["grade"],
            "language": content["language"],
            "content_sealed": self.sealed(dict(content), place(draft)),
        }

    def refill(
        self, application: Application, content: Mapping[str, Any], now: datetime
    ) -> Application | None:
        """New answers for one that was refused: it waits for a signature again, and keeps what
        was signed until then."""
        sealed = self.sealed(dict(content), mending(self.draft_of(application)))
        return self.change(application, status="signing", mended_sealed=sealed)

    def draft_of(self, application: Application) -> int:
        row = sa.select(admissions.c.draft_id).where(admissions.c.id == application.id)
        return int(self.connection.execute(row).scalar_one())

    def load(self, number: int) -> Application | None:
        return self.one(admissions.c.id == number)

    def by_number(self, number: str) -> Application | None:
        return self.one(admissions.c.number == number)

    def open_of(self, child: str, season: int) -> Application | None:
        """The one of this child that is under review or accepted."""
        return self.one(
            admissions.c.child_index == self.child_index(child),
            admissions.c.season == season,
            OPEN,
        )

    def of(self, person: PersonId) -> list[Application]:
        """A person's applications, the newest first."""
        return self.listed(admissions.c.person_id == person, descending=True)

    def waiting(self, schools: Sequence[str] | None, most: int) -> list[Application]:
        """Under review, the oldest first; of those schools only, if any are named."""
        where = [admissions.c.status == "review"]
        if schools is not None:
            where.append(admissions.c.school.in_(schools))
        return self.listed(*where, most=most)

    def at_school(
        self, school: str, status: str | None, most: int, after: int = 0
    ) -> list[Application]:
        """What was sent to a school, as it was signed, the oldest first; `after` is the last one
        seen."""
        sent = admissions.c.number.is_not(None)
        where = [admissions.c.school == school, admissions.c.id > after, sent]
        if status:
            where.append(admissions.c.status == status)
        return [a.as_signed for a in self.listed(*where, most=most)]

    def owing(self, school: str, since: int, most: int) -> tuple[list[Application], int]:
        """The accepted of the season `since` or a later one whose originals the school hasn't
        got, the oldest first, and how many they are in all."""
        where = (
            admissions.c.school == school,
            admissions.c.status == "accepted",
            admissions.c.originals_at.is_(None),
            admissions.c.season >= since,
        )
        count = sa.select(sa.func.count()).select_from(admissions).where(*where)
        return self.listed(*where, most=most), self.connection.execute(count).scalar_one()

    def counts(self) -> dict[str, dict[str, int]]:
        """How many applications of each status every school has."""
        query = (
            sa.select(admissions.c.school, admissions.c.status, sa.func.count())
            .where(admissions.c.number.is_not(None))
            .group_by(admissions.c.school, admissions.c.status)
        )
        found: dict[str, dict[str, int]] = {}
        for school, status, count in self.connection.execute(query):
            found.setdefault(school, {})[status] = count
        return found

    def review(self, application: Application, number: str, now: datetime) -> Application | None:
        """Under review, with its number; None if another one of this child was first (the unique
        index decides) or it doesn't wait any more."""
        first = application.sent or now
        signed: dict[str, Any] = {}
        if application.signed is not None:
            new = self.of_content(self.draft_of(application), application.content)
            signed = {**new, "mended_sealed": None}
        try:
            with self.connection.begin_nested():
                return self.change(
                    application,
                    status="review",
                    number=number,
                    sent_at=first,
                    decided_at=None,
                    **signed,
                )
        except IntegrityError:
            return None

    def refuse_again(self, application: Application) -> bool:
        """What was being put right is refused as before, with the answers that were signed; false
        if it was signed meanwhile."""
        waits = admissions.c.status == "signing"
        back = self.change(application, waits, status="refused", mended_sealed=None)
        return back is not None

    def decide(self, application: Application, now: datetime) -> Application | None:
        """Keeps a decision about one that is under review; None if it isn't any more."""
        return self.change(
            application,
            admissions.c.status == "review",
            status=application.status,
            reason=application.reason,
            fields=list(application.fields),
            decided_at=now,
        )

    def change(
        self, application: Application, *where: sa.ColumnElement[bool], **values: Any
    ) -> Application | None:
        """Changes the version that was seen, or nothing."""
        row = self.connection.execute(
            admissions.update()
            .where(
                admissions.c.id == application.id,
                admissions.c.version == application.version,
                *where,
            )
            .values(version=admissions.c.version + 1, **values)
            .returning(admissions)
        ).one_or_none()
        return None if row is None else self.application(row)

    def hand_in(self, number: int, now: datetime) -> bool:
        handed = (
            admissions.update()
            .where(
                admissions.c.id == number,
                admissions.c.status == "accepted",
                admissions.c.originals_at.is_(None),
            )
            .values(originals_at=now)
        )
        return bool(self.connection.execute(handed).rowcount)

    def drop(self, application: Application) -> bool:
        """Deletes what was never signed; false if it was signed or changed meanwhile."""
        unsigned = admissions.delete().where(
            admissions.c.id == application.id,
            admissions.c.version == application.version,
            admissions.c.status == "signing",
            admissions.c.number.is_(None),
        )
        return bool(self.connection.execute(unsigned).rowcount)

    def erase(self, person: PersonId) -> None:
        """Erases a person's applications. A place that was given is free again, unless the
        originals are at the school: then the child goes there."""
        mine = self.of(person)
        for application in mine:
            if application.waits_for_originals:
                self.free_place(application)
        numbers = [a.id for a in mine]
        events = admission_events.c.admission_id.in_(numbers)
        self.connection.execute(admission_events.delete().where(events))
        self.connection.execute(admissions.delete().where(admissions.c.id.in_(numbers)))

    def one(self, *where: sa.ColumnElement[bool]) -> Application | None:
        row = self.connection.execute(sa.select(admissions).where(*where)).one_or_none()
        return None if row is None else self.application(row)

    def listed(
        self, *where: sa.ColumnElement[bool], most: int = 200, descending: bool = False
    ) -> list[Application]:
        order = admissions.c.id.desc() if descending else admissions.c.id
        query = sa.select(admissions).where(*where).order_by(order).limit(most)
        return [self.application(row) for row in self.connection.execute(query)]

    def application(self, row: Any) -> Application:
        signed = self.opened(row.content_sealed, place(row.draft_id))
        known = self.as_signed(row, signed)
        if row.mended_sealed is None:
            return known
        new = self.opened(row.mended_sealed, mending(row.draft_id))
        wish = {key: new[key] for key in ("school", "grade", "language")}
        return replace(known, **wish, content=new, signed=signed)

    def as_signed(self, row: Any, content: Mapping[str, Any]) -> Application:
        return Application(
            id=row.id,
            person=PersonId(row.person_id),
            account=AccountId(row.account_id),
            season=row.season,
            school=row.school,
            grade=row.grade,
            language=row.language,
            status=row.status,
            content=content,
            version=row.version,
            created=row.created_at,
            number=row.number,
            sent=row.sent_at,
            decided=row.decided_at,
            reason=row.reason,
            fields=tuple(row.fields),
            originals=row.originals_at,
        )

    def note(
        self,
        number: int,
        status: str,
        now: datetime,
        *,
        by: str,
        reason: str | None = None,
        fields: Sequence[str] = (),
    ) -> None:
        self.connection.execute(
            admission_events.insert(),
            {
                "admission_id": number,
                "status": status,
                "actor": by,
                "reason": reason,
                "fields": list(fields),
                "at": now,
            },
        )

    def history(self, number: int) -> list[Event]:
        query = (
            sa.select(admission_events)
            .where(admission_events.c.admission_id == number)
            .order_by(admission_events.c.id)
        )
        return [
            Event(r.status, r.at, r.actor, r.reason, tuple(r.fields))
            for r in self.connection.execute(query)
        ]

    def take_place(self, application: Application) -> bool:
        """Takes one place of its season; false when none is free."""
        taken = (
            vacancies.update()
            .where(*at(application.wish), vacancies.c.taken < vacancies.c.places)
            .values(taken=vacancies.c.taken + 1)
        )
        return bool(self.connection.execute(taken).rowcount)

    def free_place(self, application: Application) -> None:
        here = at(application.wish)
        self.connection.execute(
            vacancies.update()
            .where(*here, vacancies.c.taken > 0)
            .values(taken=vacancies.c.taken - 1)
        )

    def vacancy(self, wish: Wish) -> Vacancy | None:
        query = sa.select(vacancies).where(*at(wish))
        row = self.connection.execute(query).one_or_none()
        return None if row is None else vacancy(row)

    def vacancies(self, season: int, grade: str, language: str) -> list[Vacancy]:
        """Where there is room for a grade and language, most of it first."""
        query = (
            sa.select(vacancies)
            .where(
                vacancies.c.season == season,
                vacancies.c.grade == grade,
                vacancies.c.language == language,
                vacancies.c.taken < vacancies.c.places,
            )
            .order_by((vacancies.c.taken - vacancies.c.places), vacancies.c.school)
        )
        return [vacancy(row) for row in self.connection.execute(query)]

    def all_vacancies(self, season: int) -> list[Vacancy]:
        query = (
            sa.select(vacancies)
            .where(vacancies.c.season == season)
            .order_by(vacancies.c.school, vacancies.c.grade, vacancies.c.language)
        )
        return [vacancy(row) for row in self.connection.execute(query)]

    def put_vacancies(self, rows: Iterable[Vacancy]) -> None:
        """Adds places, or says anew how many there are; never fewer than are taken."""
        listed = [
            {
                "season": v.season,
                "school": v.school,
                "grade": v.grade,
                "language": v.language,
                "places": v.places,
            }
            for v in rows
        ]
        if not listed:
            return
        new = insert(self.connection, vacancies)
        self.connection.execute(
            new.on_conflict_do_update(
                index_elements=["season", "school", "grade", "language"],
                set_={"places": new.excluded.places},
                where=vacancies.c.taken <= new.excluded.places,
            ),
            listed,
        )

    def street(self, locality: str, key: str) -> list[Stretch]:
        here = catchment.c.locality == locality, catchment.c.street_key == key
        return self.stretches(*here)

    def all_stretches(self) -> list[Stretch]:
        return self.stretches()

    def stretches(self, *where: sa.ColumnElement[bool]) -> list[Stretch]:
        query = sa.select(catchment).where(*where).order_by(catchment.c.id)
        return [
            Stretch(r.locality, r.street, r.school, r.side, r.first_house, r.last_house)
            for r in self.connection.execute(query)
        ]

    def put_catchment(self, rows: Iterable[Stretch]) -> None:
        """Replaces the catchment areas of the localities named."""
        listed = [
            {
                "locality": s.locality,
                "street": s.street,
                "street_key": street_key(s.street),
                "side": s.side,
                "first_house": s.first,
                "last_house": s.last,
                "school": s.school,
            }
            for s in rows
        ]
        if not listed:
            return
        here = {row["locality"] for row in listed}
        self.connection.execute(catchment.delete().where(catchment.c.locality.in_(here)))
        self.connection.execute(catchment.insert(), listed)

    def offices(self) -> dict[str, Office]:
        """The schools that admit here."""
        query = sa.select(offices, *NAMED).join(schools, schools.c.id == offices.c.school)
        return {
            r.school: Office(
                r.school,
                r.locality,
                {"kk": r.name_kk, "ru": r.name_ru, "en": r.name_en},
                r.address,
                r.phone,
            )
            for r in self.connection.execute(query)
        }

    def put_offices(self, rows: Iterable[Office]) -> None:
        listed = [{"school": o.school, "address": dict(o.address), "phone": o.phone} for o in rows]
        if not listed:
            return
        new = insert(self.connection, offices)
        replaced = {c: new.excluded[c] for c in ("address", "phone")}
        statement = new.on_conflict_do_update(index_elements=["school"], set_=replaced)
        self.connection.execute(statement, listed)

    def child_index(self, iin: str) -> bytes:
        return self.seal.index("child", iin)


def at(wish: Wish) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        vacancies.c.season == wish.season,
        vacancies.c.school == wish.school,
        vacancies.c.grade == wish.grade,
        vacancies.c.language == wish.language,
    )


def vacancy(row: Any) -> Vacancy:
    return Vacancy(row.season, row.school, row.grade, row.language, row.places, row.taken)


def place(draft: int) -> str:
    return f"admissions.content:{draft}"


def mending(draft: int) -> str:
    return f"admissions.mended:{draft}"
