package dmvpn.app.check;

import dmvpn.app.problem.Problem;

/** The forms in which problems are reported. */
public enum CheckFormat {
    /** One line for each problem, as compilers print them. */
    TEXT {
        @Override
        public String report(CheckResult result) {
            StringBuilder text = new StringBuilder();
            for (Problem problem : result.problems()) {
                text.append(problem.text()).append('\n');
            }
            return text.toString();
        }
    },
    /** One JSON object a line. */
    JSON {
        @Override
        public String report(CheckResult result) {
            return JsonReport.format(result);
        }
    },
    /** SARIF 2.1.0, for code scanning. */
    SARIF {
        @Override
        public String report(CheckResult result) {
            return new SarifReport(result).format();
        }
    },
    /** JUnit XML, for build servers. */
    JUNIT {
        @Override
        public String report(CheckResult result) {
            return JunitReport.format(result);
        }
    };

    /** The whole report; the same result gives the same text. */
    public abstract String report(CheckResult result);
}
