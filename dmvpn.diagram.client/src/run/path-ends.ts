import { DiagramNode, Mark } from '../diagram/elements';
import { PathEnd } from './paths';

/** True for what a way may begin or end at. */
export function isPathEnd(node: DiagramNode): boolean {
    return node.type !== 'node:cloud' && node.type !== 'node:transport';
}

/** Routers and families, and the hosts and sites that stand on them. */
export function pathEnds(nodes: readonly DiagramNode[]): (PathEnd & { readonly detail: string })[] {
    const routers = nodes.filter(isPathEnd);
    const marks = routers.flatMap(node => node.details.marks ?? []);
    return [
        ...routers.map(node => ({ id: node.id, name: node.fullName, detail: node.type.replace('node:', '') })),
        ...marks.filter(mark => mark.kind === 'host').flatMap(hostsOf).map(name => ({ id: `host:${name}`, name, detail: 'host' })),
        ...[...new Set(marks.filter(mark => mark.kind === 'site').map(mark => mark.text.full))]
            .map(name => ({ id: `site:${name}`, name, detail: 'site' }))
    ];
}

/** Where there is no room for all hosts one mark stands for several, a line of its title for each. */
function hostsOf(mark: Mark): string[] {
    return mark.title.split('\n').flatMap(line => /^host ([^:]+)/.exec(line)?.[1] ?? []);
}
