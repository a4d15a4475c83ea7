"""What one of five steps between certainly false and certainly true is worth."""

# P(true) of each step, in hundredths.
PERCENT = {1: 5, 2: 25, 3: 50, 4: 75, 5: 95}


def points(step: int, is_accurate: bool) -> int:
    """Return 0 to 100, rounded half up, in whole numbers all the way."""
    off = PERCENT[step] - (100 if is_accurate else 0)
    return (100 * 100 - off * off + 50) // 100
