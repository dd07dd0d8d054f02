import { Operation } from '@eclipse-glsp/protocol';

/** Has the server make a spoke a hub, or a hub a spoke. */
export interface SetRouterKindOperation extends Operation {
    kind: typeof SetRouterKindOperation.KIND;
    router: string;
    isHub: boolean;
}

export namespace SetRouterKindOperation {
    export const KIND = 'dmvpn.setRouterKind';

    export function create(router: string, isHub: boolean): SetRouterKindOperation {
        return { kind: KIND, isOperation: true, router, isHub };
    }
}
