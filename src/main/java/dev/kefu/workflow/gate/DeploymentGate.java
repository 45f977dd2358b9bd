package dev.kefu.workflow.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/**
 * Stands before the engine's own deployers, so that no way in leads round it. A deployment is refused whole, with all
 * that is wrong in it at once; what was deployed before is not asked again.
 */
public class DeploymentGate implements Deployer {

    private static final int MOST_FINDINGS = 50;
    private static final int LONGEST_NAME = 255;

    private final DeploymentCheck check;

    public DeploymentGate(House house) {
        this.check = new DeploymentCheck(house);
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        var findings = new ArrayList<String>();
        if (deployment.getTenantId() != null) {
            findings.add("* The deployment names a tenant; there are none, leave it out.");
        }
        if (isTooLong(deployment.getName()) || isTooLong(deployment.getSource())) {
            findings.add("* The name or source of the deployment is longer than " + LONGEST_NAME + " characters; shorten it.");
        }
        var files = new LinkedHashMap<String, byte[]>();
        deployment.getResources().forEach((name, resource) -> files.put(name, resource.getBytes()));
        check.findings(files).forEach(finding -> findings.add(finding.toString()));
        if (!findings.isEmpty()) {
            throw new BadUserRequestException(message(findings));
        }
    }

    private static boolean isTooLong(String text) {
        return text != null && text.length() > LONGEST_NAME;
    }

    private static String message(List<String> findings) {
        var shown = findings.stream().distinct().limit(MOST_FINDINGS).collect(Collectors.joining("\n"));
        var further = findings.stream().distinct().count() - MOST_FINDINGS;
        return "Nothing was deployed. Please mend this first:\n" + shown
                + (further > 0 ? "\n* … and " + further + " more." : "");
    }
}
