package dmvpn.app.report;

import dmvpn.app.ProductVersion;
import dmvpn.app.problem.Problem;
import dmvpn.app.xml.XmlText;
import dmvpn.network.rules.Severity;

/** The page: what the network is, its picture, its routers, what the rules find, its scenarios. */
final class HtmlReport {

    /** Nothing is fetched from anywhere and nothing runs, whatever a model has in its names. */
    private static final String NOTHING_FROM_OUTSIDE = "default-src 'none'; style-src 'unsafe-inline'";

    private final ReportContent content;
    private final Html html = new Html();

    HtmlReport(ReportContent content) {
        this.content = content;
    }

    /** The whole page; the same content gives the same text. */
    String text() {
        html.markup("<!DOCTYPE html>\n").open("html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\"");
        writeHead();
        html.open("body").open("header").element("h1", title());
        html.element("p class=\"report-quiet\"", summary());
        html.open("nav").element("a href=\"#report-network\"", "Network").element("a href=\"#report-picture\"", "Topology")
                .element("a href=\"#report-routers\"", "Routers").element("a href=\"#report-findings\"", "Findings")
                .element("a href=\"#report-scenarios\"", "Scenarios").close("nav");
        if (content.hasErrors()) {
            html.element("p class=\"report-warning-sign\"", "The model has errors: they are among the findings, and this page says "
                    + "of the network what the rest of the model says.");
        }
        html.close("header").open("main");
        new NetworkSection(content, html).write();
        html.element("h2 id=\"report-picture\"", "Topology").open("figure").markup(content.svg()).close("figure");
        new RouterSection(content, html).write();
        new FindingSection(content, html).write();
        new ScenarioSection(content, html).write();
        html.close("main").element("footer", "Written by dmvpn " + ProductVersion.text() + " from " + content.fileName() + ".");
        return html.close("body").close("html").text();
    }

    private void writeHead() {
        html.open("head").open("meta charset=\"utf-8\"/")
                .open("meta http-equiv=\"Content-Security-Policy\" content=\"" + NOTHING_FROM_OUTSIDE + "\"/")
                .open("meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/")
                .open("meta name=\"color-scheme\" content=\"light dark\"/")
                .open("meta name=\"generator\" content=\"dmvpn " + XmlText.escaped(ProductVersion.text()) + "\"/")
                .element("title", title() + ": DMVPN report").open("style").markup(ReportStyle.TEXT).close("style").close("head");
    }

    private String title() {
        return content.diagram().title().isEmpty() ? content.fileName() : content.diagram().title();
    }

    private String summary() {
        long errors = count(Severity.ERROR);
        long warnings = count(Severity.WARNING);
        long failed = content.verdicts().stream().filter(verdict -> !verdict.passed()).count();
        return content.fileName() + ": " + Words.counted(content.network().map(network -> network.devices().size()).orElse(0), "router") + " in "
                + Words.counted(content.diagram().clouds().size(), "cloud") + " over "
                + Words.counted(content.diagram().transports().size(), "transport") + "; " + Words.counted(errors, "error") + ", "
                + Words.counted(warnings, "warning")
                + (content.verdicts().isEmpty() ? "" : "; " + Words.counted(content.verdicts().size(), "scenario") + " run, " + failed + " failed");
    }

    private long count(Severity severity) {
        return content.problems().stream().map(Problem::severity).filter(severity.label()::equals).count();
    }
}
