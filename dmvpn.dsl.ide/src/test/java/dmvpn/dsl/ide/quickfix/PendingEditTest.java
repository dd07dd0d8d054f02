package dmvpn.dsl.ide.quickfix;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client sends back may be anything. */
class PendingEditTest {

    private static final PendingEdit EDIT = new PendingEdit("file:///a.dmvpn", PendingEdit.Kind.FIX, "R-AD-01", 10, 5, 1);

    @Test
    void whatWasSentComesBack() {
        assertThat(PendingEdit.of(EDIT.json())).contains(EDIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"document", "kind", "rule", "offset", "length", "way"})
    void aFieldThatIsMissingOrOfAnotherKindMakesItNoneOfOurs(String field) {
        for (String value : List.of("null", "{}", "[]", "[1, 2]", "{\"a\": 1}")) {
            JsonObject data = EDIT.json();
            data.add(field, JsonParser.parseString(value));
            assertThat(PendingEdit.of(data)).as("%s = %s", field, value).isEmpty();
        }
        JsonObject without = EDIT.json();
        without.remove(field);
        assertThat(PendingEdit.of(without)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"offset", "length", "way"})
    void aNumberThatNoPlaceHasMakesItNoneOfOurs(String field) {
        for (String value : List.of("-1", "-2147483648", "\"many\"")) {
            JsonObject data = EDIT.json();
            data.add(field, JsonParser.parseString(value));
            assertThat(PendingEdit.of(data)).as("%s = %s", field, value).isEmpty();
        }
    }

    @Test
    void aPlaceWhoseEndIsNoNumberIsNoneOfOurs() {
        JsonObject data = EDIT.json();
        data.addProperty("length", Integer.MAX_VALUE);
        assertThat(PendingEdit.of(data)).isEmpty();
    }

    @Test
    void anythingElseIsNoneOfOurs() {
        assertThat(PendingEdit.of(null)).isEmpty();
        assertThat(PendingEdit.of(JsonNull.INSTANCE)).isEmpty();
        assertThat(PendingEdit.of("text")).isEmpty();
    }
}
