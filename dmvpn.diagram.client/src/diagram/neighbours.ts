import { Bounds, Point } from '@eclipse-glsp/protocol';

export type Direction = 'left' | 'right' | 'up' | 'down';

const DIRECTIONS: Readonly<Record<Direction, Point>> = {
    left: { x: -1, y: 0 }, right: { x: 1, y: 0 }, up: { x: 0, y: -1 }, down: { x: 0, y: 1 }
};
/** What lies aside counts so much more than what lies ahead. */
const ASIDE = 2.5;

/** The box that somebody means who says "the next one on the left": near, and rather ahead than aside. */
export function neighbour<T extends { readonly bounds: Bounds }>(boxes: readonly T[], from: T, direction: Direction): T | undefined {
    const ahead = DIRECTIONS[direction];
    const start = Bounds.center(from.bounds);
    let best: T | undefined;
    let bestDistance = Infinity;
    for (const box of boxes) {
        const centre = Bounds.center(box.bounds);
        const forwards = (centre.x - start.x) * ahead.x + (centre.y - start.y) * ahead.y;
        const aside = Math.abs((centre.x - start.x) * ahead.y + (centre.y - start.y) * ahead.x);
        const distance = forwards + ASIDE * aside;
        if (box !== from && forwards > 1 && distance < bestDistance) {
            best = box;
            bestDistance = distance;
        }
    }
    return best;
}
