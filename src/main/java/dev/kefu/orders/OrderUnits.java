package dev.kefu.orders;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.Listed;
import dev.kefu.shared.Violations;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The quantity guard of one order (RET-6): units that open cases hold, units that came back and units that were cancelled
 * count against what was bought. Works on the order's own lists, under the lock of its row.
 */
class OrderUnits {

    private final String orderNumber;
    private final List<OrderLine> lines;
    private final List<UnitClaim> claims;

    OrderUnits(String orderNumber, List<OrderLine> lines, List<UnitClaim> claims) {
        this.orderNumber = orderNumber;
        this.lines = lines;
        this.claims = claims;
    }

    /** The case holds these units and no others, whatever it held before; an empty list holds none. */
    void claim(CaseNumber caseNumber, List<LineQuantity> asked) {
        var requested = RequestedUnits.of(orderNumber, lines, asked);
        requireUnsettled(caseNumber);
        var found = new Violations();
        for (var each : requested) {
            var left = left(caseNumber, each.line());
            if (each.quantity() > left) {
                found.add(each.quantityField(), RequestedUnits.RULE, tooMany(caseNumber, each, left));
            }
        }
        found.refuseIfAny();
        hold(caseNumber, requested.stream().map(RequestedUnits::units).toList());
    }

    /**
     * The same for units that the customer has: of those that arrived, none that another case asked back.
     *
     * @param delivered how many units of a line did
     */
    void claimDelivered(CaseNumber caseNumber, List<LineQuantity> asked, IntUnaryOperator delivered) {
        claim(caseNumber, asked);
        var found = new Violations();
        for (var each : RequestedUnits.of(orderNumber, lines, asked)) {
            var line = each.line().number();
            var arrived = delivered.applyAsInt(line);
            var gone = taken(line, claim -> claim.isOfDelivered() && !claim.isOf(caseNumber));
            if (each.quantity() > arrived - gone) {
                found.add(each.quantityField(), "RET-2",
                        "Of %s of order %s %d reached the customer, and %d of them came back or are held by other cases; %d can't come back."
                                .formatted(each.line(), orderNumber, arrived, gone, each.quantity()));
            }
        }
        found.refuseIfAny();
        claims.stream().filter(claim -> claim.isOf(caseNumber)).forEach(claim -> claim.ofDelivered(true));
    }

    /**
     * The same for units that have not left the house, of which none is held by another case.
     *
     * @param unsent how many units of a line have not
     */
    void claimUnsent(CaseNumber caseNumber, List<LineQuantity> asked, IntUnaryOperator unsent) {
        claim(caseNumber, asked);
        var found = new Violations();
        for (var each : RequestedUnits.of(orderNumber, lines, asked)) {
            var line = each.line().number();
            var free = unsent.applyAsInt(line)
                    - taken(line, claim -> claim.isOpen() && !claim.isOfDelivered() && !claim.isOf(caseNumber));
            if (each.quantity() > free) {
                found.add(each.quantityField(), "STK-2", "Of %s of order %s %d have not been sent and are held by no other case, so %d can't be claimed."
                        .formatted(each.line(), orderNumber, Math.max(free, 0), each.quantity()));
            }
        }
        found.refuseIfAny();
    }

    /** Of the units that the case holds, these came back and were accepted; the others are free again. */
    void settle(CaseNumber caseNumber, List<LineQuantity> returned) {
        var requested = RequestedUnits.of(orderNumber, lines, returned);
        if (isSettledAs(caseNumber, requested)) {
            return;
        }
        requireUnsettled(caseNumber);
        var found = new Violations();
        for (var each : requested) {
            var held = held(caseNumber, each.line());
            if (each.quantity() > held) {
                found.add(each.quantityField(), RequestedUnits.RULE,
                        "Case %s holds %d of %s of order %s, so %d can't have come back.".formatted(caseNumber, held,
                                each.line(), orderNumber, each.quantity()));
            }
        }
        found.refuseIfAny();
        hold(caseNumber, requested.stream().map(RequestedUnits::units).toList());
        of(caseNumber).filter(claim -> claim.quantity() > 0).forEach(UnitClaim::returned);
    }

    /**
     * Of the units that the case holds or has cancelled, these will never be sent.
     *
     * @param unsent how many units of a line have not left the house
     */
    void cancel(CaseNumber caseNumber, List<LineQuantity> units, IntUnaryOperator unsent) {
        var found = new Violations();
        var requested = RequestedUnits.of(orderNumber, lines, units);
        for (var each : requested) {
            var more = each.quantity() - cancelledBy(caseNumber, each.line());
            var held = held(caseNumber, each.line());
            var left = unsent.applyAsInt(each.line().number());
            if (more > held) {
                found.add(each.quantityField(), RequestedUnits.RULE, "Case %s holds %d of %s of order %s, so %d can't be cancelled."
                        .formatted(caseNumber, held, each.line(), orderNumber, more));
            } else if (more > left) {
                found.add(each.quantityField(), "STK-5", "Of %s of order %s %d have not been sent, so %d can't be cancelled."
                        .formatted(each.line(), orderNumber, left, more));
            }
        }
        found.refuseIfAny();
        for (var each : requested) {
            var more = each.quantity() - cancelledBy(caseNumber, each.line());
            of(caseNumber).filter(claim -> more > 0 && claim.line() == each.line().number()).forEach(claim -> claim.cancel(more));
        }
    }

