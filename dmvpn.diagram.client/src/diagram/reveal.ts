import {
    Action,
    Bounds,
    BoundsAwareViewportCommand,
    CommandExecutionContext,
    CommandReturn,
    Dimension,
    GModelRoot,
    isViewport,
    TYPES,
    Viewport
} from '@eclipse-glsp/client';
import { inject, injectable } from 'inversify';
import { DiagramEdge } from './elements';
import { revealing } from './sight';

/** Brings elements into sight when they are out of it; a line is where its ends are. */
export interface RevealAction extends Action {
    kind: typeof RevealAction.KIND;
    ids: string[];
}

export namespace RevealAction {
    export const KIND = 'dmvpn.reveal';

    export function create(ids: string[]): RevealAction {
        return { kind: KIND, ids };
    }
}

@injectable()
export class RevealCommand extends BoundsAwareViewportCommand {
    static readonly KIND = RevealAction.KIND;
    private ids: string[] = [];

    constructor(@inject(TYPES.Action) private readonly action: RevealAction) {
        super(false);
    }

    override execute(context: CommandExecutionContext): CommandReturn {
        this.ids = this.action.ids.map(id => context.root.index.getById(id))
            .flatMap(element => element instanceof DiagramEdge ? [element.sourceId, element.targetId] : element ? [element.id] : []);
        // Without any, the command would look for what is selected, and then for everything.
        return this.ids.length === 0 ? context.root : super.execute(context);
    }

    getElementIds(): string[] {
        return this.ids;
    }

    getNewViewport(bounds: Bounds, model: GModelRoot): Viewport | undefined {
        return isViewport(model) && Dimension.isValid(model.canvasBounds) ? revealing(bounds, model, model.canvasBounds) : undefined;
    }
}
