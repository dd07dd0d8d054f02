import { Anchor, IActionDispatcher, IContextMenuService, MenuItem, TYPES } from '@eclipse-glsp/client';
import { inject, injectable } from 'inversify';
import { element } from './element';

/** An item that says above it what it is for; items behind it that are for the same say it no more. */
export interface CaptionedItem extends MenuItem {
    readonly caption: string;
}

/** An item that keeps the place of others while they are looked for. */
export interface LateItem extends MenuItem {
    readonly later: Promise<MenuItem[]>;
}

/** A context menu that is worked with the mouse or the keyboard. */
@injectable()
export class DomContextMenu implements IContextMenuService {

    @inject(TYPES.IActionDispatcher) private readonly dispatcher: IActionDispatcher;
    private anchor: Anchor = { x: 0, y: 0 };

    show(items: MenuItem[], anchor: Anchor, onHide?: () => void): void {
        document.querySelectorAll('.context-menu').forEach(open => open.remove());
        const menu = element('div', { class: 'context-menu', role: 'menu', tabindex: '-1' });
        const hide = (): void => {
            menu.remove();
            document.removeEventListener('mousedown', outside, true);
            onHide?.();
        };
        const outside = (event: MouseEvent): void => {
            if (!menu.contains(event.target as Node)) {
                hide();
            }
        };
        menu.append(...this.rows(items, hide));
        document.body.append(menu);
        this.anchor = anchor;
        this.putInSight(menu);
        menu.addEventListener('keydown', event => this.key(event, menu, hide));
        document.addEventListener('mousedown', outside, true);
        focusFirst(menu);
    }

    private putInSight(menu: HTMLElement): void {
        menu.style.left = `${Math.max(0, Math.min(this.anchor.x, window.innerWidth - menu.offsetWidth - 4))}px`;
        menu.style.top = `${Math.max(0, Math.min(this.anchor.y, window.innerHeight - menu.offsetHeight - 4))}px`;
    }

    private rows(items: readonly MenuItem[], hide: () => void): HTMLElement[] {
        const rows: HTMLElement[] = [];
        let group: string | undefined;
        let caption: string | undefined;
        for (const item of items.filter(shown => shown.isVisible?.() ?? true) as (MenuItem & Partial<CaptionedItem & LateItem>)[]) {
            if (group !== undefined && group !== item.group) {
                rows.push(element('hr'));
            }
            group = item.group;
            if (item.caption !== undefined && item.caption !== caption) {
                rows.push(element('div', { class: 'caption', role: 'presentation' }, item.caption));
            }
            caption = item.caption;
            const row = this.row(item, hide);
            rows.push(row);
            void item.later?.then(found => this.replace(row, this.rows(found, hide)));
        }
        return rows;
    }

    /** Who has not moved on meanwhile is led to what has come. */
    private replace(row: HTMLElement, rows: readonly HTMLElement[]): void {
        const menu = row.parentElement;
        const untouched = menu?.querySelector('button:not(:disabled)') === document.activeElement;
        row.replaceWith(...rows);
        if (menu) {
            this.putInSight(menu);
        }
        if (menu && untouched) {
            focusFirst(menu);
        }
    }

    private row(item: MenuItem, hide: () => void): HTMLElement {
        const row = element('button', { type: 'button', role: 'menuitem', 'data-id': item.id }, item.label);
        row.disabled = !(item.isEnabled?.() ?? true);
        row.addEventListener('click', () => {
            hide();
            void this.dispatcher.dispatchAll(item.actions);
        });
        return row;
    }

    private key(event: KeyboardEvent, menu: HTMLElement, hide: () => void): void {
        const rows = [...menu.querySelectorAll<HTMLElement>('button:not(:disabled)')];
        const current = rows.indexOf(document.activeElement as HTMLElement);
        switch (event.key) {
            case 'ArrowDown': rows[(current + 1) % rows.length]?.focus(); break;
            case 'ArrowUp': rows[(current + rows.length - 1) % rows.length]?.focus(); break;
            case 'Escape': hide(); break;
            default: return;
        }
        event.preventDefault();
        event.stopPropagation();
    }
}

function focusFirst(menu: HTMLElement): void {
    (menu.querySelector<HTMLElement>('button:not(:disabled)') ?? menu).focus();
}
