import { Action } from '@eclipse-glsp/protocol';
import { FollowedRun, MoveCursorAction, ShownInstant } from './followed-run';
import { HeadersAction, RequestHeadersAction } from './headers';
import { HeadersPanel } from './headers-panel';
import { OwnRun, RequestRunAction, Run, RunMessage } from './run';
import { DrawnDiagram, RunLayer } from './run-layer';
import { RunPanel } from './run-panel';
import { RunProgress, RunProgressAction, StopRunAction } from './run-progress';

/** The commands of runs that have a key. */
export type RunCommand = 'simulate' | 'play' | 'next-message' | 'message-before' | 'packet';

/** What runs need of the page. */
export interface RunPage {
    readonly diagram: DrawnDiagram;
    dispatch(action: Action): void;
    warn(message: string): void;
    /** Lets people choose one of several names. */
    choose(prompt: string, names: readonly string[], chosen: (name: string) => void): void;
    /** Hears where the page is: in which run of its own, or 0, and when. */
    moved(run: number, time: number): void;
    focusDiagram(): void;
}

/** Whatever run the page shows: one of its own, or one that the workbench moves. */
export class ShownRuns {
    private readonly layer: RunLayer;
    private readonly panel: RunPanel;
    private readonly followed: FollowedRun;
    /** Where the cursor was when people closed a run that they do not move here: it comes back when the cursor goes on. */
    private closedAt?: number;
    private readonly headers: HeadersPanel;
    private readonly progress: RunProgress;

    /**
     * @param root where the time cursor goes
     * @param waiting where it is said how far a simulation is
     * @param side where a packet is shown
     */
    constructor(root: HTMLElement, waiting: HTMLElement, side: HTMLElement, private readonly page: RunPage) {
        this.progress = new RunProgress(waiting, () => page.dispatch(StopRunAction.create()));
        this.headers = new HeadersPanel(side, () => page.focusDiagram());
        this.layer = new RunLayer(page.diagram, message => this.panel.choose(message));
        this.panel = new RunPanel(root, this.layer, () => {
            this.headers.close();
            page.moved(0, 0);
            page.focusDiagram();
        });
        this.followed = new FollowedRun(wish => page.dispatch(MoveCursorAction.create(wish)), (instant, time) => {
            if (this.panel.isShown(this.followed)) {
                this.panel.shown(instant, time);
                page.moved(0, time);
            }
        });
    }

    /** Asks for what is shown of a run already. */
    start(): void {
        this.followed.look();
    }

    simulate(): void {
        this.closedAt = undefined;
        this.page.dispatch(RequestRunAction.create());
    }

    /** The model has several scenarios. */
    choose(scenarios: readonly string[]): void {
        this.page.choose('Scenario to simulate', scenarios, name => this.page.dispatch(RequestRunAction.create(name)));
    }

    /** A run of this page's own is not over yet. */
    wait(progress: RunProgressAction): void {
        this.progress.show(progress.time, progress.end);
    }

    /** A run of this page's own. */
    show(run: Run): void {
        this.progress.hide();
        if (run.problem === '') {
            this.headers.close();
            this.panel.begin(new OwnRun(run, (instant, time) => {
                this.panel.shown(instant, time);
                this.page.moved(run.number, time);
            }, message => this.explain(run, message)));
        } else {
            this.page.warn(run.problem);
        }
    }

    private explain(run: Run, message: RunMessage): void {
        const question = { run: run.number, event: message.sent };
        this.headers.expect(question);
        this.page.dispatch(RequestHeadersAction.create(question));
    }

    takeHeaders(answer: HeadersAction): void {
        this.headers.take(answer);
    }

    /** The command of a key. */
    command(command: RunCommand): void {
        switch (command) {
            case 'simulate': this.simulate(); break;
            case 'play': this.panel.toggle(); break;
            case 'next-message': this.panel.step(true); break;
            case 'message-before': this.panel.step(false); break;
            case 'packet': this.panel.chooseInHand(); break;
        }
    }

    /** Word of the run that the workbench moves; nothing when there is none any more. */
    take(instant: ShownInstant | undefined): void {
        if (!instant) {
            this.closedAt = undefined;
            if (this.panel.isShown(this.followed)) {
                this.panel.close();
            }
            return;
        }
        if (instant.event !== this.closedAt) {
            this.closedAt = undefined;
            this.panel.follow(this.followed);
        }
        this.followed.take(instant);
    }

    /** Ends what is shown: at first a simulation that is waited for, then the packet. */
    close(): void {
        if (this.progress.end()) {
            return;
        }
        if (this.headers.close()) {
            this.page.focusDiagram();
            return;
        }
        this.closedAt = this.panel.isShown(this.followed) ? this.followed.event : undefined;
        this.panel.close();
    }

    /** What was simulated is the model as it was; it is drawn where the diagram is now. */
    draw(): void {
        if (this.panel.isShown()) {
            requestAnimationFrame(() => this.layer.draw());
        }
    }
}
