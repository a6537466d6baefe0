"""Says what figures mean."""

import statistics
import sys


def middle(figures: list[float]) -> float:
    """The figure that half of the others are below."""
    return statistics.median(figures)


def main() -> None:
    print(middle([float(figure) for figure in sys.argv[1:]]))
