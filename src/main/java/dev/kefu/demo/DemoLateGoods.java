package dev.kefu.demo;

import dev.kefu.shared.CaseNumber;
import dev.kefu.workflow.Accounts;
import dev.kefu.workflow.Processes;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Goods that can't leave when they should, one case at each desk, walked there by the demo people with their own rights. */
@Component
@Profile("demo")
class DemoLateGoods {

    private static final String STOCK_OUT = "stock-out";

    private final Processes processes;
    private final Accounts accounts;

    DemoLateGoods(Processes processes, Accounts accounts) {
        this.processes = processes;
        this.accounts = accounts;
    }

    void open() {
        report("agent", "SO-1013", "OUT_OF_STOCK");

        var toBeAsked = report("agent", "SO-1014", "OUT_OF_STOCK");
        count(toBeAsked, Map.of("sku", "COAT-S-RED", "onHand", 0), Map.of("sku", "SCARF-01", "onHand", 15));

        var toBeAuthorised = report("consultant", "SO-1015", "OUT_OF_STOCK");
        count(toBeAuthorised, Map.of("sku", "FAN-01", "onHand", 0));
        complete("agent", toBeAuthorised, "askCustomer", Map.of("answer", "REFUND"));

        report("agent", "SO-1016", "WAREHOUSE_OVERLOAD");
        report("junior", "SO-1017", "OUT_OF_STOCK");
    }

    private CaseNumber report(String person, String order, String cause) {
        var number = new CaseNumber[1];
        accounts.runAs(person, () ->
                number[0] = processes.start(STOCK_OUT, Map.of("orderNumber", order, "cause", cause)).caseNumber());
        return number[0];
    }

    @SafeVarargs
    private void count(CaseNumber number, Map<String, Object>... articles) {
        complete("warehouse", number, "countStock", Map.of("counted", List.of(articles)));
    }

    private void complete(String person, CaseNumber number, String task, Map<String, ?> variables) {
        accounts.runAs(person, () -> processes.complete(number, task, variables));
    }
}
