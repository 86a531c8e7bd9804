"""What stands over other things keeps its Chinese characters whole.

Textual draws each line in pieces, cut wherever any widget has an edge, one that is out of sight
below another too; and of a character that lies across a cut nothing is left. Here an edge out of
sight cuts nothing: what stands above is drawn in one piece, and half a character that it leaves
of what stands below is a blank.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from textual import screen
from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip

Span = tuple[int, int]
"""A first cell, and the one behind the last."""


class Layers(Compositor):
    """Puts a screen together from its widgets."""

    @property
    def cuts(self) -> list[list[int]]:
        """The cells where each line is cut: the edges in sight, in ascending order."""
        if self._cuts is None:
            width, height = self.size
            spans: list[list[Span]] = [[] for _ in range(height)]
            for region, clip in self.visible_widgets.values():
                seen = region.intersection(clip)
                for line in spans[seen.y : seen.bottom] if seen else ():
                    line.append((seen.x, seen.right))
            self._cuts = [seen_edges([*line, (0, width)]) for line in spans]
        return self._cuts

    def _render_chops(
        self, crop: Region, is_rendered_line: Callable[[int], bool]
    ) -> Sequence[Mapping[int, Strip]]:
        """The pieces of each line by their first cells: of each the one in front."""
        lines: list[dict[int, Strip | None]] = [dict.fromkeys(cuts[:-1]) for cuts in self.cuts]
        for region, clip, strips in self._get_renders(crop):
            room = region.intersection(clip)
            for y, strip in zip(room.line_range, strips, strict=False):
                if is_rendered_line(y):
                    for cut, piece in pieces(strip, room.x, self.cuts[y]):
                        if lines[y][cut] is None:
                            lines[y][cut] = piece
        return lines  # type: ignore[return-value]  # as Textual's own: gaps are no pieces

    def render_partial_update(self) -> ChopsUpdate | None:
        """What has changed, in whole pieces: it may be only a part of one that is in sight."""
        update = super().render_partial_update()
        if update is not None:
            update.spans = [
                (y, first, next((end for end in update.chop_ends[y] if end >= last), last))
                for y, first, last in update.spans
            ]
        return update


def seen_edges(spans: Iterable[Span]) -> list[int]:
    """Where the edges of `spans` are, but for those inside one further in front.

    Args:
        spans: from the front to the back.
    """
    edges: set[int] = set()
    before: list[Span] = []
    for span in dict.fromkeys(spans):
        edges.update(x for x in span if not any(first < x < end for first, end in before))
        before.append(span)
    return sorted(edges)


def pieces(strip: Strip, x: int, cuts: Iterable[int]) -> Iterable[tuple[int, Strip]]:
    """The pieces of a `strip` that begins at cell `x`, each with the cut it begins at."""
    within = [cut for cut in cuts if x <= cut <= x + strip.cell_length]
    if not within:
        return ()
    rest = strip.crop(within[0] - x)
    return zip(within, rest.divide([cut - within[0] for cut in within[1:]]), strict=False)


def use_layers() -> None:
    """Have every screen put together by `Layers`: Textual leaves no choice of the class."""
    vars(screen)["Compositor"] = Layers
