import {
    Action,
    CreateEdgeOperation,
    CreateNodeOperation,
    EditorContextService,
    GLSPActionDispatcher,
    GModelRoot,
    GViewportRootElement,
    LayoutOperation,
    PaletteItem,
    RedoAction,
    RequestContextActions,
    SelectAction,
    SetViewportAction,
    TYPES,
    UndoAction,
    TypeHintProvider,
    IContextMenuService,
    Point
} from '@eclipse-glsp/client';
import { Container } from 'inversify';
import { Announcements } from '../diagram/announcements';
import { Commands } from '../diagram/commands';
import { DiagramEdge, DiagramNode } from '../diagram/elements';
import { Glance } from '../diagram/glance';
import { fitAll, KEYS } from '../diagram/keys';
import { PageCommand } from '../diagram/page-command';
import { Line } from '../diagram/geometry';
import { RevealAction } from '../diagram/reveal';
import { ZOOM_STEP, zoomBy } from '../diagram/zoom';
import { DocumentStateAction } from '../document-state';
import { isPathEnd, pathEnds } from '../run/path-ends';
import { Paths } from '../run/paths';
import { ShownRuns } from '../run/shown-runs';
import { Choice, Chooser } from './chooser';
import { download } from './download';
import { element, iconButton } from './element';
import { hideables } from './hideables';
import { LayersPanel } from './layers-panel';
import { LineChoices } from './line-choices';
import { MenuItems } from './menu-items';
import { Messages } from './messages';
import { Overview } from './overview';
import { Palette } from './palette';
import { TextPanel } from './text-panel';
import { PageTheme } from './theme';
import { valueChoices } from './value-choices';

const KIND_NAMES: Readonly<Record<string, string>> = {
    'node:hub': 'hub', 'node:spoke': 'spoke', 'node:family': 'family', 'node:transport': 'transport', 'node:cloud': 'cloud',
    'node:router': 'router', 'node:host': 'host', 'node:site': 'site', 'edge:tunnel': 'tunnel', 'edge:wan': 'attachment'
};

/** What is around the diagram: bar, palette, layers, overview, search, messages. */
export class Page {
    private readonly dispatcher: GLSPActionDispatcher;
    private readonly context: EditorContextService;
    private readonly messages: Messages;
    private readonly palette: Palette;
    private readonly layers: LayersPanel;
    private readonly overview: Overview;
    private readonly undo: HTMLButtonElement;
    private readonly redo: HTMLButtonElement;
    private readonly runs: ShownRuns;
    private readonly paths: Paths;
    private touched = false;

    constructor(private readonly container: Container) {
        this.dispatcher = container.get(GLSPActionDispatcher);
        this.context = container.get(EditorContextService);
        this.messages = new Messages(place('messages'));
        this.palette = new Palette(place('palette'), {
            dispatch: actions => void this.dispatcher.dispatchAll(actions),
            create: type => this.create(type),
            connect: type => this.chooseTarget(type),
            focusDiagram: () => this.focusDiagram()
        });
        this.layers = new LayersPanel(place('layers'), () => this.focusDiagram());
        this.overview = new Overview(place('overview') as HTMLCanvasElement, centre => this.goTo(centre));
        const drawn = {
            bounds: (id: string) => {
                const found = this.root.index.getById(id);
                return found instanceof DiagramNode ? found.bounds : undefined;
            },
            tunnel: (one: string, other: string, cloud: string) => this.tunnel(one, other, cloud),
            tunnels: () => this.edges().filter(edge => edge.type === 'edge:tunnel')
                .map(edge => ({ id: edge.id, source: edge.sourceId, target: edge.targetId, cloud: String(edge.args?.cloud ?? '') })),
            uplink: (router: string, transport: string) => this.edges().find(edge => edge.type === 'edge:wan'
                && edge.sourceId === router && edge.targetId === transport)?.line
        };
        this.paths = new Paths(place('work'), {
            diagram: drawn,
            dispatch: action => this.dispatch(action),
            selected: () => this.context.selectedElements.filter((one): one is DiagramNode => one instanceof DiagramNode && isPathEnd(one)),
            choose: (prompt, chosen) => this.chooser().show(prompt, pathEnds(this.nodes())
                .map(end => ({ label: end.name, detail: end.detail, choose: () => chosen(end) }))),
            focusDiagram: () => this.focusDiagram()
        });
        this.runs = new ShownRuns(place('run'), place('run-progress'), place('work'), {
            diagram: drawn,
            dispatch: action => this.dispatch(action),
            warn: message => this.messages.show(message, 'WARNING'),
            choose: (prompt, names, chosen) => this.chooser().show(prompt,
                names.map(name => ({ label: name, detail: '', choose: () => chosen(name) }))),
            moved: (run, time) => this.paths.at(run, time),
            focusDiagram: () => this.focusDiagram()
        });
        this.undo = iconButton('discard', 'Undo', () => this.dispatch(UndoAction.create()));
        this.redo = iconButton('redo', 'Redo', () => this.dispatch(RedoAction.create()));
        this.fillBar();
        this.listen();
    }

