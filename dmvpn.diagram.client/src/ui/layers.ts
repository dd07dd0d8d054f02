/** What can be hidden: each layer is a class of drawn elements. */
export interface Layer {
    readonly id: string;
    readonly label: string;
    readonly selector: string;
}

export const LAYERS: readonly Layer[] = [
    { id: 'underlay', label: 'Underlay', selector: '.sprotty-edge.wan, .sprotty-edge.link, .transport, .mark.host, .mark.site, .sprotty-node.router' },
    { id: 'overlay', label: 'Overlay', selector: '.sprotty-edge.tunnel, .cloud' },
    { id: 'ipsec', label: 'IPsec', selector: '.cloud .part-ipsec' },
    { id: 'routing', label: 'Routing', selector: '.cloud .part-routing' },
    { id: 'addresses', label: 'Addresses', selector: '.spoke > .detail, .hub > .detail, .router > .detail' },
    { id: 'details', label: 'Details of clouds and transports', selector: '.cloud > .detail, .transport > .detail' },
    { id: 'problems', label: 'Problems', selector: '.problem-sign' }
];

/** The style rules that hide layers and elements; elements by their exact identifiers on the page. */
export function hidingRules(hiddenLayers: ReadonlySet<string>, hiddenElements: ReadonlySet<string>): string {
    const selectors = LAYERS.filter(layer => hiddenLayers.has(layer.id)).flatMap(layer => layer.selector.split(', '))
        .concat([...hiddenElements].sort().map(id => `[id="${quoted(id)}"]`));
    return [...selectors.map(selector => `#sprotty ${selector}{display:none}`),
        // Who does not look at IPsec is not told which tunnels have it.
        ...hiddenLayers.has('ipsec') ? ['#sprotty .sprotty-edge.tunnel.open .line{stroke-dasharray:none}'] : []].join('\n');
}

/** Identifiers hold names from models: nothing in them may end the quotes. */
function quoted(id: string): string {
    return id.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\a ');
}
