import { Action, RequestAction, ResponseAction } from '@eclipse-glsp/client';

/** A command of the menus that whoever serves the diagram runs. */
export interface OfferedCommand {
    readonly id: string;
    readonly label: string;
    /** Types of elements that it can be run for. */
    readonly types: readonly string[];
}

/** Asks for the commands of the menus. */
export interface RequestCommandsAction extends RequestAction<CommandsAction> {
    kind: typeof RequestCommandsAction.KIND;
}

export namespace RequestCommandsAction {
    export const KIND = 'dmvpn.requestCommands';

    export function create(): RequestCommandsAction {
        return { kind: KIND, requestId: RequestAction.generateRequestId() };
    }
}

/** The commands of the menus, in their order. */
export interface CommandsAction extends ResponseAction {
    commands: OfferedCommand[];
}

/** Runs a command for an element, or for the diagram where that is empty. */
export interface RunCommandAction extends Action {
    kind: typeof RunCommandAction.KIND;
    command: string;
    element: string;
    options: Readonly<Record<string, string>>;
}

export namespace RunCommandAction {
    export const KIND = 'dmvpn.runCommand';

    export function create(command: string, element: string, options: Readonly<Record<string, string>> = {}): RunCommandAction {
        return { kind: KIND, command, element, options };
    }
}

/** A choice; the command is run again with what is chosen. */
export interface CommandOption {
    readonly name: string;
    readonly label: string;
    readonly values: readonly string[];
    readonly chosen: string;
}

/** A text that a command answers with. */
export interface ShowTextAction extends Action {
    kind: typeof ShowTextAction.KIND;
    command: string;
    element: string;
    title: string;
    text: string;
    notes: string[];
    options: CommandOption[];
    /** What can be done with the text, with the same choices. */
    next?: { readonly command: string; readonly label: string };
}

export namespace ShowTextAction {
    export const KIND = 'dmvpn.showText';
}

/** A file that a command answers with; the content is in Base64. */
export interface DownloadAction extends Action {
    kind: typeof DownloadAction.KIND;
    name: string;
    content: string;
}

export namespace DownloadAction {
    export const KIND = 'dmvpn.download';
}
