package dev.kefu.workflow.gate;

import java.util.List;

/** Where the checks of one file note what they find. */
class FileFindings {

    private final String file;
    private final List<Finding> findings;

    FileFindings(String file, List<Finding> findings) {
        this.file = file;
        this.findings = findings;
    }

    void add(String problem) {
        findings.add(new Finding(file, "", "", problem));
    }

    void add(XmlNode node, String problem) {
        findings.add(new Finding(file, node.nearestId(), node.place(), problem));
    }

    void add(String element, String place, String problem) {
        findings.add(new Finding(file, element, place, problem));
    }
}
