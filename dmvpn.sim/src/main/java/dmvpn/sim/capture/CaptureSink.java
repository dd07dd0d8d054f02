package dmvpn.sim.capture;

import dmvpn.sim.keys.SeededKeys;
import dmvpn.sim.packet.IpPacket;
import dmvpn.sim.packet.codec.PacketCodecs;
import dmvpn.sim.underlay.PacketTap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;

/**
 * Writes what it taps to a folder: {@code NAME.pcapng} for each router or host that a packet crossed, and on closing a
 * Wireshark profile with the keys and a text that says how to use it. The same run writes the same bytes.
 */
public final class CaptureSink implements PacketTap, AutoCloseable {

    /** A capture that is being written. */
    private record Capture(AppendingFile file, PcapngWriter writer) {
    }

    private final Path directory;
    private final IntFunction<String> nodeNames;
    private final SeededKeys keys;
    private final SecurityAssociations associations = new SecurityAssociations();
    private final PacketCodecs codecs;
    private final Map<Integer, Capture> captures = new TreeMap<>();
    private final Set<String> fileNames = new TreeSet<>();

    /**
     * Makes the folder.
     *
     * @param directory where to write; captures of the same names are replaced
     * @param nodeNames name of a router or host by its index in the trace
     * @param seed seed of the run, which the keys derive from
     * @throws IOException when the folder cannot be made
     */
    public CaptureSink(Path directory, IntFunction<String> nodeNames, long seed) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.nodeNames = nodeNames;
        this.keys = new SeededKeys(seed);
        this.codecs = ProtocolCodecs.of(keys, associations, associations, associations, associations);
    }

    /**
     * {@inheritDoc}
     *
     * @throws UncheckedIOException when the capture cannot be written
     */
    @Override
    public void packet(int node, String interfaceName, long timeNanos, Direction direction, IpPacket packet) {
        associations.observe(packet);
        try {
            capture(node).writer().packet(interfaceName, timeNanos, direction, codecs.encode(packet));
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write the capture of " + nodeNames.apply(node), failed);
        }
    }

    private Capture capture(int node) throws IOException {
        Capture open = captures.get(node);
        if (open == null) {
            String name = nodeNames.apply(node);
            AppendingFile file = new AppendingFile(directory.resolve(fileName(name) + ".pcapng"));
            open = new Capture(file, new PcapngWriter(file, name));
            captures.put(node, open);
        }
        return open;
    }

    /** A name that every file system takes, and that no other node has got. */
    private String fileName(String nodeName) {
        String plain = nodeName.replaceAll("[^A-Za-z0-9._-]+", "_");
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
