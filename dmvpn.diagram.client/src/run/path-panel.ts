import { element, iconButton } from '../ui/element';
import { ShownPath } from './path';

/** Tells the way of a packet in words: a step for each router, how it ends, and what is wrong. */
export class PathPanel {
    private readonly box = element('aside', { id: 'path', 'aria-label': 'Way of a packet', 'aria-live': 'polite' });

    constructor(parent: HTMLElement, private readonly whenClosed: () => void) {
        this.box.hidden = true;
        parent.append(this.box);
    }

    show(path: ShownPath | undefined): void {
        this.box.hidden = path === undefined;
        if (path) {
            this.box.replaceChildren(
                iconButton('close', 'Show no way (Escape)', this.whenClosed),
                ...path.problem !== '' ? [element('p', { class: 'problem' }, path.problem)] : this.told(path));
        }
    }

    private told(path: ShownPath): HTMLElement[] {
        return [
            element('h2', {}, path.title),
            element('ol', {}, ...path.steps.map(step => element('li', {}, step.text))),
            element('p', { class: path.arrives ? 'arrives' : 'problem' }, path.end),
            ...path.findings.length === 0 ? [] : [element('ul', {}, ...path.findings.map(finding => element('li', {}, finding)))]
        ];
    }
}
