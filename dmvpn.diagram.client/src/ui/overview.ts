import { Bounds, Point } from '@eclipse-glsp/protocol';
import { Sight } from '../diagram/geometry';

/** What the overview shows of a node. */
export interface OverviewNode {
    readonly bounds: Bounds;
    readonly kind: string;
}

/** The part of the diagram that is seen. */
export interface Seen extends Sight {
    readonly width: number;
    readonly height: number;
}

const MARGIN = 8;

/** The scale at which all nodes fit into a picture, and what of them is at its upper left corner. */
export function fitting(nodes: readonly OverviewNode[], width: number, height: number): { scale: number; origin: Point } {
    const all = nodes.map(node => node.bounds).reduce((one, other) => Bounds.combine(one, other), Bounds.EMPTY);
    if (!(all.width > 0) || !(all.height > 0)) {
        return { scale: 1, origin: { x: 0, y: 0 } };
    }
    const scale = Math.min((width - 2 * MARGIN) / all.width, (height - 2 * MARGIN) / all.height);
    return { scale, origin: { x: all.x - (width / scale - all.width) / 2, y: all.y - (height / scale - all.height) / 2 } };
}

/** True when nothing is out of sight: an overview would show what is seen anyway, and cover some of it. */
export function isAllSeen(nodes: readonly OverviewNode[], seen: Seen): boolean {
    const right = seen.scroll.x + seen.width / seen.zoom;
    const bottom = seen.scroll.y + seen.height / seen.zoom;
    return nodes.every(({ bounds }) => bounds.x >= seen.scroll.x && bounds.y >= seen.scroll.y
        && bounds.x + bounds.width <= right && bounds.y + bounds.height <= bottom);
}

/** A small picture of all nodes with a frame around what is seen; a click goes there. */
export class Overview {
    private nodes: readonly OverviewNode[] = [];
    private seen: Seen = { scroll: { x: 0, y: 0 }, zoom: 1, width: 1, height: 1 };
    private waiting = false;

    /** @param go shows the place in the middle */
    constructor(private readonly canvas: HTMLCanvasElement, go: (centre: Point) => void) {
        const click = (event: PointerEvent): void => {
            if (event.buttons === 1) {
                const { scale, origin } = fitting(this.nodes, canvas.width, canvas.height);
                go({ x: origin.x + event.offsetX / scale, y: origin.y + event.offsetY / scale });
            }
        };
        canvas.addEventListener('pointerdown', click);
        canvas.addEventListener('pointermove', click);
    }

    showNodes(nodes: readonly OverviewNode[]): void {
        this.nodes = nodes;
        this.drawSoon();
    }

    showSeen(seen: Seen): void {
        this.seen = seen;
        this.drawSoon();
    }

    private drawSoon(): void {
        if (!this.waiting) {
            this.waiting = true;
            requestAnimationFrame(() => {
                this.waiting = false;
                this.draw();
            });
        }
    }

    private draw(): void {
        const paper = this.canvas.getContext('2d');
        this.canvas.hidden = isAllSeen(this.nodes, this.seen);
        if (!paper || this.canvas.hidden) {
            return;
        }
        const { width, height } = this.canvas;
        const style = getComputedStyle(this.canvas);
        const { scale, origin } = fitting(this.nodes, width, height);
        paper.clearRect(0, 0, width, height);
        for (const node of this.nodes) {
            paper.fillStyle = style.getPropertyValue(`--overview-${node.kind}`) || style.color;
            paper.fillRect((node.bounds.x - origin.x) * scale, (node.bounds.y - origin.y) * scale,
                Math.max(2, node.bounds.width * scale), Math.max(2, node.bounds.height * scale));
        }
        paper.strokeStyle = style.getPropertyValue('--accent') || style.color;
        paper.lineWidth = 1.5;
        paper.strokeRect((this.seen.scroll.x - origin.x) * scale, (this.seen.scroll.y - origin.y) * scale,
            this.seen.width / this.seen.zoom * scale, this.seen.height / this.seen.zoom * scale);
    }
}
