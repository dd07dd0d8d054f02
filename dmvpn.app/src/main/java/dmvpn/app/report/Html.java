package dmvpn.app.report;

import dmvpn.app.xml.XmlText;
import java.util.List;

/** Writes HTML that is XML too, so that every reader takes it and a test can look into it. All text is escaped. */
final class Html {

    private final StringBuilder text = new StringBuilder();

    String text() {
        return text.toString();
    }

    /**
     * Begins an element.
     *
     * @param tag its name, with attributes whose values are no text of a model
     */
    Html open(String tag) {
        text.append('<').append(tag).append(">\n");
        return this;
    }

    Html close(String name) {
        text.append("</").append(name).append(">\n");
        return this;
    }

    /**
     * An element that holds text alone.
     *
     * @param tag its name, with attributes whose values are no text of a model
     */
    Html element(String tag, String content) {
        String name = tag.contains(" ") ? tag.substring(0, tag.indexOf(' ')) : tag;
        text.append('<').append(tag).append('>').append(XmlText.escaped(content)).append("</").append(name).append(">\n");
        return this;
    }

    /** What is markup already. */
    Html markup(String markup) {
        text.append(markup);
        return this;
    }

    /** Begins a table. */
    Html table(List<String> columns) {
        open("table").open("thead").open("tr");
        columns.forEach(column -> element("th scope=\"col\"", column));
        return close("tr").close("thead").open("tbody");
    }

    Html closeTable() {
        return close("tbody").close("table");
    }

    /** A cell with a line for each text; a dash when there is none. */
    Html cell(List<String> lines) {
        if (lines.size() <= 1) {
            return element("td", lines.isEmpty() ? "–" : lines.getFirst());
        }
        open("td");
        lines.forEach(line -> element("div", line));
        return close("td");
    }

    Html cell(String content) {
        return cell(content.isEmpty() ? List.of() : List.of(content));
    }
}
