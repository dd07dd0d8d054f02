import { Emitter, Event } from '@eclipse-glsp/client';
import { injectable } from 'inversify';
import { Seen } from '../ui/overview';

/** Tells what part of the diagram is seen, each time that it is drawn. */
@injectable()
export class Glance {
    private readonly emitter = new Emitter<Seen>();

    get onSeen(): Event<Seen> {
        return this.emitter.event;
    }

    seen(what: Seen): void {
        this.emitter.fire(what);
    }
}