    /** Shows the palette once the server is there. */
    async start(): Promise<void> {
        const answer = await this.dispatcher.requestUntil(RequestContextActions.create({
            contextId: 'tool-palette', editorContext: { selectedElementIds: [] } }));
        await this.container.get(Commands).load();
        this.palette.show((answer?.actions ?? []) as PaletteItem[]);
        this.runs.start();
        this.fit();
        if (document.body.classList.contains('embedded')) {
            this.focusDiagram();
        }
    }

    /** Says that nothing goes on any more, and why. */
    end(reason: string): void {
        this.showStale(`${reason} Reload the page when it runs again.`);
        document.body.classList.add('ended');
    }

    private fillBar(): void {
        const theme = new PageTheme(document.documentElement, window.localStorage);
        place('bar').append(
            element('h1', { id: 'title' }, 'DMVPN'), element('span', { class: 'gap' }),
            this.undo, this.redo,
            iconButton('type-hierarchy-sub', 'Arrange (Ctrl+Shift+L)', () => this.dispatch(LayoutOperation.create())),
            iconButton('play-circle', 'Simulate (S)', () => this.runs.simulate()),
            element('span', { class: 'gap' }),
            iconButton('zoom-out', 'Smaller (-)', () => this.dispatch(...zoomBy(this.root, 1 / ZOOM_STEP))),
            iconButton('screen-normal', 'Show everything (0)', () => this.fit()),
            iconButton('zoom-in', 'Larger (+)', () => this.dispatch(...zoomBy(this.root, ZOOM_STEP))),
            iconButton('search', 'Search (Ctrl+F)', () => this.search()),
            iconButton('layers', 'Layers and filters (L)', () => this.layers.toggle()),
            iconButton('color-mode', 'Light or dark', () => {
                theme.next();
                this.overview.showNodes(this.overviewNodes());
            }),
            iconButton('question', 'Keys (?)', () => this.help()));
    }

    private listen(): void {
        const announcements = this.container.get(Announcements);
        announcements.onMessage(message => this.messages.show(message.message, message.severity));
        announcements.onDocumentState(state => this.showState(state));
        const texts = new TextPanel(document.body, { dispatch: action => this.dispatch(action),
            tell: message => this.messages.show(message, 'INFO'), focusDiagram: () => this.focusDiagram() });
        this.container.get(Commands).onText(text => texts.show(text));
        this.container.get(Commands).onFile(download);
        announcements.onRun(run => this.runs.show(run));
        announcements.onRunProgress(progress => this.runs.wait(progress));
        announcements.onInstant(instant => this.runs.take(instant));
        announcements.onScenarios(names => this.runs.choose(names));
        announcements.onHeaders(answer => this.runs.takeHeaders(answer));
        announcements.onPath(answer => this.paths.take(answer));
        this.container.get(Glance).onSeen(seen => this.overview.showSeen(seen));
        this.context.onModelRootChanged(() => this.modelChanged());
        document.addEventListener('dmvpn-command', event => this.command((event as CustomEvent<PageCommand>).detail));
        const diagram = place('sprotty');
        // Whoever has begun to work must not have the picture moved under the pointer.
        ['pointerdown', 'wheel', 'keydown'].forEach(kind =>
            diagram.addEventListener(kind, () => this.touched = true, { capture: true, passive: true }));
        new ResizeObserver(() => requestAnimationFrame(() => {
            if (!this.touched) {
                this.fit();
            }
        })).observe(diagram);
    }

