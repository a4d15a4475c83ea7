"""Icons on a 24 px grid, drawn with a round 2 px stroke in the text's colour."""

ICONS = {
    "pause": '<path d="M9 6v12M15 6v12" stroke-width="3.4"/>',
    "check": '<path d="M5 12.5l4.6 4.5L19 7.5"/>',
    "x": '<path d="M6 6l12 12M18 6L6 18"/>',
    "chev": '<path d="M9.5 5l7 7-7 7"/>',
    "down": '<path d="M5 9.5l7 7 7-7"/>',
    "arrow": '<path d="M4.5 12h15M13 5.5l6.5 6.5-6.5 6.5"/>',
    "share": '<path d="M14 4.5l6 6-6 6M20 10.5h-9.5a6 6 0 0 0-6 6v3"/>',
    "flag": '<path d="M6 21V4h11.5l-2.6 4.2 2.6 4.3H6"/>',
    "search": '<circle cx="10.8" cy="10.8" r="6.3"/><path d="M15.6 15.6l4.9 4.9"/>',
    "zoom": (
        '<circle cx="10.8" cy="10.8" r="6.3"/>'
        '<path d="M15.6 15.6l4.9 4.9M10.8 8.3v5M8.3 10.8h5"/>'
    ),
    "eye": (
        '<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 '
        '2.5 12z"/><circle cx="12" cy="12" r="2.8"/>'
    ),
    "clock": '<circle cx="12" cy="12" r="8.5"/><path d="M12 7.3V12l3.2 2"/>',
    "download": '<path d="M12 4v11.5M7.3 11l4.7 4.6 4.7-4.6M5 20h14"/>',
    "saved": '<path d="M12 3.5v8M8.5 8.2l3.5 3.4 3.5-3.4M4.5 16l4 4L19.5 15"/>',
    "globe": (
        '<circle cx="12" cy="12" r="8.5"/>'
        '<path d="M3.5 12h17M12 3.5c2.6 2.5 3.9 5.3 3.9 8.5s-1.3 6-3.9 '
        '8.5c-2.6-2.5-3.9-5.3-3.9-8.5s1.3-6 3.9-8.5z"/>'
    ),
    "book": (
        '<path d="M4 5.5c2.8-1 5.5-.8 8 .9 2.5-1.7 5.2-1.9 '
        '8-.9v13c-2.8-1-5.5-.8-8 .9-2.5-1.7-5.2-1.9-8-.9zM12 6.4v13"/>'
    ),
    "chart": '<path d="M5 20v-8M12 20V4.5M19 20v-5.5"/>',
    "rosette": (
        '<circle cx="12" cy="12" r="2.2"/><circle cx="12" cy="4.8" r="1.7"/>'
        '<circle cx="18.2" cy="8.4" r="1.7"/>'
        '<circle cx="18.2" cy="15.6" r="1.7"/>'
        '<circle cx="12" cy="19.2" r="1.7"/>'
        '<circle cx="5.8" cy="15.6" r="1.7"/>'
        '<circle cx="5.8" cy="8.4" r="1.7"/>'
    ),
    "users": (
        '<circle cx="9" cy="8" r="3.6"/>'
        '<path d="M2.6 20c.4-4.2 2.9-6.2 6.4-6.2s6 2 6.4 6.2M16 4.7a3.6 3.6 0 '
        '0 1 0 6.6M18 14.4c2 .8 3.2 2.7 3.4 5.6"/>'
    ),
    "user": (
        '<circle cx="12" cy="8" r="3.8"/>'
        '<path d="M4.8 20c.5-4.3 3.4-6.3 7.2-6.3s6.7 2 7.2 6.3"/>'
    ),
    "megaphone": (
        '<path d="M4 10v4l3 .6 7.5 4.4V5L7 9.4zM18 9.2a4.4 4.4 0 0 1 0 5.6M8 15v4.2"/>'
    ),
    "lock": (
        '<rect x="5" y="10.5" width="14" height="10" rx="2"/>'
        '<path d="M8 10.5V8a4 4 0 0 1 8 0v2.5M12 14.5v2"/>'
    ),
    "key": '<circle cx="8" cy="15.5" r="4.2"/><path d="M11 12.5L19.5 4M16 7.4l3 3"/>',
    "copy": (
        '<rect x="9" y="9" width="11" height="11" rx="2"/>'
        '<path d="M5.5 15H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1h9a1 1 0 0 1 1 1v.5"/>'
    ),
    "print": (
        '<path d="M7 8V4h10v4M7 17H4v-6.5A2.5 2.5 0 0 1 6.5 8h11A2.5 2.5 0 0 1 '
        '20 10.5V17h-3M7 14h10v6.5H7z"/>'
    ),
    "plus": '<path d="M12 5v14M5 12h14"/>',
    "calendar": (
        '<rect x="4" y="5.5" width="16" height="15" rx="2"/>'
        '<path d="M4 10.5h16M8.5 3v4.5M15.5 3v4.5"/>'
    ),
    "alert": '<path d="M12 4L2.8 19.5h18.4zM12 10v4.3M12 17v.1"/>',
    "info": '<circle cx="12" cy="12" r="8.5"/><path d="M12 11.2v5M12 7.8v.1"/>',
    "bulb": (
        '<path d="M9 18h6M10.3 21h3.4M12 3a6.2 6.2 0 0 0-3.7 11.2c.7.5 1 1.1 1 '
        '1.8h5.4c0-.7.3-1.3 1-1.8A6.2 6.2 0 0 0 12 3z"/>'
    ),
    "link": (
        '<path d="M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 '
        '0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1"/>'
    ),
    "image": (
        '<rect x="3.5" y="5" width="17" height="14" rx="2"/>'
        '<circle cx="8.5" cy="10" r="1.4"/>'
        '<path d="M4 17.5l5-4.5 3.5 3 3.5-3.5 4.5 4"/>'
    ),
    "chat": (
        '<path d="M5.5 4.5h13A1.5 1.5 0 0 1 20 6v9a1.5 1.5 0 0 1-1.5 '
        '1.5H11L6.5 20v-3.5h-1A1.5 1.5 0 0 1 4 15V6a1.5 1.5 0 0 1 1.5-1.5z"/>'
    ),
    "award": (
        '<circle cx="12" cy="9" r="5.5"/><path d="M8.5 13.5L7 21l5-2.5 5 2.5-1.5-7.5"/>'
    ),
    "heart": (
        '<path d="M12 20s-8-4.6-8-10.2A4.4 4.4 0 0 1 12 7.4a4.4 4.4 0 0 1 8 '
        '2.4C20 15.4 12 20 12 20z"/>'
    ),
    "more": '<path d="M5 12h.01M12 12h.01M19 12h.01" stroke-width="3.2"/>',
    "refresh": '<path d="M19.5 12a7.5 7.5 0 1 1-2.4-5.5L20 9M20 4v5h-5"/>',
    "external": '<path d="M13.5 5H19v5.5M19 5l-8.5 8.5M17 14v5H5V7h5"/>',
    "moon": '<path d="M20 14.5A8.5 8.5 0 1 1 9.5 4a7 7 0 0 0 10.5 10.5z"/>',
    "shield": (
        '<path d="M12 3l7.5 2.6V11c0 4.8-3 8.2-7.5 '
        '10-4.5-1.8-7.5-5.2-7.5-10V5.6zM8.5 12l2.6 2.5 4.6-4.7"/>'
    ),
    "doc": '<path d="M6 3h8l4 4v14H6zM13.5 3v4.5H18M9 12.5h6M9 16.5h6"/>',
    "phone": (
        '<path d="M6 3.5h3l1.6 4.2-2.1 1.7a11 11 0 0 0 6 6l1.7-2.1 4.3 1.6V18'
        'a2.5 2.5 0 0 1-2.7 2.5A16.5 16.5 0 0 1 3.5 6.2 2.5 2.5 0 0 1 6 3.5z"/>'
    ),
    "audio": (
        '<path d="M9 18V6l10-2v11.5"/><circle cx="6.8" cy="18" r="2.2"/>'
        '<circle cx="16.8" cy="15.7" r="2.2"/>'
    ),
    "hand": (
        '<path d="M8 12.5V6.3a1.5 1.5 0 0 1 3 0V11 4.3a1.5 1.5 0 0 1 3 0V11 6'
        "a1.5 1.5 0 0 1 3 0v8.5c0 3.8-2.4 6.5-6 6.5-3 0-4.6-1.5-6-4.3L3.3 13"
        'a1.5 1.5 0 0 1 2.5-1.5z"/>'
    ),
    "grid": (
        '<rect x="4" y="4" width="6.5" height="6.5" rx="1"/>'
        '<rect x="13.5" y="4" width="6.5" height="6.5" rx="1"/>'
        '<rect x="4" y="13.5" width="6.5" height="6.5" rx="1"/>'
        '<rect x="13.5" y="13.5" width="6.5" height="6.5" rx="1"/>'
    ),
    "gear": (
        '<circle cx="12" cy="12" r="3"/>'
        '<path d="M12 3v2.5M12 18.5V21M3 12h2.5M18.5 12H21M5.6 5.6l1.8 '
        '1.8M16.6 16.6l1.8 1.8M18.4 5.6l-1.8 1.8M7.4 16.6l-1.8 1.8"/>'
    ),
    "bolt": '<path d="M13 3L5 13.5h6L10 21l8.5-11H12.5z"/>',
    "mask": (
        '<path d="M4 6c5-1.5 11-1.5 16 0v5c0 5-3.5 8.5-8 8.5S4 16 4 11zM8 '
        '10.5h2.5M13.5 10.5H16M9 15c2 1.2 4 1.2 6 0"/>'
    ),
    "money": (
        '<rect x="3" y="6.5" width="18" height="11.5" rx="2"/>'
        '<circle cx="12" cy="12.2" r="2.6"/>'
    ),
    "camera": (
        '<path d="M4 8h3.5L9 5.5h6L16.5 8H20v11H4z"/><circle cx="12" cy="13" r="3.3"/>'
    ),
    "send": '<path d="M20.5 4L3 10.8l7 3.2 3.2 7zM10 14L20.5 4"/>',
    "menu": '<path d="M4 7h16M4 12h16M4 17h16"/>',
    "star": (
        '<path d="M12 3.5l2.6 5.5 6 .8-4.4 4.2 1.1 6L12 17.1 6.7 20l1.1-6L3.4 '
        '9.8l6-.8z"/>'
    ),
    "wifi-off": (
        '<path d="M4 4l16 16M5 11.5a10.5 10.5 0 0 1 4-2.6M19 11.5a10.5 10.5 0 '
        '0 0-6-3M8.5 15.2a5 5 0 0 1 5.8-.9M12 19v.1"/>'
    ),
    "skip": '<path d="M6 5.5l8 6.5-8 6.5zM18 6v12"/>',
    "marker": '<path d="M4 20.5h16M7 16.5l-.5-3L15 5l4 4-8.5 8.5z"/>',
    "filter": '<path d="M4 6.5h16M7 12h10M10 17.5h4"/>',
    "pin": (
        '<path d="M12 21s-6.5-5.8-6.5-11a6.5 6.5 0 0 1 13 0C18.5 15.2 12 21 12 '
        '21z"/><circle cx="12" cy="10" r="2.3"/>'
    ),
    "crown": '<path d="M4 18h16M4 15l-.5-8L8.5 11 12 5l3.5 6 5-4-.5 8z"/>',
    "qr": (
        '<path d="M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.5v2.5M20 '
        '14v2M14 20h2M19 20h1"/>'
    ),
}

# Pictures of a direction: they turn with the direction of the text.
FLIPPED = {"chev", "arrow", "share", "send", "skip", "external", "chat", "megaphone"}


def draw_icon(name: str, classes: str = "", label: str = "") -> str:
    """Return an icon; with a label it is a picture, else decoration."""
    names = ["icon", "icon--flip"] if name in FLIPPED else ["icon"]
    if "icon--back" in classes:
        names = ["icon"]
    shown = " ".join([*names, classes]).strip()
    role = f'role="img" aria-label="{label}"' if label else 'aria-hidden="true"'
    return f'<svg class="{shown}" viewBox="0 0 24 24" {role}>{ICONS[name]}</svg>'
