import { Action, GLSPScrollMouseListener, GModelElement, GViewportRootElement, Point, Viewport, ZoomMouseListener } from '@eclipse-glsp/client';
import { inject, injectable } from 'inversify';
import { GlidingViewport, isLarge } from './gliding-viewport';

function largeRoot(target: GModelElement): GViewportRootElement | undefined {
    return target.root instanceof GViewportRootElement && isLarge(target.root) ? target.root : undefined;
}

/** The wheel zooms; the picture of a large diagram glides. */
@injectable()
export class GlidingZoom extends ZoomMouseListener {
    @inject(GlidingViewport) private readonly gliding: GlidingViewport;

    override wheel(target: GModelElement, event: WheelEvent): Action[] {
        const root = largeRoot(target);
        if (!root) {
            return super.wheel(target, event);
        }
        const seen = this.gliding.seen(root);
        const wanted = this.isScrollMode(event) ? this.processScroll(seen, event) : this.processZoom(seen, target, event);
        if (wanted) {
            this.gliding.to(root, wanted);
        }
        return [];
    }

    override mouseMove(_target: GModelElement, event: MouseEvent): Action[] {
        // Whoever points at something wants to see it, and to hit it.
        if (event.buttons === 0) {
            this.gliding.rest();
        }
        return [];
    }
}

/** Dragging the paper pans; the picture of a large diagram glides. */
@injectable()
export class GlidingScroll extends GLSPScrollMouseListener {
    @inject(GlidingViewport) private readonly gliding: GlidingViewport;

    protected override dragCanvas(root: GViewportRootElement, event: MouseEvent, last: Point): Action[] {
        if (!isLarge(root)) {
            return super.dragCanvas(root, event, last);
        }
        const { scroll, zoom }: Viewport = this.gliding.seen(root);
        this.lastScrollPosition = { x: event.pageX, y: event.pageY };
        this.gliding.to(root, { scroll: { x: scroll.x - (event.pageX - last.x) / zoom, y: scroll.y - (event.pageY - last.y) / zoom }, zoom });
        return [];
    }

    override mouseUp(target: GModelElement, event: MouseEvent): Action[] {
        if (this.lastScrollPosition) {
            this.gliding.rest();
        }
        return super.mouseUp(target, event);
    }
}
