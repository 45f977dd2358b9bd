package dev.kefu.attacks;

import static dev.kefu.whole.Kefu.found;

import dev.kefu.whole.Kefu;
import dev.kefu.whole.Kefu.Case;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;

/** Kefu with the demo's people. */
class KefuTarget extends Target {

    private final Kefu kefu;
    private final ProcessEngine engine;

    KefuTarget(Kefu kefu, ProcessEngine engine) {
        this.kefu = kefu;
        this.engine = engine;
    }

    @Override
    int port() {
        return kefu.port();
    }

    @Override
    ProcessEngine engine() {
        return engine;
    }

    @Override
    Waiting returnAt(String task) {
        var opened = kefu.opens("agent", request("600.00"));
        switch (task) {
            case "reviewReturn" -> { }
            case "completeRequest" -> opened.done("returns", "reviewReturn", Map.of("decision", "ASK", "note", "Which?"));
            case "inspectGoods" -> opened.broughtBack();
            case "approveRefund" -> toBeApproved(opened);
            case "confirmPayout" -> toBeApproved(opened).approved("manager");
            default -> throw new IllegalArgumentException(task);
        }
        return waiting(opened.number(), task);
    }

    private static Case toBeApproved(Case opened) {
        return opened.broughtBack().inspected("warehouse", found(1, 1, 0));
    }

    @Override
    Map<String, Object> startVariables() {
        return request("60.00");
    }

    private Map<String, Object> request(String price) {
        return new HashMap<>(kefu.sells(kefu.sale().line(1, price)).returning(1, 1));
    }

    @Override
    Map<String, Long> rows() {
        var rows = new HashMap<>(super.rows());
        rows.putAll(kefu.rows());
        return rows;
    }
}
