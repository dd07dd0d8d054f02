package dmvpn.dsl.ide.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dmvpn.dsl.ide.testing.EditedModel;
import dmvpn.dsl.ide.testing.Models;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each proposed value is one that the language takes where it is proposed. */
class KnownValuesTest {

    private static final Set<String> COMPLAINTS = Set.of("L-SYNTAX", "L-SETTING-UNKNOWN", "L-VALUE", "L-PLATFORM", "L-VERSION");

    /** The place of each word; % stands for the value. */
    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("dmvpn", "dmvpn %"),
            Map.entry("platform", "platform %"),
            Map.entry("kind", "transport T { kind % }"),
            Map.entry("latency", "transport T { latency % }"),
            Map.entry("jitter", "transport T { jitter % }"),
            Map.entry("loss", "transport T { loss % }"),
            Map.entry("mtu", "transport T { mtu % }"),
            Map.entry("bandwidth", "transport T { bandwidth % }"),
            Map.entry("mss", "cloud C { overlay 10.9.0.0/24 phase 3 mss % }"),
            Map.entry("phase", "cloud C { overlay 10.9.0.0/24 phase % }"),
            Map.entry("holdtime", "cloud C { overlay 10.9.0.0/24 phase 3 holdtime % }"),
            Map.entry("hello", "cloud C { overlay 10.9.0.0/24 phase 3 routing eigrp 1 { hello % } }"),
            Map.entry("hold", "cloud C { overlay 10.9.0.0/24 phase 3 routing eigrp 1 { hold % } }"),
            Map.entry("ike", "crypto S { ike % encryption aes-cbc-256 integrity sha256 group 20 }"),
            Map.entry("encryption", "crypto S { ike v2 encryption % group 20 }"),
            Map.entry("integrity", "crypto S { ike v2 encryption aes-cbc-256 integrity % group 20 }"),
            Map.entry("prf", "crypto S { ike v2 encryption aes-gcm-256 prf % group 20 }"),
            Map.entry("group", "crypto S { ike v2 encryption aes-gcm-256 prf sha384 group % }"),
            Map.entry("lifetime", "crypto S { ike v2 encryption aes-gcm-256 prf sha384 group 20 lifetime % }"),
            Map.entry("esp", "crypto S { esp % }"),
            Map.entry("dpd", "crypto S { dpd % retry 5s }"),
            Map.entry("retry", "crypto S { dpd 30s retry % }"),
            Map.entry("priority", "spoke X { join Corp as 10.255.0.99 via HQ1 priority % }"),
            Map.entry("raw", "hub X { raw % <<< x >>> }"),
            Map.entry("seed", "scenario S { seed % }"),
            Map.entry("duration", "scenario S { duration % }"),
            Map.entry("at", "scenario S { duration 9min at % fail HQ1 }"),
            Map.entry("every", "scenario S { duration 9min at 5s ping every % from HQ1.lan to Branch[1].lan }"),
            Map.entry("below", "scenario S { duration 9min at 5s ping every 1s from HQ1.lan to Branch[1].lan expect after 9s longest gap of ping below % }"),
            Map.entry("after", "scenario S { duration 9min at 5s ping every 1s from HQ1.lan to Branch[1].lan expect after % longest gap of ping below 1s }"),
            Map.entry("rate", "scenario S { duration 9min at 5s flow rate % from HQ1.lan to Branch[1].lan }"),
            Map.entry("size", "scenario S { duration 9min at 5s flow rate 1Mbps size % from HQ1.lan to Branch[1].lan }"),
            Map.entry("lasting", "scenario S { duration 9min at 5s flow rate 1Mbps from HQ1.lan to Branch[1].lan lasting % }"));

    static Set<String> words() throws IOException {
        Properties all = new Properties();
        try (InputStream file = KnownValues.class.getResourceAsStream("values.properties")) {
            all.load(file);
        }
        return new TreeSet<>(all.stringPropertyNames());
    }

    @Test
    void everyWordHasAPlaceHere() throws IOException {
        assertThat(words()).isEqualTo(new TreeSet<>(PLACES.keySet()));
    }

    @ParameterizedTest
    @MethodSource("words")
    void theLanguageTakesEveryValueOfAWord(String word) {
        List<String> complaints = new ArrayList<>();
        for (String value : new KnownValues().behind(word)) {
            String text = PLACES.get(word).replace("%", value);
            String model = word.equals("dmvpn") ? text + "\n" + Models.PHASE_3 : Models.PHASE_3 + "\n" + text + "\n";
            try (EditedModel edited = new EditedModel(model)) {
                edited.problems().stream().filter(problem -> COMPLAINTS.contains(problem.getCode().getLeft()))
                        .forEach(problem -> complaints.add(text + ": " + problem.getMessage()));
            }
        }
        assertThat(complaints).isEmpty();
    }
}