    private command(command: PageCommand): void {
        switch (command) {
            case 'search': this.search(); break;
            case 'palette': this.palette.focus(); break;
            case 'menu': this.menu(); break;
            case 'help': this.help(); break;
            case 'layers': this.layers.toggle(); break;
            case 'connect': this.connect(); break;
            case 'values': this.changeValue(); break;
            case 'path': this.paths.begin(); break;
            case 'end':
                if (!this.paths.end()) {
                    this.runs.close();
                }
                break;
            default: this.runs.command(command); break;
        }
    }

    private showState(state: DocumentStateAction): void {
        place('title').textContent = state.title;
        document.title = `${state.title} - DMVPN`;
        this.undo.disabled = state.undo === '';
        this.undo.title = state.undo === '' ? 'Undo' : `Undo: ${state.undo} (Ctrl+Z)`;
        this.redo.disabled = state.redo === '';
        this.redo.title = state.redo === '' ? 'Redo' : `Redo: ${state.redo} (Ctrl+Y)`;
        this.showStale(state.staleBecause);
    }

    private showStale(reason: string): void {
        const banner = place('stale');
        banner.textContent = reason;
        banner.hidden = reason === '';
    }

    private modelChanged(): void {
        this.palette.release();
        this.overview.showNodes(this.overviewNodes());
        this.layers.show(hideables(this.nodes(), this.edges(), type => KIND_NAMES[type] ?? ''));
        this.runs.draw();
        requestAnimationFrame(() => this.paths.draw());
    }

    /** Without a cloud it is any line between the two: what the line carries there is not known. */
    private tunnel(one: string, other: string, cloud: string): { line: Line; backwards: boolean } | undefined {
        const found = this.edges().find(edge => edge.type === 'edge:tunnel' && (cloud === '' || edge.args?.cloud === cloud)
            && (edge.sourceId === one && edge.targetId === other || edge.sourceId === other && edge.targetId === one));
        return found?.line ? { line: found.line, backwards: found.sourceId === other } : undefined;
    }

    private nodes(): DiagramNode[] {
        return this.root.children.filter((child): child is DiagramNode => child instanceof DiagramNode);
    }

    private edges(): DiagramEdge[] {
        return this.root.children.filter((child): child is DiagramEdge => child instanceof DiagramEdge);
    }

    private get root(): Readonly<GModelRoot> {
        return this.context.modelRoot;
    }

    private overviewNodes(): { bounds: DiagramNode['bounds']; kind: string }[] {
        return this.nodes().map(node => ({ bounds: node.bounds, kind: node.type.replace('node:', '') }));
    }

    private search(): void {
        const lines = this.edges().map(edge => this.choice(edge.id, edge.details.title ?? edge.id, KIND_NAMES[edge.type] ?? 'line'));
        this.chooser().show('Search the diagram', [...this.nodeChoices(), ...lines]);
    }

    private nodeChoices(): Choice[] {
        return this.nodes().map(node => this.choice(node.id, node.fullName,
            [KIND_NAMES[node.type] ?? '', ...(node.details.texts ?? []).filter(text => text.role === 'detail')
                .map(text => text.full)].join(' ')));
    }

    private choice(id: string, label: string, detail: string): Choice {
        const go = (): void => this.dispatch(SelectAction.setSelection([id]), RevealAction.create([id]));
        return { label, detail, choose: go, preview: go };
    }

    private changeValue(): void {
        const choices = valueChoices(this.context.selectedElements[0], action => this.dispatch(action));
        if (choices.length === 0) {
            this.messages.show('Select a router or cloud with an address of its own first.', 'INFO');
        } else if (choices.length === 1) {
            choices[0].choose();
        } else {
            this.chooser().show('Change which value?', choices);
        }
    }

