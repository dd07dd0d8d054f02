import { Action } from '@eclipse-glsp/client';

/** Something wrong with the model. */
export interface ShownProblem {
    readonly elementId?: string;
    readonly severity: 'error' | 'warning' | 'info';
    readonly message: string;
}

/** What the server says about the text behind the diagram, with each new state of it. */
export interface DocumentStateAction extends Action {
    kind: typeof DocumentStateAction.KIND;
    title: string;
    /** Why the diagram does not show the text as it is; empty when it does. */
    staleBecause: string;
    /** What undo would take back; empty when there is nothing. */
    undo: string;
    redo: string;
    problems: ShownProblem[];
}

export namespace DocumentStateAction {
    export const KIND = 'dmvpn.documentState';
}

/** Asks for the members of a family that matter one by one, or for one stack again. */
export interface ToggleFamilyAction extends Action {
    kind: typeof ToggleFamilyAction.KIND;
    family: string;
}

export namespace ToggleFamilyAction {
    export const KIND = 'dmvpn.toggleFamily';

    export function create(family: string): ToggleFamilyAction {
        return { kind: KIND, family };
    }
}
