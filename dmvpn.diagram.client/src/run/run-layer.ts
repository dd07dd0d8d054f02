import { Bounds, Point } from '@eclipse-glsp/protocol';
import { Line, pointOn } from '../diagram/geometry';
import { between, Instant, MovingPacket, packetKind, RunMessage } from './run';
import { made } from './svg';

/** What the layer needs of the diagram. */
export interface DrawnDiagram {
    bounds(node: string): Bounds | undefined;
    /** The line of the tunnel between two nodes in a cloud, and whether it starts at the second one. */
    tunnel(one: string, other: string, cloud: string): { readonly line: Line; readonly backwards: boolean } | undefined;
    /** Identifiers of all tunnels with their ends and clouds. */
    tunnels(): readonly { readonly id: string; readonly source: string; readonly target: string; readonly cloud: string }[];
}

const STATES = ['up', 'partly', 'keying', 'down'];

/** Where a packet is: on the tunnel between its ends, or straight between them where there is none. */
export function placeOf(packet: MovingPacket, diagram: DrawnDiagram): Point | undefined {
    const tunnel = diagram.tunnel(packet.from, packet.to, packet.cloud);
    if (tunnel) {
        return pointOn(tunnel.line, tunnel.backwards ? 1 - packet.share : packet.share);
    }
    const from = diagram.bounds(packet.from);
    const to = diagram.bounds(packet.to);
    return from && to ? pointOn({ start: Bounds.center(from), end: Bounds.center(to) }, packet.share) : undefined;
}

/** Draws an instant of a run into the diagram: packets and badges above everything, tunnels by their state. */
export class RunLayer {
    private shown?: Instant;

    /** @param chosen told which packet is clicked */
    constructor(private readonly diagram: DrawnDiagram, private readonly chosen: (message: RunMessage) => void = () => undefined) {
    }

    show(instant: Instant | undefined): void {
        this.shown = instant;
        this.draw();
    }

    /** Draws it again where the diagram is now. */
    draw(): void {
        const tunnels = this.diagram.tunnels();
        const layer = document.getElementById('dmvpn-packets');
        const drawn = new Set(tunnels.map(tunnel => between(tunnel.source, tunnel.target, tunnel.cloud)));
        layer?.replaceChildren(...this.shown ? [...this.links(this.shown, drawn), ...this.place(this.shown),
            ...this.badges(this.shown), ...this.packets(this.shown)] : []);
        for (const tunnel of tunnels) {
            const line = document.getElementById(`sprotty_${tunnel.id}`);
            const state = this.shown?.tunnels.get(between(tunnel.source, tunnel.target, tunnel.cloud)) ?? (this.shown ? 'down' : undefined);
            STATES.forEach(one => line?.classList.toggle(`state-${one}`, one === state));
        }
    }

    private packets(instant: Instant): SVGElement[] {
        // The one in hand lies above the others.
        return [...instant.packets].sort((one, other) => Number(one.inHand) - Number(other.inHand)).flatMap(packet => {
            const place = placeOf(packet, this.diagram);
            return place ? [this.packet(packet, place)] : [];
        });
    }

    private packet(packet: MovingPacket, place: Point): SVGElement {
        const drawn = made('circle', { class: `packet ${packetKind(packet.protocol)}${packet.inHand ? ' in-hand' : ''}`,
            cx: place.x, cy: place.y, r: packet.inHand ? 10 : 7, 'data-sent': packet.sent },
        made('title', {}, `${packet.protocol} ${packet.label}`));
        // A packet that moves is another circle by the time that the button is let go; the diagram has no part in it.
        drawn.addEventListener('mousedown', event => {
            event.preventDefault();
            event.stopPropagation();
            this.chosen(packet);
        });
        return drawn;
    }

    /** Where the event that has just happened is. */
    private place(instant: Instant): SVGElement[] {
        const bounds = this.diagram.bounds(instant.element);
        return bounds ? [made('rect', { class: 'run-place', x: bounds.x - 5, y: bounds.y - 5, width: bounds.width + 10,
            height: bounds.height + 10, rx: 14 })] : [];
    }

    /** Tunnels that the model does not draw: routers make them by themselves, from spoke to spoke. */
    private links(instant: Instant, drawn: ReadonlySet<string>): SVGElement[] {
        return [...instant.tunnels].flatMap(([ends, state]) => {
            if (state === 'down' || drawn.has(ends)) {
                return [];
            }
            const [one, other] = ends.split('\n');
            const from = this.diagram.bounds(one);
            const to = this.diagram.bounds(other);
            if (!from || !to) {
                return [];
            }
            const [start, end] = [Bounds.center(from), Bounds.center(to)];
            return [made('line', { class: `run-tunnel state-${state}`, x1: start.x, y1: start.y, x2: end.x, y2: end.y })];
        });
    }

    private badges(instant: Instant): SVGElement[] {
        return [...instant.badges].flatMap(([node, text]) => {
            const bounds = this.diagram.bounds(node);
            const width = 12 + 6.2 * text.length;
            return bounds && text !== '' ? [made('g', { class: 'run-badge',
                transform: `translate(${bounds.x + (bounds.width - width) / 2},${bounds.y + bounds.height - 2})` },
            made('rect', { width, height: 17, rx: 8.5 }), made('text', { x: 6, y: 12.5, 'font-size': 10.5 }, text))] : [];
        });
    }
}
