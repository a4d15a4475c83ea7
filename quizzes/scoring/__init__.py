"""What an answer is worth: plain Python, no Django, no other app.

JSON in (a frozen snapshot and a response), frozen dataclasses out. Whole points
only. From the general to the special, each module importing only earlier ones:
errors, reading, mark, upgrade, threads, trails, responses, posts, habits, then one
module per format (choice, confidence, order, feed, chat, spotter, inspector, sort,
search), and last grading. `draw` stands alone.
"""
