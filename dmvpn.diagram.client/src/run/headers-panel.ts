import { element, iconButton } from '../ui/element';
import { HeaderField, HeadersAction, PacketQuestion, ShownHeaders } from './headers';

/** Shows what is in a packet: its headers as a tree that is worked with mouse or keyboard. */
export class HeadersPanel {
    private readonly box = element('aside', { id: 'packet', 'aria-label': 'Packet', tabindex: '-1' });
    private asked?: PacketQuestion;

    constructor(parent: HTMLElement, private readonly whenClosed: () => void) {
        this.box.hidden = true;
        this.box.addEventListener('keydown', event => {
            if (event.key === 'Escape') {
                this.close();
                this.whenClosed();
            }
        });
        parent.append(this.box);
    }

    /** The answer to this question is shown, once it comes. */
    expect(question: PacketQuestion): void {
        this.asked = question;
    }

    take(answer: HeadersAction): void {
        if (this.asked?.run === answer.question.run && this.asked.event === answer.question.event) {
            this.show(answer.headers);
        }
    }

    /** False when none was shown. */
    close(): boolean {
        const was = !this.box.hidden;
        this.asked = undefined;
        this.box.hidden = true;
        return was;
    }

    private show(headers: ShownHeaders): void {
        this.box.replaceChildren(
            iconButton('close', 'Close the packet (Escape)', () => {
                this.close();
                this.whenClosed();
            }),
            element('h2', {}, headers.title), ...headers.layers.map(layer => this.field(layer)));
        this.box.hidden = false;
        (this.box.querySelector<HTMLElement>('summary') ?? this.box).focus();
    }

    private field(field: HeaderField): HTMLElement {
        return field.parts.length === 0 ? element('div', { class: 'field' }, field.text)
            : element('details', {}, element('summary', {}, field.text), ...field.parts.map(part => this.field(part)));
    }
}
