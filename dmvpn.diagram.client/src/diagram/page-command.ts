import { Action, IActionHandler } from '@eclipse-glsp/client';
import { injectable } from 'inversify';
import { RunCommand } from '../run/shown-runs';

/** The commands of the page beyond the diagram that have a key. */
export type PageCommand = 'search' | 'palette' | 'menu' | 'help' | 'layers' | 'connect' | 'values' | 'path' | 'end' | RunCommand;

/** The page listens to its own document: what it shows is no part of the diagram. */
export function tellPage(command: PageCommand): void {
    document.dispatchEvent(new CustomEvent<PageCommand>('dmvpn-command', { detail: command }));
}

/** A command of the page for menus, which know actions alone. */
export interface PageCommandAction extends Action {
    kind: typeof PageCommandAction.KIND;
    command: PageCommand;
}

export namespace PageCommandAction {
    export const KIND = 'dmvpn.pageCommand';

    export function create(command: PageCommand): PageCommandAction {
        return { kind: KIND, command };
    }
}

/** Gives the commands of menus to the page, once the menu is closed. */
@injectable()
export class PageCommandHandler implements IActionHandler {
    handle(action: Action): void {
        tellPage((action as PageCommandAction).command);
    }
}
