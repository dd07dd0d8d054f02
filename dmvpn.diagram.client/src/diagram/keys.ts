import {
    Action,
    CenterAction,
    FitToScreenAction,
    GModelElement,
    KeyListener,
    LayoutOperation,
    matchesKeystroke,
    RedoAction,
    SelectAction,
    UndoAction
} from '@eclipse-glsp/client';
import { injectable } from 'inversify';
import { ToggleFamilyAction } from '../document-state';
import { isLeftToWorkbench } from '../ui/workbench-keys';
import { ArrangeSelectionOperation } from './arrange-selection';
import { DiagramEdge, DiagramNode } from './elements';
import { Direction, neighbour } from './neighbours';
import { PageCommand, tellPage } from './page-command';
import { RevealAction } from './reveal';
import { ZOOM_STEP, zoomBy } from './zoom';

const ARROWS: Readonly<Record<string, Direction>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };

/** All keys, as the help of the page shows them. */
export const KEYS: readonly (readonly [string, string])[] = [
    ['Ctrl+F', 'search'],
    ['Insert', 'palette: arrows and Enter choose'],
    ['C', 'connect the selected element with another; take the end of the selected line elsewhere'],
    ['F2', 'rename'],
    ['A', 'change an address, a subnet or the phase'],
    ['E', 'show the members of a family that matter, or the family as one again'],
    ['Delete', 'delete'],
    ['Ctrl+Z, Ctrl+Y', 'undo, redo'],
    ['Alt+arrows', 'select the next element in that direction'],
    ['arrows', 'move what is selected; without a selection, the picture'],
    ['Ctrl+A, Escape', 'select all, nothing'],
    ['+, -', 'zoom'],
    ['0', 'show everything'],
    ['.', 'centre the selection'],
    ['Ctrl+Shift+L', 'arrange'],
    ['Shift+L', 'arrange the selection freely'],
    ['Shift+F10', 'context menu'],
    ['L', 'layers and filters'],
    ['S', 'simulate; Space plays, Escape ends'],
    ['N, Shift+N', 'next message of the simulation, message before'],
    ['I', 'look into the packet of the simulation'],
    ['P', 'way of a packet between the two selected routers'],
    ['?', 'this list']
];

/** The keys of the diagram. */
@injectable()
export class DiagramKeys extends KeyListener {

    override keyDown(element: GModelElement, event: KeyboardEvent): Action[] {
        const actions = isLeftToWorkbench(event) ? undefined : this.actions(element, event);
        if (actions) {
            event.preventDefault();
            event.stopPropagation();
            return actions;
        }
        return [];
    }

    private actions(element: GModelElement, event: KeyboardEvent): Action[] | undefined {
        if (event.altKey && !event.ctrlKey && !event.metaKey && ARROWS[event.key]) {
            return this.selectNeighbour(element, ARROWS[event.key]);
        }
        if (matchesKeystroke(event, 'KeyL', 'ctrlCmd', 'shift')) {
            return [LayoutOperation.create()];
        }
        if (matchesKeystroke(event, 'KeyZ', 'ctrlCmd')) {
            return [UndoAction.create()];
        }
        if (matchesKeystroke(event, 'KeyZ', 'ctrlCmd', 'shift') || matchesKeystroke(event, 'KeyY', 'ctrlCmd')) {
            return [RedoAction.create()];
        }
        if (matchesKeystroke(event, 'KeyS', 'ctrlCmd')) {
            // Everything is saved at once, and nobody wants the page as a file.
            return [];
        }
        if (matchesKeystroke(event, 'KeyF', 'ctrlCmd')) {
            return this.page('search');
        }
        if (event.key === 'ContextMenu' || matchesKeystroke(event, 'F10', 'shift')) {
            return this.page('menu');
        }
        return event.ctrlKey || event.metaKey || event.altKey ? undefined : this.plainKey(element, event);
    }

    private plainKey(element: GModelElement, event: KeyboardEvent): Action[] | undefined {
        switch (event.key) {
            case '+': return zoomBy(element, ZOOM_STEP);
            case '-': return zoomBy(element, 1 / ZOOM_STEP);
            case '0': return [fitAll(element)];
            case '.': return [CenterAction.create(selectedNodes(element).map(node => node.id), { animate: true })];
            // As in editors: first what is selected goes, then what the diagram shows besides.
            case 'Escape': return isAnythingSelected(element) ? [SelectAction.setSelection([])] : this.page('end');
            case 'e': return [...new Set(selectedNodes(element).flatMap(node => node.details.family ?? []))]
                .map(family => ToggleFamilyAction.create(family));
            case 'Insert': return this.page('palette');
            case 'c': return this.page('connect');
            case 'a': return this.page('values');
            case 's': return this.page('simulate');
            case ' ': return this.page('play');
            case 'n': return this.page('next-message');
            case 'N': return this.page('message-before');
            case 'i': return this.page('packet');
            case 'p': return this.page('path');
            case 'l': return this.page('layers');
            case 'L': return [ArrangeSelectionOperation.create(selectedNodes(element).map(node => node.id))];
            case '?': return this.page('help');
            default: return undefined;
        }
    }

    private selectNeighbour(element: GModelElement, direction: Direction): Action[] {
        const nodes = allNodes(element);
        const selected = selectedNodes(element)[0];
        const next = selected ? neighbour(nodes, selected, direction) : nodes[0];
        return next
            ? [SelectAction.setSelection([next.id]), RevealAction.create([next.id])]
            : [];
    }

    private page(command: PageCommand): Action[] {
        tellPage(command);
        return [];
    }
}

function allNodes(element: GModelElement): DiagramNode[] {
    return element.root.children.filter((child): child is DiagramNode => child instanceof DiagramNode);
}

function selectedNodes(element: GModelElement): DiagramNode[] {
    return allNodes(element).filter(node => node.selected);
}

/** Nodes and lines. */
function isAnythingSelected(element: GModelElement): boolean {
    return element.root.children.some(child => (child instanceof DiagramNode || child instanceof DiagramEdge) && child.selected);
}

/** Shows all nodes; naming them keeps what has no place yet out of the reckoning. */
export function fitAll(element: GModelElement): Action {
    return FitToScreenAction.create(allNodes(element).map(node => node.id), { padding: 30, maxZoom: 1.4, animate: false });
}
