import { Action, findParentByFeature, GLSPActionDispatcher, GModelElement, isSelectable, MouseListener, SelectAction } from '@eclipse-glsp/client';
import { inject, injectable } from 'inversify';
import { tellPage } from './page-command';

/** A click on the sign of a problem opens the menu with what would mend it. */
@injectable()
export class ProblemSigns extends MouseListener {
    @inject(GLSPActionDispatcher) private readonly dispatcher: GLSPActionDispatcher;
    private pressed?: Element;

    override mouseDown(_target: GModelElement, event: MouseEvent): Action[] {
        this.pressed = event.button === 0 ? signAt(event) : undefined;
        return [];
    }

    override mouseUp(target: GModelElement, event: MouseEvent): Action[] {
        const node = findParentByFeature(target, isSelectable);
        if (node && this.pressed && this.pressed === signAt(event)) {
            void this.dispatcher.dispatch(SelectAction.setSelection([node.id])).then(() => tellPage('menu'));
        }
        this.pressed = undefined;
        return [];
    }
}

function signAt(event: MouseEvent): Element | undefined {
    return (event.target as Element | null)?.closest?.('.problem-sign') ?? undefined;
}
