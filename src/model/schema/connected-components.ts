/** A strongly connected component of a directed graph. */
export interface ConnectedComponent {
  /** Some path leads from a node of the component back to it. */
  readonly cyclic: boolean;
}

interface Visit<Node> {
  readonly node: Node;
  readonly index: number;
  readonly successors: readonly Node[];
  next: number;
  low: number;
  component?: ConnectedComponent;
}

/**
 * Tarjan's algorithm, run as far as it is asked: the component of a node is one object (`===`) for all its nodes.
 * Iterative, so that a long chain does not exhaust the stack.
 */
export function createComponentFinder<Node>(
  successorsOf: (node: Node) => readonly Node[],
): (node: Node) => ConnectedComponent {
  const visits = new Map<Node, Visit<Node>>();
  const open: Visit<Node>[] = [];

  const enter = (node: Node): Visit<Node> => {
    const index = visits.size;
    const visit: Visit<Node> = { node, index, successors: successorsOf(node), next: 0, low: index };
    visits.set(node, visit);
    open.push(visit);
    return visit;
  };

  const close = (root: Visit<Node>): ConnectedComponent => {
    const members = open.splice(open.indexOf(root));
    const cyclic = members.length > 1 || root.successors.includes(root.node);
    const component = { cyclic };
    for (const member of members) member.component = component;
    return component;
  };

  return (start) => {
    const path = [visits.get(start) ?? enter(start)];
    for (;;) {
      const visit = path.at(-1);
      if (visit === undefined) break;
      const successor = visit.successors[visit.next++];
      if (successor !== undefined) {
        const met = visits.get(successor);
        if (met === undefined) path.push(enter(successor));
        else if (met.component === undefined) visit.low = Math.min(visit.low, met.index);
        continue;
      }
      path.pop();
      const caller = path.at(-1);
      if (caller !== undefined) caller.low = Math.min(caller.low, visit.low);
      if (visit.component === undefined && visit.low === visit.index) close(visit);
    }
    return visits.get(start)?.component ?? { cyclic: false };
  };
}
