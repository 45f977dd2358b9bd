package dev.kefu.parcels;

import dev.kefu.couriers.CourierDraft;
import dev.kefu.couriers.CourierTable;
import dev.kefu.couriers.RateCheck;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.boot.test.context.TestComponent;

/**
 * Two usual couriers and a dearer one, as tests need them: all go to Zhejiang, only the dear one to Tibet. To Zhejiang YTO
 * takes 5.00 for each kilogram begun, ZTO 6.00, SF 18.00; to Tibet YTO would take 12.00, SF 30.00.
 */
@TestComponent
public class ParcelCouriers {

    private final CourierTable table;
    private final Clock clock;

    ParcelCouriers(CourierTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    public void exist() {
        known("YTO", "圆通速递", "YTO Express", true, 1);
        known("ZTO", "中通快递", "ZTO Express", true, 2);
        known("SF", "顺丰速运", "SF Express", false, 3);
        row("YTO", "浙江", true, "5.00", 2);
        row("ZTO", "浙江", true, "6.00", 2);
        row("SF", "浙江", true, "18.00", 1);
        row("YTO", "西藏", false, "12.00", 8);
        row("ZTO", "西藏", false, "13.00", 8);
        row("SF", "西藏", true, "30.00", 5);
    }

    private void known(String code, String zh, String en, boolean usual, int preference) {
        if (table.couriers().stream().noneMatch(each -> each.code().equals(code))) {
            table.store(CourierDraft.checked(code, zh, en, usual, preference, false, true), null);
        }
    }

    private void row(String code, String province, boolean reached, String fee, int days) {
        table.take(code, new RateCheck(province, null, reached, 1000, new BigDecimal(fee), 1000, new BigDecimal(fee), days, "TABLE",
                null).checked(LocalDate.now(clock)));
    }
}
