import { GModelRoot, GViewportRootElement, IActionDispatcher, SetViewportAction, TYPES, Viewport } from '@eclipse-glsp/client';
import { inject, injectable } from 'inversify';
import { DiagramEdge } from './elements';
import { glideBetween } from './geometry';
import { Glance } from './glance';

/** From so many lines on a picture takes longer to draw than people take for smooth. */
const MANY_LINES = 150;
/** As long as somebody may hold the wheel still between two turns; longer where drawing takes long, so that it is not in the way. */
const SHORTEST_REST_MILLISECONDS = 150;
const LONGEST_REST_MILLISECONDS = 1000;

/** True when a diagram has so many lines that it is drawn with thin ones, and moved as a picture. */
export function isLarge(root: Readonly<GModelRoot>): boolean {
    return root.children.filter(child => child instanceof DiagramEdge).length > MANY_LINES;
}

/**
 * Moves the drawing of a large diagram as one picture while somebody pans or zooms, and has it drawn anew when the hand rests:
 * drawing hundreds of routers takes longer than a frame, moving their picture does not.
 */
@injectable()
export class GlidingViewport {
    @inject(TYPES.IActionDispatcher) private readonly dispatcher: IActionDispatcher;
    @inject(Glance) private readonly glance: Glance;
    private glide: { rootId: string; drawn: Viewport; wanted: Viewport; asked?: Viewport } | undefined;
    private timer: number | undefined;
    private restMilliseconds = SHORTEST_REST_MILLISECONDS;

    /** What is seen: the picture where it has glided, or the drawing. */
    seen(root: GViewportRootElement): Viewport {
        return this.glide?.wanted ?? viewportOf(root);
    }

    /** Moves the picture. */
    to(root: GViewportRootElement, wanted: Viewport): void {
        this.glide = { ...this.glide, rootId: root.id, drawn: this.glide?.drawn ?? viewportOf(root), wanted };
        this.move(this.glide.drawn, wanted);
        this.glance.seen({ ...wanted, ...root.canvasBounds });
        window.clearTimeout(this.timer);
        this.timer = window.setTimeout(() => this.rest(), this.restMilliseconds);
    }

    private move(drawn: Viewport, wanted: Viewport): void {
        const { x, y, scale } = glideBetween(drawn, wanted);
        const picture = this.picture();
        picture?.classList.add('gliding');
        picture?.style.setProperty('transform', `translate(${x}px,${y}px) scale(${scale})`);
    }

    /** Has everything drawn where the picture is now, once for each place. */
    rest(): void {
        window.clearTimeout(this.timer);
        if (this.glide && !(this.glide.asked && isSame(this.glide.asked, this.glide.wanted))) {
            this.glide.asked = this.glide.wanted;
            void this.dispatcher.dispatch(SetViewportAction.create(this.glide.rootId, this.glide.wanted, { animate: false }));
        }
    }

    /** To be told of each drawing: the picture is there, or has gone on meanwhile, or somebody has shown another place. */
    drawn(root: Viewport): void {
        if (!this.glide || isSame(root, this.glide.drawn)) {
            return;
        }
        this.measure();
        if (this.glide.asked && isSame(root, this.glide.asked) && !isSame(root, this.glide.wanted)) {
            this.glide = { ...this.glide, drawn: this.glide.asked, asked: undefined };
            this.move(this.glide.drawn, this.glide.wanted);
            return;
        }
        window.clearTimeout(this.timer);
        this.glide = undefined;
        const picture = this.picture();
        picture?.classList.remove('gliding');
        picture?.style.removeProperty('transform');
    }

    /** How long a drawing takes, until it is on the screen. */
    private measure(): void {
        const begun = performance.now();
        requestAnimationFrame(() => requestAnimationFrame(() => {
            const taken = 2 * (performance.now() - begun);
            this.restMilliseconds = Math.min(LONGEST_REST_MILLISECONDS, Math.max(SHORTEST_REST_MILLISECONDS, taken));
        }));
    }

    /** What holds the drawing: of an SVG element browsers paint everything anew when it moves, of an HTML element they move what is painted. */
    private picture(): HTMLElement | null {
        return document.getElementById('sprotty');
    }
}

function isSame(one: Viewport, other: Viewport): boolean {
    return one.zoom === other.zoom && one.scroll.x === other.scroll.x && one.scroll.y === other.scroll.y;
}

/** A copy: the next command changes the root itself. */
function viewportOf(root: GViewportRootElement): Viewport {
    return { scroll: { ...root.scroll }, zoom: root.zoom };
}
