import { Action, DragAwareMouseListener, EdgeEditTool, GModelElement } from '@eclipse-glsp/client';
import { injectable } from 'inversify';

/**
 * Lets the end of a line be dragged to another node. The client's own tool forgets the node under the pointer with each move while
 * a button is held, so that only who clicks at both ends would get anywhere.
 */
@injectable()
export class LineEditTool extends EdgeEditTool {
    override enable(): void {
        super.enable();
        // Heard after the tool's own listener, which has forgotten by then.
        this.toDisposeOnDisable.push(this.mouseTool.registerListener(
            new DraggedEnd((target, event) => this.edgeEditListener.mouseOver(target, event))));
    }
}

class DraggedEnd extends DragAwareMouseListener {
    constructor(private readonly over: (target: GModelElement, event: MouseEvent) => Action[]) {
        super();
    }

    protected override draggingMouseMove(target: GModelElement, event: MouseEvent): Action[] {
        return this.over(target, event);
    }
}
