import { Action } from '@eclipse-glsp/client';
import { CommandOption, RunCommandAction, ShowTextAction } from '../commands';
import { element, iconButton } from './element';

/** What the panel needs of the page. */
export interface TextPanelPage {
    dispatch(action: Action): void;
    /** Says something in passing. */
    tell(message: string): void;
    focusDiagram(): void;
}

/** A text beside the diagram, to read and to copy, with what else can be chosen. The diagram is worked with meanwhile. */
export class TextPanel {
    private readonly root = element('section', { id: 'text-panel', role: 'dialog', tabindex: '-1' });

    constructor(parent: HTMLElement, private readonly page: TextPanelPage) {
        this.root.hidden = true;
        this.root.addEventListener('keydown', event => {
            if (event.key === 'Escape') {
                this.close();
            }
            event.stopPropagation();
        });
        parent.append(this.root);
    }

    show(shown: ShowTextAction): void {
        const focused = this.root.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset.name : undefined;
        const text = element('pre', { tabindex: '0', 'aria-label': shown.title }, shown.text);
        this.root.setAttribute('aria-label', shown.title);
        this.root.replaceChildren(
            element('header', {}, element('h2', {}, shown.title), iconButton('copy', 'Copy', () => void this.copy(text)),
                iconButton('close', 'Close (Escape)', () => this.close())),
            element('div', { class: 'choices' }, ...shown.options.filter(option => option.values.length > 1)
                .map(option => this.choice(shown, option)), ...this.next(shown)),
            ...shown.notes.length ? [element('ul', { class: 'notes' }, ...shown.notes.map(note => element('li', {}, note)))] : [],
            text);
        this.root.hidden = false;
        (this.root.querySelector<HTMLElement>(`[data-name="${focused}"]`) ?? text).focus();
    }

    close(): void {
        this.root.hidden = true;
        this.page.focusDiagram();
    }

    private choice(shown: ShowTextAction, option: CommandOption): HTMLElement {
        const select = element('select', { 'data-name': option.name }, ...option.values.map(value => element('option', {}, value)));
        select.value = option.chosen;
        select.addEventListener('change', () => this.page.dispatch(
            RunCommandAction.create(shown.command, shown.element, { ...chosen(shown), [option.name]: select.value })));
        return element('label', {}, option.label, select);
    }

    private next(shown: ShowTextAction): HTMLElement[] {
        const next = shown.next;
        if (!next) {
            return [];
        }
        const button = element('button', { type: 'button', 'data-name': next.command }, next.label);
        button.addEventListener('click', () => this.page.dispatch(RunCommandAction.create(next.command, shown.element, chosen(shown))));
        return [button];
    }

    private async copy(text: HTMLElement): Promise<void> {
        try {
            await navigator.clipboard.writeText(text.textContent ?? '');
            this.page.tell('Copied.');
        } catch {
            // A browser may keep pages away from the clipboard; what is selected can be copied all the same.
            window.getSelection()?.selectAllChildren(text);
            text.focus();
            this.page.tell('The browser does not let the page copy. The text is selected: press Ctrl+C.');
        }
    }
}

function chosen(shown: ShowTextAction): Record<string, string> {
    return Object.fromEntries(shown.options.map(option => [option.name, option.chosen]));
}
