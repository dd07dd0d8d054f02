package dmvpn.sim.ui.packet;

import dmvpn.app.debug.DebugSession;
import dmvpn.app.packet.ShownPacket;
import dmvpn.sim.packet.codec.EncodedField;
import dmvpn.sim.ui.packet.PacketFields.Node;
import dmvpn.sim.ui.view.ClipboardText;
import dmvpn.sim.ui.view.CursorView;
import dmvpn.sim.ui.view.ViewActions;
import dmvpn.sim.ui.view.ViewHelp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchCommandConstants;

/**
 * The packet of the event at the time cursor: its layers and fields as a tree, and its bytes. A field highlights its bytes, a byte
 * leads to its field. What was encrypted is shown as on the wire and in clear.
 */
public final class PacketView extends CursorView<Optional<ShownPacket>> {

    /** Identifier of the view. */
    public static final String ID = "dmvpn.sim.ui.packet";

    private static final int[] WEIGHTS = {60, 40};

    private final PacketFields fields = new PacketFields();
    private TreeViewer tree;
    private HexPane bytes;
    private IAction copyText;
    private IAction copyBytes;
    private WiresharkAction wireshark;
    private Optional<ShownPacket> shown = Optional.empty();
    /** Layers and groups that somebody has opened, and the field that was selected last: who looks at one from packet to packet keeps it. */
    private final Set<List<String>> opened = new HashSet<>();
    private List<String> selectedPath = List.of();
    /** True while the view itself selects: that is nobody's choice. */
    private boolean isLeading;

    @Override
    public void createPartControl(Composite parent) {
        ViewHelp.PACKET.on(parent);
        SashForm area = new SashForm(parent, SWT.VERTICAL);
        tree = new TreeViewer(area, SWT.SINGLE | SWT.H_SCROLL | SWT.V_SCROLL);
        tree.getTree().getAccessible().addAccessibleListener(AccessibleListener.getNameAdapter(event -> event.result = "Layers and fields of the packet"));
        tree.setContentProvider(fields);
        tree.setLabelProvider(LabelProvider.createTextProvider(element -> ShownPacket.lineOf(((Node) element).field())));
        tree.addSelectionChangedListener(event -> fieldSelected());
        bytes = new HexPane(area, this::byteSelected);
        area.setWeights(WEIGHTS);
        addActions();
        updateActions();
        follow();
    }

    private void addActions() {
        ViewActions actions = new ViewActions(getViewSite());
        copyText = actions.add("dmvpn.sim.ui.packet.copyText", "Copy Packet as Text", "copy-text.svg",
                () -> shown.ifPresent(packet -> ClipboardText.copy(packet.text())));
        copyBytes = actions.add("dmvpn.sim.ui.packet.copyBytes", "Copy Packet as Hexadecimal Digits", "copy-bytes.svg",
                () -> shown.ifPresent(packet -> ClipboardText.copy(packet.hexadecimal())));
        wireshark = new WiresharkAction(getViewSite(), () -> shown.ifPresent(packet -> session().ifPresent(each -> WiresharkJob.open(each, packet))));
        actions.global(IWorkbenchCommandConstants.EDIT_COPY, this::copySelected);
        MenuManager menu = new MenuManager();
        menu.add(copyText);
        menu.add(copyBytes);
        menu.add(wireshark.action());
        tree.getTree().setMenu(menu.createContextMenu(tree.getTree()));
    }

    private void updateActions() {
        copyText.setEnabled(shown.isPresent());
        copyBytes.setEnabled(shown.isPresent());
        wireshark.enable(shown.isPresent());
    }

    /** The selected field, or the selected text of the bytes. */
    private void copySelected() {
        if (tree.getTree().isFocusControl()) {
            selected().ifPresent(node -> ClipboardText.copy(ShownPacket.lineOf(node.field())));
        } else {
            bytes.copySelected();
        }
    }

    @Override
    protected Optional<ShownPacket> read(DebugSession session, IProgressMonitor monitor) {
        return session.seen().packetInHand();
    }

    @Override
    protected void show(Optional<ShownPacket> packet) {
        if (packet.isEmpty()) {
            clear();
            setContentDescription(place().isOnEvent() ? "This event has no packet" : "Before the first event there is no packet");
            return;
        }
        rememberOpened();
        shown = packet;
        isLeading = true;
        tree.setInput(packet.get());
        bytes.show(packet.get().encoded().sources());
        tree.setSelection(StructuredSelection.EMPTY);
        reopen(packet.get().encoded().layers(), List.of());
        isLeading = false;
        selected().ifPresent(node -> bytes.highlight(node.field()));
        setContentDescription(packet.get().title());
        updateActions();
    }

    private void rememberOpened() {
        shown.ifPresent(packet -> packet.encoded().layers().forEach(this::rememberOpened));
    }

    private void rememberOpened(EncodedField field) {
        Node node = fields.node(field);
        if (node != null && fields.hasChildren(node)) {
            if (tree.getExpandedState(node)) {
                opened.add(path(node));
            } else {
                opened.remove(path(node));
            }
            field.parts().forEach(this::rememberOpened);
        }
    }

    private static List<String> path(Node node) {
        List<String> path = node.parent() == null ? new ArrayList<>() : path(node.parent());
        path.add(node.field().name());
        return path;
    }

    private void reopen(List<EncodedField> of, List<String> above) {
        for (EncodedField field : of) {
            List<String> path = new ArrayList<>(above);
            path.add(field.name());
            if (opened.contains(path)) {
                tree.setExpandedState(fields.node(field), true);
            }
            if (path.equals(selectedPath) && tree.getStructuredSelection().isEmpty()) {
                tree.setSelection(new StructuredSelection(fields.node(field)), true);
            }
            reopen(field.parts(), path);
        }
    }

    @Override
    protected void clear() {
        rememberOpened();
        shown = Optional.empty();
        isLeading = true;
        tree.setInput(null);
        bytes.show(List.of());
        isLeading = false;
        updateActions();
    }

    private Optional<Node> selected() {
        return Optional.ofNullable((Node) tree.getStructuredSelection().getFirstElement());
    }

    private void fieldSelected() {
        if (!isLeading) {
            selected().ifPresent(node -> {
                selectedPath = path(node);
                bytes.highlight(node.field());
            });
        }
    }

    private void byteSelected(int source, int offset) {
        if (shown.isEmpty()) {
            return;
        }
        List<EncodedField> path = shown.get().encoded().pathTo(source, offset);
        if (!path.isEmpty()) {
            isLeading = true;
            Node node = fields.node(path.getLast());
            tree.setSelection(new StructuredSelection(node), true);
            selectedPath = path(node);
            isLeading = false;
            bytes.highlight(path.getLast());
        }
    }

    @Override
    protected void recolour() {
        bytes.paint();
    }

    @Override
    protected Control control() {
        return tree.getControl();
    }

    @Override
    public void dispose() {
        if (wireshark != null) {
            wireshark.dispose();
        }
        super.dispose();
    }
}
