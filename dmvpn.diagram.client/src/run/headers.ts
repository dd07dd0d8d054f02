import { Action } from '@eclipse-glsp/protocol';

/** A field of a packet, or a group of fields. */
export interface HeaderField {
    readonly text: string;
    readonly parts: readonly HeaderField[];
}

/** What is in a packet. */
export interface ShownHeaders {
    readonly title: string;
    readonly layers: readonly HeaderField[];
}

/** Which packet is looked into: that of an event of a run. */
export interface PacketQuestion {
    readonly run: number;
    readonly event: number;
}

export interface RequestHeadersAction extends Action {
    kind: typeof RequestHeadersAction.KIND;
    question: PacketQuestion;
}

export namespace RequestHeadersAction {
    export const KIND = 'dmvpn.requestHeaders';

    export function create(question: PacketQuestion): RequestHeadersAction {
        return { kind: KIND, question };
    }
}

export interface HeadersAction extends Action {
    kind: typeof HeadersAction.KIND;
    question: PacketQuestion;
    headers: ShownHeaders;
}

export namespace HeadersAction {
    export const KIND = 'dmvpn.headers';
}
