import { Action, RequestAction, ResponseAction } from '@eclipse-glsp/client';

/** A change of the text that mends a problem of an element. */
export interface OfferedFix {
    readonly id: string;
    readonly title: string;
    /** What is wrong. */
    readonly problem: string;
}

/** Asks for what would mend the problems of an element. */
export interface RequestFixesAction extends RequestAction<FixesAction> {
    kind: typeof RequestFixesAction.KIND;
    element: string;
}

export namespace RequestFixesAction {
    export const KIND = 'dmvpn.requestFixes';

    export function create(element: string): RequestFixesAction {
        return { kind: KIND, requestId: RequestAction.generateRequestId(), element };
    }
}

/** What would mend the problems of an element. */
export interface FixesAction extends ResponseAction {
    fixes: OfferedFix[];
}

/** Asks for a fix of an element's problem. */
export interface ApplyFixAction extends Action {
    kind: typeof ApplyFixAction.KIND;
    element: string;
    fix: string;
}

export namespace ApplyFixAction {
    export const KIND = 'dmvpn.applyFix';

    export function create(element: string, fix: string): ApplyFixAction {
        return { kind: KIND, element, fix };
    }
}
