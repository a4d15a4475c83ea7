"""2,000 learners about whom everything is known give back what is known of them.

The log-linear correction draws d' and c towards 0, and with the 8 + 8 items of a
programme check that is more than the interval is wide. So the parameters themselves
are asked back from 200 + 200 items, where the correction is far inside the interval;
from 8 + 8 items, the exact expectation of the corrected measure under the same
parameters, summed over the binomial. One cohort in twenty is outside an interval of
95 % by right: where that would decide, twenty cohorts are asked.
"""

from collections import Counter
from math import comb, fsum
from statistics import fmean

import pytest

from quizzes.scoring.measures import calibration, detection, items, reliability
from quizzes.scoring.measures.dif import mantel_haenszel
from quizzes.scoring.measures.intervals import estimate_mean, wilson
from quizzes.scoring.measures.minimums import BIN_COHORT
from tests.quizzes.scoring.measures import synthetic

SEED = 2024
SEEDS = range(20)
SET = range(len(synthetic.DIFFICULTY))


def is_inside(interval, value):
    return interval.low <= value <= interval.high


@pytest.fixture(scope="module")
def known():
    return synthetic.people(SEED)


@pytest.fixture(scope="module")
def answered():
    return synthetic.answers(SEED)


def joint_by_language(answered, item):
    return Counter(
        (language, sum(row) - row[item], row[item]) for language, row in answered
    )


def expected_z(rate, n):
    """Return the mean of z((k + 0.5) / (n + 1)) over k of n at this rate."""
    return fsum(
        comb(n, k)
        * rate**k
        * (1 - rate) ** (n - k)
        * synthetic.NORMAL.inv_cdf((k + 0.5) / (n + 1))
        for k in range(n + 1)
    )


def test_d_prime_and_c_from_long_forms(known):
    found = detection.cohort(synthetic.detection_table(known, 200, SEED))
    assert (found.persons, found.is_pooled) == (synthetic.PERSONS, False)
    assert is_inside(found.d_prime.interval, synthetic.D_PRIME.mean)
    assert is_inside(found.c.interval, synthetic.C.mean)
    assert found.d_prime.interval.high - found.d_prime.interval.low < 0.06


def test_the_intervals_hold_the_parameters_as_often_as_they_say():
    """Of 20 cohorts 19 are expected; fewer than 17 would be too few."""
    inside = Counter()
    for seed in SEEDS:
        table = synthetic.detection_table(synthetic.people(seed), 200, seed)
        found = detection.cohort(table)
        inside["d'"] += is_inside(found.d_prime.interval, synthetic.D_PRIME.mean)
        inside["c"] += is_inside(found.c.interval, synthetic.C.mean)
        dif = mantel_haenszel(
            joint_by_language(synthetic.answers(seed), synthetic.DIF_ITEM), "ar", "en"
        )
        inside["DIF"] += is_inside(dif.interval, -2.35 * synthetic.DIF)
    assert min(inside.values()) >= 17


def test_d_prime_and_c_from_short_forms_are_what_the_correction_makes_of_them(known):
    found = detection.cohort(synthetic.detection_table(known, 8, SEED))
    z = [
        tuple(expected_z(rate, 8) for rate in synthetic.rates(*person))
        for person in known
    ]
    assert is_inside(found.d_prime.interval, fmean(h - f for h, f in z))
    assert is_inside(found.c.interval, fmean(-(h + f) / 2 for h, f in z))
    assert abs(found.c.value) < abs(synthetic.C.mean)
    assert found.d_prime.value < synthetic.D_PRIME.mean


def test_classes_of_twenty_five_give_back_the_same(known):
    classes = [
        synthetic.detection_table(known[start : start + 25], 200, start)
        for start in range(0, 1000, 25)
    ]
    d_prime, c = detection.bootstrap_averaged(classes, SEED)
    assert is_inside(d_prime, synthetic.D_PRIME.mean)
    assert is_inside(c, synthetic.C.mean)


