package dev.kefu.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Who of the department does what. */
final class Staff {

    /** The accounts, and the group of each. */
    static final Map<String, String> PEOPLE = Map.ofEntries(
            Map.entry("agent", "agents"),
            Map.entry("returns", "returnsSpecialists"),
            Map.entry("warehouse", "warehouse"),
            Map.entry("technician", "technicians"),
            Map.entry("manager", "managers"),
            Map.entry("supervisor", "supervisors"),
            Map.entry("office", "generalOffice"),
            Map.entry("finance", "finance"),
            Map.entry("shop", "integrations"),
            Map.entry("till", "integrations"));

    private Staff() {
    }

    static String workerOf(JsonNode task) {
        return switch (task.get("key").asText()) {
            case "reviewReturn", "arrangeReturn", "settleDifference" -> "returns";
            case "completeRequest", "askCustomer" -> "agent";
            case "inspectGoods", "countStock", "shipBack", "shipReplacement" -> "warehouse";
            case "repairGoods" -> "technician";
            case "confirmPayout", "resolvePayout" -> "finance";
            default -> deciderOf(task.at("/groups/0").asText());
        };
    }

    static String senderOf(String message) {
        return message.equals("return-parcel-arrived") ? "warehouse" : "agent";
    }

    private static String deciderOf(String group) {
        return switch (group) {
            case "managers" -> "manager";
            case "supervisors" -> "supervisor";
            default -> "office";
        };
    }
}
