import type { Bounds, Dimension, Viewport } from '@eclipse-glsp/client';

/** The part of the diagram to be seen so that a rectangle is; undefined when it is seen already. Nothing is made larger or smaller. */
export function revealing(bounds: Bounds, seen: Viewport, canvas: Dimension): Viewport | undefined {
    const width = canvas.width / seen.zoom;
    const height = canvas.height / seen.zoom;
    const inSight = (start: number, size: number, from: number, room: number): boolean => {
        const middle = start + size / 2;
        // Of what does not fit the middle is enough.
        return size > room ? middle >= from && middle <= from + room : start >= from && start + size <= from + room;
    };
    if (inSight(bounds.x, bounds.width, seen.scroll.x, width) && inSight(bounds.y, bounds.height, seen.scroll.y, height)) {
        return undefined;
    }
    return { zoom: seen.zoom, scroll: { x: bounds.x + (bounds.width - width) / 2, y: bounds.y + (bounds.height - height) / 2 } };
}
