import { Action, CreateEdgeOperation, ITypeHintProvider, ReconnectEdgeOperation } from '@eclipse-glsp/client';
import { DiagramEdge, DiagramNode } from '../diagram/elements';
import { Choice } from './chooser';

const TYPES_OF_LINES = ['edge:wan', 'edge:join', 'edge:tunnel'];

/** What lines can be drawn and redrawn between, worked by name. */
export class LineChoices {

    constructor(private readonly nodes: readonly DiagramNode[], private readonly hints: ITypeHintProvider,
        private readonly kindName: (node: DiagramNode) => string, private readonly dispatch: (action: Action) => void) {
    }

    /** All lines that may start at a node. */
    from(source: DiagramNode): Choice[] {
        return this.nodes.filter(target => target !== source).flatMap(target => TYPES_OF_LINES
            .filter(type => this.fits(type, source, target)).map(type => ({
                label: target.fullName, detail: `${this.kindName(target)}${type === 'edge:tunnel' ? ', as server' : ''}`,
                choose: () => this.dispatch(CreateEdgeOperation.create({
                    elementTypeId: type, sourceElementId: source.id, targetElementId: target.id }))
            })));
    }

    /** Where else the end of a line can be; none when it cannot be elsewhere. */
    otherEnds(line: DiagramEdge): Choice[] {
        const source = this.nodes.find(node => node.id === line.sourceId);
        if (!source || !this.hints.getEdgeTypeHint(line)?.repositionable) {
            return [];
        }
        return this.nodes.filter(target => target !== source && target.id !== line.targetId && this.fits(line.type, source, target))
            .map(target => ({
                label: target.fullName, detail: this.kindName(target),
                choose: () => this.dispatch(ReconnectEdgeOperation.create({
                    edgeElementId: line.id, sourceElementId: source.id, targetElementId: target.id }))
            }));
    }

    private fits(type: string, source: DiagramNode, target: DiagramNode): boolean {
        const hint = this.hints.getEdgeTypeHint(type);
        const allowed = (types: string[] | undefined, node: DiagramNode): boolean => types === undefined || types.includes(node.type);
        return hint !== undefined && allowed(hint.sourceElementTypeIds, source) && allowed(hint.targetElementTypeIds, target);
    }
}
