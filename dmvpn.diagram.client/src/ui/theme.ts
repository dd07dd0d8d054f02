/** Light, dark, or what the system says. */
export type Theme = 'system' | 'light' | 'dark';

const NEXT: Readonly<Record<Theme, Theme>> = { system: 'dark', dark: 'light', light: 'system' };
const KEPT_AS = 'dmvpn-theme';

/** The theme of the page; the choice is kept for the next time. */
export class PageTheme {
    constructor(private readonly page: HTMLElement, private readonly kept: Storage) {
        const before = kept.getItem(KEPT_AS);
        this.apply(before === 'light' || before === 'dark' ? before : 'system');
    }

    get current(): Theme {
        return (this.page.dataset.theme as Theme | undefined) ?? 'system';
    }

    next(): Theme {
        this.apply(NEXT[this.current]);
        this.kept.setItem(KEPT_AS, this.current);
        return this.current;
    }

    private apply(theme: Theme): void {
        this.page.dataset.theme = theme;
    }
}
