package dev.kefu.demo;

import dev.kefu.shared.CaseNumber;
import dev.kefu.workflow.Accounts;
import dev.kefu.workflow.Processes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.lang.Nullable;
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
        ask("agent", "SO-1010", 1, "DAMAGED_IN_TRANSIT", "REFUND", "一只碗有裂纹，客户已拍照。");
        ask("junior", "SO-1004", 1, "CHANGED_MIND", "REFUND", "客户觉得尺码偏小。");

        var exceptionWanted = ask("agent", "SO-1011", 1, "CHANGED_MIND", "REFUND", "客户住院，未能按时退货。");
        accounts.runAs("returns", () -> processes.complete(exceptionWanted, "reviewReturn",
                Map.of("decision", "EXCEPTION", "note", "老客户，有住院证明。")));

        var parcelUnderWay = ask("consultant", "SO-1002", 2, "NOT_AS_DESCRIBED", "REFUND", "颜色与图片不符。");
        review(parcelUnderWay);
        arrange(parcelUnderWay, "YT90012026");

        var toBeInspected = ask("agent", "SO-1005", 2, "DEFECTIVE", "REFUND", "壶嘴漏水。");
        bringBack(toBeInspected, "YT90022026");

        var toBeApproved = ask("agent", "SO-1012", 1, "CHANGED_MIND", "REFUND", null);
        bringBack(toBeApproved, "YT90032026");
        inspect(toBeApproved, 1, "AS_NEW", false);

        var toBeRepaired = ask("agent", "SO-1006", 1, "DEFECTIVE", "REPAIR", "灯光闪烁。");
        bringBack(toBeRepaired, "YT90042026");
        inspect(toBeRepaired, 1, "USED", true);

        var toBeReplaced = ask("consultant", "SO-1008", 2, "DEFECTIVE", "EXCHANGE", "滚轮失灵。");
        bringBack(toBeReplaced, "YT90052026");
        inspect(toBeReplaced, 2, "USED", true);
    }

    private CaseNumber ask(String person, String order, int line, String reason, String resolution, @Nullable String note) {
        var number = new CaseNumber[1];
        accounts.runAs(person, () -> {
            var request = new HashMap<String, Object>(Map.of("orderNumber", order, "reason", reason, "resolution", resolution,
                    "lines", List.of(Map.of("line", line, "quantity", 1))));
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

    private void bringBack(CaseNumber number, String trackingNumber) {
        review(number);
        arrange(number, trackingNumber);
        accounts.runAs("warehouse", () -> processes.tell(number, RETURN, "return-parcel-arrived", Map.of()));
    }

    private void inspect(CaseNumber number, int line, String condition, boolean qualityProblem) {
        accounts.runAs("warehouse", () -> processes.complete(number, "inspectGoods", Map.of("findings", List.of(Map.of(
                "line", line, "accepted", 1, "refused", 0, "condition", condition, "qualityProblem", qualityProblem)))));
    }
}
