import { GGraphView, GModelElement, IView, IViewArgs, RenderingContext, ShapeView, SGraphImpl, svg } from '@eclipse-glsp/client';
import { inject, injectable } from 'inversify';
import { VNode } from 'snabbdom';
import { DiagramEdge, DiagramNode, Gate, Mark, NameLabel, NodeArgs, NodeText, Part } from './elements';
import { cloudOutline, Line, pathOf } from './geometry';
import { Glance } from './glance';
import { GlidingViewport, isLarge } from './gliding-viewport';
import { partsOf } from './text-parts';
import { Drawn, RememberedDrawings } from './remembered-drawings';

/** Below this zoom nothing but shapes and names can be read, and nothing else is drawn. */
export const FAR = 0.45;
/** Below this zoom not even names can be read. */
export const VERY_FAR = 0.22;

const ROUTER_GLYPH = 'M12,10.4V5.2m-2,2 2-2 2,2M12,13.6v5.2m-2-2 2,2 2-2M4.8,12h5.2m-2-2 2,2-2,2M19.2,12h-5.2m2-2-2,2 2,2';
const WARNING_SIGN = 'M0,-9 9,7 -9,7Z';

/** The whole diagram. How far away it is seen from is a class, so that zooming draws nothing again. */
@injectable()
export class DiagramView extends GGraphView {
    @inject(Glance) private readonly glance: Glance;
    @inject(GlidingViewport) private readonly gliding: GlidingViewport;

    override render(model: Readonly<SGraphImpl>, context: RenderingContext): VNode {
        const transform = `scale(${model.zoom}) translate(${-model.scroll.x},${-model.scroll.y})`;
        const nodes = model.children.filter(child => !(child instanceof DiagramEdge));
        const graph = <svg class-sprotty-graph={true} class-far={model.zoom < FAR} class-very-far={model.zoom < VERY_FAR}
            class-many-lines={isLarge(model)} tabindex={0} role='application' aria-label='Diagram'>
            <defs>{[0, 1, 2, 3, 4, 5].map(colour =>
                <marker id={`arrow${colour}`} viewBox='0 0 10 10' refX='9' refY='5' markerWidth='9' markerHeight='9'
                    markerUnits='userSpaceOnUse' orient='auto'>
                    <path class-arrow={true} class={{ [`c${colour}`]: true }} d='M0,0.8 10,5 0,9.2 2.4,5z' />
                </marker>)}</defs>
            <g transform={transform}>
                {this.bands(nodes).map(child => context.renderElement(child))}
                {model.children.filter(child => child instanceof DiagramEdge).map(child => context.renderElement(child))}
                {this.others(nodes).map(child => context.renderElement(child))}
                <g key='path' id='dmvpn-path'></g>
                <g class-packets={true} key='packets' id='dmvpn-packets'></g>
            </g>
        </svg>;
        this.gliding.drawn(model);
        this.glance.seen({ ...this.gliding.seen(model as SGraphImpl), ...model.canvasBounds });
        graph.data!.style = { ...graph.data!.style, ...this.getGridStyle(model, context) };
        return graph;
    }

    private bands(nodes: readonly GModelElement[]): readonly GModelElement[] {
        return nodes.filter(node => node.type === 'node:transport');
    }

    private others(nodes: readonly GModelElement[]): readonly GModelElement[] {
        return nodes.filter(node => node.type !== 'node:transport');
    }
}

/** A view whose drawing is kept while nothing that it shows has changed: panning over 500 routers costs a look at each. */
@injectable()
abstract class RememberingNodeView extends ShapeView {
    private readonly drawings = new RememberedDrawings();

    override render(node: Readonly<DiagramNode>, context: RenderingContext, _args?: IViewArgs): VNode | undefined {
        const what: Drawn = {
            key: `${node.position.x} ${node.position.y} ${node.selected} ${node.hoverFeedback} ${node.opacity} `
                + `${node.cssClasses?.join(' ')} ${node.children.length}`,
            model: node.args, name: node.name
        };
        // Handles come and go with what is done to a node.
        if (node.children.some(child => !(child instanceof NameLabel))) {
            return this.draw(node, context);
        }
        return this.drawings.of(node.id, context.targetKind, what, () => this.draw(node, context));
    }

