package dev.kefu.workflow;

import dev.kefu.shared.Listed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The department's groups (ORG-1 … ORG-4): grades, posts and neighbours. Their ids are the engine's. */
public final class Groups {

    public static final String ADMINISTRATORS = "camunda-admin";
    public static final String JUNIOR_AGENTS = "juniorAgents";
    public static final String AGENTS = "agents";
    public static final String MANAGERS = "managers";
    public static final String SUPERVISORS = "supervisors";
    public static final String TEAM_LEADERS = "teamLeaders";
    public static final String SALES_AGENTS = "salesAgents";
    public static final String AFTER_SALES_AGENTS = "afterSalesAgents";
    public static final String AFTER_SALES_SUPERVISORS = "afterSalesSupervisors";
    public static final String CONSULTANTS = "consultants";
    public static final String RETURNS_SPECIALISTS = "returnsSpecialists";
    public static final String TECHNICIANS = "technicians";
    public static final String CUSTOMER_RELATIONS = "customerRelations";
    public static final String ANALYSTS = "analysts";
    public static final String ORDER_CLERKS = "orderClerks";
    public static final String WAREHOUSE = "warehouse";
    public static final String FINANCE = "finance";
    public static final String HR = "hr";
    public static final String ADMINISTRATION = "administration";
    public static final String MARKETING_VP = "marketingVp";
    public static final String GENERAL_OFFICE = "generalOffice";
    public static final String PLATFORM_MANAGERS = "platformManagers";
    public static final String AUDITORS = "auditors";
    public static final String INTEGRATIONS = "integrations";

    /** From the lowest grade to the highest (ORG-1). */
    public static final List<String> GRADES = List.of(JUNIOR_AGENTS, AGENTS, MANAGERS, SUPERVISORS);

    /** Who may open the cases of customers (contract, section 3). */
    public static final Set<String> CUSTOMER_STAFF = Set.of(AGENTS, JUNIOR_AGENTS, SALES_AGENTS, AFTER_SALES_AGENTS,
            CONSULTANTS, RETURNS_SPECIALISTS, CUSTOMER_RELATIONS, TEAM_LEADERS, MANAGERS, SUPERVISORS);

    /** Who sees the team's work and moves it between people. */
    public static final Set<String> LEADERS = Set.of(TEAM_LEADERS, MANAGERS, SUPERVISORS, AFTER_SALES_SUPERVISORS);

    /** Every group of the department, with the name that people read. */
    public static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry(JUNIOR_AGENTS, "Junior agents"),
            Map.entry(AGENTS, "Agents"),
            Map.entry(MANAGERS, "Managers"),
            Map.entry(SUPERVISORS, "Supervisors"),
            Map.entry(TEAM_LEADERS, "Team leaders"),
            Map.entry(SALES_AGENTS, "Sales agents"),
            Map.entry(AFTER_SALES_AGENTS, "After-sales agents"),
            Map.entry(AFTER_SALES_SUPERVISORS, "After-sales supervisors"),
            Map.entry(CONSULTANTS, "After-sales consultants"),
            Map.entry(RETURNS_SPECIALISTS, "Returns specialists"),
            Map.entry(TECHNICIANS, "Technical-support engineers"),
            Map.entry(CUSTOMER_RELATIONS, "Customer-relations specialists"),
            Map.entry(ANALYSTS, "After-sales data analysts"),
            Map.entry(ORDER_CLERKS, "Order clerks"),
            Map.entry(WAREHOUSE, "Warehouse"),
            Map.entry(FINANCE, "Finance"),
            Map.entry(HR, "Human resources"),
            Map.entry(ADMINISTRATION, "Administration"),
            Map.entry(MARKETING_VP, "Marketing vice-president"),
            Map.entry(GENERAL_OFFICE, "General manager's office"),
            Map.entry(PLATFORM_MANAGERS, "Platform managers"),
            Map.entry(AUDITORS, "Auditors"),
            Map.entry(INTEGRATIONS, "Integrations"));

    private Groups() {
    }

    /** The names of the groups, for a sentence; an id that is no group of the department stands as it is. */
    public static String inWords(Collection<String> ids) {
        return ids.stream().map(id -> NAMES.getOrDefault(id, id)).collect(Listed.names());
    }

    public static String inWords(String id) {
        return inWords(List.of(id));
    }
}