def test_difficulties(answered):
    """Of 21 intervals of 95 %, one outside is expected and three would be too many."""
    rows = [row for language, row in answered if language == "ar"]
    inside = 0
    for item in SET:
        hard = synthetic.DIFFICULTY[item]
        p = synthetic.over_abilities(lambda a, b=hard: synthetic.logistic(a - b))
        correct = sum(row[item] for row in rows)
        assert items.difficulty(correct, len(rows)) == pytest.approx(p, abs=0.05)
        inside += is_inside(wilson(correct, len(rows)), p)
    assert inside >= len(SET) - 2


def test_every_item_of_a_good_set_discriminates(answered):
    rows = [row for _, row in answered]
    for item in SET:
        joint = items.joint_of(rows, item)
        assert items.discrimination_flag(items.point_biserial(joint)) == "good"
        assert items.upper_lower(joint) > 0.2


def test_reliability(answered):
    """1 - Σp(1-p|ability) / variance of totals: what Rasch says of these items."""
    rows = [row for language, row in answered if language == "ar"]

    def shares(ability):
        return [synthetic.logistic(ability - b) for b in synthetic.DIFFICULTY]

    p = [synthetic.over_abilities(lambda a, i=i: shares(a)[i], 401) for i in SET]
    true_mean = fsum(p)
    true_variance = synthetic.over_abilities(
        lambda a: (fsum(shares(a)) - true_mean) ** 2, 401
    )
    error = synthetic.over_abilities(lambda a: fsum(q * (1 - q) for q in shares(a)))
    totals = Counter(sum(row) for row in rows)
    correct = [sum(column) for column in zip(*rows, strict=True)]
    found = reliability.kr20(correct, totals)
    # KR-20 is a lower bound, close to it where items are of one kind.
    true = true_variance / (true_variance + error)
    assert found == pytest.approx(true, abs=0.03)
    assert reliability.sem(totals, found) == pytest.approx(error**0.5, rel=0.05)


def test_an_item_harder_in_english_is_found_and_no_other(answered):
    verdicts = {}
    for item in SET:
        table = joint_by_language(answered, item)
        found = mantel_haenszel(table, reference="ar", focal="en")
        assert (found.reference, found.focal) == (1000, 1000)
        verdicts[item] = found.verdict
        if item == synthetic.DIF_ITEM:
            assert is_inside(found.interval, -2.35 * synthetic.DIF)
    assert verdicts.pop(synthetic.DIF_ITEM) == "rewrite"
    assert set(verdicts.values()) == {"fine"}


def test_calibration():
    inside = 0
    for seed in SEEDS:
        bins = calibration.chart(synthetic.calibration_table(seed), BIN_COHORT)
        assert [one.step for one in bins] == [1, 2, 3, 4, 5]
        for one in bins:
            true = synthetic.TRUE_SHARE[one.step]
            assert one.share_accurate == pytest.approx(true, abs=0.035)
            inside += is_inside(one.interval, true)
    assert inside >= 0.9 * 5 * len(SEEDS)


def test_brier_and_overconfidence():
    table = synthetic.calibration_table(SEED)
    probability = calibration.PROBABILITY
    shares = synthetic.STEP_SHARE
    true = synthetic.TRUE_SHARE
    brier = fsum(
        share
        * (true[s] * (1 - probability[s]) ** 2 + (1 - true[s]) * probability[s] ** 2)
        for s, share in shares.items()
    )
    losses = estimate_mean(
        ((probability[s] - outcome) ** 2, n) for (s, outcome), n in table.items()
    )
    assert losses.value == pytest.approx(calibration.brier(table))
    assert is_inside(losses.interval, brier)

    sure = {s: share / (1 - shares[3]) for s, share in shares.items() if s != 3}
    confidence = fsum(max(probability[s], 1 - probability[s]) * sure[s] for s in sure)
    accuracy = fsum((true[s] if s > 3 else 1 - true[s]) * sure[s] for s in sure)
    over = calibration.overconfidence(table)
    right = round(over.accuracy * over.answers)
    assert is_inside(wilson(right, over.answers), accuracy)
    assert over.over == pytest.approx(confidence - accuracy, abs=0.01)
    assert over.over > 0