    protected abstract draw(node: Readonly<DiagramNode>, context: RenderingContext): VNode;

    protected frame(node: Readonly<DiagramNode>, context: RenderingContext, kind: string, shapes: VNode[]): VNode {
        const { title, texts, marks, problem, colour } = node.details;
        return <g class-sprotty-node={true} class-selected={node.selected} class-mouseover={node.hoverFeedback}
            class={{ [kind]: true, [`c${(colour ?? 0) % 6}`]: colour !== undefined, [`problem-${problem}`]: problem !== undefined }}>
            <title>{title ?? node.name}</title>
            {shapes}
            {texts?.map(text => textOf(text, node.details))}
            {marks?.map(mark => markOf(mark))}
            {problem ? problemSign(node) : undefined}
            {context.renderChildren(node)}
        </g>;
    }
}

function textOf(text: NodeText, whole: NodeArgs = {}): VNode {
    return <text class={{ [text.role]: true }} attrs={{ x: text.x, y: text.y, 'font-size': text.size }}>
        {text.role === 'detail' && text.text === text.full ? partsOf(text.text, whole).map(part =>
            part.kind === '' ? part.text : <tspan class={{ [`part-${part.kind}`]: true }}>{part.text}</tspan>) : text.text}
    </text>;
}

function rectangle(kind: string, part: Part, radius: number): VNode {
    return <rect class={{ [kind]: true }} attrs={{ x: part.x, y: part.y, width: part.width, height: part.height, rx: radius }} />;
}

function markOf(mark: Mark): VNode {
    return <g class-mark={true} class={{ [mark.kind]: true }}>
        <title>{mark.title}</title>
        {rectangle('chip', mark.box, mark.kind === 'firewall' ? 2 : mark.box.height / 2)}
        {textOf(mark.text)}
    </g>;
}

function problemSign(node: Readonly<DiagramNode>): VNode {
    const card = node.details.card ?? { x: 0, y: 0, width: node.size.width, height: node.size.height };
    return <g class-problem-sign={true} attrs={{ transform: `translate(${card.x + 4},${card.y + 2})` }}>
        <path d={WARNING_SIGN} /><text attrs={{ x: -1.6, y: 5, 'font-size': 11 }}>!</text>
        <title>{node.details.problemText ?? ''}</title>
    </g>;
}

const KINDS: Readonly<Record<string, string>> = { 'node:hub': 'hub', 'node:router': 'router' };

/** A router, or a family of routers as a stack with their number. */
@injectable()
export class RouterView extends RememberingNodeView {
    protected draw(node: Readonly<DiagramNode>, context: RenderingContext): VNode {
        const card = node.details.card ?? { x: 0, y: 0, width: node.size.width, height: node.size.height };
        const shapes: VNode[] = [];
        if (node.details.badge) {
            const step = (node.size.width - card.width) / 2;
            for (let sheet = 2; sheet >= 1; sheet--) {
                shapes.push(rectangle('sheet', { ...card, x: card.x + sheet * step, y: card.y - sheet * step }, 10));
            }
        }
        shapes.push(rectangle('card', card, 10));
        shapes.push(<g class-icon={true} attrs={{ transform: `translate(${card.x + 12},${card.y + 10})` }}>
            <circle cx='12' cy='12' r='11' /><path class-glyph={true} d={ROUTER_GLYPH} /></g>);
        if (node.details.badge) {
            shapes.push(rectangle('badge', node.details.badge, node.details.badge.height / 2));
        }
        return this.frame(node, context, KINDS[node.type] ?? 'spoke', shapes);
    }
}

