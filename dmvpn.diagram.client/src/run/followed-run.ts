import { Action } from '@eclipse-glsp/protocol';
import { between, Course, Instant, moving, RunChange, RunMessage } from './run';

/** An instant of a run that the workbench moves: what is otherwise than it was told before. */
export interface ShownInstant {
    /** Nothing holds that was told before. */
    readonly isFirst: boolean;
    readonly title: string;
    readonly end: number;
    readonly time: number;
    readonly event: number;
    readonly label: string;
    /** Where the event happened, or empty. */
    readonly element: string;
    readonly messages: readonly RunMessage[];
    /** How many more messages are under way. */
    readonly more: number;
    readonly changes: readonly RunChange[];
    /** The last wish of this page that was heard of. */
    readonly wish: number;
}

/** The server's word about the run that it moves; without an instant there is none. */
export interface InstantAction extends Action {
    kind: typeof InstantAction.KIND;
    instant?: ShownInstant;
}

export namespace InstantAction {
    export const KIND = 'dmvpn.instant';
}

/** Where this page wants the time cursor. */
export interface CursorWish {
    readonly number: number;
    readonly kind: 'LOOK' | 'TIME' | 'EVENT' | 'NEXT' | 'PREVIOUS';
    readonly time: number;
    readonly event: number;
}

export interface MoveCursorAction extends Action {
    kind: typeof MoveCursorAction.KIND;
    wish: CursorWish;
}

export namespace MoveCursorAction {
    export const KIND = 'dmvpn.moveCursor';

    export function create(wish: CursorWish): MoveCursorAction {
        return { kind: KIND, wish };
    }
}

const MILLISECONDS_BETWEEN_WISHES = 100;

/** A run that somebody else moves: this page wishes for an instant, and shows what it is told. */
export class FollowedRun implements Course {
    private readonly tunnels = new Map<string, string>();
    private readonly badges = new Map<string, string>();
    private told?: ShownInstant;
    private lastWish = 0;
    private waiting?: Omit<CursorWish, 'number'>;
    private timer?: ReturnType<typeof setTimeout>;

    /**
     * @param send takes wishes, some ten in a second at most
     * @param show takes what is to be seen
     */
    constructor(private readonly send: (wish: CursorWish) => void, private readonly show: (instant: Instant, time: number) => void) {
    }

    get end(): number {
        return this.told?.end ?? 0;
    }

    /** The event of the last instant that was told; nothing before the first one. */
    get event(): number | undefined {
        return this.told?.event;
    }

    /** Takes what it is told over. An older place of the cursor than the one that is wished for is not shown. */
    take(instant: ShownInstant): void {
        if (instant.isFirst) {
            this.tunnels.clear();
            this.badges.clear();
        }
        for (const change of instant.changes) {
            const [map, key] = change.to === '' ? [this.badges, change.from] as const
                : [this.tunnels, between(change.from, change.to, change.cloud)] as const;
            if (change.value === '') {
                map.delete(key);
            } else {
                map.set(key, change.value);
            }
        }
        this.told = instant;
        if (instant.wish >= this.lastWish && !this.waiting) {
            this.show(this.at(instant.time), instant.time);
        }
    }

    goTo(time: number): void {
        if (this.told) {
            this.show(this.at(time), time);
        }
        this.wish({ kind: 'TIME', time, event: 0 });
    }

    step(forwards: boolean): void {
        this.wish({ kind: forwards ? 'NEXT' : 'PREVIOUS', time: 0, event: 0 });
    }

    choose(message: RunMessage): void {
        this.wish({ kind: 'EVENT', time: 0, event: message.sent });
    }

    /** Asks to be told all that is shown: this page has just begun. */
    look(): void {
        this.send({ number: this.lastWish, kind: 'LOOK', time: 0, event: 0 });
    }

    /** Until the next word of the server messages go on as they went. */
    private at(time: number): Instant {
        const told = this.told!;
        return {
            packets: told.messages.flatMap(message => moving(message, time, message.sent === told.event || message.received === told.event)),
            tunnels: this.tunnels, badges: this.badges, label: told.label, element: told.element, event: told.event, more: told.more
        };
    }

    /** A slider that is dragged wishes more often than anybody can show. */
    private wish(wish: Omit<CursorWish, 'number'>): void {
        this.waiting = wish;
        if (this.timer === undefined) {
            this.sendWaiting();
        }
    }

    private sendWaiting(): void {
        this.timer = undefined;
        if (this.waiting) {
            const wish = { ...this.waiting, number: ++this.lastWish };
            this.waiting = undefined;
            this.timer = setTimeout(() => this.sendWaiting(), MILLISECONDS_BETWEEN_WISHES);
            this.send(wish);
        }
    }
}
