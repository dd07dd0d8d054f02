import { Action, Emitter, Event, GLSPActionDispatcher, IActionHandler } from '@eclipse-glsp/client';
import { inject, injectable } from 'inversify';
import { DownloadAction, OfferedCommand, RequestCommandsAction, ShowTextAction } from '../commands';

/** The commands of the menus and their answers, for whoever shows them. */
@injectable()
export class Commands implements IActionHandler {
    static readonly ANSWERS = [ShowTextAction.KIND, DownloadAction.KIND];

    @inject(GLSPActionDispatcher) private readonly dispatcher: GLSPActionDispatcher;
    private readonly text = new Emitter<ShowTextAction>();
    private readonly file = new Emitter<DownloadAction>();
    private commands: readonly OfferedCommand[] = [];

    get onText(): Event<ShowTextAction> {
        return this.text.event;
    }

    get onFile(): Event<DownloadAction> {
        return this.file.event;
    }

    /** Asks the server for its commands; menus have them from then on. */
    async load(): Promise<void> {
        this.commands = (await this.dispatcher.requestUntil(RequestCommandsAction.create()))?.commands ?? [];
    }

    /** Commands for a type of elements; for the diagram itself it is `graph`. */
    for(type: string): OfferedCommand[] {
        return this.commands.filter(command => command.types.includes(type));
    }

    handle(action: Action): void {
        switch (action.kind) {
            case ShowTextAction.KIND: this.text.fire(action as ShowTextAction); break;
            case DownloadAction.KIND: this.file.fire(action as DownloadAction); break;
        }
    }
}
