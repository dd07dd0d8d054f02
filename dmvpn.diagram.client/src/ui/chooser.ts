import { element } from './element';

/** One of the things that a person may choose. */
export interface Choice {
    readonly label: string;
    readonly detail: string;
    readonly choose: () => void;
    /** What happens while the choice is the one under the cursor. */
    readonly preview?: () => void;
}

const MOST_SHOWN = 12;

/** Those choices whose label or detail has each of the words, best first: labels that begin so, labels, details. */
export function matching(choices: readonly Choice[], typed: string): Choice[] {
    const words = typed.toLowerCase().split(/\s+/).filter(word => word !== '');
    const rank = (choice: Choice): number => {
        const label = choice.label.toLowerCase();
        const all = `${label} ${choice.detail.toLowerCase()}`;
        if (!words.every(word => all.includes(word))) {
            return -1;
        }
        return words.length === 0 || label.startsWith(words[0]) ? 0 : label.includes(words[0]) ? 1 : 2;
    };
    return choices.map(choice => ({ choice, rank: rank(choice) })).filter(ranked => ranked.rank >= 0)
        .sort((one, other) => one.rank - other.rank).map(ranked => ranked.choice);
}

/** A field with a list below it, worked with the keyboard: arrows, Enter, Escape. */
export class Chooser {
    private readonly input = element('input', { type: 'text', role: 'combobox', 'aria-expanded': 'true',
        'aria-controls': 'chooser-list', autocomplete: 'off', spellcheck: 'false' });
    private readonly list = element('ul', { id: 'chooser-list', role: 'listbox' });
    private readonly box = element('div', { class: 'chooser', role: 'dialog' }, this.input, this.list);
    private shown: Choice[] = [];
    private current = 0;
    private open = false;

    constructor(private readonly parent: HTMLElement, private readonly whenClosed: () => void) {
        this.input.addEventListener('input', () => this.fill(0));
        this.input.addEventListener('keydown', event => this.key(event));
        this.input.addEventListener('blur', () => setTimeout(() => this.close(false), 150));
    }

    private choices: readonly Choice[] = [];

    show(prompt: string, choices: readonly Choice[]): void {
        this.choices = choices;
        this.input.value = '';
        this.input.placeholder = prompt;
        this.input.setAttribute('aria-label', prompt);
        this.parent.append(this.box);
        this.open = true;
        this.fill(0);
        this.input.focus();
    }

    private fill(current: number): void {
        this.shown = matching(this.choices, this.input.value).slice(0, MOST_SHOWN);
        this.current = Math.max(0, Math.min(current, this.shown.length - 1));
        this.list.replaceChildren(...this.shown.map((choice, index) => this.row(choice, index)));
        if (this.shown.length === 0) {
            this.list.append(element('li', { class: 'nothing' }, 'Nothing is called so.'));
        } else if (this.input.value !== '') {
            this.shown[this.current].preview?.();
        }
    }

    private row(choice: Choice, index: number): HTMLElement {
        const row = element('li', { role: 'option', 'aria-selected': String(index === this.current) },
            element('span', { class: 'label' }, choice.label), element('span', { class: 'detail' }, choice.detail));
        row.addEventListener('mousedown', event => {
            event.preventDefault();
            this.choose(choice);
        });
        return row;
    }

    private key(event: KeyboardEvent): void {
        event.stopPropagation();
        switch (event.key) {
            case 'ArrowDown': this.fill(this.current + 1); break;
            case 'ArrowUp': this.fill(this.current - 1); break;
            case 'Escape': this.close(true); break;
            case 'Enter':
                if (this.shown[this.current]) {
                    this.choose(this.shown[this.current]);
                }
                break;
            default: return;
        }
        event.preventDefault();
    }

    private choose(choice: Choice): void {
        this.close(true);
        choice.choose();
    }

    private close(returnFocus: boolean): void {
        if (!this.open) {
            return;
        }
        this.open = false;
        this.box.remove();
        if (returnFocus) {
            this.whenClosed();
        }
    }
}