/** A transport as a band that routers are attached to. */
@injectable()
export class TransportView extends RememberingNodeView {
    protected draw(node: Readonly<DiagramNode>, context: RenderingContext): VNode {
        const whole = { x: 0, y: 0, width: node.size.width, height: node.size.height };
        return this.frame(node, context, 'transport', [rectangle('band', whole, node.size.height / 2)]);
    }
}

/** An overlay cloud. */
@injectable()
export class CloudView extends RememberingNodeView {
    protected draw(node: Readonly<DiagramNode>, context: RenderingContext): VNode {
        return this.frame(node, context, 'cloud',
            [<path class-outline={true} d={cloudOutline(node.size.width, node.size.height)} />]);
    }
}

/** Names and values are drawn by their nodes; this is the room in which they are edited. */
@injectable()
export class NameView extends ShapeView {
    override render(label: Readonly<DiagramNode>): VNode {
        return <rect class-name-room={true} attrs={{ width: label.size.width, height: label.size.height }} />;
    }
}

/** A tunnel or a WAN attachment. */
@injectable()
export class LineView implements IView {
    private readonly drawings = new RememberedDrawings();

    render(edge: Readonly<DiagramEdge>, context: RenderingContext): VNode | undefined {
        const line = edge.line;
        if (!line) {
            return undefined;
        }
        const path = pathOf(line);
        if (edge.children.length > 0) {
            return this.draw(edge, context, line, path);
        }
        const what: Drawn = { key: `${path} ${edge.selected} ${edge.hoverFeedback} ${edge.opacity} ${edge.cssClasses?.join(' ')}`,
            model: edge.args, name: '' };
        return this.drawings.of(edge.id, context.targetKind, what, () => this.draw(edge, context, line, path));
    }

    private draw(edge: Readonly<DiagramEdge>, context: RenderingContext, line: Line, path: string): VNode {
        const { title, kind, problem, problemText, gates } = edge.details;
        const tunnel = edge.type === 'edge:tunnel' || edge.type === 'edge:relation';
        const colour = (edge.details.colour ?? 0) % 6;
        return <g class-sprotty-edge={true} class-selected={edge.selected} class-mouseover={edge.hoverFeedback}
            class={{ wan: edge.type === 'edge:wan', link: edge.type === 'edge:link', relation: edge.type === 'edge:relation', tunnel,
                [`c${colour}`]: tunnel, p2p: kind === 'point_to_point_tunnel', backup: kind === 'backup_tunnel',
                open: kind === 'unprotected_tunnel', [`problem-${problem}`]: problem !== undefined }}>
            <title>{problem ? `${title}\n${problemText}` : title ?? edge.type}</title>
            <path class-line={true} d={path} attrs={tunnel ? { 'marker-end': `url(#arrow${colour})` } : {}} />
            <path class-grip={true} d={path} />
            {edge.type === 'edge:wan' ? <circle class-plug={true} attrs={{ cx: line.end.x, cy: line.end.y, r: 4 }} /> : undefined}
            {gates?.length ? gatesOf(gates, line) : undefined}
            {context.renderChildren(edge, { route: [line.start, line.end] })}
        </g>;
    }
}

/** What stands on an uplink, near its router, one beside the other. */
function gatesOf(gates: readonly Gate[], line: Line): VNode {
    const step = 38;
    const y = line.start.y + Math.sign(line.end.y - line.start.y) * 17;
    const left = line.start.x - gates.length * step / 2;
    return <g class-gates={true}>{gates.map((gate, index) =>
        <g class-mark={true} class-firewall={gate.label === 'FW'} class-nat={gate.label !== 'FW'}>
            <title>{gate.title}</title>
            {rectangle('chip', { x: left + index * step + 2, y: y - 8.5, width: step - 4, height: 17 }, gate.label === 'FW' ? 2 : 8.5)}
            {textOf({ text: gate.label, full: gate.label, x: left + index * step + 10, y: y + 3.5, size: 10, role: 'mark' })}
        </g>)}</g>;
}
