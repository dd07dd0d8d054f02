import { DiagramEdge, DiagramNode } from '../diagram/elements';

/** Something that can be hidden by itself: a cloud, a transport, a site. */
export interface Hideable {
    readonly id: string;
    readonly label: string;
    /** Identifiers, as on the page, of all that goes with it. */
    readonly elements: readonly string[];
}

/** What the elements of a diagram allow to hide: clouds and transports in their order, then sites by their names. */
export function hideables(nodes: readonly DiagramNode[], edges: readonly DiagramEdge[], kindName: (type: string) => string): Hideable[] {
    const withLines = (gone: ReadonlySet<string>, cloud?: string): string[] => [...gone, ...edges
        .filter(edge => gone.has(edge.sourceId) || gone.has(edge.targetId) || cloud !== undefined && edge.args?.cloud === cloud)
        .map(edge => edge.id)].map(id => `sprotty_${id}`);
    const networks = nodes.filter(node => node.type === 'node:cloud' || node.type === 'node:transport').map(node => ({
        id: node.id, label: `${kindName(node.type)} ${node.name}`, elements: withLines(new Set([node.id]), node.id)
    }));
    const sites = [...new Set(nodes.flatMap(siteOf))].sort().map(site => ({
        id: `site:${site}`, label: `${kindName('node:site')} ${site}`,
        elements: withLines(new Set(nodes.filter(node => siteOf(node).includes(site)).map(node => node.id)))
    }));
    return [...networks, ...sites];
}

function siteOf(node: DiagramNode): string[] {
    return (node.details.marks ?? []).filter(mark => mark.kind === 'site').map(mark => mark.text.full);
}
