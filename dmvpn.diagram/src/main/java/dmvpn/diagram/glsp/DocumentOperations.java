package dmvpn.diagram.glsp;

import com.google.inject.Inject;
import dmvpn.diagram.edit.EditRefusedException;
import dmvpn.diagram.edit.ModelEdit;
import dmvpn.diagram.layout.Point;
import dmvpn.diagram.notation.NotationServices;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.glsp.graph.GEdge;
import org.eclipse.glsp.graph.GModelElement;
import org.eclipse.glsp.graph.GNode;
import org.eclipse.glsp.graph.GPoint;
import org.eclipse.glsp.server.actions.Action;
import org.eclipse.glsp.server.actions.ActionDispatcher;
import org.eclipse.glsp.server.actions.ActionHandler;
import org.eclipse.glsp.server.actions.MessageAction;
import org.eclipse.glsp.server.actions.SelectAction;
import org.eclipse.glsp.server.features.directediting.ApplyLabelEditOperation;
import org.eclipse.glsp.server.features.undoredo.RedoAction;
import org.eclipse.glsp.server.features.undoredo.UndoAction;
import org.eclipse.glsp.server.model.GModelState;
import org.eclipse.glsp.server.operations.ChangeBoundsOperation;
import org.eclipse.glsp.server.operations.ChangeRoutingPointsOperation;
import org.eclipse.glsp.server.operations.CompoundOperation;
import org.eclipse.glsp.server.operations.CreateEdgeOperation;
import org.eclipse.glsp.server.operations.CreateNodeOperation;
import org.eclipse.glsp.server.operations.DeleteOperation;
import org.eclipse.glsp.server.operations.LayoutOperation;
import org.eclipse.glsp.server.operations.ReconnectEdgeOperation;
import org.eclipse.glsp.server.types.ElementAndBounds;
import org.eclipse.glsp.server.types.Severity;

/**
 * What becomes of what people do in the diagram: each operation is an edit of the document, which tells all diagrams that show
 * it. Nothing is drawn here; a refused edit becomes a message.
 */
class DocumentOperations implements ActionHandler {

    /** Longer than any step that a key makes. */
    private static final double LONGEST_STEP = 40;

    @Inject
    private DiagramDocument document;

    @Inject
    private DiagramFixes fixes;

    @Inject
    private GModelState drawing;

    @Inject
    private ActionDispatcher dispatcher;

    @Override
    public List<Class<? extends Action>> getHandledActionTypes() {
        return List.of(CreateNodeOperation.class, CreateEdgeOperation.class, DeleteOperation.class, ReconnectEdgeOperation.class,
                ChangeBoundsOperation.class, ChangeRoutingPointsOperation.class, ApplyLabelEditOperation.class,
                LayoutOperation.class, CompoundOperation.class, UndoAction.class, RedoAction.class,
                ToggleFamilyAction.class, ApplyFixAction.class, ArrangeSelectionOperation.class,
                SetRouterKindOperation.class);
    }

    @Override
    public List<Action> execute(Action action) {
        try {
            perform(action);
            return none();
        } catch (EditRefusedException refused) {
            // What the client shows already may not be: a line that was dragged, a node that was moved.
            return listOf(new MessageAction(Severity.WARNING, refused.getMessage()), new DocumentChangedAction());
        }
    }

    private void perform(Action action) {
        switch (action) {
            case CreateNodeOperation create -> create(create);
            case CreateEdgeOperation connect -> edit(connection(connect), Optional.empty());
            case DeleteOperation delete ->
                    document.edit(new ModelEdit.Delete(nodesAndLines(delete.getElementIds())), Optional.empty());
            case ReconnectEdgeOperation reconnect -> document.edit(reconnection(reconnect), Optional.empty());
            case ChangeBoundsOperation move -> move(move);
            case ApplyLabelEditOperation label -> edit(EditableLines.edit(drawing.getIndex().get(label.getLabelId()),
                    label.getLabelId(), label.getText()), Optional.empty());
            case LayoutOperation arrange -> document.arrange();
            case ArrangeSelectionOperation arrange -> document.arrange(nodesAndLines(arrange.elements()));
            case CompoundOperation several -> several.getOperationList().forEach(this::perform);
            case SetRouterKindOperation set -> edit(set.isHub() ? new ModelEdit.SetHub(set.router()) : new ModelEdit.SetSpoke(set.router()),
                    Optional.empty());
            case ToggleFamilyAction toggle -> document.toggle(toggle.family());
            case ApplyFixAction apply -> fixes.apply(apply.element(), apply.fix());
            case UndoAction undo -> document.undo();
            case RedoAction redo -> document.redo();
            default -> {
                // Lines have no points of their own.
            }
        }
    }

