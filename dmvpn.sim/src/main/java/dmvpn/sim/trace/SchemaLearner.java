package dmvpn.sim.trace;

import dmvpn.network.address.IpAddress;
import dmvpn.network.address.IpPrefix;
import java.util.ArrayList;
import java.util.List;

/** Learns names and types of the fields that an event describes. */
final class SchemaLearner implements FieldWriter {

    final List<String> names = new ArrayList<>();
    final List<FieldKind> kinds = new ArrayList<>();

    @Override
    public void number(String name, long value) {
        add(name, FieldKind.NUMBER);
    }

    @Override
    public void hex(String name, long value) {
        add(name, FieldKind.HEX);
    }

    @Override
    public void flag(String name, boolean value) {
        add(name, FieldKind.FLAG);
    }

    @Override
    public void duration(String name, long nanos) {
        add(name, FieldKind.DURATION);
    }

    @Override
    public void address(String name, IpAddress value) {
        add(name, FieldKind.ADDRESS);
    }

    @Override
    public void prefix(String name, IpPrefix value) {
        add(name, FieldKind.PREFIX);
    }

    @Override
    public void text(String name, String value) {
        add(name, FieldKind.TEXT);
    }

    private void add(String name, FieldKind kind) {
        names.add(name);
        kinds.add(kind);
    }
}
