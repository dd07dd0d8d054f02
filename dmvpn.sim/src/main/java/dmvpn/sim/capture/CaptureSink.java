package dmvpn.sim.capture;

import dmvpn.sim.keys.SeededKeys;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.Packet;
import dmvpn.sim.packet.codec.PacketCodecs;
import dmvpn.sim.trace.BinaryTrace;
import dmvpn.sim.trace.RecordedEvent;
import dmvpn.sim.underlay.PacketTap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;

/**
 * Writes what it taps to a folder: {@code NAME.pcapng} for each router, link or network that a packet crossed, and on closing a
 * Wireshark profile with the keys and a text that says how to use it. Each packet has a comment: what it is, and next to which
 * event of the run it crossed. The same run writes the same bytes.
 */
public final class CaptureSink implements PacketTap, AutoCloseable {

    /** A capture that is being written. */
    private record Capture(AppendingFile file, PcapngWriter writer) {
    }

    /** Name of the folder with the keys. */
    public static final String PROFILE_FOLDER = WiresharkProfile.FOLDER;

    private final Path directory;
    private final CapturePlaces places;
    private final boolean inClear;
    private final SeededKeys keys;
    private final SecurityAssociations associations = new SecurityAssociations();
    private final PacketCodecs codecs;
    private final Map<String, Capture> captures = new TreeMap<>();
    private final Set<String> fileNames = new TreeSet<>();
    private Optional<BinaryTrace> trace = Optional.empty();

    /**
     * Makes the folder.
     *
     * @param directory where to write; captures of the same names are replaced
     * @param places which packet goes into which file
     * @param inClear true when packets are written as they would be without IPsec
     * @param seed seed of the run, which the keys derive from
     * @throws IOException when the folder cannot be made
     */
    public CaptureSink(Path directory, CapturePlaces places, boolean inClear, long seed) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.places = places;
        this.inClear = inClear;
        this.keys = new SeededKeys(seed);
        this.codecs = ProtocolCodecs.of(keys, associations, associations, associations, associations);
    }

    /**
     * Captures each router and host by itself, protected as on the wire.
     *
     * @param nodeNames name of a router or host by its index in the trace
     */
    public CaptureSink(Path directory, IntFunction<String> nodeNames, long seed) throws IOException {
        this(directory, CapturePlaces.byRouter(nodeNames), false, seed);
    }

    /** From now on comments name the events of this trace. */
    public void explainBy(BinaryTrace traceOfTheRun) {
        trace = Optional.of(traceOfTheRun);
    }

    /** Takes note of a packet that is not to be written: the encryption of an IKEv1 message depends on those before it. */
    public void passed(IpPacket packet) {
        associations.observe(packet);
        codecs.encode(packet);
    }

    /**
     * {@inheritDoc}
     *
     * @throws UncheckedIOException when the capture cannot be written
     */
    @Override
    public void packet(int node, String interfaceName, long timeNanos, Direction direction, IpPacket packet) {
        Optional<CapturePlaces.Place> place = places.of(node, interfaceName, direction);
        if (place.isEmpty() || inClear && ClearPackets.isInFormerPiece(packet)) {
            return;
        }
        associations.observe(packet);
        try {
            IpPacket written = inClear ? ClearPackets.of(packet) : packet;
            capture(place.get().file()).writer().packet(place.get().interfaceName(), timeNanos, direction, codecs.encode(written),
                    comment(node, timeNanos, direction, packet));
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write the capture of " + place.get().file(), failed);
        }
    }

    /** What a router does with a packet comes behind its arrival; what it says of sending one comes before it leaves. */
    private String comment(int node, long timeNanos, Direction direction, IpPacket packet) {
        StringBuilder comment = new StringBuilder(packet.summary());
        List<String> layers = new ArrayList<>();
        Packet layer = packet;
        while (layer != null) {
            layers.add(layer.protocol());
            layer = layer.payload().orElse(null);
        }
        comment.append(" (").append(String.join(", ", layers)).append(')');
        trace.ifPresent(events -> {
            if (direction == Direction.RECEIVED) {
                comment.append("; before event ").append(events.size());
            } else if (events.size() > 0) {
                RecordedEvent last = events.event(events.size() - 1);
                comment.append("; behind event ").append(last.index());
                if (last.node() == node && last.timeNanos() == timeNanos) {
                    comment.append(": ").append(last.protocol()).append(' ').append(last.message());
                }
            }
        });
        return comment.toString();
    }

    private Capture capture(String name) throws IOException {
        Capture open = captures.get(name);
        if (open == null) {
            AppendingFile file = new AppendingFile(directory.resolve(fileName(name) + ".pcapng"));
            open = new Capture(file, new PcapngWriter(file, name));
            captures.put(name, open);
        }
        return open;
    }

    /** A name that every file system takes, and that no other node has got. */
    private String fileName(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]+", "_");
        String unique = plain;
        for (int number = 2; !fileNames.add(unique.toLowerCase(Locale.ROOT)); number++) {
            unique = plain + "-" + number;
        }
        return unique;
    }

    /**
     * Completes the files and writes the keys.
     *
     * @throws IOException when that fails
     */
    @Override
    public void close() throws IOException {
        for (Capture capture : captures.values()) {
            capture.file().close();
        }
        new WiresharkProfile(keys, associations).write(directory);
    }
}