    /** The case holds again what it cancelled. */
    void takeBackCancellation(CaseNumber caseNumber) {
        of(caseNumber).filter(UnitClaim::isOpen).forEach(UnitClaim::takeBackCancellation);
    }

    /** The case holds nothing any more. */
    void release(CaseNumber caseNumber) {
        requireUnsettled(caseNumber);
        hold(caseNumber, List.of());
    }

    int open(int line) {
        return taken(line, UnitClaim::isOpen);
    }

    /** Those of them that were with the customer when they were claimed. */
    int openDelivered(int line) {
        return taken(line, claim -> claim.isOpen() && claim.isOfDelivered());
    }

    int returned(int line) {
        return taken(line, claim -> !claim.isOpen());
    }

    /** Those of them that never arrived, as of a parcel that was refused. */
    int returnedUndelivered(int line) {
        return taken(line, claim -> !claim.isOpen() && !claim.isOfDelivered());
    }

    /** Units with the customer that were asked back, whatever became of that: others may be sent for them. */
    int askedBack(int line) {
        return taken(line, UnitClaim::isOfDelivered);
    }

    int cancelled(int line) {
        return claims.stream().filter(claim -> claim.line() == line).mapToInt(UnitClaim::cancelled).sum();
    }

    /** The cases that cancelled units of a line, for people. */
    String cancellersOf(int line) {
        return claims.stream().filter(claim -> claim.line() == line && claim.cancelled() > 0).map(UnitClaim::caseNumber).sorted()
                .collect(Listed.names());
    }

    /** What the case holds, got back or cancelled of a line. */
    int accountedFor(CaseNumber caseNumber, int line) {
        return of(caseNumber).filter(claim -> claim.line() == line).mapToInt(claim -> claim.quantity() + claim.cancelled()).sum();
    }

    private void hold(CaseNumber caseNumber, List<LineQuantity> units) {
        var own = of(caseNumber).collect(Collectors.toList());
        claims.removeAll(own);
        var cancelled = own.stream().filter(each -> each.cancelled() > 0
                && units.stream().noneMatch(held -> held.line() == each.line())).toList();
        cancelled.forEach(UnitClaim::becomeEmpty);
        Rows.align(own, UnitClaim::line, units, LineQuantity::line,
                each -> UnitClaim.claimed(orderNumber, caseNumber, each), UnitClaim::become);
        claims.addAll(own);
        claims.addAll(cancelled);
    }

    private Stream<UnitClaim> of(CaseNumber caseNumber) {
        return claims.stream().filter(claim -> claim.isOf(caseNumber));
    }

    private int held(CaseNumber caseNumber, OrderLine line) {
        return taken(line.number(), claim -> claim.isOf(caseNumber) && claim.isOpen());
    }

    private int cancelledBy(CaseNumber caseNumber, OrderLine line) {
        return of(caseNumber).filter(claim -> claim.line() == line.number()).mapToInt(UnitClaim::cancelled).sum();
    }

    private int left(CaseNumber caseNumber, OrderLine line) {
        return line.quantity() - taken(line.number(), claim -> !claim.isOf(caseNumber)) - cancelled(line.number());
    }

    private int taken(int line, Predicate<UnitClaim> which) {
        return claims.stream().filter(claim -> claim.line() == line).filter(which).mapToInt(UnitClaim::quantity).sum();
    }

    private boolean isSettledAs(CaseNumber caseNumber, List<RequestedUnits> returned) {
        var settled = of(caseNumber).filter(claim -> !claim.isOpen())
                .collect(Collectors.toMap(UnitClaim::line, UnitClaim::quantity));
        return !settled.isEmpty() && settled.equals(returned.stream()
                .collect(Collectors.toMap(each -> each.line().number(), RequestedUnits::quantity)));
    }

    private void requireUnsettled(CaseNumber caseNumber) {
        if (claims.stream().anyMatch(claim -> claim.isOf(caseNumber) && !claim.isOpen())) {
            throw new Conflict("Case %s has settled already what came back of order %s."
                    .formatted(caseNumber, orderNumber));
        }
    }

    private String tooMany(CaseNumber caseNumber, RequestedUnits asked, int left) {
        var line = asked.line().number();
        var others = Stream.concat(
                claims.stream().filter(claim -> claim.line() == line && !claim.isOf(caseNumber) && claim.quantity() > 0)
                        .sorted(Comparator.comparing(UnitClaim::caseNumber))
                        .map(claim -> (claim.isOpen() ? "%d held by %s" : "%d came back in %s")
                                .formatted(claim.quantity(), claim.caseNumber())),
                claims.stream().filter(claim -> claim.line() == line && claim.cancelled() > 0)
                        .sorted(Comparator.comparing(UnitClaim::caseNumber))
                        .map(claim -> "%d cancelled in %s".formatted(claim.cancelled(), claim.caseNumber())))
                .collect(Listed.names());
        return (others.isEmpty() ? "Of %s of order %s %d can be asked for, not %d: %d bought."
                : "Of %s of order %s %d can be asked for, not %d: %d bought, %s.")
                .formatted(asked.line(), orderNumber, left, asked.quantity(), asked.line().quantity(), others);
    }
}