    /** The document has told of the edit when it returns, so the client draws what it is then told to select. */
    private void edit(ModelEdit edit, Optional<Point> place) {
        document.edit(edit, place).map(made -> drawnFor(edit, made))
                .ifPresent(made -> {
                    dispatcher.dispatch(new SelectAction(List.of(made)));
                    dispatcher.dispatch(new RevealAction(List.of(made)));
                });
        CompletableFuture.supplyAsync(() -> document.remark(edit)).thenAccept(said -> said.ifPresent(
                remark -> dispatcher.dispatch(new MessageAction(Severity.WARNING, remark))));
    }

    /** What shows it: hosts, memberships and local networks are drawn with their router. */
    private static String drawnFor(ModelEdit edit, String made) {
        if (edit instanceof ModelEdit.CreateHost host) {
            return host.router();
        }
        return made.startsWith("join:") || made.startsWith("lan:") ? NotationServices.routerOf(made).orElse(made) : made;
    }

    private void create(CreateNodeOperation create) {
        Optional<String> container = container(create);
        Optional<String> transport = container.filter(id -> isOf(id, ElementTypes.TRANSPORT));
        Optional<String> cloud = container.filter(id -> isOf(id, ElementTypes.CLOUD));
        ModelEdit edit = switch (create.getElementTypeId()) {
            case ElementTypes.TRANSPORT -> new ModelEdit.CreateTransport(Optional.empty());
            case ElementTypes.CLOUD -> new ModelEdit.CreateCloud(Optional.empty());
            case ElementTypes.HUB -> new ModelEdit.CreateHub(Optional.empty(), transport, cloud);
            case ElementTypes.SPOKE -> new ModelEdit.CreateSpoke(Optional.empty(), transport, cloud);
            case ElementTypes.ROUTER -> new ModelEdit.CreatePlainRouter(Optional.empty(), transport);
            case ElementTypes.HOST -> new ModelEdit.CreateHost(Optional.empty(), container.filter(this::isRouter).orElseThrow(() ->
                    new EditRefusedException("A host stands behind a router: drop it on one, or select one first")));
            default -> throw unknown(create.getElementTypeId());
        };
        // Bands and what was dropped on something go where they are easiest to see.
        boolean placed = container.isEmpty() && !create.getElementTypeId().equals(ElementTypes.TRANSPORT);
        edit(edit, placed ? create.getLocation().map(DocumentOperations::point) : Optional.empty());
    }

    private Optional<String> container(CreateNodeOperation create) {
        return Optional.ofNullable(create.getContainerId()).map(ElementTypes::nodeOf)
                .filter(id -> isOf(id, ElementTypes.TRANSPORT) || isOf(id, ElementTypes.CLOUD) || isRouter(id));
    }

    private boolean isRouter(String id) {
        return ElementTypes.ROUTERS.stream().anyMatch(type -> isOf(id, type));
    }

    private static ModelEdit connection(CreateEdgeOperation connect) {
        String source = connect.getSourceElementId();
        String target = connect.getTargetElementId();
        return switch (connect.getElementTypeId()) {
            case ElementTypes.ATTACHMENT -> new ModelEdit.Attach(source, target);
            case ElementTypes.JOIN -> new ModelEdit.Join(source, target);
            case ElementTypes.TUNNEL -> new ModelEdit.Connect(source, target, Optional.empty());
            default -> throw unknown(connect.getElementTypeId());
        };
    }

    private static EditRefusedException unknown(String type) {
        return new EditRefusedException("'" + type + "' cannot be created in this diagram");
    }

