import { Action } from '@eclipse-glsp/protocol';
import { PathAction, PathQuestions, RequestPathAction, ShownPath } from './path';
import { PathDiagram, PathLayer } from './path-layer';
import { PathPanel } from './path-panel';

/** A node that a way may begin or end at. */
export interface PathEnd {
    readonly id: string;
    readonly name: string;
}

/** What ways need of the page. */
export interface PathPage {
    readonly diagram: PathDiagram;
    dispatch(action: Action): void;
    /** Routers that are selected. */
    selected(): readonly PathEnd[];
    /** Lets people choose a router. */
    choose(prompt: string, chosen: (end: PathEnd) => void): void;
    focusDiagram(): void;
}

/** The way of a packet between two elements, at whatever instant the page shows. */
export class Paths {
    private readonly layer: PathLayer;
    private readonly panel: PathPanel;
    private readonly questions: PathQuestions;

    constructor(parent: HTMLElement, private readonly page: PathPage) {
        this.layer = new PathLayer(page.diagram);
        this.panel = new PathPanel(parent, () => {
            this.end();
            page.focusDiagram();
        });
        this.questions = new PathQuestions(question => page.dispatch(RequestPathAction.create(question)), path => this.show(path));
    }

    /** Shows the way between the two elements that are selected, or asks for what is missing. */
    begin(): void {
        const [from, to] = this.page.selected();
        if (from && to) {
            this.questions.between(from.id, to.id);
        } else if (from) {
            this.chooseTarget(from);
        } else {
            this.page.choose('Way of a packet from', source => this.chooseTarget(source));
        }
    }

    private chooseTarget(from: PathEnd): void {
        this.page.choose(`Way of a packet from ${from.name} to`, to => this.questions.between(from.id, to.id));
    }

    /** The page shows another instant. */
    at(run: number, time: number): void {
        this.questions.at(run, time);
    }

    take(answer: PathAction): void {
        this.questions.take(answer.question, answer.path);
    }

    draw(): void {
        this.layer.draw();
    }

    /** Shows none any more; false when none was shown. */
    end(): boolean {
        return this.questions.end();
    }

    private show(path: ShownPath | undefined): void {
        this.layer.show(path?.problem === '' ? path : undefined);
        this.panel.show(path);
    }
}
