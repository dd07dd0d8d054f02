package dmvpn.app.oracle;

import dmvpn.config.frr.FrrWriter;
import dmvpn.config.writer.SecretResolver;
import dmvpn.network.device.Device;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A router as FRRouting's daemons in a network namespace of their own, configured by what our writer writes. */
final class FrrRouter {

    private static final String DAEMONS = "/usr/lib/frr/";

    private final String namespace;
    private final Path folder;
    private final List<String> daemons;
    private final List<String> impatience;
    private final String configuration;

    /**
     * @param namespace name of its network namespace, which exists with its interfaces
     * @param folder folder of its own, which does not exist yet
     */
    FrrRouter(String namespace, Path folder, TopologyRouter router) {
        Device device = router.build();
        this.namespace = namespace;
        this.folder = folder;
        this.daemons = router.daemons();
        this.impatience = router.impatience();
        this.configuration = new FrrWriter().write(device, SecretResolver.inPlace()).text();
    }

    /** Starts the daemons and gives them their configuration. */
    void start() {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("frr.conf"), configuration);
            Files.writeString(folder.resolve("vtysh.conf"), "");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        SystemCommand.run("chown -R frr:frr " + folder);
        for (String daemon : daemons) {
            inside(List.of(DAEMONS + daemon, "-d", "-z", folder.resolve("zserv.api").toString(), "-i", pidFile(daemon).toString(),
                    "--vty_socket", folder.toString(), "-f", "/dev/null", "--log", "file:" + folder.resolve(daemon + ".log")));
        }
        String said = shell(List.of("-b"));
        if (said.contains("%")) {
            throw new IllegalStateException("FRRouting does not take the configuration of " + namespace + ": " + said + configuration);
        }
        if (!impatience.isEmpty()) {
            type(Stream.concat(Stream.of("configure terminal"), impatience.stream()).toArray(String[]::new));
        }
    }

    private Path pidFile(String daemon) {
        return folder.resolve(daemon + ".pid");
    }

    /** Output of commands that are typed one after the other, such as {@code show ip route json}. */
    String type(String... commands) {
        List<String> arguments = new ArrayList<>();
        for (String command : commands) {
            arguments.addAll(List.of("-c", command));
        }
        return shell(arguments);
    }

    /** The routing table of one version of IP, as JSON: {@code show ip route json} without the price of a process. */
    String routes(boolean ofIpv6) {
        try {
            return DaemonSocket.ask(folder.resolve("zebra.vty"), ofIpv6 ? "show ipv6 route json" : "show ip route json");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String shell(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("vtysh", "--vty_socket", folder.toString(), "--config_dir",
                folder.toString()));
        command.addAll(arguments);
        return inside(command);
    }

    private String inside(List<String> command) {
        List<String> whole = new ArrayList<>(List.of("ip", "netns", "exec", namespace));
        whole.addAll(command);
        return SystemCommand.run(whole);
    }

    /** Kills the daemons without a chance to say goodbye. */
    void kill() {
        for (String daemon : daemons) {
            try {
                if (Files.exists(pidFile(daemon))) {
                    SystemCommand.attempt(List.of("kill", "-9", Files.readString(pidFile(daemon)).strip()));
                    Files.delete(pidFile(daemon));
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    /** What the daemons logged. */
    String log() {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".log")).sorted().toList()) {
                text.append(Files.readString(file));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return text.toString();
    }
}
