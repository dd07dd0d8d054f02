package dmvpn.sim.ui.packet;

import dmvpn.app.packet.HexDump;
import dmvpn.sim.packet.codec.EncodedField;
import dmvpn.sim.packet.codec.EncodedPacket.ByteSource;
import dmvpn.sim.ui.view.ViewColours;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;

/** The bytes of a packet: a page for those on the wire, and one for each part that was encrypted. */
final class HexPane {

    /** A page: its bytes, as a text. */
    private record Page(HexDump dump, StyledText text) {
    }

    private final CTabFolder folder;
    private final BiConsumer<Integer, Integer> onByte;
    private final List<Page> pages = new ArrayList<>();
    private Optional<EncodedField> highlighted = Optional.empty();
    /** True while a field brings its bytes into view: then it is not the bytes that lead to the field. */
    private boolean isRevealing;

    /** @param onByte told which byte somebody has gone to: the index of its page, and its offset */
    HexPane(Composite parent, BiConsumer<Integer, Integer> onByte) {
        this.onByte = onByte;
        folder = new CTabFolder(parent, SWT.BOTTOM | SWT.FLAT);
    }

    void show(List<ByteSource> sources) {
        highlighted = Optional.empty();
        isRevealing = true;
        while (folder.getItemCount() > sources.size()) {
            folder.getItem(folder.getItemCount() - 1).getControl().dispose();
            folder.getItem(folder.getItemCount() - 1).dispose();
            pages.removeLast();
        }
        for (int index = 0; index < sources.size(); index++) {
            show(index, sources.get(index));
        }
        if (!pages.isEmpty() && folder.getSelectionIndex() < 0) {
            folder.setSelection(0);
        }
        isRevealing = false;
    }

    private void show(int index, ByteSource source) {
        StyledText text = index < pages.size() ? pages.get(index).text() : newPage(index);
        HexDump dump = new HexDump(source.bytes());
        Page page = new Page(dump, text);
        if (index < pages.size()) {
            pages.set(index, page);
        } else {
            pages.add(page);
        }
        folder.getItem(index).setText(source.name() + " (" + source.bytes().length() + " bytes)");
        text.setText(dump.text());
    }

    private StyledText newPage(int index) {
        StyledText text = new StyledText(folder, SWT.READ_ONLY | SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL);
        text.setFont(JFaceResources.getTextFont());
        text.getAccessible().addAccessibleListener(AccessibleListener.getNameAdapter(event ->
                event.result = "Bytes: " + folder.getItem(Math.min(index, folder.getItemCount() - 1)).getText()));
        text.addCaretListener(event -> caretMoved(index, event.caretOffset));
        CTabItem item = new CTabItem(folder, SWT.NONE);
        item.setControl(text);
        return text;
    }

    private void caretMoved(int index, int place) {
        if (!isRevealing && index < pages.size()) {
            pages.get(index).dump().byteAt(place).ifPresent(offset -> onByte.accept(index, offset));
        }
    }

    /** Shows the bytes of a field. */
    void highlight(EncodedField field) {
        boolean ofAnother = highlighted.isPresent() && highlighted.get().source() != field.source();
        if (ofAnother) {
            pages.get(highlighted.get().source()).text().setStyleRanges(new StyleRange[0]);
        }
        highlighted = Optional.of(field);
        folder.setSelection(field.source());
        paint();
        Page page = pages.get(field.source());
        if (field.lengthBytes() > 0 && !page.text().isFocusControl()) {
            isRevealing = true;
            page.text().setCaretOffset(page.dump().digitsAt(field.offsetBytes()));
            page.text().showSelection();
            isRevealing = false;
        }
    }

    /** Draws the highlighting anew. */
    void paint() {
        highlighted.ifPresent(field -> {
            Page page = pages.get(field.source());
            List<StyleRange> ranges = new ArrayList<>();
            for (int row = field.offsetBytes(); row < field.endBytes(); row = nextRow(row)) {
                int last = Math.min(nextRow(row), field.endBytes()) - 1;
                ranges.add(range(page.dump().digitsAt(row), page.dump().digitsAt(last) + 2));
                ranges.add(range(page.dump().characterAt(row), page.dump().characterAt(last) + 1));
            }
            page.text().setStyleRanges(ranges.toArray(StyleRange[]::new));
        });
    }

    private static int nextRow(int offset) {
        return (offset / HexDump.BYTES_PER_ROW + 1) * HexDump.BYTES_PER_ROW;
    }

    private static StyleRange range(int from, int to) {
        return new StyleRange(from, to - from, ViewColours.of("bytes.foreground"), ViewColours.of("bytes"));
    }

    /** Copies the text that is selected among the bytes. */
    void copySelected() {
        if (folder.getSelectionIndex() >= 0) {
            pages.get(folder.getSelectionIndex()).text().copy();
        }
    }
}
