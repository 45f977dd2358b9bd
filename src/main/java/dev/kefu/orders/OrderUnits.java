package dev.kefu.orders;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.Listed;
import dev.kefu.shared.Violations;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The quantity guard of one order (RET-6): units that open cases hold and units that came back count against what was
 * bought. Works on the order's own lists, under the lock of its row.
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
            var left = each.line().quantity() - taken(each.line().number(), claim -> !claim.isOf(caseNumber));
            if (each.quantity() > left) {
                found.add(each.quantityField(), RequestedUnits.RULE, tooMany(caseNumber, each, left));
            }
        }
        found.refuseIfAny();
        hold(caseNumber, requested.stream().map(RequestedUnits::units).toList());
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
            var held = taken(each.line().number(), claim -> claim.isOf(caseNumber));
            if (each.quantity() > held) {
                found.add(each.quantityField(), RequestedUnits.RULE,
                        "Case %s holds %d of %s of order %s, so %d can't have come back.".formatted(caseNumber, held,
                                each.line(), orderNumber, each.quantity()));
            }
        }
        found.refuseIfAny();
        hold(caseNumber, requested.stream().map(RequestedUnits::units).toList());
        claims.stream().filter(claim -> claim.isOf(caseNumber)).forEach(UnitClaim::returned);
    }

    /** The case holds nothing any more. */
    void release(CaseNumber caseNumber) {
        requireUnsettled(caseNumber);
        hold(caseNumber, List.of());
    }

    int open(int line) {
        return taken(line, UnitClaim::isOpen);
    }

    int returned(int line) {
        return taken(line, claim -> !claim.isOpen());
    }

    private void hold(CaseNumber caseNumber, List<LineQuantity> units) {
        var own = claims.stream().filter(claim -> claim.isOf(caseNumber)).collect(Collectors.toList());
        claims.removeAll(own);
        Rows.align(own, UnitClaim::line, units, LineQuantity::line,
                each -> UnitClaim.claimed(orderNumber, caseNumber, each), UnitClaim::become);
        claims.addAll(own);
    }

    private int taken(int line, Predicate<UnitClaim> which) {
        return claims.stream().filter(claim -> claim.line() == line).filter(which).mapToInt(UnitClaim::quantity).sum();
    }

    private boolean isSettledAs(CaseNumber caseNumber, List<RequestedUnits> returned) {
        var settled = claims.stream().filter(claim -> claim.isOf(caseNumber) && !claim.isOpen())
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
        var others = claims.stream()
                .filter(claim -> claim.line() == asked.line().number() && !claim.isOf(caseNumber))
                .sorted((one, other) -> one.caseNumber().compareTo(other.caseNumber()))
                .map(claim -> (claim.isOpen() ? "%d held by %s" : "%d came back in %s").formatted(claim.quantity(), claim.caseNumber()))
                .collect(Listed.names());
        return (others.isEmpty() ? "Of %s of order %s %d can be returned, not %d: %d bought."
                : "Of %s of order %s %d can be returned, not %d: %d bought, %s.")
                .formatted(asked.line(), orderNumber, left, asked.quantity(), asked.line().quantity(), others);
    }
}
