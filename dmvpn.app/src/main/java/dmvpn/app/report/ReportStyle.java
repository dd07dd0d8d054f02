package dmvpn.app.report;

/**
 * What the page looks like: on light and dark screens, and on paper. Its classes begin with {@code report-}, as the picture in
 * the page has classes of its own.
 */
final class ReportStyle {

    static final String TEXT = """
            body{margin:0 auto;max-width:72rem;padding:1.5rem;background:#fff;color:#1f2a37;line-height:1.45;\
            font-family:Inter,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Liberation Sans","DejaVu Sans",sans-serif}
            h1{margin:0 0 .25rem;font-size:1.9rem}
            h2{margin:2rem 0 .5rem;padding-bottom:.2rem;border-bottom:1px solid #c3d0e0;font-size:1.3rem}
            h3{margin:1.3rem 0 .3rem;font-size:1.05rem}
            nav a{margin-right:1rem}
            a{color:#174ea6}
            figure{margin:0;overflow-x:auto}
            figure svg{max-width:100%;height:auto}
            table{width:100%;border-collapse:collapse;margin:.5rem 0 1rem;font-size:.92rem}
            th,td{padding:.35rem .6rem;border-bottom:1px solid #d8e0ea;text-align:left;vertical-align:top;overflow-wrap:anywhere}
            th{background:#eef2f7}
            thead th{white-space:nowrap}
            th div.report-quiet{font-weight:400}
            footer{margin-top:2.5rem;border-top:1px solid #c3d0e0;padding-top:.5rem}
            .report-quiet,footer{color:#5b6675;font-size:.92rem}
            .report-warning-sign{padding:.6rem .9rem;border-left:4px solid #c0292b;background:#fdebe8}
            .report-error,.report-failed{color:#b3261e;font-weight:600}
            .report-warning{color:#8a5a00;font-weight:600}
            .report-info{color:#174ea6}
            .report-passed{color:#0b6b50;font-weight:600}
            @media screen and (prefers-color-scheme:dark){
            body{background:#0d1117;color:#e6edf3}
            h2,footer{border-color:#344456}
            a{color:#a8c7fa}
            th{background:#1b2634}
            th,td{border-color:#2a3644}
            .report-quiet,footer{color:#9aa7b4}
            .report-warning-sign{background:#351511;border-color:#e5484d}
            .report-error,.report-failed{color:#ff8a80}
            .report-warning{color:#f0c04a}
            .report-info{color:#a8c7fa}
            .report-passed{color:#4ade9f}
            }
            @media print{
            body{max-width:none;padding:0}
            nav{display:none}
            h2,h3{break-after:avoid}
            tr,figure{break-inside:avoid}
            thead{display:table-header-group}
            }
            """;

    private ReportStyle() {
    }
}
