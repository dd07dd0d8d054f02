import { Action } from '@eclipse-glsp/protocol';
import { element } from '../ui/element';

/** The server's word how far the simulation is that the page waits for, in seconds since its start. */
export interface RunProgressAction extends Action {
    kind: typeof RunProgressAction.KIND;
    time: number;
    end: number;
}

export namespace RunProgressAction {
    export const KIND = 'dmvpn.runProgress';
}

/** Has the server end the simulation that the page waits for. */
export interface StopRunAction extends Action {
    kind: typeof StopRunAction.KIND;
}

export namespace StopRunAction {
    export const KIND = 'dmvpn.stopRun';

    export function create(): StopRunAction {
        return { kind: KIND };
    }
}

/** Says how far a simulation is that takes a while, with a button that stops it. */
export class RunProgress {
    private readonly bar = element('progress', { max: '1' });
    private readonly text = element('output', {});

    /** @param stop ends the simulation */
    constructor(private readonly root: HTMLElement, private readonly stop: () => void) {
        const button = element('button', { type: 'button', title: 'Stop the simulation (Escape)' }, 'Stop');
        button.addEventListener('click', () => this.end());
        root.setAttribute('aria-label', 'Simulation in progress');
        root.append(this.bar, this.text, button);
        root.hidden = true;
    }

    show(time: number, end: number): void {
        this.root.hidden = false;
        this.bar.value = end === 0 ? 0 : time / end;
        this.text.textContent = `Simulated ${time.toFixed(0)} of ${end.toFixed(0)} s`;
    }

    hide(): void {
        this.root.hidden = true;
    }

    /** Stops the simulation; false when none is waited for. */
    end(): boolean {
        if (this.root.hidden) {
            return false;
        }
        this.hide();
        this.stop();
        return true;
    }
}
