package dmvpn.app.packet;

import dmvpn.sim.PacketInHand;
import dmvpn.sim.capture.CapturePlaces;
import dmvpn.sim.capture.CaptureSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A capture of some packets, with the keys that let Wireshark look inside.
 *
 * @param file the capture
 * @param profile folder of the keys, which is a configuration folder of Wireshark
 */
public record PacketCapture(Path file, Path profile) {

    private static final String NAME = "packets";

    /**
     * Writes packets of a run.
     *
     * @param folder where to write
     * @param packets packets in the order of their time
     * @param seed seed of the run
     * @throws IOException when a file cannot be written
     */
    public static PacketCapture write(Path folder, List<ShownPacket> packets, long seed) throws IOException {
        try (CaptureSink sink = new CaptureSink(folder, CapturePlaces.byRouter(node -> NAME), false, seed)) {
            for (ShownPacket shown : packets) {
                PacketInHand packet = shown.packet();
                shown.earlier().forEach(sink::passed);
                sink.packet(packet.node(), packet.nodeName() + " " + packet.interfaceName(), packet.timeNanos(), packet.direction(),
                        packet.packet());
            }
        }
        return new PacketCapture(folder.resolve(NAME + ".pcapng"), folder.resolve(CaptureSink.PROFILE_FOLDER));
    }
}
