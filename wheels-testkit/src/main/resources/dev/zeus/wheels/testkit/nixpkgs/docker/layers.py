"""Divides the store paths of an image into layers, as a pipeline over the graph of their references says.

What goes through the pipeline is a graph, or lists and dictionaries of graphs; `flatten` and the end take them apart.
"""

import json
import os
from functools import partial


class Graph:
    """Store paths with what each refers to among the others; in order of their sizes."""

    def __init__(self, edges):
        self.edges = edges

    @staticmethod
    def of(nodes, excluded):
        sizes = {node["path"]: node["narSize"] for node in nodes if node["path"] not in excluded}
        references = {node["path"]: node["references"] for node in nodes}
        return Graph(
            {
                path: sorted((other for other in references[path] if other in sizes and other != path), key=sizes.get)
                for path in sorted(sizes, key=sizes.get)
            }
        )

    def part(self, paths):
        return Graph({p: [q for q in self.edges[p] if q in paths] for p in self.edges if p in paths})

    def without(self, paths):
        return self.part({p for p in self.edges if p not in paths})

    def reversed(self):
        return Graph({p: [q for q in self.edges if p in self.edges[q]] for p in self.edges})

    def reached(self, paths):
        seen, waiting = set(), [path for path in paths if path in self.edges]
        while waiting:
            path = waiting.pop()
            if path not in seen:
                seen.add(path)
                waiting.extend(self.edges[path])
        return seen


def split(graph, paths):
    return {"main": graph.part(paths), "rest": graph.without(paths)}


def subcomponent_out(paths, graph):
    return split(graph, graph.reached(paths))


def subcomponent_in(paths, graph):
    return split(graph, graph.reversed().reached(paths))


def split_paths(paths, graph):
    found = [path for path in paths if path in graph.edges]
    if not found:
        return {"rest": graph}
    roots = [path for path in graph.edges if not graph.reversed().edges[path]]
    if len(roots) == 1 and roots[0] in found:
        return {"main": graph}
    off = graph.reached(found)
    kept = Graph({p: [q for q in graph.edges[p] if q not in found] for p in graph.edges})
    rest = kept.reached(root for root in roots if root not in found)
    parts = {"main": off - rest, "common": off & rest, "rest": rest - off}
    return {name: graph.part(paths) for name, paths in parts.items() if paths}


def over(name, function, graphs):
    return {**graphs, name: function(graphs[name])}


def flatten(graphs):
    if isinstance(graphs, Graph):
        return [graphs]
    values = graphs.values() if isinstance(graphs, dict) else graphs
    return [graph for value in values for graph in flatten(value)]


def merged(graphs):
    return Graph({path: edges for graph in graphs for path, edges in graph.edges.items()})


def limit_layers(count, graphs):
    assert count > 0, "max count needs to > 0"
    graphs = list(graphs)
    return graphs[: count - 1] + [merged(graphs[count - 1 :])]


def split_every(count, graph):
    paths = list(graph.edges)
    return [graph.part(set(paths[at : at + count])) for at in range(0, len(paths), count)]


def remove_paths(paths, graph):
    return graph.without({paths} if isinstance(paths, str) else set(paths))


def popularity_contest(graph):
    """Each path alone, those first that many reach in many ways."""
    counts = {}

    def contest(path):
        if path not in counts:
            counts[path] = count(graph.edges[path])
        return counts[path]

    def count(paths):
        popularity = {}
        for path in paths:
            popularity[path] = popularity.get(path, 0) + 1
            for below, times in contest(path).items():
                popularity[below] = popularity.get(below, 0) + times + 1
        return popularity

    popularity = count(path for path, users in graph.reversed().edges.items() if not users)

    def name(path):
        first, *parts = path.split("-")
        return "-".join([*parts, first])

    ordered = sorted(popularity, key=lambda path: (-popularity[path], name(path)))
    return [graph.part({path}) for path in ordered]


FUNCTIONS = {
    "flatten": flatten,
    "limit_layers": limit_layers,
    "over": over,
    "popularity_contest": popularity_contest,
    "remove_paths": remove_paths,
    "reverse": lambda graphs: list(reversed(list(graphs))),
    "split_every": split_every,
    "split_paths": split_paths,
    "subcomponent_in": subcomponent_in,
    "subcomponent_out": subcomponent_out,
    "map": lambda function, graphs: [function(graph) for graph in graphs],
}


def applied(call):
    name, *arguments = call
    if name == "pipe":
        return partial(pipe, arguments[0])
    if name == "over":
        return partial(over, arguments[0], applied(arguments[1]))
    if name == "map":
        return partial(FUNCTIONS["map"], applied(arguments[0]))
    return partial(FUNCTIONS[name], *arguments)


def pipe(pipeline, value):
    for call in pipeline:
        value = applied(call)(value)
    return value


if __name__ == "__main__":
    with open(os.environ["NIX_ATTRS_JSON_FILE"]) as file:
        attributes = json.load(file)
    whole = Graph.of(attributes["graph"], set(attributes["exclude_paths"]))
    layers = [list(graph.edges) for graph in flatten(pipe(attributes["pipeline"], whole)) if graph.edges]
    assert len(layers) < 127, f"{len(layers)} layers are more than an image can have"
    with open(attributes["outputs"]["out"], "w") as file:
        json.dump(layers, file)
