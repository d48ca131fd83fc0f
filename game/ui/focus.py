"""Where the focus goes: Tab from group to group, arrows to the nearest node."""

from .nodes import Node


def in_order(nodes: list[Node]) -> list[Node]:
    """Reading order: by group, then from top to bottom and left to right."""
    return sorted(nodes, key=lambda node: (node.group, node.rect.y // 8, node.rect.x))


def step(nodes: list[Node], focus: str | None, by: int, last: dict[str, str]) -> Node | None:
    """The node that Tab (1) or Shift+Tab (-1) goes to: nodes without a group are stops of their own.

    `last` is the node of each group that had the focus.
    """
    if not nodes:
        return None
    names = [node.name for node in nodes]
    groups = list(dict.fromkeys(node.group for node in nodes))
    if focus not in names:
        return nodes[0] if by > 0 else nodes[-1]
    at = names.index(focus)
    if len(groups) == 1:
        return nodes[(at + by) % len(nodes)]
    following = nodes[(at + by) % len(nodes)]
    if nodes[at].group or following.group:
        group = groups[(groups.index(nodes[at].group) + by) % len(groups)]
        following = _entered([node for node in nodes if node.group == group], by, last)
    return following


def _entered(members: list[Node], by: int, last: dict[str, str]) -> Node:
    """The node of a group that gets the focus when Tab comes to it."""
    if not members[0].group:
        return members[0 if by > 0 else -1]
    return next((node for node in members if node.name == last.get(node.group)), members[0])


def towards(nodes: list[Node], here: Node, dx: int, dy: int) -> Node | None:
    """The nearest node in a direction, sideways distance counting more; in the same group if there is one.

    What lies more beside than ahead is taken only where nothing else is there, so that arrows don't run in circles.
    """

    def distance(node: Node) -> tuple[bool, float]:
        x, y = node.rect.centerx - here.rect.centerx, node.rect.centery - here.rect.centery
        along, across = x * dx + y * dy, abs(x * dy) + abs(y * dx)
        return across > 1.2 * along, along + 1.5 * across if along > 4 else float("inf")

    for group in ([node for node in nodes if node.group and node.group == here.group], nodes):
        near = [(*distance(node), n) for n, node in enumerate(group) if node is not here]
        _, best, n = min((one for one in near if one[1] < float("inf")), default=(True, float("inf"), 0))
        if best < float("inf"):
            return group[n]
    return None
