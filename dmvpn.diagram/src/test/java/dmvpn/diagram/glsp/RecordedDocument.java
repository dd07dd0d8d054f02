package dmvpn.diagram.glsp;

import dmvpn.diagram.Models;
import dmvpn.diagram.edit.EditRefusedException;
import dmvpn.diagram.edit.ModelEdit;
import dmvpn.diagram.layout.DmvpnLayout;
import dmvpn.diagram.layout.Point;
import dmvpn.diagram.notation.DiagramNotation;
import dmvpn.diagram.notation.DrawnModel;
import dmvpn.diagram.notation.ShownValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** A document that remembers what was asked of it. */
final class RecordedDocument implements DiagramDocument {

    static final String MODEL = """
            network Demo
            transport Internet { latency 10ms  dhcp 198.18.0.0/16 }
            transport MPLS { latency 20ms }
            cloud Corp { overlay 10.255.0.0/24  phase 3  network-id 100  tunnel-key 100 }
            hub HQ { wan Internet 203.0.113.1/24 gateway 203.0.113.254  lan 10.1.0.0/16  join Corp as 10.255.0.1 }
            spoke Branch[1..3] { wan Internet dhcp  lan 10.2.{n}.0/24  join Corp as 10.255.0.{n+1} via HQ }
            """;

    final List<Object> asked = new CopyOnWriteArrayList<>();
    final BlockingQueue<List<String>> selected = new LinkedBlockingQueue<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile String refusal = "";
    private volatile DocumentState state;

    RecordedDocument() {
        show(MODEL, "", List.of());
    }

    void show(String model, String staleBecause, List<ShownProblem> problems) {
        DrawnModel drawn = DiagramNotation.drawn(Models.parse(model), "Test");
        state = new DocumentState(DmvpnLayout.place(drawn.diagram()), staleBecause, "last", "", problems, ShownValue.of(drawn));
        List.copyOf(listeners).forEach(Runnable::run);
    }

    void refuse(String why) {
        refusal = why;
    }

    int listeners() {
        return listeners.size();
    }

    @Override
    public DocumentState state() {
        return state;
    }

    @Override
    public Optional<String> edit(ModelEdit edit, Optional<Point> place) {
        record(place.isPresent() ? List.of(edit, place.get()) : edit);
        return Optional.of("router:HQ");
    }

    @Override
    public Optional<String> remark(ModelEdit edit) {
        return edit instanceof ModelEdit.Rename ? Optional.of("Others say otherwise") : Optional.empty();
    }

    @Override
    public Optional<String> refusal(ModelEdit edit) {
        return refusal.isEmpty() ? Optional.empty() : Optional.of(refusal);
    }

    @Override
    public void move(Map<String, Point> places) {
        record(places);
    }

    @Override
    public void arrange() {
        record("arrange");
    }

    @Override
    public void arrange(List<String> ids) {
        record(ids);
    }

    @Override
    public void toggle(String family) {
        record("toggle " + family);
    }

    @Override
    public void undo() {
        record("undo");
    }

    @Override
    public void redo() {
        record("redo");
    }

    @Override
    public void selected(List<String> ids) {
        selected.add(ids);
    }

    @Override
    public Runnable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void record(Object what) {
        if (!refusal.isEmpty()) {
            throw new EditRefusedException(refusal);
        }
        asked.add(what);
        new ArrayList<>(listeners).forEach(Runnable::run);
    }
}
