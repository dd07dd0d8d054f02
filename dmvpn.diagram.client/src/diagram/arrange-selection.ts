import { Operation } from '@eclipse-glsp/protocol';

/** Has the server arrange some elements by what connects them. */
export interface ArrangeSelectionOperation extends Operation {
    kind: typeof ArrangeSelectionOperation.KIND;
    elements: string[];
}

export namespace ArrangeSelectionOperation {
    export const KIND = 'dmvpn.arrangeSelection';

    export function create(elements: string[]): ArrangeSelectionOperation {
        return { kind: KIND, isOperation: true, elements };
    }
}
