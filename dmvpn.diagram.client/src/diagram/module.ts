import {
    bindAsService,
    bindOrRebind,
    configureActionHandler,
    configureCommand,
    configureDefaultModelElements,
    configureModelElement,
    configureMoveZoom,
    configureView,
    ConsoleLogger,
    copyPasteModule,
    createDiagramOptionsModule,
    DefaultTypes,
    EdgeEditTool,
    edgeIntersectionModule,
    EndProgressAction,
    exportModule,
    FeatureModule,
    GlspEditLabelUI,
    GLSPScrollMouseListener,
    gridModule,
    helperLineModule,
    IDiagramOptions,
    initializeDiagramContainer,
    LogLevel,
    markerNavigatorModule,
    MessageAction,
    MovementKeyTool,
    SetAccessibleKeyShortcutAction,
    sourceModelWatcherModule,
    standaloneSelectModule,
    StartProgressAction,
    svgMetadataModule,
    toolFocusLossModule,
    toolPaletteModule,
    TYPES,
    UpdateProgressAction,
    validationModule,
    ZoomMouseListener
} from '@eclipse-glsp/client';
import { Container } from 'inversify';
import { DocumentStateAction } from '../document-state';
import { InstantAction } from '../run/followed-run';
import { HeadersAction } from '../run/headers';
import { PathAction } from '../run/path';
import { RunAction, ScenariosAction } from '../run/run';
import { RunProgressAction } from '../run/run-progress';
import { DomContextMenu } from '../ui/context-menu';
import { MenuItems } from '../ui/menu-items';
import { NameEditor } from '../ui/name-editor';
import { Announcements } from './announcements';
import { Commands } from './commands';
import { NotationEdgeRouter } from './edge-router';
import { DiagramEdge, DiagramNode, NameLabel } from './elements';
import { Glance } from './glance';
import { GlidingScroll, GlidingZoom } from './gliding-listeners';
import { GlidingViewport } from './gliding-viewport';
import { DiagramKeys } from './keys';
import { LineEditTool } from './line-edit-tool';
import { PageCommandAction, PageCommandHandler } from './page-command';
import { RevealCommand } from './reveal';
import { ProblemSigns } from './problem-signs';
import { CloudView, DiagramView, LineView, NameView, RouterView, TransportView } from './views';
import { ZOOM_LIMITS } from './zoom';

/** The kinds of nodes that are drawn as cards of routers. */
const ROUTERS = ['node:hub', 'node:spoke', 'node:family', 'node:router', 'node:host', 'node:site'];

const notationModule = new FeatureModule((bind, unbind, isBound, rebind) => {
    const context = { bind, unbind, isBound, rebind };
    bindOrRebind(context, TYPES.LogLevel).toConstantValue(LogLevel.error);
    bindOrRebind(context, TYPES.ILogger).to(ConsoleLogger).inSingletonScope();
    configureDefaultModelElements(context);
    configureView(context, DefaultTypes.GRAPH, DiagramView, true);
    ROUTERS.forEach(type => configureModelElement(context, type, DiagramNode, RouterView));
    configureModelElement(context, 'node:transport', DiagramNode, TransportView);
    configureModelElement(context, 'node:cloud', DiagramNode, CloudView);
    configureModelElement(context, 'label:editable', NameLabel, NameView);
    ['edge:wan', 'edge:tunnel', 'edge:join', 'edge:link', 'edge:relation']
        .forEach(type => configureModelElement(context, type, DiagramEdge, LineView));
    bindAsService(context, TYPES.IEdgeRouter, NotationEdgeRouter);

    bindAsService(context, TYPES.KeyListener, DiagramKeys);
    bindAsService(context, TYPES.MouseListener, ProblemSigns);
    // Half a step of the grid, as the server has it, which then places the node exactly there.
    bind(TYPES.IHelperLineOptions).toConstantValue({ alignmentEpsilon: 5, viewportLines: [] });
    configureMoveZoom(context);
    bindAsService(context, TYPES.IDefaultTool, MovementKeyTool);

    configureCommand(context, RevealCommand);
    bind(Glance).toSelf().inSingletonScope();
    bind(GlidingViewport).toSelf().inSingletonScope();
    rebind(EdgeEditTool).to(LineEditTool).inSingletonScope();
    rebind(ZoomMouseListener).to(GlidingZoom).inSingletonScope();
    rebind(GLSPScrollMouseListener).to(GlidingScroll).inSingletonScope();
    bind(Announcements).toSelf().inSingletonScope();
    [MessageAction.KIND, StartProgressAction.KIND, UpdateProgressAction.KIND, EndProgressAction.KIND, DocumentStateAction.KIND,
        RunAction.KIND, RunProgressAction.KIND, InstantAction.KIND, ScenariosAction.KIND, PathAction.KIND, HeadersAction.KIND, SetAccessibleKeyShortcutAction.KIND]
        .forEach(kind => configureActionHandler(context, kind, Announcements));
    bind(Commands).toSelf().inSingletonScope();
    Commands.ANSWERS.forEach(kind => configureActionHandler(context, kind, Commands));
    configureActionHandler(context, PageCommandAction.KIND, PageCommandHandler);
    bindAsService(context, TYPES.IContextMenuItemProvider, MenuItems);
    rebind(GlspEditLabelUI).to(NameEditor).inSingletonScope();
    bind(TYPES.IContextMenuService).to(DomContextMenu).inSingletonScope();
}, { featureId: Symbol('dmvpn') });

/**
 * The container of a diagram. Left out of what the client offers: its palette, since ours can be worked with the keyboard;
 * crossings of lines, which cost too much with hundreds; and copying parts of the drawing, which would mean nothing in a model.
 */
export function createDiagram(options: IDiagramOptions): Container {
    const optionsModule = createDiagramOptionsModule(options, { zoomLimits: ZOOM_LIMITS, needsClientLayout: false });
    return initializeDiagramContainer(new Container(), optionsModule, helperLineModule, gridModule, standaloneSelectModule,
        notationModule, {
        remove: [toolPaletteModule, copyPasteModule, edgeIntersectionModule, exportModule, markerNavigatorModule,
            sourceModelWatcherModule, svgMetadataModule, toolFocusLossModule, validationModule]
    });
}
