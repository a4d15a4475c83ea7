"""A cohort of 2,000 learners about whom everything is known, as tallies.

Half learn in Arabic ("ar"), half in English ("en"), with the same abilities. What each
knows is drawn from the distributions below; each answer is then drawn from what its
learner knows. The same seed gives the same cohort.
"""

from collections import Counter
from math import exp, fsum
from random import Random
from statistics import NormalDist

PERSONS = 2000
NORMAL = NormalDist()

# Signal detection: d' and c vary between persons.
D_PRIME, C = NormalDist(1.2, 0.5), NormalDist(-0.2, 0.3)

# A Rasch set: logits of difficulty, abilities from N(0, 1). One item is harder in
# English by DIF logits than the learner's ability says.
DIFFICULTY = [-1.6 + 0.16 * n for n in range(21)]
DIF_ITEM, DIF = 10, 0.8

# Confidence: how often each step is chosen, and what is true of those answers.
STEP_SHARE = {1: 0.2, 2: 0.2, 3: 0.15, 4: 0.25, 5: 0.2}
TRUE_SHARE = {1: 0.15, 2: 0.3, 3: 0.5, 4: 0.65, 5: 0.8}
ANSWERS_EACH = 8


def people(seed):
    """Return (d', c) of each learner."""
    lots = Random(seed)
    return [
        (lots.gauss(D_PRIME.mean, D_PRIME.stdev), lots.gauss(C.mean, C.stdev))
        for _ in range(PERSONS)
    ]


def rates(d_prime, c):
    """Return the true hit and false-alarm rates: z(H) = d'/2 - c, z(F) = -d'/2 - c."""
    return NORMAL.cdf(d_prime / 2 - c), NORMAL.cdf(-d_prime / 2 - c)


def detection_table(known, items, seed):
    """Tally answers to so many items of each half, from each learner's d' and c."""
    lots = Random(seed)
    table = Counter()
    for d_prime, c in known:
        hits, alarms = (
            sum(lots.random() < rate for _ in range(items))
            for rate in rates(d_prime, c)
        )
        table[hits, items, alarms, items] += 1
    return table


def logistic(x):
    return 1 / (1 + exp(-x))


def answers(seed):
    """Return (language, 0/1 of each item) of each learner."""
    lots = Random(seed)
    rows = []
    for number in range(PERSONS):
        language, ability = ("ar", "en")[number % 2], lots.gauss(0, 1)
        hard = [
            b + (DIF if (language, item) == ("en", DIF_ITEM) else 0)
            for item, b in enumerate(DIFFICULTY)
        ]
        row = [int(lots.random() < logistic(ability - b)) for b in hard]
        rows.append((language, row))
    return rows


def over_abilities(function, points=2001):
    """Return the mean of a function over abilities from N(0, 1)."""
    middles = (NORMAL.inv_cdf((n + 0.5) / points) for n in range(points))
    return fsum(function(ability) for ability in middles) / points


def calibration_table(seed):
    """Tally (step, is accurate) of every learner's answers."""
    lots = Random(seed)
    steps = lots.choices(
        list(STEP_SHARE), list(STEP_SHARE.values()), k=PERSONS * ANSWERS_EACH
    )
    return Counter((step, lots.random() < TRUE_SHARE[step]) for step in steps)
