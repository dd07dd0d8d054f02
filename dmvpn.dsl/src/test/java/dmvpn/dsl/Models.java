package dmvpn.dsl;

import dmvpn.dsl.load.LoadedModel;
import dmvpn.dsl.load.ModelLoader;
import dmvpn.dsl.model.Model;
import dmvpn.dsl.resource.DmvpnResource;
import dmvpn.network.CompiledNetwork;
import dmvpn.network.device.Device;
import dmvpn.network.rules.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Models for tests: a sound one to break, and short ways to load a text. */
public final class Models {

    /** One hub, two spokes; every rule is content with it. */
    public static final String SOUND = """
            network Test
            transport Internet { latency 10ms  dhcp 198.51.100.0/24 }
            crypto Suite {
              ike v2 encryption aes-gcm-256 prf sha384 group 19
              esp aes-gcm-256 mode transport
              dpd 30s retry 5s  psk secret "wan-psk"
            }
            cloud Corp {
              overlay 10.0.0.0/24 phase 3 network-id 1 tunnel-key 100 authentication "secret12"
              holdtime 10min registration no-unique mtu 1400 mss 1360 bandwidth 100Mbps
              crypto Suite
              routing eigrp 100 { summary 192.168.0.0/16 from hubs stub spokes }
            }
            hub HQ {
              wan Internet 203.0.113.1/24 gateway 203.0.113.254
              lan 192.168.1.0/24
              join Corp as 10.0.0.1
            }
            spoke Branch[1..2] {
              wan Internet dhcp
              lan 192.168.{10+n}.0/24
              join Corp as 10.0.0.{10+n} via HQ
            }
            scenario First {
              seed 42 duration 2min
              at 10s ping every 1s from Branch[1].lan to Branch[2].lan
              expect at 20s path Branch[1].lan to Branch[2].lan is direct
            }
            """;

    private static final ThreadLocal<ModelLoader> LOADER = ThreadLocal.withInitial(ModelLoader::create);

    private Models() {
    }

    /** The loader of this thread. */
    public static ModelLoader loader() {
        return LOADER.get();
    }

    /** Loads a text. */
    public static LoadedModel load(String text) {
        return loader().parse("test.dmvpn", text);
    }

    /** The resource of a text. */
    public static DmvpnResource resource(String text) {
        return load(text).resource().orElseThrow();
    }

    /** The model of a text. */
    public static Model model(String text) {
        return resource(text).model();
    }

    /** What a text means. */
    public static CompiledNetwork network(String text) {
        return load(text).network().orElseThrow();
    }

    /** A router of a text's network. */
    public static Device device(String text, String name) {
        return network(text).deviceNamed(name).orElseThrow();
    }

    /** The sound model with a part replaced. */
    public static String sound(String part, String replacement) {
        if (!SOUND.contains(part)) {
            throw new IllegalArgumentException("The sound model has no '" + part + "'");
        }
        return SOUND.replace(part, replacement);
    }

    /** Findings as {@code line:column id message}. */
    public static List<String> findings(String text) {
        return load(text).findings().stream().map(Models::show).toList();
    }

    /** One finding as {@code line:column id message}. */
    public static String show(Finding finding) {
        return finding.origin().line() + ":" + finding.origin().column() + " " + finding.rule().id() + " " + finding.message();
    }

    /** Identifiers of the rules that a text breaks, in text order. */
    public static List<String> broken(String text) {
        return load(text).findings().stream().map(finding -> finding.rule().id()).toList();
    }

    /** The language design's own example, in one piece. */
    public static String sketch() {
        try (var stream = Models.class.getResourceAsStream("sketch.dmvpn")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The model files of the examples. */
    public static List<Path> examples() {
        try (var files = Files.walk(Path.of("..", "examples"))) {
            return files.filter(file -> file.toString().endsWith(".dmvpn")).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
