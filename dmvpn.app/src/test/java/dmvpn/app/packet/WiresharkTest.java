package dmvpn.app.packet;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.app.debug.DebugSession;
import dmvpn.app.debug.EventPackets;
import dmvpn.app.testing.Models;
import dmvpn.sim.SimulationOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Packets in Wireshark, with a program that stands in for it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in is a shell script")
class WiresharkTest {

    @TempDir
    private Path folder;

    private Path standIn(String name) throws Exception {
        Path program = Files.writeString(folder.resolve(name), """
                #!/bin/sh
                echo "$1 with $WIRESHARK_CONFIG_DIR" > "$(dirname "$0")/started"
                """);
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void itIsFoundOnTheSearchPathOrWhereSomebodySays() throws Exception {
        Path onPath = standIn("wireshark");
        Path chosen = standIn("chosen");

        assertThat(Wireshark.find("", "/nowhere:" + folder)).contains(new Wireshark(onPath));
        assertThat(Wireshark.find(" " + chosen + " ", "")).contains(new Wireshark(chosen));
    }

    @Test
    void whyItIsNotThereIsSaid() throws Exception {
        Files.writeString(folder.resolve("text"), "no program");

        assertThat(Wireshark.find(folder.resolve("text").toString(), folder.toString())).isEmpty();
        assertThat(Wireshark.find("\0", null)).isEmpty();
        assertThat(Wireshark.absence(folder.resolve("text").toString())).contains("text' is no program that can be started");
        assertThat(Wireshark.absence("")).contains("not installed");
    }

    @Test
    void itOpensTheChosenPacketsWithTheirKeys() throws Exception {
        DebugSession session = new DebugSession(Models.example("phase3-eigrp"), SimulationOptions.DEFAULT);
        List<ShownPacket> packets = new ArrayList<>();
        while (packets.size() < 3 && session.stepToNextEvent()) {
            session.seen().packetInHand().filter(packet -> packet.encoded().layers().stream().anyMatch(layer -> layer.name().equals("ESP")))
                    .ifPresent(packets::add);
        }

        PacketCapture capture = PacketCapture.write(folder.resolve("capture"), packets, session.seed());
        int result = Wireshark.find(standIn("wireshark").toString(), "").orElseThrow().open(capture).waitFor();

        assertThat(result).isZero();
        assertThat(folder.resolve("started")).content().isEqualToIgnoringNewLines(capture.file() + " with " + capture.profile());
        assertThat(Files.readString(capture.profile().resolve("esp_sa"))).contains("AES");
        assertThat(new String(Files.readAllBytes(capture.file()), java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains(packets.get(0).packet().packet().summary())
                .contains(packets.get(0).packet().nodeName() + " " + packets.get(0).packet().interfaceName());
    }

    @Test
    void thePacketsOfManyEventsAreCollectedWhileTheSessionStays() {
        DebugSession session = new DebugSession(Models.example("phase3-eigrp"), SimulationOptions.DEFAULT);
        List<ShownPacket> stepped = new ArrayList<>();
        List<Integer> events = new ArrayList<>();
        while (stepped.size() < 5 && session.stepToNextEvent()) {
            events.addFirst(session.eventIndex());
            session.seen().packetInHand().ifPresent(stepped::add);
        }

        assertThat(EventPackets.of(session, events, () -> false)).isEqualTo(stepped);
        assertThat(session.eventIndex()).isEqualTo(events.getFirst());
        assertThat(EventPackets.of(session, events, () -> true)).isEmpty();
    }
}
