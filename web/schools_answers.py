"""What systems of staff are answered about schools and applications."""

from collections.abc import Mapping, Sequence
from typing import Any

from domain import audit
from domain.admission import desk
from domain.admission.applications import Application, Event
from domain.admission.reasons import PAPER
from domain.admission.vacancies import Office, Vacancy
from domain.forms.citizens import full_name
from web.desk_answers import moment


def school_told(
    number: str, office: Office, counts: Mapping[str, int], places: Sequence[Vacancy]
) -> dict[str, Any]:
    return {
        "id": number,
        "locality": office.locality,
        "names": dict(office.names),
        "applications": dict(counts),
        "places": [
            {
                "season": v.season,
                "grade": v.grade,
                "language": v.language,
                "places": v.places,
                "taken": v.taken,
                "free": v.free,
            }
            for v in places
        ],
    }


def application_told(a: Application) -> dict[str, Any]:
    """A line of a list. `version` is what a decision is about; `fields` what the parent of a
    refused one may put right."""
    told: dict[str, Any] = {
        "number": a.number,
        "version": a.version,
        "state": a.status,
        "school": a.school,
        "grade": a.grade,
        "language": a.language,
        "child": full_name(a.content["pupil"]),
    }
    when = {"sent": a.sent, "decided": a.decided, "originals": a.originals}
    told |= {name: moment(at) for name, at in when.items() if at is not None}
    if a.status not in ("refused", "signing") or a.reason is None:
        return told
    fields = [key.removeprefix(PAPER) for key in a.fields]
    return {**told, "reason": a.reason, "fields": fields}


def full_told(a: Application, vacancy: Vacancy | None, events: Sequence[Event]) -> dict[str, Any]:
    home = a.content.get("home")
    return {
        **application_told(a),
        "pupil": person(a.content["pupil"]),
        "applicant": {
            **person(a.content["applicant"]),
            "phone": a.content["phone"],
            "mail": a.content["mail"],
        },
        **({"address": dict(home)} if home else {}),
        "basis": a.content["basis"]["by"],
        "free": vacancy.free if vacancy else 0,
        "papers": [
            {
                "paper": key.removeprefix(PAPER),
                "pages": kept["pages"],
                "bytes": kept["bytes"],
            }
            for key, kept in desk.papers(a).items()
        ],
        "history": [event_told(a, e) for e in events],
    }


def person(known: Mapping[str, Any]) -> dict[str, str]:
    return {"iin": known["iin"], "name": full_name(known), "born": known["born"]}


def event_told(a: Application, e: Event) -> dict[str, Any]:
    """`by` says whether it was the parent or staff; who of the staff stands in the audit."""
    by = "parent" if e.by == audit.person(a.person) else "staff"
    told: dict[str, Any] = {"status": e.status, "at": moment(e.at), "by": by}
    return told | ({"reason": e.reason} if e.reason else {})
