import { Bounds, Point } from '@eclipse-glsp/protocol';

/** A line between two nodes: straight, or a curve with two control points. */
export interface Line {
    readonly start: Point;
    readonly end: Point;
    readonly controls?: readonly [Point, Point];
}

const SPACING = 12;
const SLOTS = 5;
/** Tunnels of far spokes reach their hub at its sides, which keeps the arrows apart. */
const SPREAD = 0.1;
const EDGE_MARGIN = 18;
const ARC_HEIGHT = 26;
const STEEPNESS = 0.5;

/** A router's line number so and so is drawn this far beside its middle. */
export function slotOffset(slot: number): number {
    const position = slot % SLOTS;
    return position === 0 ? 0 : (position % 2 === 1 ? 1 : -1) * Math.ceil(position / 2) * SPACING;
}

function clampInto(x: number, box: Bounds, margin: number): number {
    const room = Math.min(margin, box.width / 2);
    return Math.min(Math.max(x, box.x + room), box.x + box.width - room);
}

const bottom = (box: Bounds): number => box.y + box.height;
const centreX = (box: Bounds): number => box.x + box.width / 2;
const centreY = (box: Bounds): number => box.y + box.height / 2;

/** A WAN attachment: straight down or up to the transport, wherever along it. */
export function attachmentLine(router: Bounds, transport: Bounds, slot: number): Line {
    const x = centreX(router) + (slot + 1) * SPACING;
    const below = centreY(router) > centreY(transport);
    return {
        start: { x: clampInto(x, router, EDGE_MARGIN), y: below ? router.y : bottom(router) },
        end: { x: clampInto(x, transport, EDGE_MARGIN), y: below ? bottom(transport) : transport.y }
    };
}

/** Between two transports: straight, near their left ends, where no uplink is. */
export function linkLine(one: Bounds, other: Bounds, slot: number): Line {
    const x = Math.max(one.x, other.x) + EDGE_MARGIN + slot * SPACING;
    const down = one.y < other.y;
    return { start: { x, y: down ? bottom(one) : one.y }, end: { x, y: down ? other.y : bottom(other) } };
}

/** A tunnel: a curve from the side of the client that faces the server; above both when they stand side by side. */
export function tunnelLine(client: Bounds, server: Bounds, slot: number): Line {
    const from = clampInto(centreX(client) + slotOffset(slot) - SPACING / 2, client, EDGE_MARGIN);
    const spread = (centreX(client) - centreX(server)) * SPREAD;
    const to = clampInto(centreX(server) + spread, server, EDGE_MARGIN);
    if (client.y > bottom(server)) {
        return curve({ x: from, y: client.y }, { x: to, y: bottom(server) });
    }
    if (bottom(client) < server.y) {
        return curve({ x: from, y: bottom(client) }, { x: to, y: server.y });
    }
    const top = Math.min(client.y, server.y) - ARC_HEIGHT - Math.abs(slotOffset(slot));
    const start = { x: from, y: client.y };
    const end = { x: to, y: server.y };
    return { start, end, controls: [{ x: start.x, y: top }, { x: end.x, y: top }] };
}

function curve(start: Point, end: Point): Line {
    const bend = (end.y - start.y) * STEEPNESS;
    return { start, end, controls: [{ x: start.x, y: start.y + bend }, { x: end.x, y: end.y - bend }] };
}

/** The line as SVG path data. */
export function pathOf(line: Line): string {
    const at = (point: Point): string => `${rounded(point.x)},${rounded(point.y)}`;
    return line.controls
        ? `M${at(line.start)}C${at(line.controls[0])} ${at(line.controls[1])} ${at(line.end)}`
        : `M${at(line.start)}L${at(line.end)}`;
}

function rounded(value: number): number {
    return Math.round(value * 10) / 10;
}

/** The place on a line that is so far (0 to 1) from its start. */
export function pointOn(line: Line, share: number): Point {
    const rest = 1 - share;
    if (!line.controls) {
        return { x: line.start.x * rest + line.end.x * share, y: line.start.y * rest + line.end.y * share };
    }
    const [first, second] = line.controls;
    const mix = (a: number, b: number, c: number, d: number): number =>
        a * rest ** 3 + 3 * b * rest ** 2 * share + 3 * c * rest * share ** 2 + d * share ** 3;
    return {
        x: mix(line.start.x, first.x, second.x, line.end.x),
        y: mix(line.start.y, first.y, second.y, line.end.y)
    };
}

/** The outline of a cloud that fills a rectangle: seven arcs, its middle free for text. */
export function cloudOutline(width: number, height: number): string {
    const at = (x: number, y: number): string => `${rounded(x * width)},${rounded(y * height)}`;
    return `M${at(0.14, 1)}C${at(-0.03, 1)} ${at(-0.03, 0.36)} ${at(0.12, 0.34)}`
        + `C${at(0.15, -0.02)} ${at(0.32, -0.02)} ${at(0.37, 0.12)}C${at(0.45, -0.06)} ${at(0.66, -0.06)} ${at(0.72, 0.16)}`
        + `C${at(0.82, 0.04)} ${at(0.92, 0.12)} ${at(0.9, 0.38)}C${at(1.02, 0.42)} ${at(1.02, 1)} ${at(0.87, 1)}z`;
}

/** What part of a plane is seen, from its upper left corner on. */
export interface Sight {
    readonly scroll: { readonly x: number; readonly y: number };
    readonly zoom: number;
}

/** Where a drawing has to be moved as a picture, so that it shows what another viewport shows. */
export function glideBetween(drawn: Sight, wanted: Sight): { x: number; y: number; scale: number } {
    return {
        x: wanted.zoom * (drawn.scroll.x - wanted.scroll.x),
        y: wanted.zoom * (drawn.scroll.y - wanted.scroll.y),
        scale: wanted.zoom / drawn.zoom
    };
}
