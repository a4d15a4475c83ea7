"""What can be wrong with what came in."""


class ResponseError(Exception):
    """A response or a move that cannot be taken as it is.

    `code` says which fault; `params` holds what a message about it needs. Values
    that came from outside are cut to 40 characters. The codes:

    any format      unknown_format(id), wrong_shape(at), missing_key(key),
                    unknown_key(key), repeated(id), too_many(limit),
                    out_of_range(at, low, high), nothing_chosen()
    choice          unknown_option(id), one_only()
    order           unknown_step(id), not_a_permutation(numbers, steps)
    feed            unknown_post(id), incomplete_feed(missing), unknown_decision(id),
                    unknown_category(id), unknown_feeling(id), unknown_reason(id),
                    category_missing(post), not_asked(key)
    feed, a move    accuracy_missing(post), not_this_post(shown), already_decided(post),
                    finished()
    chat            choice_not_in_node(id, node), path_unfinished(node),
                    after_the_end(), unknown_flag(id)
    spotter         unknown_segment(id), unknown_technique(id), nothing_marked(),
                    marked_and_nothing(), technique_missing(segment), not_asked(key)
    sort            unknown_card(id), unknown_category(id), incomplete_sort(missing)
    search          unknown_move(id), not_found_yet(id), no_moves_left(), finished(),
                    unknown_verdict(id), evidence_missing(), evidence_not_seen(id)
    inspector       unknown_spot(id), unknown_verdict(id), verdict_missing(),
                    spots_missing(), not_asked(key)
    """

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params


class SnapshotError(Exception):
    """A frozen snapshot that this version of the code cannot read."""


class UnknownFormatError(LookupError):
    """A format that is not in the table of formats, or not answered that way."""
