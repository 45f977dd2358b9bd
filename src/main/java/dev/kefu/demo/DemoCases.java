package dev.kefu.demo;

import dev.kefu.shared.CaseNumber;
import dev.kefu.workflow.Accounts;
import dev.kefu.workflow.Processes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Returns in flight, one at each desk, walked there by the demo people with their own rights. */
@Component
@Profile("demo")
class DemoCases {

    private static final String RETURN = "product-return";

    private final Processes processes;
    private final Accounts accounts;

    DemoCases(Processes processes, Accounts accounts) {
        this.processes = processes;
        this.accounts = accounts;
    }

    void open() {
        ask("agent", "SO-1010", 1, 1, "DAMAGED_IN_TRANSIT", "一只碗有裂纹，客户已拍照。");
        ask("junior", "SO-1004", 1, 1, "CHANGED_MIND", "客户觉得尺码偏小。");

        var parcelUnderWay = ask("consultant", "SO-1002", 2, 1, "NOT_AS_DESCRIBED", "颜色与图片不符。");
        review(parcelUnderWay);
        arrange(parcelUnderWay, "YT90012026");

        var toBeInspected = ask("agent", "SO-1005", 2, 1, "DEFECTIVE", "壶嘴漏水。");
        review(toBeInspected);
        arrange(toBeInspected, "YT90022026");
        arrive(toBeInspected);

        var toBeApproved = ask("agent", "SO-1012", 1, 1, "CHANGED_MIND", null);
        review(toBeApproved);
        arrange(toBeApproved, "YT90032026");
        arrive(toBeApproved);
        inspect(toBeApproved, 1);
    }

    private CaseNumber ask(String person, String order, int line, int quantity, String reason, String note) {
        var number = new CaseNumber[1];
        accounts.runAs(person, () -> {
            var request = new HashMap<String, Object>(Map.of("orderNumber", order, "reason", reason, "resolution", "REFUND",
                    "lines", List.of(Map.of("line", line, "quantity", quantity))));
            request.put("note", note);
            number[0] = processes.start(RETURN, request).caseNumber();
        });
        return number[0];
    }

    private void review(CaseNumber number) {
        accounts.runAs("returns", () -> processes.complete(number, "reviewReturn", Map.of("decision", "APPROVE")));
    }

    private void arrange(CaseNumber number, String trackingNumber) {
        accounts.runAs("returns", () -> processes.complete(number, "arrangeReturn",
                Map.of("courier", "YTO", "trackingNumber", trackingNumber)));
    }

    private void arrive(CaseNumber number) {
        accounts.runAs("warehouse", () -> processes.tell(number, RETURN, "return-parcel-arrived", Map.of()));
    }

    private void inspect(CaseNumber number, int line) {
        accounts.runAs("warehouse", () -> processes.complete(number, "inspectGoods", Map.of("findings",
                List.of(Map.of("line", line, "accepted", 1, "refused", 0, "condition", "AS_NEW", "qualityProblem", false)))));
    }
}
