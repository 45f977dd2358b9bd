package dev.kefu.workflow.gate;

import dev.kefu.workflow.gate.XmlReader.Unreadable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads all files of a deployment together, because a model may refer to a table that comes with it. */
public class DeploymentCheck {

    private static final int LONGEST_NAME = 255;

    private final House house;

    public DeploymentCheck(House house) {
        this.house = house;
    }

    /** What the house refuses, file by file; empty if all of it may be deployed. */
    public List<Finding> findings(Map<String, byte[]> files) {
        var findings = new ArrayList<Finding>();
        var expressions = new ExpressionReader(house::isServiceTask);
        var processes = new TreeMap<String, XmlNode>();
        var owners = new HashMap<String, String>();
        var decisions = new HashSet<String>();
        new TreeMap<>(files).forEach((file, content) -> {
            var own = new FileFindings(file, findings);
            checkName(file, own);
            if (isProcess(file) || isDecision(file)) {
                try {
                    var root = XmlReader.read(content);
                    if (isProcess(file)) {
                        processes.put(file, root);
                        claim("process", ProcessCheck.processes(root), owners, own);
                    } else {
                        claim("decision", DecisionCheck.decisions(root), owners, own);
                        DecisionCheck.decisions(root).forEach(each -> each.attribute("id").ifPresent(decisions::add));
                        new DecisionCheck().check(root, own);
                    }
                } catch (Unreadable unreadable) {
                    own.add(unreadable.getMessage());
                }
            } else if (file.endsWith(".form")) {
                new FormCheck(house).check(content, own).ifPresent(id -> claim("form", id, owners, own));
            } else {
                own.add(kind(file));
            }
        });
        var process = new ProcessCheck(house, expressions, Set.copyOf(decisions));
        processes.forEach((file, root) -> process.check(root, new FileFindings(file, findings)));
        return findings;
    }

    private static boolean isProcess(String file) {
        return file.endsWith(".bpmn") || file.endsWith(".bpmn20.xml");
    }

    private static boolean isDecision(String file) {
        return file.endsWith(".dmn") || file.endsWith(".dmn11.xml");
    }

    private static String kind(String file) {
        var name = file.toLowerCase();
        if (name.contains(".cmmn")) {
            return "CMMN cases are not run here; draw a process";
        }
        if (name.endsWith(".html") || name.endsWith(".htm") || name.endsWith(".js") || name.endsWith(".groovy")
                || name.endsWith(".py") || name.endsWith(".rb")) {
            return "it is code, which nobody deploys; use Camunda Forms, and service tasks of the house";
        }
        return "only models (.bpmn), decision tables (.dmn) and forms (.form) are deployed; leave it out";
    }

    private static void checkName(String file, FileFindings findings) {
        if (file.length() > LONGEST_NAME || file.isBlank() || file.contains("..") || file.startsWith("/")
                || file.chars().anyMatch(each -> each < ' ' || "<>\"'`\\|*?".indexOf(each) >= 0)) {
            findings.add("it has a name that no file should have; use letters, digits, hyphens and one dot");
        }
    }

    private static void claim(String kind, List<XmlNode> nodes, Map<String, String> owners, FileFindings findings) {
        nodes.forEach(node -> node.attribute("id").ifPresent(id -> claim(kind, id, owners, findings)));
    }

    private static void claim(String kind, String id, Map<String, String> owners, FileFindings findings) {
        if (owners.putIfAbsent(kind + " " + id, id) != null) {
            findings.add(ExpressionReader.shortened(id), kind + " " + ExpressionReader.shortened(id),
                    "this deployment has it twice; give one of them another id, or leave it out");
        }
    }
}
