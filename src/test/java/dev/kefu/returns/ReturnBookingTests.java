package dev.kefu.returns;

import static dev.kefu.workflow.Groups.AGENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.when;

import dev.kefu.FixedClock;
import dev.kefu.couriers.CourierChoice;
import dev.kefu.couriers.CourierQuote;
import dev.kefu.couriers.Couriers;
import dev.kefu.shipping.Booking;
import dev.kefu.shipping.CourierAnswer.Booked;
import dev.kefu.shipping.CourierAnswer.Refused;
import dev.kefu.shipping.CourierService;
import dev.kefu.shipping.Leg;
import dev.kefu.shipping.ParcelEventStatus;
import dev.kefu.shipping.Parcels;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** With a courier's service connected the collection is booked by itself (RET-3). */
class ReturnBookingTests extends ReturnWalk {

    @MockitoBean CourierService service;
    @MockitoSpyBean Couriers couriers;
    @Autowired Parcels parcels;
    @Autowired JdbcClient database;

    private final AtomicReference<Booking> booked = new AtomicReference<>();

    @BeforeEach
    void connect() {
        when(service.isConnected()).thenReturn(true);
        when(service.book(any())).thenAnswer(asked -> {
            booked.set(asked.getArgument(0));
            return new Booked(null, "BK-" + booked.get().key(), "R-1");
        });
        var quote = new CourierQuote("YTO", "圆通", true, null, 2, true, true, null, "By table.", null, null);
        doReturn(Optional.of(new CourierChoice(quote, "Default"))).when(couriers).choose(any(), anyInt(), isNull(), isNull());
    }

    @Test
    void collectsTheGoodsWithoutAnybodysHelp() {
        var goods = returnOf(AGENTS, line(1, 2));
        approve(goods);
        assertThat(goods).isWaitingAt("bookCollection");

        runJobs(goods);

        assertThat(goods).isWaitingAt("waitForParcel").hasNotPassed("arrangeReturn");
        assertThat(timeline(goods)).contains("COLLECTION_BOOKED");
        assertThat(booked.get().leg()).isEqualTo(Leg.TO_SHOP);
        assertThat(booked.get().weightGrams()).isEqualTo(600);
        assertThat(booked.get().other().address().city()).isEqualTo("杭州市");
        arrive(goods);
        inspect(goods, finding(1, 2, 0));
        pay(goods);
        assertThat(goods).isEnded();
    }

    @Test
    void isArrangedByHandWhereTheServiceDoesNotTakeIt() {
        doReturn(new Refused("No collection on this street.")).when(service).book(any());
        var goods = returnOf(AGENTS, line(1, 1));
        approve(goods);

        runJobs(goods);

        assertThat(goods).isWaitingAt("arrangeReturn");
        assertThat(shown("arrangeReturn", goods, "collectionNote").toString()).contains("No collection on this street");
        assertThat(timeline(goods)).contains("COLLECTION_NOT_BOOKED");
        collect(goods);
        arrive(goods);
        assertThat(goods).isWaitingAt("inspectGoods");
    }

    @Test
    void isArrangedByHandWhereNobodyGoes() {
        doReturn(Optional.empty()).when(couriers).choose(any(), anyInt(), isNull(), isNull());
        var goods = returnOf(AGENTS, line(1, 1));
        approve(goods);

        runJobs(goods);

        assertThat(goods).isWaitingAt("arrangeReturn");
        assertThat(booked.get()).isNull();
    }

    @Test
    void isCalledOffWhenTheCustomerWithdrawsBeforeTheCourierCame() {
        var goods = returnOf(AGENTS, line(1, 1));
        approve(goods);
        runJobs(goods);

        withdraw(goods);

        assertThat(goods).isEnded();
        assertThat(outcome(goods)).isEqualTo("WITHDRAWN");
        assertThat(isCancelled(goods)).isTrue();
    }

    @Test
    void isCalledOffWhileItIsBooked() {
        var goods = returnOf(AGENTS, line(1, 1));
        approve(goods);

        withdraw(goods);

        assertThat(goods).isEnded().hasNotPassed("bookCollection");
        assertThat(outcome(goods)).isEqualTo("WITHDRAWN");
    }

    @Test
    void comesAllTheSameWhenTheCourierHasIt() {
        var goods = returnOf(AGENTS, line(1, 1));
        approve(goods);
        runJobs(goods);
        parcels.observed(parcels.called("BK-" + booked.get().key()).get(0).id(), ParcelEventStatus.PICKED_UP);

        withdraw(goods);

        assertThat(goods).isWaitingAt("waitForWithdrawnParcel");
        assertThat(isCancelled(goods)).isFalse();
        parcels.observed(parcels.called("BK-" + booked.get().key()).get(0).id(), ParcelEventStatus.DELIVERED);
        shipBack(goods);
        assertThat(outcome(goods)).isEqualTo("WITHDRAWN");
    }

    @Test
    void isCalledOffWhenTheReturnExpires() {
        var goods = returnOf(AGENTS, line(1, 1));
        approve(goods);
        runJobs(goods);

        FixedClock.set("2026-12-01T10:00:00+08:00");
        runDueTimers(goods);
        FixedClock.set("2026-12-04T10:00:00+08:00");
        runDueTimers(goods);

        assertThat(outcome(goods)).isEqualTo("EXPIRED");
        assertThat(isCancelled(goods)).isTrue();
    }

    @Test
    void isCalledOffWhenTheCustomerSendsTheGoodsOtherwise() {
        var goods = returnOf(AGENTS, line(1, 1));
        approve(goods);
        runJobs(goods);

        tell(AGENTS, goods, "return-shipped", Map.of("courier", "EMS", "trackingNumber", "E-" + key(goods)));

        assertThat(isCancelled(goods)).isTrue();
        withdraw(goods);
        assertThat(goods).as("the customer's own parcel travels").isWaitingAt("waitForWithdrawnParcel");
    }

    private boolean isCancelled(ProcessInstance goods) {
        return database.sql("select cancellation <> 'NONE' from courier_booking where case_number = ?").param(key(goods))
                .query(Boolean.class).single();
    }

    private void runJobs(ProcessInstance goods) {
        jobs.createJobQuery().processInstanceId(goods.getId()).messages().list().forEach(job -> jobs.executeJob(job.getId()));
    }
}
