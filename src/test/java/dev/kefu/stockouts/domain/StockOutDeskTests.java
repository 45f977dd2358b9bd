package dev.kefu.stockouts.domain;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.kefu.calendar.WorkingCalendar;
import dev.kefu.cases.CaseFiles;
import dev.kefu.couriers.Couriers;
import dev.kefu.orders.LineQuantity;
import dev.kefu.orders.Orders;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shipping.Parcels;
import dev.kefu.stock.Stock;
import dev.kefu.workflow.Actors;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;

/** In which order a dispatch locks what others lock too. */
class StockOutDeskTests {

    private final Orders orders = mock(Orders.class);
    private final Couriers couriers = mock(Couriers.class);
    private final Parcels parcels = mock(Parcels.class);
    private final Stock stock = mock(Stock.class);
    private final StockOutDesk desk = new StockOutDesk(mock(StockOutCases.class), mock(StockOutCheck.class),
            mock(StockOutNews.class), mock(WorkingCalendar.class), mock(CaseFiles.class), orders, couriers, parcels, stock, mock(Actors.class),
            mock(ApplicationEventPublisher.class), Clock.systemUTC());

    @Test
    void locksTheNumberOfItsParcelBeforeArticlesAsAllDo() {
        var goods = StockOutCase.reported(CaseNumber.of(2026, 1), "O-1",
                Origin.ofOrder(StockOutCause.OUT_OF_STOCK, LocalDate.of(2026, 11, 23), Instant.EPOCH),
                List.of(StockOutPart.owed(1, "CUP", "Cup", 5)));
        goods.accept();
        goods.parts().prepare(Map.of("CUP", 5));
        when(couriers.carrier("YTO")).thenReturn("YTO");
        when(orders.unsent("O-1")).thenReturn(List.of(new LineQuantity(1, 5)));

        desk.dispatch(goods, "YTO", "YT1");

        var locked = inOrder(parcels, stock);
        locked.verify(parcels).register(any());
        locked.verify(stock).take(eq(goods.number()), eq("DISPATCH1"), anyList());
    }
}
