package dmvpn.sim.ui.packet;

import dmvpn.app.debug.DebugSession;
import dmvpn.app.debug.EventPackets;
import dmvpn.app.packet.PacketCapture;
import dmvpn.app.packet.ShownPacket;
import dmvpn.app.packet.Wireshark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/** Writes packets to temporary files, which are deleted when the workbench ends, and starts Wireshark with them. */
public final class WiresharkJob extends Job {

    private final Function<BooleanSupplier, List<ShownPacket>> packets;
    private final long seed;

    private WiresharkJob(Function<BooleanSupplier, List<ShownPacket>> packets, long seed) {
        super("Opening packets in Wireshark");
        this.packets = packets;
        this.seed = seed;
        setUser(true);
    }

    /** Opens a packet of a session. */
    public static void open(DebugSession session, ShownPacket packet) {
        new WiresharkJob(enough -> List.of(packet), session.seed()).schedule();
    }

    /**
     * Opens the packets of some events of a session.
     *
     * @param events their indices in the trace; asked for in the job, as they may be many
     */
    public static void open(DebugSession session, Supplier<List<Integer>> events) {
        new WiresharkJob(enough -> EventPackets.of(session, events.get(), enough), session.seed()).schedule();
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        Optional<Wireshark> wireshark = WiresharkPreference.program();
        if (wireshark.isEmpty()) {
            return Status.error(WiresharkPreference.absence());
        }
        List<ShownPacket> chosen = packets.apply(monitor::isCanceled);
        if (monitor.isCanceled()) {
            return Status.CANCEL_STATUS;
        }
        if (chosen.isEmpty()) {
            return Status.info("None of the selected events has a packet");
        }
        try {
            Path folder = Files.createTempDirectory("dmvpn-packets");
            PacketCapture capture = PacketCapture.write(folder, chosen, seed);
            try (Stream<Path> files = Files.walk(folder)) {
                files.forEach(file -> file.toFile().deleteOnExit()); // folders come before what is in them, and go after it
            }
            wireshark.get().open(capture);
            return Status.OK_STATUS;
        } catch (IOException failure) {
            return Status.error("Wireshark could not be started with the packets: " + failure.getMessage());
        }
    }
}
