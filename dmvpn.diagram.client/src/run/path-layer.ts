import { Bounds, Point } from '@eclipse-glsp/protocol';
import { Line, pathOf, pointOn } from '../diagram/geometry';
import { PathStep, ShownPath } from './path';
import { made } from './svg';

/** What the layer needs of the diagram. */
export interface PathDiagram {
    bounds(node: string): Bounds | undefined;
    /** The line of the tunnel between two nodes in a cloud, and whether it starts at the second one. */
    tunnel(one: string, other: string, cloud: string): { readonly line: Line; readonly backwards: boolean } | undefined;
    /** The line of a router's uplink. */
    uplink(router: string, transport: string): Line | undefined;
}

const STOP = 'M-7,-7 7,7M-7,7 7,-7';

/** Draws the way of a packet above the diagram: uplinks that it uses, tunnels that it goes through, and where it stops. */
export class PathLayer {
    private shown?: ShownPath;

    constructor(private readonly diagram: PathDiagram) {
    }

    show(path: ShownPath | undefined): void {
        this.shown = path;
        this.draw();
    }

    /** Draws it again where the diagram is now. */
    draw(): void {
        document.getElementById('dmvpn-path')?.replaceChildren(...this.shown ? this.drawn(this.shown) : []);
    }

    private drawn(path: ShownPath): SVGElement[] {
        const last = path.steps.at(-1)?.from;
        const stop = path.arrives || !last ? undefined : this.diagram.bounds(last);
        return [
            made('defs', {}, made('marker', { id: 'path-arrow', viewBox: '0 0 10 10', refX: 9, refY: 5, markerWidth: 5, markerHeight: 5,
                orient: 'auto' }, made('path', { class: 'path-arrow', d: 'M0,0 10,5 0,10Z' }))),
            ...path.steps.flatMap(step => this.uplinks(step)),
            ...path.steps.flatMap((step, index) => this.leg(step, index + 1)),
            ...stop ? [made('g', { class: 'path-stop', transform: `translate(${stop.x + stop.width},${stop.y})` },
                made('circle', { r: 12 }), made('path', { d: STOP }), made('title', {}, path.end))] : []
        ];
    }

    private uplinks(step: PathStep): SVGElement[] {
        return step.transport === '' ? [] : [step.from, step.to].flatMap(router => {
            const line = router === '' ? undefined : this.diagram.uplink(router, step.transport);
            return line ? [made('path', { class: 'path-underlay', d: pathOf(line) })] : [];
        });
    }

    private leg(step: PathStep, number: number): SVGElement[] {
        const line = step.from === '' || step.to === '' || step.from === step.to ? undefined : this.line(step);
        if (!line) {
            return [];
        }
        const middle: Point = pointOn(line, 0.5);
        return [made('path', { class: step.cloud === '' ? 'path-plain' : 'path-overlay', d: pathOf(line), 'marker-end': 'url(#path-arrow)' }),
            made('g', { class: 'path-number', transform: `translate(${middle.x},${middle.y})` },
                made('circle', { r: 9 }), made('text', { x: -3.2 * String(number).length, y: 4, 'font-size': 11 }, String(number)),
                made('title', {}, step.text))];
    }

    private line(step: PathStep): Line | undefined {
        const drawn = this.diagram.tunnel(step.from, step.to, step.cloud);
        if (drawn) {
            return drawn.backwards ? reversed(drawn.line) : drawn.line;
        }
        const from = this.diagram.bounds(step.from);
        const to = this.diagram.bounds(step.to);
        return from && to ? { start: Bounds.center(from), end: Bounds.center(to) } : undefined;
    }
}

function reversed(line: Line): Line {
    return { start: line.end, end: line.start, ...line.controls ? { controls: [line.controls[1], line.controls[0]] as const } : {} };
}