    private connect(): void {
        const selected = this.context.selectedElements[0];
        const lines = new LineChoices(this.nodes(), this.container.get<TypeHintProvider>(TYPES.ITypeHintProvider),
            node => KIND_NAMES[node.type] ?? '', action => this.dispatch(action));
        if (selected instanceof DiagramNode) {
            this.chooser().show(`Connect ${selected.fullName} with`, lines.from(selected));
        } else if (selected instanceof DiagramEdge && lines.otherEnds(selected).length > 0) {
            this.chooser().show('Take the end of the line to', lines.otherEnds(selected));
        } else {
            this.messages.show(selected instanceof DiagramEdge ? 'The end of this line can be nowhere else.'
                : 'Select the element that the line starts at first.', 'INFO');
        }
    }

    private create(nodeType: string): void {
        const selected = this.context.selectedElements[0];
        const hint = selected && this.container.get<TypeHintProvider>(TYPES.ITypeHintProvider).getShapeTypeHint(selected);
        this.dispatch(CreateNodeOperation.create(nodeType,
            hint?.containableElementTypeIds?.includes(nodeType) ? { containerId: selected.id } : {}));
    }

    private chooseTarget(edgeType: string): void {
        const source = this.context.selectedElements[0];
        if (source instanceof DiagramNode) {
            this.chooser().show(`Connect ${source.name} with`, this.nodes().filter(target => target !== source).map(target => ({
                label: target.name, detail: KIND_NAMES[target.type] ?? '',
                choose: () => this.dispatch(CreateEdgeOperation.create({
                    elementTypeId: edgeType, sourceElementId: source.id, targetElementId: target.id }))
            })));
        } else {
            this.messages.show('Select the element that the line starts at first.', 'INFO');
            this.focusDiagram();
        }
    }

    private menu(): void {
        const selected = this.context.selectedElements[0];
        const drawn = selected ? document.getElementById(`sprotty_${selected.id}`) : undefined;
        const box = (drawn?.querySelector('.problem-sign') ?? drawn ?? place('sprotty')).getBoundingClientRect();
        const service = this.container.get<IContextMenuService>(TYPES.IContextMenuService);
        service.show(this.container.get(MenuItems).items(), { x: box.left + box.width / 2, y: box.top + box.height / 2 },
            () => this.focusDiagram());
    }

    private help(): void {
        const dialog = element('dialog', { class: 'help', 'aria-label': 'Keys' },
            element('h2', {}, 'Keys'),
            element('dl', {}, ...KEYS.flatMap(([keys, meaning]) => [element('dt', {}, keys), element('dd', {}, meaning)])));
        dialog.addEventListener('close', () => {
            dialog.remove();
            this.focusDiagram();
        });
        dialog.addEventListener('click', () => dialog.close());
        // The browser closes a dialogue only for a key that it has got itself.
        dialog.addEventListener('keydown', event => {
            if (event.key === 'Escape') {
                dialog.close();
            }
        });
        document.body.append(dialog);
        dialog.showModal();
    }

    private chooser(): Chooser {
        return new Chooser(document.body, () => this.focusDiagram());
    }

    private fit(): void {
        if (this.nodes().length > 0) {
            this.dispatch(fitAll(this.root));
        }
    }

    private goTo(centre: Point): void {
        const root = this.root;
        if (root instanceof GViewportRootElement) {
            this.touched = true;
            this.dispatch(SetViewportAction.create(root.id, {
                zoom: root.zoom,
                scroll: { x: centre.x - root.canvasBounds.width / root.zoom / 2, y: centre.y - root.canvasBounds.height / root.zoom / 2 }
            }, { animate: false }));
        }
    }

    private focusDiagram(): void {
        document.querySelector<SVGElement>('#sprotty .sprotty-graph')?.focus();
    }

    private dispatch(...actions: Action[]): void {
        void this.dispatcher.dispatchAll(actions);
    }
}

function place(id: string): HTMLElement {
    const found = document.getElementById(id);
    if (!found) {
        throw new Error(`the page has no '${id}'`);
    }
    return found;
}