    private ModelEdit reconnection(ReconnectEdgeOperation reconnect) {
        String edge = reconnect.getEdgeElementId();
        String source = drawing.getIndex().get(edge).filter(GEdge.class::isInstance)
                .map(found -> ((GEdge) found).getSourceId())
                .orElseThrow(() -> new EditRefusedException("The line is gone"));
        if (!source.equals(reconnect.getSourceElementId())) {
            throw new EditRefusedException(
                    "A line belongs to the router that it starts at: draw a new one there, and delete this one");
        }
        return isOf(edge, ElementTypes.ATTACHMENT)
                ? new ModelEdit.MoveAttachment(edge, reconnect.getTargetElementId())
                : new ModelEdit.Reconnect(edge, reconnect.getTargetElementId());
    }

    private void move(ChangeBoundsOperation move) {
        Optional<ModelEdit> dropped = dropped(move.getNewBounds());
        if (dropped.isPresent()) {
            edit(dropped.get(), Optional.empty());
            return;
        }
        Map<String, Point> places = new LinkedHashMap<>();
        for (ElementAndBounds moved : move.getNewBounds()) {
            if (moved.getNewPosition() != null && node(moved.getElementId()).isPresent()) {
                Point corner = move.getNewBounds().size() == 1 ? aligned(moved) : point(moved.getNewPosition());
                places.put(moved.getElementId(), cardOf(moved.getElementId(), corner));
            }
        }
        if (!places.isEmpty()) {
            document.move(places);
        }
    }

    /** A band is as wide as all that is attached to it: nothing is aligned with its edges. */
    private Point aligned(ElementAndBounds moved) {
        GNode node = node(moved.getElementId()).orElseThrow();
        return new Alignment(node, drawing.getRoot().getChildren().stream().filter(GNode.class::isInstance).map(GNode.class::cast)
                .filter(other -> other != node && !other.getType().equals(ElementTypes.TRANSPORT)).toList()).of(point(moved.getNewPosition()));
    }

    /** The place of a family is that of its foremost card. */
    private Point cardOf(String id, Point corner) {
        return node(id).map(node -> node.getArgs().get("card")).filter(Map.class::isInstance).map(card -> (Map<?, ?>) card)
                .map(card -> new Point(corner.x() + (Double) card.get("x"), corner.y() + (Double) card.get("y"))).orElse(corner);
    }

    /** One router that is let go in the middle of a cloud joins it, unless it goes there step by step. */
    private Optional<ModelEdit> dropped(List<ElementAndBounds> moved) {
        if (moved.size() != 1 || moved.getFirst().getNewPosition() == null) {
            return Optional.empty();
        }
        GPoint place = moved.getFirst().getNewPosition();
        return node(moved.getFirst().getElementId()).filter(node -> ElementTypes.ROUTERS.contains(node.getType()))
                .filter(node -> Math.hypot(place.getX() - node.getPosition().getX(), place.getY() - node.getPosition().getY()) > LONGEST_STEP)
                .flatMap(router -> {
                    double x = place.getX() + router.getSize().getWidth() / 2;
                    double y = place.getY() + router.getSize().getHeight() / 2;
                    return drawing.getRoot().getChildren().stream().filter(GNode.class::isInstance).map(GNode.class::cast)
                            .filter(node -> node.getType().equals(ElementTypes.CLOUD) && holds(node, x, y)).findFirst()
                            .map(cloud -> new ModelEdit.Join(router.getId(), cloud.getId()));
                });
    }

    private static boolean holds(GNode node, double x, double y) {
        return x >= node.getPosition().getX() && x <= node.getPosition().getX() + node.getSize().getWidth()
                && y >= node.getPosition().getY() && y <= node.getPosition().getY() + node.getSize().getHeight();
    }

    private Optional<GNode> node(String id) {
        return drawing.getIndex().get(id).filter(GNode.class::isInstance).map(GNode.class::cast);
    }

    private boolean isOf(String id, String type) {
        return drawing.getIndex().get(id).map(GModelElement::getType).filter(type::equals).isPresent();
    }

    /** Whoever deletes a name deletes what is called so. */
    private static List<String> nodesAndLines(List<String> ids) {
        return ids.stream().map(ElementTypes::nodeOf).distinct().toList();
    }

    private static Point point(GPoint point) {
        return new Point(Math.rint(point.getX()), Math.rint(point.getY()));
    }
}
