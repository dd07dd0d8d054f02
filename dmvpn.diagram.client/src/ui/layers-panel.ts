import { element } from './element';
import { Hideable } from './hideables';
import { hidingRules, LAYERS } from './layers';

/** Switches for layers and for single clouds, transports and sites. What is hidden is hidden by style rules: nothing is drawn again. */
export class LayersPanel {
    private readonly rules = element('style');
    private readonly hiddenLayers = new Set<string>();
    private readonly hidden = new Set<string>();
    private hideables: readonly Hideable[] = [];

    constructor(private readonly root: HTMLElement, private readonly whenClosed: () => void) {
        document.head.append(this.rules);
        root.hidden = true;
        root.setAttribute('aria-label', 'Layers and filters');
        root.addEventListener('keydown', event => {
            if (event.key === 'Escape') {
                this.toggle();
            }
        });
    }

    toggle(): void {
        this.root.hidden = !this.root.hidden;
        if (this.root.hidden) {
            this.whenClosed();
        } else {
            this.root.querySelector<HTMLElement>('input')?.focus();
        }
    }

    show(hideables: readonly Hideable[]): void {
        this.hideables = hideables;
        const known = new Set(hideables.map(hideable => hideable.id));
        [...this.hidden].filter(id => !known.has(id)).forEach(id => this.hidden.delete(id));
        this.root.replaceChildren(
            element('h2', {}, 'Layers'),
            ...LAYERS.map(layer => this.box(layer.label, layer.id, this.hiddenLayers)),
            element('h2', {}, 'Clouds, transports and sites'),
            ...hideables.map(hideable => this.box(hideable.label, hideable.id, this.hidden)));
        this.apply();
    }

    private box(label: string, id: string, hidden: Set<string>): HTMLElement {
        const input = element('input', { type: 'checkbox', 'data-layer': id });
        input.checked = !hidden.has(id);
        input.addEventListener('change', () => {
            if (input.checked) {
                hidden.delete(id);
            } else {
                hidden.add(id);
            }
            this.apply();
        });
        return element('label', {}, input, label);
    }

    private apply(): void {
        const elements = this.hideables.filter(hideable => this.hidden.has(hideable.id)).flatMap(hideable => hideable.elements);
        this.rules.textContent = hidingRules(this.hiddenLayers, new Set(elements));
    }
}
