package dev.kefu.returns.domain;

import dev.kefu.cases.CaseFiles;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Listed;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shipping.ParcelOverdue;
import dev.kefu.shipping.ParcelState;
import dev.kefu.shipping.ParcelView;
import dev.kefu.workflow.Actors;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/**
 * What is done while goods are on their way back, until they are here or won't come (RET-8). What a courier has taken is not
 * the customer's delay, and what it loses is not their loss before somebody said so.
 */
@Component
class WayBackDesk {

    /** The courier has the goods, as far as it reports. */
    private static final Set<ParcelState> WITH_COURIER = Set.of(ParcelState.UNDER_WAY, ParcelState.FAILED_ATTEMPT, ParcelState.RETURNING);
    /** It won't bring them, or not whole. */
    private static final Set<ParcelState> FAILED = Set.of(ParcelState.LOST, ParcelState.DAMAGED);

    private final ReturnParcels parcels;
    private final CollectionDesk collections;
    private final GoodsDesk goodsDesk;
    private final ReturnNews news;
    private final ReturnSettings settings;
    private final CaseFiles cases;
    private final Actors actors;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WayBackDesk(ReturnParcels parcels, CollectionDesk collections, GoodsDesk goodsDesk, ReturnNews news, ReturnSettings settings,
            CaseFiles cases, Actors actors, ApplicationEventPublisher events, Clock clock) {
        this.parcels = parcels;
        this.collections = collections;
        this.goodsDesk = goodsDesk;
        this.news = news;
        this.settings = settings;
        this.cases = cases;
        this.actors = actors;
        this.events = events;
        this.clock = clock;
    }

    Optional<Instant> deadlineReached(ReturnCase goods) {
        var now = clock.instant();
        var deadline = goods.journey().deadline();
        // The engine's timers know no parts of milliseconds
        if (deadline != null && now.isBefore(deadline.truncatedTo(ChronoUnit.MILLIS))) {
            return Optional.of(deadline);
        }
        var parcel = parcels.onTheWay(goods);
        if (parcel.filter(each -> WITH_COURIER.contains(each.state())).isPresent()) {
            return Optional.of(waitForCourier(goods, parcel.get(), now));
        }
        if (parcel.filter(each -> FAILED.contains(each.state())).isPresent()) {
            // Waited for in vain: the same question is asked again
            goods.waitInSpiteOf(null, now, settings.reminder(now, clock.getZone()));
            return Optional.of(goods.journey().deadline());
        }
        if (goods.journey().isReminded()) {
            return Optional.empty();
        }
        goods.remind(settings.expiry(goods.journey().waitsSince(), clock.getZone()));
        cases.recordFact(goods.number(), "CUSTOMER_REMINDED", null);
        news.reminded(goods);
        return Optional.of(goods.journey().deadline());
    }

    /** Nobody is reminded of goods that they have handed over; who lets them lie is asked by somebody else. */
    private Instant waitForCourier(ReturnCase goods, ParcelView parcel, Instant now) {
        goods.waitForCourier(settings.nextLook(now, clock.getZone()));
        cases.recordFact(goods.number(), "WAY_BACK_SLOW", parcel.courier() + " " + parcel.trackingNumber());
        if (!now.isBefore(settings.expiry(goods.journey().waitsSince(), clock.getZone()).truncatedTo(ChronoUnit.MILLIS))) {
            events.publishEvent(new ParcelOverdue(parcel));
        }
        return goods.journey().deadline();
    }

    /** @return the cases of them whose process has to look again */
    List<CaseNumber> moved(ParcelView parcel, List<ReturnCase> concerned) {
        var what = switch (parcel.state()) {
            case UNDER_WAY -> "WAY_BACK_BEGUN";
            case RETURNING, RETURNED -> "WAY_BACK_FAILED";
            case LOST -> "WAY_BACK_LOST";
            case DAMAGED -> "WAY_BACK_DAMAGED";
            case ANNOUNCED, FAILED_ATTEMPT, DELIVERED -> null;
        };
        if (what != null) {
            concerned.forEach(goods -> cases.recordFact(goods.number(), what, parcel.courier() + " " + parcel.trackingNumber()));
        }
        var waiting = concerned.stream().filter(goods -> goods.status() == ReturnStatus.ON_THE_WAY
                && ReturnParcels.isIn(parcel, goods)).toList();
        if (FAILED.contains(parcel.state())) {
            waiting.forEach(goods -> news.wayBackFailed(goods, parcel));
        } else if (parcel.state() == ParcelState.RETURNED) {
            var now = clock.instant();
            waiting.forEach(goods -> goods.waitInSpiteOf(null, now, settings.reminder(now, clock.getZone())));
        } else {
            return List.of();
        }
        return waiting.stream().map(ReturnCase::number).toList();
    }

    /** Whether the courier reported that it won't bring the goods, and nobody decided to wait on. */
    boolean isFailed(ReturnCase goods) {
        return failure(goods).filter(each -> !goods.journey().waitsInSpiteOf(keyOf(each))).isPresent();
    }

    /** {@code "Lost on the way to us: parcel YT1 of YTO. A courier collected it for us."} */
    String lossInWords(ReturnCase goods) {
        return failure(goods).map(each -> Stream.of(
                        (each.state() == ParcelState.LOST ? "Lost on the way to us: parcel %s of %s."
                                : "Damaged on the way to us: parcel %s of %s.").formatted(each.trackingNumber(), each.courier()),
                        goods.journey().sent() == null ? "A courier collected it for us." : "The customer sent it.")
                        .collect(Listed.sentences()))
                .orElseThrow();
    }

    Optional<Instant> settleLoss(ReturnCase goods, LossSettlement agreed, @Nullable String note) {
        if (note == null || note.isBlank()) {
            throw new RuleViolation("note", "RET-8", "Write down what was agreed with the customer.");
        }
        if (agreed != LossSettlement.WAIT && failure(goods).isEmpty()) {
            throw new RuleViolation("lossSettlement", "RET-8",
                    "The courier has found the parcel again, or the customer has it; wait for it.");
        }
        var now = clock.instant();
        if (agreed == LossSettlement.WAIT) {
            goods.waitInSpiteOf(failure(goods).map(WayBackDesk::keyOf).orElse(null), now, settings.nextLook(now, clock.getZone()));
        } else {
            goods.settleLoss(agreed, actors.current());
            goodsDesk.askIfWorthless(goods);
        }
        cases.record(goods.number(), "LOSS_SETTLED_" + agreed, note);
        if (agreed != LossSettlement.WAIT) {
            news.lossSettled(goods);
        }
        return Optional.ofNullable(goods.journey().deadline());
    }

    /** What was given up is here: whoever owns the case sees it, as nobody takes money or goods back by a task. */
    void cameAfterAll(ReturnCase goods) {
        if (goods.settling().loss() != null) {
            cases.recordFact(goods.number(), "LOST_GOODS_ARRIVED", GoodsInWords.of(goods));
        }
    }

    void expire(ReturnCase goods) {
        collections.callOff(goods);
        if (goods.expire()) {
            cases.recordFact(goods.number(), "RETURN_EXPIRED", null);
            news.expired(goods);
        }
    }

    private Optional<ParcelView> failure(ReturnCase goods) {
        return parcels.onTheWay(goods).filter(parcel -> FAILED.contains(parcel.state()));
    }

    private static String keyOf(ParcelView failed) {
        return failed.id() + " " + failed.state();
    }
}
