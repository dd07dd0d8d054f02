import { Action } from '@eclipse-glsp/protocol';

/** What a router does with the packet. */
export interface PathStep {
    readonly from: string;
    readonly to: string;
    readonly transport: string;
    /** The cloud whose tunnel it takes, or empty. */
    readonly cloud: string;
    readonly text: string;
}

/** The way of a packet from one element to another at an instant. */
export interface ShownPath {
    readonly title: string;
    readonly problem: string;
    readonly arrives: boolean;
    readonly end: string;
    readonly steps: readonly PathStep[];
    readonly findings: readonly string[];
}

/** Between what and when the way is wanted. */
export interface PathQuestion {
    readonly from: string;
    readonly to: string;
    /** The page's own run; 0 for none. */
    readonly run: number;
    readonly time: number;
}

export interface RequestPathAction extends Action {
    kind: typeof RequestPathAction.KIND;
    question: PathQuestion;
}

export namespace RequestPathAction {
    export const KIND = 'dmvpn.requestPath';

    export function create(question: PathQuestion): RequestPathAction {
        return { kind: KIND, question };
    }
}

export interface PathAction extends Action {
    kind: typeof PathAction.KIND;
    question: PathQuestion;
    path: ShownPath;
}

export namespace PathAction {
    export const KIND = 'dmvpn.path';
}

const MILLISECONDS_BETWEEN_QUESTIONS = 250;

/** Asks for the way between two elements again and again as time goes on: one question at a time, and not more than anybody can look at. */
export class PathQuestions {
    private ends?: { readonly from: string; readonly to: string };
    private when = { run: 0, time: 0 };
    private asked?: PathQuestion;
    private isStale = false;
    private timer?: ReturnType<typeof setTimeout>;

    constructor(private readonly ask: (question: PathQuestion) => void, private readonly show: (path: ShownPath | undefined) => void) {
    }

    /** Wants the way between two elements from now on. */
    between(from: string, to: string): void {
        this.ends = { from, to };
        this.askSoon();
    }

    /** The page has come to another instant; run 0 is the network before any run, or that of the workbench. */
    at(run: number, time: number): void {
        this.when = { run, time };
        if (this.ends) {
            this.askSoon();
        }
    }

    /** Takes an answer; one to what is not wanted any more is not shown. */
    take(question: PathQuestion, path: ShownPath): void {
        if (question.from === this.asked?.from && question.to === this.asked.to && question.time === this.asked.time) {
            this.asked = undefined;
        }
        if (this.ends && question.from === this.ends.from && question.to === this.ends.to) {
            this.show(path);
        }
        if (this.isStale) {
            this.askSoon();
        }
    }

    /** Wants none any more; false when none was wanted. */
    end(): boolean {
        const was = this.ends !== undefined;
        this.ends = undefined;
        this.show(undefined);
        return was;
    }

    private askSoon(): void {
        this.isStale = true;
        if (this.timer === undefined && !this.asked) {
            this.askNow();
        }
    }

    private askNow(): void {
        this.timer = undefined;
        if (!this.isStale || !this.ends || this.asked) {
            return;
        }
        this.isStale = false;
        this.asked = { ...this.ends, ...this.when };
        this.timer = setTimeout(() => this.askNow(), MILLISECONDS_BETWEEN_QUESTIONS);
        this.ask(this.asked);
    }
}
