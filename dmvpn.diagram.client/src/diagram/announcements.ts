import { Action, Emitter, Event, IActionHandler, MessageAction } from '@eclipse-glsp/client';
import { injectable } from 'inversify';
import { DocumentStateAction } from '../document-state';
import { InstantAction, ShownInstant } from '../run/followed-run';
import { HeadersAction } from '../run/headers';
import { PathAction } from '../run/path';
import { Run, RunAction, ScenariosAction } from '../run/run';
import { RunProgressAction } from '../run/run-progress';

/** What the server tells beyond the diagram, for whoever shows it. */
@injectable()
export class Announcements implements IActionHandler {
    private readonly message = new Emitter<MessageAction>();
    private readonly state = new Emitter<DocumentStateAction>();
    private readonly run = new Emitter<Run>();
    private readonly runProgress = new Emitter<RunProgressAction>();
    private readonly instant = new Emitter<ShownInstant | undefined>();
    private readonly scenarios = new Emitter<string[]>();
    private readonly path = new Emitter<PathAction>();
    private readonly headers = new Emitter<HeadersAction>();

    get onMessage(): Event<MessageAction> {
        return this.message.event;
    }

    get onDocumentState(): Event<DocumentStateAction> {
        return this.state.event;
    }

    get onRun(): Event<Run> {
        return this.run.event;
    }

    get onRunProgress(): Event<RunProgressAction> {
        return this.runProgress.event;
    }

    get onInstant(): Event<ShownInstant | undefined> {
        return this.instant.event;
    }

    get onScenarios(): Event<string[]> {
        return this.scenarios.event;
    }

    get onPath(): Event<PathAction> {
        return this.path.event;
    }

    get onHeaders(): Event<HeadersAction> {
        return this.headers.event;
    }

    handle(action: Action): void {
        switch (action.kind) {
            case MessageAction.KIND: this.message.fire(action as MessageAction); break;
            case DocumentStateAction.KIND: this.state.fire(action as DocumentStateAction); break;
            case RunAction.KIND: this.run.fire((action as RunAction).run); break;
            case RunProgressAction.KIND: this.runProgress.fire(action as RunProgressAction); break;
            case InstantAction.KIND: this.instant.fire((action as InstantAction).instant); break;
            case ScenariosAction.KIND: this.scenarios.fire((action as ScenariosAction).names); break;
            case PathAction.KIND: this.path.fire(action as PathAction); break;
            case HeadersAction.KIND: this.headers.fire(action as HeadersAction); break;
            default: break;
        }
    }
}
