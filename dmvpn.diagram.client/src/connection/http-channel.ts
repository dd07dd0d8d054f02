import { Channel } from './channel';

/** What a page needs of its browser; tests give others. */
export interface Browser {
    openEvents(address: string): EventSource;
    post(address: string, body: string): Promise<{ ok: boolean; status: number }>;
}

export const theBrowser: Browser = {
    openEvents: address => new EventSource(address),
    post: (address, body) => fetch(address, { method: 'POST', body, headers: { 'Content-Type': 'application/json' } })
};

/**
 * The channel to `dmvpn serve`: texts come as server-sent events and go as requests. What is sent while a request is on its
 * way goes with the next one, so that texts keep their order.
 */
export class HttpChannel implements Channel {
    private readonly waiting: string[] = [];
    private readonly early: string[] = [];
    private textListener?: (text: string) => void;
    private closeListeners: ((reason: string) => void)[] = [];
    private opened = false;
    private sending = false;
    private closed = false;
    private readonly events: EventSource;

    /** @param client tells the pages of one server apart */
    constructor(private readonly client: string, private readonly browser: Browser = theBrowser) {
        this.events = browser.openEvents(`events?client=${encodeURIComponent(client)}`);
        this.events.addEventListener('open', () => {
            if (this.opened) {
                // The server forgot this page, or was started again: what is shown may be old.
                this.close('The connection was lost.');
            }
            this.opened = true;
            void this.drain();
        });
        this.events.addEventListener('message', event => this.receive((event as MessageEvent<string>).data));
        this.events.addEventListener('error', () => this.close('dmvpn serve has ended, or cannot be reached.'));
    }

    send(text: string): void {
        this.waiting.push(text);
        void this.drain();
    }

    onText(listener: (text: string) => void): void {
        this.textListener = listener;
        this.early.splice(0).forEach(listener);
    }

    onClosed(listener: (reason: string) => void): void {
        this.closeListeners.push(listener);
    }

    private receive(text: string): void {
        if (this.textListener) {
            this.textListener(text);
        } else {
            this.early.push(text);
        }
    }

    private async drain(): Promise<void> {
        if (this.sending || !this.opened || this.closed) {
            return;
        }
        this.sending = true;
        try {
            while (this.waiting.length > 0 && !this.closed) {
                const body = '[' + this.waiting.splice(0).join(',') + ']';
                const answer = await this.browser.post(`messages?client=${encodeURIComponent(this.client)}`, body);
                if (!answer.ok) {
                    this.close(`dmvpn serve refused a message (${answer.status}).`);
                }
            }
        } catch {
            this.close('dmvpn serve has ended, or cannot be reached.');
        } finally {
            this.sending = false;
        }
    }

    private close(reason: string): void {
        if (this.closed) {
            return;
        }
        this.closed = true;
        this.events.close();
        this.closeListeners.forEach(listener => listener(reason));
    }
}
