import { VNode } from 'snabbdom';

/** What a drawing depends on. */
export interface Drawn {
    readonly key: string;
    /** Compared by identity: the server sends new ones with each change. */
    readonly model: unknown;
    readonly name: string;
}

/**
 * Drawings of elements that have not changed since. Two ways to draw, on the page and hidden, are kept apart. Each time another
 * node with the same content is given out: one object in two drawings would have two places on the page and know only one.
 */
export class RememberedDrawings {
    private readonly drawings = new Map<string, { what: Drawn; node: VNode }>();

    of(id: string, target: string, what: Drawn, draw: () => VNode): VNode {
        const place = `${target} ${id}`;
        const known = this.drawings.get(place);
        if (known && known.what.key === what.key && known.what.model === what.model && known.what.name === what.name) {
            return { ...known.node };
        }
        const node = draw();
        this.drawings.set(place, { what, node });
        return { ...node };
    }
}
