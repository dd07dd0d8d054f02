import { element } from './element';

const MILLISECONDS = 8000;
const MOST = 4;

/** Short messages at the edge of the page. Errors stay until they are clicked away. */
export class Messages {

    constructor(private readonly root: HTMLElement) {
        root.setAttribute('role', 'status');
        root.setAttribute('aria-live', 'polite');
    }

    show(text: string, severity: string): void {
        const message = element('button', { type: 'button', class: `message ${severity.toLowerCase()}`, title: 'Click to close' }, text);
        message.addEventListener('click', () => message.remove());
        this.root.append(message);
        while (this.root.children.length > MOST) {
            this.root.firstElementChild?.remove();
        }
        if (severity.toLowerCase() !== 'error') {
            setTimeout(() => message.remove(), MILLISECONDS);
        }
    }
}
