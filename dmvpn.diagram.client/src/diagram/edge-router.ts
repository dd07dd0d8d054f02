import { GLSPPolylineEdgeRouter, GRoutableElement, RoutedPoint } from '@eclipse-glsp/client';
import { injectable } from 'inversify';
import { DiagramEdge } from './elements';

/** The kind of router that the server names at each line. */
export const NOTATION_ROUTER = 'notation';

/** Routes lines of the notation. Such a line depends on its two nodes alone, so it has no handles between its ends. */
@injectable()
export class NotationEdgeRouter extends GLSPPolylineEdgeRouter {
    override get kind(): string {
        return NOTATION_ROUTER;
    }

    override route(edge: GRoutableElement): RoutedPoint[] {
        const line = edge instanceof DiagramEdge ? edge.line : undefined;
        return line ? [{ kind: 'source', ...line.start }, { kind: 'target', ...line.end }] : super.route(edge);
    }

    override createRoutingHandles(edge: GRoutableElement): void {
        this.addHandle(edge, 'source', 'routing-point', -2);
        this.addHandle(edge, 'target', 'routing-point', 0);
    }
}
