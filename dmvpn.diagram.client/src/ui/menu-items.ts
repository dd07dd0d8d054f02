import {
    DeleteElementOperation,
    EditLabelAction,
    EditorContextService,
    EnableDefaultToolsAction,
    GLSPActionDispatcher,
    GModelElement,
    IContextMenuItemProvider,
    LayoutOperation,
    MenuItem,
    RedoAction,
    UndoAction
} from '@eclipse-glsp/client';
import { inject, injectable } from 'inversify';
import { RunCommandAction } from '../commands';
import { Commands } from '../diagram/commands';
import { ArrangeSelectionOperation } from '../diagram/arrange-selection';
import { ToggleFamilyAction } from '../document-state';
import { DiagramEdge, DiagramNode } from '../diagram/elements';
import { PageCommandAction } from '../diagram/page-command';
import { SetRouterKindOperation } from '../diagram/router-kind';
import { ApplyFixAction, FixesAction, RequestFixesAction } from '../fixes';
import { CaptionedItem, LateItem } from './context-menu';

/** Milliseconds: each fix that is offered has been tried, which takes a while in a large model. */
const LONGEST_WAIT = 20_000;

/** What a router can be made instead of what it is. */
const KINDS: Readonly<Record<string, { readonly label: string; readonly isHub: boolean }>> = {
    'node:hub': { label: 'Make It a Spoke', isHub: false },
    'node:spoke': { label: 'Make It a Hub', isHub: true },
    'node:family': { label: 'Make It a Hub', isHub: true }
};

/** How the selection is edited. */
function editItems(context: EditorContextService): MenuItem[] {
    const selected = context.selectedElements;
    const node = selected.find((one): one is DiagramNode => one instanceof DiagramNode);
    const label = node?.editableLabel;
    return [
        { id: 'rename', label: 'Rename (F2)', group: 'edit', actions: label ? [EditLabelAction.create(label.id)] : [],
            isEnabled: () => selected.length === 1 && label !== undefined },
        { id: 'delete', label: 'Delete (Del)', group: 'edit', actions: [DeleteElementOperation.create(selected.map(one => one.id))],
            isEnabled: () => selected.length > 0 },
        ...selected.length === 1 && node && KINDS[node.type] ? [{ id: 'kind', label: KINDS[node.type].label, group: 'edit',
            actions: [SetRouterKindOperation.create(node.id, KINDS[node.type].isHub)] }] : [],
        ...(selected.length === 1 ? node?.values ?? [] : []).map(value => ({ id: 'value', label: `Change ${value.title}`, group: 'edit',
            actions: [EditLabelAction.create(value.id)] }))
    ];
}

/** How the picture is changed, and what was changed. */
function viewItems(context: EditorContextService): MenuItem[] {
    const selected = context.selectedElements;
    const node = selected.find((one): one is DiagramNode => one instanceof DiagramNode);
    return [
        ...node?.details.family ? [{ id: 'expand', label: 'Members of the Family (E)', group: 'view',
            actions: [ToggleFamilyAction.create(node.details.family)] }] : [],
        { id: 'path', label: 'Way of a Packet (P)', group: 'view', actions: [PageCommandAction.create('path')],
            isEnabled: () => node !== undefined },
        { id: 'undo', label: 'Undo (Ctrl+Z)', group: 'history', actions: [UndoAction.create()] },
        { id: 'redo', label: 'Redo (Ctrl+Y)', group: 'history', actions: [RedoAction.create()] },
        { id: 'arrange', label: 'Arrange Selection Freely (Shift+L)', group: 'view',
            actions: [ArrangeSelectionOperation.create(selected.map(one => one.id))], isEnabled: () => selected.length > 1 },
        { id: 'layout', label: 'Arrange (Ctrl+Shift+L)', group: 'view', actions: [LayoutOperation.create(), EnableDefaultToolsAction.create()] }
    ];
}

const NO_FIX: MenuItem = { id: 'none', label: 'No quick fix', group: 'fixes', actions: [], isEnabled: () => false };

function fixItems(element: string, menu: FixesAction): CaptionedItem[] {
    return menu.fixes.map(fix => ({ id: 'fix', label: fix.title, group: 'fixes', caption: fix.problem,
        actions: [ApplyFixAction.create(element, fix.id)] }));
}

/** What the context menu offers for the selection: with the mouse the same as with the keyboard. */
@injectable()
export class MenuItems implements IContextMenuItemProvider {
    @inject(EditorContextService) private readonly context: EditorContextService;
    @inject(Commands) private readonly commands: Commands;
    @inject(GLSPActionDispatcher) private readonly dispatcher: GLSPActionDispatcher;

    async getItems(): Promise<MenuItem[]> {
        return this.items();
    }

    items(): MenuItem[] {
        const selected = this.context.selectedElements;
        const element = selected.length === 1 ? selected[0] : undefined;
        const hasProblem = (element instanceof DiagramNode || element instanceof DiagramEdge) && element.details.problem !== undefined;
        return [...hasProblem ? [this.fixes(element.id)] : [], ...editItems(this.context), ...this.others(element),
            ...viewItems(this.context)];
    }

    private others(element?: GModelElement): MenuItem[] {
        const offered = this.context.selectedElements.length > 1 ? [] : this.commands.for(element?.type ?? 'graph');
        return [
            ...offered.map(command => ({ id: command.id, label: command.label, group: 'commands',
                actions: [RunCommandAction.create(command.id, element?.id ?? '')] })),
            { id: 'simulate', label: 'Simulate (S)', group: 'commands', actions: [PageCommandAction.create('simulate')] }
        ];
    }

    private fixes(element: string): LateItem {
        const answer = this.dispatcher.requestUntil(RequestFixesAction.create(element), LONGEST_WAIT);
        return { id: 'late', label: 'Looking for quick fixes…', group: 'fixes', actions: [], isEnabled: () => false,
            later: answer.then(menu => menu?.fixes.length ? fixItems(element, menu) : [NO_FIX]) };
    }
}
