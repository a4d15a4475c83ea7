"""Every format: the name of its folder, in the order in which editors see them."""

NAMES = (
    "choice",
    "confidence",
    "order",
    "feed",
    "chat",
    "spotter",
    "inspector",
    "sort",
    "search",
)
