"""The veracity discernment scheme V, r, f, d, n, on our own items."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizzes.scoring.measures.intervals import Estimate, estimate_mean
from quizzes.scoring.measures.moments import require_share


@dataclass(frozen=True)
class Veracity:
    """One complete form; of K items, half are real and half are fake.

    `real` and `fake` (r and f, 0..K/2) were called what they are; `discernment` (V,
    0..K) is their sum. At most one of `distrust` (d) and `naivety` (n), 0..K/2, is
    not 0, and distrust - naivety = fake - real.
    """

    real: int
    fake: int
    discernment: int
    distrust: int
    naivety: int


@dataclass(frozen=True)
class CohortVeracity:
    """Means over persons, each on the scale of Veracity."""

    persons: int
    real: Estimate
    fake: Estimate
    discernment: Estimate
    distrust: Estimate
    naivety: Estimate


def score(real: int, fake: int, half: int) -> Veracity:
    """Score r and f out of `half` = K/2 each (Maertens et al. 2024).

    Raise ValueError unless both are 0..half.
    """
    require_share(real, half)
    require_share(fake, half)
    return Veracity(
        real=real,
        fake=fake,
        discernment=real + fake,
        distrust=max(0, fake - real),
        naivety=max(0, real - fake),
    )


def score_answers(answers: Sequence[tuple[bool, bool | None]]) -> Veracity | None:
    """Score rows of (is real, was called real); None is "not answered".

    None for an incomplete form, an empty one, or one that is not half and half.
    """
    reals = sum(is_real for is_real, _ in answers)
    if not answers or 2 * reals != len(answers):
        return None
    if any(called is None for _, called in answers):
        return None
    right = [is_real for is_real, called in answers if is_real == called]
    return score(sum(right), len(right) - sum(right), reals)


def cohort(table: Mapping[tuple[int, int], int], half: int) -> CohortVeracity | None:
    """Average complete forms of one length: {(r, f): persons}. None without persons.

    Raise ValueError for r or f outside 0..half.
    """
    scores = [(score(*key, half), persons) for key, persons in table.items()]
    real = estimate_mean((one.real, n) for one, n in scores)
    fake = estimate_mean((one.fake, n) for one, n in scores)
    discernment = estimate_mean((one.discernment, n) for one, n in scores)
    distrust = estimate_mean((one.distrust, n) for one, n in scores)
    naivety = estimate_mean((one.naivety, n) for one, n in scores)
    if not (real and fake and discernment and distrust and naivety):
        return None
    return CohortVeracity(real.count, real, fake, discernment, distrust, naivety)
