import { Action } from '@eclipse-glsp/protocol';

/** A message on its way; times are seconds since the start of the run. */
export interface RunMessage {
    readonly from: string;
    readonly to: string;
    /** The cloud whose tunnel it takes, or empty. */
    readonly cloud: string;
    readonly protocol: string;
    readonly label: string;
    readonly departs: number;
    readonly arrives: number;
    /** Events of its sending and reception; the latter may not be known. */
    readonly sent: number;
    readonly received: number;
}

/** What changes at an element, or of the tunnels between two in a cloud. */
export interface RunChange {
    readonly time: number;
    readonly from: string;
    readonly to: string;
    readonly cloud: string;
    readonly value: string;
}

/** A simulation, whole: a page goes to any instant of it, forwards and backwards. */
export interface Run {
    /** Names it in questions about it. */
    readonly number: number;
    readonly title: string;
    readonly problem: string;
    readonly end: number;
    /** How many more messages there were than are told. */
    readonly leftOut: number;
    readonly messages: readonly RunMessage[];
    readonly changes: readonly RunChange[];
}

/** The server's answer to the request for a simulation. */
export interface RunAction extends Action {
    kind: typeof RunAction.KIND;
    run: Run;
}

export namespace RunAction {
    export const KIND = 'dmvpn.run';
}

/** Asks for a simulation of the model as it is now; without a scenario the server may ask which one. */
export interface RequestRunAction extends Action {
    kind: typeof RequestRunAction.KIND;
    scenario?: string;
}

export namespace RequestRunAction {
    export const KIND = 'dmvpn.requestRun';

    export function create(scenario?: string): RequestRunAction {
        return { kind: KIND, ...scenario === undefined ? {} : { scenario } };
    }
}

/** The server asks which scenario to run. */
export interface ScenariosAction extends Action {
    kind: typeof ScenariosAction.KIND;
    names: string[];
}

export namespace ScenariosAction {
    export const KIND = 'dmvpn.scenarios';
}

/** A packet where it is at an instant: so far (0 to 1) from its sender. */
export interface MovingPacket extends RunMessage {
    readonly share: number;
    /** The event that has just happened is its sending or reception. */
    readonly inHand: boolean;
}

/** What a run shows at one instant. */
export interface Instant {
    readonly packets: readonly MovingPacket[];
    /** By what {@link between} calls them. */
    readonly tunnels: ReadonlyMap<string, string>;
    readonly badges: ReadonlyMap<string, string>;
    /** The event that has just happened, for people. */
    readonly label: string;
    /** The element where it happened, or empty. */
    readonly element: string;
    /** Its number, when it is known. */
    readonly event?: number;
    /** How many more packets are under way than are shown. */
    readonly more: number;
    /** The last message that is told: a longer run is shown in part. */
    readonly shortenedAt?: number;
}

/** A run that one goes about in. What it shows it tells by itself. */
export interface Course {
    readonly end: number;
    goTo(time: number): void;
    /** To the next message, or the one before. */
    step(forwards: boolean): void;
    /** To a message that one sees. */
    choose(message: RunMessage): void;
}

/** A packet is seen at least so long, however fast it was. */
const SHORTEST = 0.004;

/** The name of the tunnels between two elements, in either order, in a cloud. */
export function between(one: string, other: string, cloud: string): string {
    return one < other ? `${one}\n${other}\n${cloud}` : `${other}\n${one}\n${cloud}`;
}

/**
 * What a run shows at an instant.
 *
 * @param chosen the message that people look at; else it is the last one that was sent
 */
export function instantOf(run: Run, time: number, chosen?: RunMessage): Instant {
    const tunnels = new Map<string, string>();
    const badges = new Map<string, string>();
    for (const change of run.changes) {
        if (change.time > time) {
            break;
        }
        if (change.to === '') {
            badges.set(change.from, change.value);
        } else {
            tunnels.set(between(change.from, change.to, change.cloud), change.value);
        }
    }
    let last: RunMessage | undefined;
    const packets: MovingPacket[] = [];
    for (const message of run.messages) {
        if (message.departs > time) {
            break;
        }
        last = message;
        packets.push(...moving(message, time, false));
    }
    const current = chosen ?? last;
    const inHand = packets.map(packet => ({ ...packet, inHand: packet.sent === current?.sent && packet.received === current.received }));
    return { packets: inHand, tunnels, badges, label: current ? `${current.protocol} ${current.label}` : '', element: current?.from ?? '', more: 0,
        ...run.leftOut > 0 ? { shortenedAt: run.messages.at(-1)!.departs } : {} };
}

/** A message that is under way at an instant, or nothing; the one in hand is seen at its ends, too. */
export function moving(message: RunMessage, time: number, inHand: boolean): MovingPacket[] {
    const arrives = arrivalOf(message);
    const share = (time - message.departs) / (arrives - message.departs);
    return share >= 0 && share < 1 || inHand ? [{ ...message, share: Math.min(Math.max(share, 0), 1), inHand }] : [];
}

function arrivalOf(message: RunMessage): number {
    return Math.max(message.arrives, message.departs + SHORTEST);
}

function middleOf(message: RunMessage): number {
    return (message.departs + arrivalOf(message)) / 2;
}

/** The next message from an instant on, or the one before it, by the middle of its way: where one wants to look. */
export function neighbouringMessage(run: Run, time: number, forwards: boolean): RunMessage | undefined {
    const found = run.messages.filter(message => forwards ? middleOf(message) > time + 1e-9 : middleOf(message) < time - 1e-9);
    const best = (forwards ? Math.min : Math.max)(...found.map(middleOf));
    return forwards ? found.find(message => middleOf(message) === best) : found.reverse().find(message => middleOf(message) === best);
}

/** A run that the page has as a whole, and goes about in by itself. */
export class OwnRun implements Course {
    private time = 0;
    /** The message that people look at: several may be under way at the same instant. */
    private chosen?: RunMessage;

    /**
     * @param show takes what is to be seen
     * @param explain has a packet looked into
     */
    constructor(readonly run: Run, private readonly show: (instant: Instant, time: number) => void,
        private readonly explain: (message: RunMessage) => void) {
    }

    get end(): number {
        return this.run.end;
    }

    goTo(time: number): void {
        this.look(time, undefined);
    }

    step(forwards: boolean): void {
        const beside = this.chosen && this.run.messages[this.run.messages.indexOf(this.chosen) + (forwards ? 1 : -1)];
        const next = this.chosen ? beside : neighbouringMessage(this.run, this.time, forwards);
        this.look(next ? middleOf(next) : forwards ? this.run.end : 0, next);
    }

    choose(message: RunMessage): void {
        const whole = this.run.messages.find(each => each.sent === message.sent && each.received === message.received);
        this.look(middleOf(message), whole);
        this.explain(message);
    }

    private look(time: number, chosen: RunMessage | undefined): void {
        this.time = time;
        this.chosen = chosen;
        this.show(instantOf(this.run, time, chosen), time);
    }
}

/** The colour class of a protocol. */
export function packetKind(protocol: string): string {
    switch (protocol) {
        case 'NHRP': return 'nhrp';
        case 'IKEv1': case 'IKEv2': case 'IPsec': return 'ike';
        case 'EIGRP': case 'OSPF': case 'BGP': case 'RIP': case 'ODR': case 'BFD': return 'routing';
        default: return 'data';
    }
}
