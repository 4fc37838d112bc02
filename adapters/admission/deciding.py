"""What staff decide about an application, and what its parent hears of it: the same whether it is
decided in the chat or by HTTP. Decided twice, it is told once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from adapters.admission import notices
from adapters.admission.cards import Teller
from domain.admission import desk
from domain.admission.applications import Application
from domain.admission.desk import Officer
from domain.store import Store


@dataclass(frozen=True, slots=True)
class Deciding:
    """An officer who decides, in one transaction. Each raises what `domain.admission.desk` says;
    `version` is the one that was looked at."""

    told: Teller
    store: Store
    by: Officer
    now: datetime

    def accept(self, a: Application, version: int | None = None) -> Application:
        done, new = desk.accept(self.store, self.by, a, self.now, version)
        return self.tell(done) if new else done

    def refuse(
        self, a: Application, reason: str, papers: Sequence[str], version: int | None = None
    ) -> Application:
        done, new = desk.refuse(self.store, self.by, a, reason, papers, self.now, version)
        return self.tell(done) if new else done

    def hand_in(self, a: Application) -> Application:
        """The originals are at the school."""
        if desk.hand_in(self.store, self.by, a, self.now):
            notices.thanked(self.told, self.store, a, self.now)
        return self.store.admission.load(a.id) or a

    def tell(self, done: Application) -> Application:
        notices.decided(self.told, self.store, done, self.now)
        return done
