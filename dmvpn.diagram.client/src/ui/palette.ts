import { Action, PaletteItem, TriggerEdgeCreationAction, TriggerNodeCreationAction } from '@eclipse-glsp/client';
import { element } from './element';

/** What the palette needs of the diagram. */
export interface PaletteTarget {
    dispatch(actions: Action[]): void;
    /** Creates an element in the selected one, if it can be there, else where there is room. */
    create(nodeType: string): void;
    /** Lets somebody choose the other end of a line of this type from the selected element. */
    connect(edgeType: string): void;
    focusDiagram(): void;
}

/**
 * The kinds of elements that can be created. With the mouse a kind is chosen and then placed; with the keyboard Enter creates
 * at once, where there is room, and a line asks for its other end.
 */
export class Palette {
    private readonly buttons: HTMLButtonElement[] = [];

    constructor(private readonly root: HTMLElement, private readonly target: PaletteTarget) {
        root.setAttribute('role', 'toolbar');
        root.setAttribute('aria-orientation', 'vertical');
        root.setAttribute('aria-label', 'Palette');
        root.addEventListener('keydown', event => this.key(event));
    }

    show(items: readonly PaletteItem[]): void {
        this.buttons.length = 0;
        this.root.replaceChildren(...items.flatMap(group => [
            element('h2', {}, group.label), ...(group.children ?? []).map(item => this.button(item))]));
        this.buttons.forEach((button, index) => button.tabIndex = index === 0 ? 0 : -1);
    }

    focus(): void {
        this.buttons[0]?.focus();
    }

    /** Shows that no kind is being placed any more. */
    release(): void {
        this.buttons.forEach(button => button.setAttribute('aria-pressed', 'false'));
    }

    private button(item: PaletteItem): HTMLButtonElement {
        const action = item.actions[0];
        const type = TriggerNodeCreationAction.is(action) || TriggerEdgeCreationAction.is(action) ? action.elementTypeId : '';
        const button = element('button', { type: 'button', 'aria-pressed': 'false', 'data-type': type },
            element('span', { class: `codicon codicon-${item.icon ?? 'symbol-misc'}`, 'aria-hidden': 'true' }), item.label);
        button.addEventListener('click', event => {
            // A click that no pointer made came from the keyboard.
            if (event.detail === 0) {
                this.create(action);
            } else {
                this.release();
                button.setAttribute('aria-pressed', 'true');
                this.target.dispatch(item.actions);
            }
        });
        this.buttons.push(button);
        return button;
    }

    private create(action: Action): void {
        if (TriggerNodeCreationAction.is(action)) {
            this.target.create(action.elementTypeId);
            this.target.focusDiagram();
        } else if (TriggerEdgeCreationAction.is(action)) {
            this.target.connect(action.elementTypeId);
        }
    }

    private key(event: KeyboardEvent): void {
        const current = this.buttons.indexOf(document.activeElement as HTMLButtonElement);
        switch (event.key) {
            case 'ArrowDown': this.buttons[(current + 1) % this.buttons.length]?.focus(); break;
            case 'ArrowUp': this.buttons[(current + this.buttons.length - 1) % this.buttons.length]?.focus(); break;
            case 'Escape': this.target.focusDiagram(); break;
            default: return;
        }
        event.preventDefault();
    }
}
