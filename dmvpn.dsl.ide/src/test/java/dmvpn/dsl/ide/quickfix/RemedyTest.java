package dmvpn.dsl.ide.quickfix;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Injector;
import dmvpn.dsl.ide.DmvpnIdeSetup;
import dmvpn.dsl.ide.document.ModelDocument;
import dmvpn.dsl.ide.workspace.ModelWorkspace;
import dmvpn.dsl.model.BlockTerm;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How remedies change the text. */
class RemedyTest {

    private static final Injector INJECTOR = new DmvpnIdeSetup().createInjectorAndDoEMFRegistration();

    private static final String TEXT = """
            transport Internet { latency 10ms }
            cloud Corp {
              overlay 10.0.0.0/24  // the subnet
              registration no-unique registration every 10min
              redirect off
              routing eigrp 100
              routing bgp 65000 { spokes as 65000+n neighbor 10.0.0.{n} }
            }
            cloud Small { overlay 10.1.0.0/24 }
            spoke Branch[1..2] {
              wan Internet dhcp blocks esp, udp port 500, icmp
              join Corp as 10.0.0.{10+n}  mtu 1380 mss 1340  // here
              join Small as 10.1.0.{10+n}
            }
            """;

    /** The text after each thing that a remedy would try for a problem at the first occurrence of a marker. */
    private static List<String> tried(Remedy remedy, String marker) {
        return tried(remedy, marker, TEXT);
    }

    private static List<String> tried(Remedy remedy, String marker, String text) {
        ModelDocument document = INJECTOR.getInstance(ModelWorkspace.class).open("file:///models/test.dmvpn", 1, text);
        return remedy.mends(new Problem("R-NH-19", document, text.indexOf(marker), marker.length()))
                .map(mend -> mend.in(text)).toList();
    }

    private static String replaced(String part, String replacement) {
        assertThat(TEXT).contains(part);
        return TEXT.replace(part, replacement);
    }

    @Test
    void aSettingIsAsLongAsTheGrammarSays() {
        assertThat(tried(Remedy.write(Place.CLOUD, "registration every", "200s"), "cloud Corp"))
                .containsExactly(replaced("registration every 10min", "registration every 200s"));
        assertThat(tried(Remedy.remove(Place.CLOUD, "registration no-unique"), "cloud Corp"))
                .containsExactly(replaced("  registration no-unique registration", "  registration"));
    }

    @Test
    void whatIsWrittenAtTheJoinComesBeforeTheCloud() {
        assertThat(tried(Remedy.write(Place.TUNNEL, "mtu", "1400"), "join Corp")).containsExactly(
                replaced("mtu 1380", "mtu 1400"), replaced("65000+n neighbor 10.0.0.{n} }\n", "65000+n neighbor 10.0.0.{n} }\n  mtu 1400\n"));
        assertThat(tried(Remedy.write(Place.TUNNEL, "redirect", "on"), "join Corp"))
                .startsWith(replaced("redirect off", "redirect on"), replaced("mss 1340", "mss 1340 redirect on"));
    }

    @Test
    void aLineThatWouldBeEmptyGoesWithItsSetting() {
        assertThat(tried(Remedy.remove(Place.CLOUD, "redirect"), "cloud Corp")).containsExactly(replaced("  redirect off\n", ""));
    }

    @Test
    void blanksThatWouldBeLeftGoToo() {
        assertThat(tried(Remedy.remove(Place.JOIN, "mtu"), "join Corp")).containsExactly(replaced("  mtu 1380 mss", " mss"));
        assertThat(tried(Remedy.remove(Place.JOIN, "mss"), "join Corp")).containsExactly(replaced(" mss 1340  //", "  //"));
    }

    @Test
    void aClauseWithoutABlockGetsOne() {
        assertThat(tried(Remedy.add(Place.ROUTING, "stub spokes"), "eigrp 100"))
                .containsExactly(replaced("eigrp 100", "eigrp 100 { stub spokes }"));
        assertThat(tried(Remedy.add(Place.NEIGHBOR, "hello 10s"), "neighbor"))
                .containsExactly(replaced("10.0.0.{n} }", "10.0.0.{n} { hello 10s } }"));
    }

    @Test
    void aBlockOnOneLineStaysOnIt() {
        assertThat(tried(Remedy.add(Place.CLOUD, "mtu 1400"), "join Small"))
                .containsExactly(replaced("10.1.0.0/24 }", "10.1.0.0/24 mtu 1400 }"));
    }

    @Test
    void aBlockOfSeveralLinesGetsALineMoreWithItsLineEnd() {
        assertThat(tried(Remedy.add(Place.CLOUD, "mtu 1400"), "cloud Corp", TEXT.replace("\n", "\r\n")))
                .containsExactly(replaced("{n} }\n}", "{n} }\n  mtu 1400\n}").replace("\n", "\r\n"));
    }

    @Test
    void anElementOfAListGoesWithItsComma() {
        Remedy remedy = Remedy.removeElement(Place.around(BlockTerm.class));
        assertThat(tried(remedy, "esp")).containsExactly(replaced("esp, udp", "udp"));
        assertThat(tried(remedy, "udp port")).containsExactly(replaced(", udp port 500", ""));
        assertThat(tried(remedy, "icmp")).containsExactly(replaced(", icmp", ""));
    }

    @Test
    void whereNoSuchElementIsThereIsNothingToTry() {
        assertThat(tried(Remedy.write(Place.CLOUD, "mtu", "1400"), "transport")).isEmpty();
    }

    @Test
    void aTitleNamesTheElementWithoutItsBlock() {
        ModelDocument document = INJECTOR.getInstance(ModelWorkspace.class).open("file:///models/test.dmvpn", 1, TEXT);
        assertThat(Remedy.add(Place.NEIGHBOR, "hello 10s").mends(new Problem("R-RT-16", document, TEXT.indexOf("neighbor"), 8)))
                .extracting(Mend::title).containsExactly("Add 'hello 10s' to neighbor 10.0.0.{n}");
        assertThat(Remedy.add(Place.CLOUD, "mtu 1400").mends(new Problem("R-MT-01", document, TEXT.indexOf("cloud Corp"), 10)))
                .extracting(Mend::title).containsExactly("Add 'mtu 1400' to cloud Corp");
    }
}
